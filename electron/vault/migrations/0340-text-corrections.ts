import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { versionsOfCorrections } from '../records/earlier-texts';
import type { EarlierCorrection } from '../records/earlier-texts';
import { keepVersions } from '../records/keep-versions';
import { correctionId } from '../records/record-id';
import { allRows } from '../rows/rows';

const text = z.string();
const row = z.object({
  ...{ item_id: text, page: z.int(), version: z.int(), text, at: text, case_id: text },
  ...{ office: text, author: text, hlc: text },
});

/**
 * Corrections of texts become records. Of their table what is shown is left, worked out from them: the triggers that keep the
 * index of words read it.
 */
export function migrate(db: Database): void {
  const rows = allRows(
    db,
    row,
    `SELECT c.*, e.case_id FROM text_corrections c JOIN evidence e ON e.id = c.item_id
     ORDER BY c.item_id, c.page, c.version`,
  ).map(({ item_id: itemId, case_id: caseId, ...rest }) => ({ itemId, caseId, ...rest }));
  keepVersions(db, versionsOfCorrections(rows));
  db.exec(tables);
  keepShown(db, rows);
  // Last, because the index of words has these texts already.
  db.exec(triggers);
}

/** The newest of each page, with how many there are. */
function keepShown(db: Database, rows: readonly EarlierCorrection[]): void {
  const shown = new Map<string, { readonly newest: EarlierCorrection; readonly count: number }>();
  for (const newest of rows) {
    const id = correctionId(newest.itemId, newest.page);
    shown.set(id, { newest, count: (shown.get(id)?.count ?? 0) + 1 });
  }
  const insert = db.prepare(
    `INSERT INTO text_corrections (id, item_id, page, version, text, at, author)
     VALUES (@id, @itemId, @page, @count, @text, @at, @author)`,
  );
  for (const [id, { newest, count }] of shown) {
    const { itemId, page, text: corrected, at, author } = newest;
    insert.run({ id, itemId, page, count, text: corrected, at, author });
  }
}

const tables = `
  DROP TRIGGER text_pages_added;
  DROP TRIGGER text_pages_changed;
  DROP TABLE text_corrections;

  -- What is shown of the corrections of a page, by the id of its record; version: how many were written.
  CREATE TABLE text_corrections (
    id TEXT PRIMARY KEY NOT NULL,
    item_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
    page INTEGER NOT NULL,
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    UNIQUE (item_id, page)
  ) STRICT;`;

const triggers = `
  CREATE TRIGGER text_pages_added AFTER INSERT ON text_pages BEGIN
    INSERT INTO text_index (rowid, text) VALUES (NEW.id, coalesce(
      (SELECT text FROM text_corrections WHERE item_id = NEW.item_id AND page = NEW.page), NEW.text));
  END;
  CREATE TRIGGER text_pages_changed AFTER UPDATE OF text ON text_pages BEGIN
    UPDATE text_index SET text = coalesce(
      (SELECT text FROM text_corrections WHERE item_id = NEW.item_id AND page = NEW.page), NEW.text)
    WHERE rowid = NEW.id;
  END;
  CREATE TRIGGER text_corrected AFTER INSERT ON text_corrections BEGIN
    UPDATE text_index SET text = NEW.text
    WHERE rowid = (SELECT id FROM text_pages WHERE item_id = NEW.item_id AND page = NEW.page);
  END;
  CREATE TRIGGER text_uncorrected AFTER DELETE ON text_corrections BEGIN
    UPDATE text_index SET text = (SELECT text FROM text_pages WHERE item_id = OLD.item_id AND page = OLD.page)
    WHERE rowid = (SELECT id FROM text_pages WHERE item_id = OLD.item_id AND page = OLD.page);
  END;`;
