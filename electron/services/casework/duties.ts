import * as z from 'zod';
import { dutiesOf, sortDuties } from '../../../shared/domain/casework/duties/duties';
import type { Duty } from '../../../shared/models/duty';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { readCaseFacts } from './case-facts';

/** What is missing or due on a day: of a case, or, for null, of every case that somebody works on. */
export function readDuties(context: VaultContext, caseId: string | null, today: string): Duty[] {
  const all = readCaseFacts(context, caseId).flatMap((facts) => dutiesOf(facts, today));
  return withTitles(context, caseId === null ? sortDuties(all, today) : all);
}

const titleRow = z.object({ id: z.string(), title: z.string() });

/** The titles of the entries that lines stand on: only those are read that a line names. */
function withTitles({ db }: VaultContext, duties: readonly Duty[]): Duty[] {
  const ids = new Set(
    duties.flatMap(({ standsOn }) => standsOn.filter(({ kind }) => kind === 'entry').map(({ id }) => id)),
  );
  const rows = allRows(
    db,
    titleRow,
    "SELECT e.id, json_extract(e.body, '$.title') AS title FROM json_each(?) j JOIN entries e ON e.id = j.value",
    JSON.stringify([...ids]),
  );
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  return duties.map((duty) => ({
    ...duty,
    standsOn: duty.standsOn.map((each) =>
      each.kind === 'entry' ? { ...each, title: titles.get(each.id) ?? each.title } : each,
    ),
  }));
}
