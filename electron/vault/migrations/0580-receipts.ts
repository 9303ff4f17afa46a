import type { Database } from 'better-sqlite3';

/** Receipts for packages: those that other offices have given for ours, and those that were written here. */
export function migrate(db: Database): void {
  db.exec(`
    CREATE TABLE receipts (
      id TEXT NOT NULL,
      -- in: another office's that was read here; out: ours.
      direction TEXT NOT NULL,
      package_id TEXT NOT NULL,
      at TEXT NOT NULL,
      -- JSON of keptReceiptSchema.
      body TEXT NOT NULL,
      -- The receipt as it was signed, letter for letter.
      text TEXT NOT NULL,
      PRIMARY KEY (id, direction)
    ) STRICT;
    CREATE INDEX receipts_package ON receipts (package_id);
  `);
}
