import * as z from 'zod';
import { indexQuery, snippetOf } from '../../../shared/domain/text/search';
import type { TextFound } from '../../../shared/models/text';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';

/** So many places are shown with the words around them; nobody reads on after that. */
const mostSnippets = 200;

const hitRow = z.object({ item_id: z.string(), id: z.int(), page: z.int(), corrected: z.int() });
const textRow = z.object({ rowid: z.int(), text: z.string() });

/** The items of a case whose text holds what was typed, each with the first page that does. */
export function findInText(
  { db }: Pick<VaultContext, 'db'>,
  caseId: string,
  typed: string,
): ReadonlyMap<string, TextFound> {
  const query = indexQuery(typed);
  if (query === null) return new Map();
  const hits = allRows(
    db,
    hitRow,
    `SELECT p.item_id, p.id, min(p.page) AS page,
       EXISTS (SELECT 1 FROM text_corrections c WHERE c.item_id = p.item_id AND c.page = p.page) AS corrected
     FROM text_index i JOIN text_pages p ON p.id = i.rowid JOIN evidence e ON e.id = p.item_id
     WHERE text_index MATCH ? AND e.case_id = ? GROUP BY p.item_id ORDER BY e.sort_date, e.exhibit_number`,
    query,
    caseId,
  );
  const shown = JSON.stringify(hits.slice(0, mostSnippets).map(({ id }) => id));
  const texts = new Map(
    allRows(
      db,
      textRow,
      'SELECT rowid, text FROM text_index WHERE rowid IN (SELECT value FROM json_each(?))',
      shown,
    ).map(({ rowid, text }) => [rowid, text] as const),
  );
  return new Map(
    hits.map(({ item_id, id, page, corrected }) => {
      const text = texts.get(id);
      const snippet = text === undefined ? [] : [...snippetOf(text, typed)];
      return [item_id, { page, snippet, corrected: corrected === 1 }];
    }),
  );
}
