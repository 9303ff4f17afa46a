import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import type { Body } from '../../../shared/domain/records/version';
import { kindOf, recordKinds } from '../../../shared/records/all';
import type { AnyKind } from '../../../shared/records/define';
import { bodySchema } from '../../../shared/records/json';
import { allRows, parseJson } from '../rows/rows';

/** Another office wrote about an exhibit that was erased here, or that is still to come. */
export function isAboutWhatIsNotHere(db: Database, kind: string, body: Body | null): boolean {
  const known = kindOf(kind);
  if (known === undefined || known.about === null || body === null || !known.isBody(body)) return false;
  const isHere = db.prepare('SELECT 1 FROM evidence WHERE id = ?');
  return known.about(body).some((item) => isHere.get(item) === undefined);
}

/** Lets a record be found by the words of what is shown of it; by none where that is nothing (null). Must run inside an act. */
export function writeWords(
  db: Database,
  number: number,
  kind: AnyKind | undefined,
  shown: Body | null,
): void {
  db.prepare('DELETE FROM record_index WHERE rowid = ?').run(number);
  if (kind === undefined || kind.words === null || shown === null || !kind.isBody(shown)) return;
  const words = kind.words(shown).filter((each) => each !== '');
  if (words.length > 0)
    db.prepare('INSERT INTO record_index (rowid, words) VALUES (?, ?)').run(number, words.join('\n'));
}

const shownRow = z.object({ number: z.int(), kind: z.string(), body: z.string() });
const some = 500;

/** Works the whole index of words out anew, once what a kind is looked for by has changed. Must run inside a transaction. */
export function rebuildWords(db: Database): void {
  db.prepare('DELETE FROM record_index').run();
  const worded = JSON.stringify(recordKinds.filter((name) => (kindOf(name)?.words ?? null) !== null));
  const next = `SELECT r.number, r.kind, v.body FROM records r JOIN record_versions v ON v.id = r.shown
    WHERE r.number > ? AND r.removed = 0 AND v.body IS NOT NULL AND r.kind IN (SELECT value FROM json_each(?))
    ORDER BY r.number LIMIT ?`;
  for (
    let rows = allRows(db, shownRow, next, 0, worded, some);
    rows.length > 0;
    rows = allRows(db, shownRow, next, rows.at(-1)?.number ?? 0, worded, some)
  )
    for (const { number, kind, body: text } of rows) {
      const body = parseJson(bodySchema, text);
      writeWords(db, number, kindOf(kind), isAboutWhatIsNotHere(db, kind, body) ? null : body);
    }
}
