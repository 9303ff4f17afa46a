import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import type { Body, Version } from '../../../shared/domain/records/version';
import { jsonBody, jsonOf } from './json-body';
import { versionsOfEntry, versionsOfState } from '../records/earlier';
import { writeHeads } from '../records/heads';
import type { ShownRecord } from '../records/heads';
import { insertVersion, versionsOf } from '../records/version-rows';
import { allRows } from '../rows/rows';

/**
 * Records: what people write, version by version. Cases, people, places, orders and entries move into them; the tables they
 * were in become narrow tables, worked out from what is shown.
 */
export function migrate(db: Database): void {
  db.exec(`
    -- Only ever grows. body: JSON as the kind's schema has it, null in a stub. refs, parents: JSON arrays of ids.
    CREATE TABLE record_versions (
      id TEXT PRIMARY KEY NOT NULL,
      record_id TEXT NOT NULL,
      -- Null for a record of the office itself, which never travels with a case.
      case_id TEXT,
      kind TEXT NOT NULL,
      schema INTEGER NOT NULL,
      refs TEXT NOT NULL,
      parents TEXT NOT NULL,
      body TEXT,
      removed INTEGER NOT NULL,
      office TEXT NOT NULL,
      author TEXT NOT NULL,
      hlc TEXT NOT NULL,
      at TEXT NOT NULL,
      -- The version that this one stands in for in a share, where something was covered.
      covers TEXT
    ) STRICT;
    CREATE INDEX record_versions_record ON record_versions (record_id);
    CREATE INDEX record_versions_case ON record_versions (case_id);
    CREATE TRIGGER record_versions_no_update BEFORE UPDATE ON record_versions BEGIN SELECT RAISE(ABORT, 'versions never change'); END;

    -- Heads, worked out from the versions. shown: id of a version, null where no head has content any more.
    CREATE TABLE records (
      number INTEGER PRIMARY KEY,
      id TEXT UNIQUE NOT NULL,
      case_id TEXT,
      kind TEXT NOT NULL,
      shown TEXT,
      heads TEXT NOT NULL,
      undecided INTEGER NOT NULL,
      removed INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX records_case ON records (case_id, kind);
    CREATE INDEX records_undecided ON records (case_id) WHERE undecided = 1;

    -- What records are looked for by, by their number; entries have an index of their own.
    CREATE VIRTUAL TABLE record_index USING fts5 (words, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
    INSERT INTO record_index (record_index, rank) VALUES ('secure-delete', 1);
    CREATE TRIGGER records_removed AFTER DELETE ON records BEGIN
      DELETE FROM record_index WHERE rowid = OLD.number;
    END;

    -- What was erased here: ids of records and of single versions, without content.
    CREATE TABLE record_tombstones (
      id TEXT PRIMARY KEY NOT NULL,
      -- 'record' or 'version'.
      what TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    -- Versions of another office that somebody here did not want; they are offered again.
    CREATE TABLE record_declined (
      version_id TEXT PRIMARY KEY NOT NULL,
      case_id TEXT,
      at TEXT NOT NULL
    ) STRICT;

    -- All that a person wrote of a case, as it is shown: a caseload reads hundreds, and their versions lie far apart.
    ALTER TABLE cases ADD COLUMN body TEXT NOT NULL DEFAULT '{}';
  `);
  moveCases(db);
  moveRegister(db);
  moveEntries(db);
  db.exec('DROP TABLE entry_versions');
}

const text = z.string();
const stamp = { office: text, author: text, hlc: text };
const stateRow = { id: text, created_at: text, updated_at: text, ...stamp };
const caseRow = z.object({
  ...{ ...stateRow, reference: text, alias: text, exhibit_initials: text, status: text, safe_contact: text },
});
const registerRow = z.object({ ...stateRow, case_id: text, kind: text, body: text, removed: z.int() });
const entryRow = z.object({
  ...{ id: text, case_id: text, version: z.int(), body: text, removed: z.int() },
  ...{ created_at: text, updated_at: text, ...stamp },
});
const versionRow = z.object({ version: z.int(), body: text, at: text, author: text });
/** Keeps versions of one record, and gives what is shown of it. */
function keep(db: Database, versions: readonly Version[]): ShownRecord | null {
  for (const version of versions) insertVersion(db, version);
  const [first] = versions;
  return first === undefined ? null : writeHeads(db, versionsOf(db, first.recordId));
}

function moveCases(db: Database): void {
  // The clock was read a moment after the row's own: the row is what making it anew would give.
  const move = db.prepare('UPDATE cases SET updated_at = max(updated_at, @at), body = @body WHERE id = @id');
  for (const row of allRows(db, caseRow, 'SELECT * FROM cases')) {
    const {
      id,
      reference,
      alias,
      exhibit_initials,
      status,
      safe_contact,
      created_at,
      updated_at: _touched,
      ...by
    } = row;
    const safeContact = jsonOf(safe_contact);
    const shown = keep(
      db,
      versionsOfState({
        ...{ id, caseId: id, kind: 'case', removed: false, ...by },
        body: { reference, alias, exhibitInitials: exhibit_initials, status, safeContact },
        ...{ createdAt: created_at, writtenAt: null },
      }),
    );
    if (shown !== null) move.run({ id, at: shown.updatedAt, body: JSON.stringify(shown.shown.body) });
  }
}

function moveRegister(db: Database): void {
  for (const row of allRows(db, registerRow, 'SELECT * FROM register')) {
    const { id, case_id, kind, body, removed, created_at, updated_at, ...by } = row;
    keep(
      db,
      versionsOfState({
        ...{ id, caseId: case_id, kind: 'register', removed: removed === 1, ...by },
        body: { ...jsonBody(body), kind },
        ...{ createdAt: created_at, writtenAt: updated_at },
      }),
    );
  }
}

/** An entry of which no version was kept says what its row and its links say. */
function newestOf(db: Database, row: z.infer<typeof entryRow>) {
  const ids = (sql: string): unknown[] => db.prepare(sql).all(row.id);
  const evidence = ids('SELECT item_id FROM entry_evidence WHERE entry_id = ? ORDER BY position');
  const body = {
    ...jsonBody(row.body),
    evidenceIds: evidence.map((each) => z.object({ item_id: text }).parse(each).item_id),
    messageKeys: ids(
      'SELECT item_id AS itemId, position FROM entry_messages WHERE entry_id = ? ORDER BY 1, 2',
    ),
    links: ids('SELECT register_id AS id, role FROM entry_register WHERE entry_id = ? ORDER BY position'),
  } as Body;
  return { version: row.version, body, at: row.updated_at, author: row.author };
}

function moveEntries(db: Database): void {
  const versions = 'SELECT version, body, at, author FROM entry_versions WHERE entry_id = ? ORDER BY version';
  // Page by page: there may be a hundred thousand.
  const some = 'SELECT * FROM entries WHERE id > ? ORDER BY id LIMIT 500';
  const stamp = db.prepare('UPDATE entries SET hlc = @hlc WHERE id = @id AND hlc <> @hlc');
  for (
    let rows = allRows(db, entryRow, some, '');
    rows.length > 0;
    rows = allRows(db, entryRow, some, rows.at(-1)?.id)
  ) {
    for (const row of rows) {
      const { id, case_id: caseId, removed, updated_at: updatedAt, office, author, hlc } = row;
      const kept = allRows(db, versionRow, versions, id).map(({ body, ...each }) => ({
        ...each,
        body: jsonBody(body),
      }));
      if (kept.length === 0) kept.push(newestOf(db, row));
      const shown = keep(
        db,
        versionsOfEntry({
          ...{ id, caseId, removed: removed === 1, updatedAt, office, author, hlc },
          versions: kept,
        }),
      );
      if (shown !== null) stamp.run({ id, hlc: shown.shown.hlc });
    }
  }
}
