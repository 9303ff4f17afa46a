import * as z from 'zod';
import { newCaseSchema } from '../../../shared/models/case';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';
import { searchEverything } from '../search/everything';

const caseRow = z.object({ id: z.string(), body: z.string() });

/** In which cases a name or a number stands, in entries, exhibits and their text, records and messages. Words put right are not taken for it. */
export function findPerson(
  context: VaultContext,
  text: string,
): { caseId: string; reference: string; hits: number; more: boolean }[] {
  return allRows(context.db, caseRow, 'SELECT id, body FROM cases ORDER BY id').flatMap(({ id, body }) => {
    const { hits, more, instead } = searchEverything(context, id, text);
    if (hits.length === 0 || instead !== null) return [];
    const { reference } = parseJson(newCaseSchema, body);
    return [{ caseId: id, reference, hits: hits.length, more: more.length > 0 }];
  });
}
