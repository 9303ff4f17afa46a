import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import type { Version } from '../../../shared/domain/records/version';
import type { ErasePreview } from '../../../shared/models/vault';
import { allRows, oneRow } from '../../vault/rows/rows';
import { eraseRecord, eraseRecordsAbout, eraseRecordsOfCase } from '../../vault/records/erase-records';
import { forgetImports } from './forget-imports';

export interface EraseTarget {
  readonly type: 'item' | 'case';
  readonly id: string;
}

const ids = z.object({ id: z.string() });
const idsOf = (db: Database, sql: string, ...params: readonly unknown[]): readonly string[] =>
  allRows(db, ids, sql, ...params).map(({ id }) => id);

/** Items that would go. What came inside one of them stays: each is an exhibit of its own. */
export function itemsOf(db: Database, { type, id }: EraseTarget): readonly string[] {
  return type === 'case'
    ? idsOf(db, 'SELECT id FROM evidence WHERE case_id = ?', id)
    : [oneRow(db, ids, 'SELECT id FROM evidence WHERE id = ?', id).id];
}

/** Bundles that hold a copy of what would go: all of a case; of an item, those in whose plan it stands. */
export function bundlesOf(db: Database, { type, id }: EraseTarget): readonly string[] {
  return type === 'case'
    ? idsOf(db, 'SELECT id FROM bundles WHERE case_id = ?', id)
    : idsOf(
        db,
        `SELECT b.id FROM bundles b JOIN evidence e ON e.case_id = b.case_id
         WHERE e.id = @id AND (instr(b.plan, @id) > 0 OR instr(b.options, @id) > 0)`,
        { id },
      );
}

/** Stored files that nothing else needs once the items and bundles are gone. */
export function filesOf(
  db: Database,
  items: readonly string[],
  bundles: readonly string[],
): readonly string[] {
  return idsOf(
    db,
    `WITH items (id) AS (SELECT value FROM json_each(@items)), gone (id) AS (SELECT value FROM json_each(@bundles)),
       held_sources (id) AS (
         SELECT file_id FROM evidence WHERE id IN items
         UNION SELECT file_id FROM derivatives WHERE item_id IN items
         UNION SELECT file_id FROM shown_files WHERE item_id IN items AND file_id IS NOT NULL
         UNION SELECT file_id FROM redactions WHERE item_id IN items
         UNION SELECT file_id FROM bundles WHERE id IN gone
         UNION SELECT file_id FROM bundle_files WHERE bundle_id IN gone),
       needed_sources (id) AS (
         SELECT file_id FROM evidence WHERE id NOT IN items
         UNION SELECT file_id FROM derivatives WHERE item_id NOT IN items
         UNION SELECT file_id FROM shown_files WHERE item_id NOT IN items AND file_id IS NOT NULL
         UNION SELECT file_id FROM redactions WHERE item_id NOT IN items
         UNION SELECT file_id FROM bundles WHERE id NOT IN gone
         UNION SELECT file_id FROM bundle_files WHERE bundle_id NOT IN gone
         UNION SELECT file_id FROM text_languages),
       gone_sources (id) AS (SELECT id FROM held_sources WHERE id NOT IN needed_sources)
     SELECT id FROM gone_sources UNION SELECT file_id FROM pdf_copies WHERE source_id IN gone_sources`,
    { items: JSON.stringify(items), bundles: JSON.stringify(bundles) },
  );
}

/** What would go, in numbers. Throws `not-found`. */
export function previewErase(db: Database, target: EraseTarget): ErasePreview {
  const items = itemsOf(db, target);
  const bundles = bundlesOf(db, target);
  const files = filesOf(db, items, bundles);
  const count = (sql: string, ...params: readonly unknown[]): number =>
    Number(
      db
        .prepare(sql)
        .pluck()
        .get(...params) ?? 0,
    );
  if (target.type === 'case') oneRow(db, ids, 'SELECT id FROM cases WHERE id = ?', target.id);
  return {
    items: items.length,
    bundles: bundles.length,
    files: files.length,
    bytes: count(
      'SELECT sum(bytes) FROM files WHERE id IN (SELECT value FROM json_each(?))',
      JSON.stringify(files),
    ),
    entries:
      target.type === 'case'
        ? count('SELECT count(*) FROM entries WHERE case_id = ? AND removed = 0', target.id)
        : 0,
    citedBy:
      target.type === 'item'
        ? count(
            `SELECT count(*) FROM entry_evidence l JOIN entries n ON n.id = l.entry_id
             WHERE l.item_id = ? AND n.removed = 0`,
            target.id,
          )
        : 0,
    inside:
      target.type === 'item' ? count('SELECT count(*) FROM evidence WHERE parent_id = ?', target.id) : 0,
  };
}

/** That a package was written stays on record; that a case was called in it as no version of the case says any more does not. */
export function forgetReferences(db: Database, caseId: string): void {
  db.prepare(
    `UPDATE transfers SET body = json_set(body, '$.caseReference', '')
     WHERE json_extract(body, '$.caseId') = @caseId AND json_extract(body, '$.caseReference') NOT IN (
       SELECT json_extract(body, '$.reference') FROM record_versions
       WHERE record_id = @caseId AND kind = 'case' AND body IS NOT NULL)
       AND EXISTS (SELECT 1 FROM record_versions WHERE record_id = @caseId AND kind = 'case')`,
  ).run({ caseId });
}

/** Joined screenshots of which the last one went: what they were called is of what is gone. */
function eraseEmptyRuns(db: Database, at: string): void {
  const empty = idsOf(db, 'SELECT id FROM runs WHERE id NOT IN (SELECT run_id FROM run_pieces)');
  const isRecord = db.prepare('SELECT 1 FROM records WHERE id = ?');
  for (const id of empty) {
    // With a case its records went before.
    if (isRecord.get(id) !== undefined) eraseRecord(db, id, at);
    db.prepare('DELETE FROM runs WHERE id = ?').run(id);
  }
}

/**
 * Takes the rows away, the keys of the files with them, and notes which files are to be removed from the folder. Must run
 * inside the act that records it. Tables that refer to an item or a case with ON DELETE CASCADE empty themselves, and a
 * trigger takes what the index of words knows of a page along with the page. Gives what was last shown of records about an item that
 * went with it: narrow tables may still have it, where it was about another item by then.
 */
export function eraseRows(db: Database, target: EraseTarget, at: string): readonly Version[] {
  const items = itemsOf(db, target);
  const bundles = bundlesOf(db, target);
  const files = filesOf(db, items, bundles);
  const all = {
    items: JSON.stringify(items),
    bundles: JSON.stringify(bundles),
    files: JSON.stringify(files),
  };
  const run = (sql: string, params: Readonly<Record<string, unknown>> = { ...all, id: target.id }): void => {
    db.prepare(sql).run(params);
  };
  let about: readonly Version[] = [];
  run('DELETE FROM bundles WHERE id IN (SELECT value FROM json_each(@bundles))');
  // The key of a package that was not finished, which holds what is being erased.
  run(
    'DELETE FROM transfer_drafts WHERE case_id = @id OR case_id IN (SELECT case_id FROM evidence WHERE id = @id)',
  );
  if (target.type === 'case') {
    // Their ids stay, so that a package does not bring it back by itself.
    eraseRecordsOfCase(db, target.id, at);
    run('DELETE FROM entries WHERE case_id = @id');
    run('DELETE FROM import_results WHERE case_id = @id');
    run('DELETE FROM drafts WHERE case_id = @id');
    run('DELETE FROM item_declined WHERE case_id = @id');
    // That a package was written stays on record; what the case was called in it does not.
    run(
      `UPDATE transfers SET body = json_set(body, '$.caseReference', '', '$.caseId', NULL)
       WHERE json_extract(body, '$.caseId') = @id`,
    );
  } else {
    forgetImports(db, target.id);
    about = eraseRecordsAbout(db, target.id, at);
    run('INSERT OR REPLACE INTO item_tombstones (id, at) VALUES (@id, @at)', { id: target.id, at });
    run('DELETE FROM drafts WHERE subject = @id');
    // Where something lay in what is gone tells of what is gone.
    run('UPDATE evidence SET parent_id = NULL, parent_place = NULL WHERE parent_id = @id');
  }
  run('DELETE FROM evidence WHERE id IN (SELECT value FROM json_each(@items))');
  eraseEmptyRuns(db, at);
  if (target.type === 'case') run('DELETE FROM cases WHERE id = @id');
  run('DELETE FROM pdf_copies WHERE source_id IN (SELECT value FROM json_each(@files))');
  run('DELETE FROM files WHERE id IN (SELECT value FROM json_each(@files))');
  run('INSERT INTO erased_files (id) SELECT value FROM json_each(@files)');
  return about;
}
