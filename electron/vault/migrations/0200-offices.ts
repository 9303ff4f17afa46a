import type { Database } from 'better-sqlite3';

/**
 * The address book of offices: whose keys this vault knows, and whether a person has compared them. Records of the office
 * itself, so that they go with no case. `name_key` is what is the same in names that look the same.
 */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE partner_offices (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL,
      recipient TEXT NOT NULL,
      -- Ed25519 public key and signature of the card, in hexadecimal.
      signing_key TEXT NOT NULL,
      signature TEXT NOT NULL,
      made TEXT NOT NULL,
      -- new, compared, refused or retired.
      standing TEXT NOT NULL,
      added_at TEXT NOT NULL,
      added_by TEXT NOT NULL,
      compared_at TEXT,
      compared_by TEXT,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX partner_offices_card ON partner_offices (name, recipient, signing_key);
    -- What packages are sealed for and verified by can stand for one office only.
    CREATE UNIQUE INDEX partner_offices_name ON partner_offices (name_key) WHERE standing = 'compared';
    CREATE UNIQUE INDEX partner_offices_recipient ON partner_offices (recipient) WHERE standing = 'compared';
    CREATE UNIQUE INDEX partner_offices_signing ON partner_offices (signing_key) WHERE standing = 'compared';
  `);
}
