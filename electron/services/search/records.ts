import * as z from 'zod';
import { snippetOf } from '../../../shared/domain/text/search';
import type { SearchHit } from '../../../shared/models/search';
import { kindOf, recordKinds } from '../../../shared/records/all';
import { bodySchema } from '../../../shared/records/json';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';

type Db = Pick<VaultContext, 'db'>;

const recordRow = z.object({ kind: z.string(), id: z.string(), body: z.string(), words: z.string() });

/**
 * Records of a case by the words that their kinds are looked for by, kind by kind, of each no more than `most`. The index is read past
 * the rows of other cases, and once for all kinds.
 */
export function findRecords(
  context: Db,
  caseId: string,
  { typed, query }: { readonly typed: string; readonly query: string },
  most: number,
): readonly SearchHit[][] {
  const found = new Map<string, SearchHit[]>();
  for (const { kind, id, body, words } of allRows(
    context.db,
    recordRow,
    `SELECT f.kind, f.id, v.body, i.words FROM (
       SELECT r.number, r.kind, r.id, r.shown, r.created_at,
         row_number() OVER (PARTITION BY r.kind ORDER BY r.created_at, r.id) AS place
       FROM record_index x CROSS JOIN records r ON r.number = x.rowid WHERE record_index MATCH ? AND r.case_id = ?
     ) f JOIN record_versions v ON v.id = f.shown JOIN record_index i ON i.rowid = f.number
     WHERE f.place <= ? ORDER BY f.created_at, f.id`,
    query,
    caseId,
    most,
  )) {
    const hit = { ...saidOf(context, kind, body), kind: 'record', id, position: null, record: kind } as const;
    const hits = found.get(kind) ?? [];
    hits.push({ ...hit, snippet: [...snippetOf(words, typed)] });
    found.set(kind, hits);
  }
  return recordKinds.map((kind) => found.get(kind) ?? []);
}

/** How a record is called, and the exhibit that it is about, where it is about one. */
function saidOf(context: Db, name: string, text: string): Pick<SearchHit, 'title' | 'detail' | 'itemId'> {
  const kind = kindOf(name);
  const body = parseJson(bodySchema, text);
  if (kind?.isBody(body) !== true) return { title: name, detail: '', itemId: null };
  const title = kind.title(body);
  const [itemId] = kind.about?.(body) ?? [];
  if (itemId === undefined) return { title, detail: kind.detail(body), itemId: null };
  return { title, detail: exhibitOf(context, itemId), itemId };
}

function exhibitOf({ db }: Db, itemId: string): string {
  const name = db.prepare("SELECT exhibit_ref || ' ' || title FROM evidence WHERE id = ?").pluck();
  return z.string().optional().parse(name.get(itemId)) ?? '';
}
