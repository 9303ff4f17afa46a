import * as z from 'zod';
import { hasEnded } from '../../../shared/domain/casework/caseload/endings';
import { calendarKinds, itemsOf } from '../../../shared/domain/casework/calendar/items-of';
import { caseStatusSchema } from '../../../shared/models/case';
import type { CalendarItem, TaskRow } from '../../../shared/models/caseload';
import { bodySchema } from '../../../shared/records/json';
import { taskKind } from '../../../shared/records/task';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';

type Db = Pick<VaultContext, 'db'>;

const caseRow = z.object({
  id: z.string(),
  reference: z.string(),
  alias: z.string(),
  status: caseStatusSchema,
});
const recordRow = z.object({ id: z.string(), case_id: z.string(), body: z.string() });

interface Owner {
  readonly caseReference: string;
  readonly caseAlias: string;
}

/** What the cases that are worked on are called, by their ids. */
function openCases({ db }: Db): ReadonlyMap<string, Owner> {
  return new Map(
    allRows(db, caseRow, 'SELECT id, reference, alias, status FROM cases')
      .filter(({ status }) => !hasEnded(status))
      .map(({ id, reference, alias }) => [id, { caseReference: reference, caseAlias: alias }] as const),
  );
}

/** The records of a kind of all cases, in the order in which they were made: one query, however many cases there are. */
function recordsOf({ db }: Db, kind: string) {
  return allRows(
    db,
    recordRow,
    `SELECT r.id, r.case_id, v.body FROM records r JOIN record_versions v ON v.id = r.shown
     WHERE r.kind = ? AND r.removed = 0 AND r.case_id IS NOT NULL AND v.body IS NOT NULL ORDER BY r.created_at, r.id`,
    kind,
  ).map(({ id, case_id: caseId, body }) => ({ id, caseId, body: parseJson(bodySchema, body) }));
}

/** What has a day in the cases that are worked on, from one day to another. */
export function readCalendar(
  context: Db,
  range: { readonly from: string; readonly until: string },
): CalendarItem[] {
  const owners = openCases(context);
  return Object.keys(calendarKinds).flatMap((kind) =>
    itemsOf(kind, recordsOf(context, kind), range).flatMap((item) => {
      const owner = owners.get(item.caseId);
      return owner === undefined ? [] : [{ ...item, ...owner }];
    }),
  );
}

/** Tasks, reviews and appointments that are not done, the first due first; those without a day last. */
export function readTasks(context: Db): TaskRow[] {
  const owners = openCases(context);
  return recordsOf(context, taskKind.kind)
    .flatMap(({ id, caseId, body }): TaskRow[] => {
      const read = taskKind.body.safeParse(body);
      const owner = owners.get(caseId);
      if (!read.success || owner === undefined || read.data.doneOn !== null) return [];
      const { title, sort, due, time, owner: whose } = read.data;
      return [{ id, caseId, ...owner, title, sort, due, time: time?.slice(0, 5) ?? null, owner: whose }];
    })
    .sort((a, b) => {
      const [first, second] = [a, b].map(({ due, time }) => `${due ?? '9999'} ${time ?? '99'}`);
      return (first ?? '') < (second ?? '') ? -1 : first === second ? 0 : 1;
    });
}
