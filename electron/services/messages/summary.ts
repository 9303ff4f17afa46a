import * as z from 'zod';
import type { MessageFilter, MessageSummary } from '../../../shared/models/message';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { keepLast } from './keep-last';
import { conditionOf } from './selection';
import type { Searched } from './searched-items';

type Db = Pick<VaultContext, 'db'>;

const groupRow = z.object({
  kind: z.enum(['message', 'call', 'system', 'unread']),
  sender: z.string(),
  rows: z.int(),
  review: z.int(),
  repeated: z.int(),
  missed: z.int(),
  seconds: z.int(),
  first: z.string().nullable(),
  last: z.string().nullable(),
});
const dayRow = z.object({ day: z.string() });
const mostSenders = 200;

/** Counts all rows of a filter; the last few are kept until rows change. */
export function summarise(context: Db, caseId: string, filter: MessageFilter): MessageSummary {
  return summaries(context, caseId, filter, (items) => count(context, filter, items));
}
const summaries = keepLast<MessageSummary>();

function count({ db }: Db, filter: MessageFilter, items: readonly Searched[]): MessageSummary {
  const groups: z.infer<typeof groupRow>[] = [];
  const days = new Set<string>();
  for (const searched of items) {
    const { sql, params } = conditionOf(filter, searched);
    groups.push(
      ...allRows(
        db,
        groupRow,
        `SELECT m.kind, m.sender, count(*) AS rows, count(m.raw) AS review, count(m.repeat_of) AS repeated,
           sum(m.status IS 'missed') AS missed, coalesce(sum(m.duration_s), 0) AS seconds, min(m.local) AS first,
           max(m.local) AS last
         FROM messages m WHERE ${sql} GROUP BY m.kind, m.sender`,
        params,
      ),
    );
    for (const { day } of allRows(
      db,
      dayRow,
      `SELECT DISTINCT substr(m.local, 1, 10) AS day FROM messages m WHERE ${sql} AND m.local IS NOT NULL AND m.kind IN ('message', 'call')`,
      params,
    ))
      days.add(day);
  }
  const of = (kind: string) => groups.filter((group) => group.kind === kind);
  const calls = of('call');
  const said = groups.filter(({ kind }) => kind === 'message' || kind === 'call');
  const senders = bySender(said);
  return {
    rows: sum(groups, 'rows'),
    message: sum(of('message'), 'rows'),
    call: sum(calls, 'rows'),
    system: sum(of('system'), 'rows'),
    unread: sum(of('unread'), 'rows'),
    review: sum(groups, 'review'),
    repeated: sum(groups, 'repeated'),
    days: days.size,
    first: least(groups.map(({ first }) => first)),
    last: most(groups.map(({ last }) => last)),
    missed: sum(calls, 'missed'),
    seconds: sum(calls, 'seconds'),
    firstCall: least(calls.map(({ first }) => first)),
    lastCall: most(calls.map(({ last }) => last)),
    senders: senders.slice(0, mostSenders),
    senderCount: senders.length,
  };
}

type Group = z.infer<typeof groupRow>;
const sum = (
  groups: readonly Group[],
  field: 'rows' | 'review' | 'repeated' | 'missed' | 'seconds',
): number => groups.reduce((all, group) => all + group[field], 0);
const least = (times: readonly (string | null)[]): string | null =>
  times.reduce(
    (before, time) => (time === null || (before !== null && before <= time) ? before : time),
    null,
  );
const most = (times: readonly (string | null)[]): string | null =>
  times.reduce(
    (before, time) => (time === null || (before !== null && before >= time) ? before : time),
    null,
  );

function bySender(groups: readonly Group[]): MessageSummary['senders'] {
  const senders = new Map<string, MessageSummary['senders'][number]>();
  for (const { sender, rows, first, last } of groups) {
    const before = senders.get(sender);
    senders.set(sender, {
      sender,
      count: (before?.count ?? 0) + rows,
      first: least([before?.first ?? null, first]),
      last: most([before?.last ?? null, last]),
    });
  }
  return [...senders.values()].sort((a, b) => b.count - a.count || (a.sender < b.sender ? -1 : 1));
}
