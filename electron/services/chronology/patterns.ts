import * as z from 'zod';
import { actsOf, flag } from '../../../shared/domain/chronology-row';
import { aroundTrigger } from '../../../shared/domain/patterns/after-trigger';
import { countRows } from '../../../shared/domain/patterns/counts';
import { silencesOf } from '../../../shared/domain/patterns/silences';
import { HoldfastError } from '../../../shared/errors';
import type { EntryFilter } from '../../../shared/models/entry-filter';
import { mostListed, mostOnTimeline } from '../../../shared/models/patterns';
import type { Around, Patterns, TimelineItem } from '../../../shared/models/patterns';
import type { VaultContext } from '../../vault/api';
import { jurisdictionOf } from '../law/law-of-case';
import { allRows } from '../../vault/rows/rows';
import { conditionOf, selectEntries } from './selection';
import { isUnread } from './unread-filter';

type Db = Pick<VaultContext, 'db'>;

const row = z.object({
  id: z.string(),
  earliest: z.string(),
  latest: z.string(),
  acts: z.int(),
  channel: z.string().nullable(),
  flags: z.int(),
});
type Row = z.infer<typeof row>;
const titled = z.object({ id: z.string(), title: z.string() });

type NarrowRaw = [string, string, string, number, string | null, number, number];

function rowsOf(context: Db, caseId: string, filter: EntryFilter): readonly Row[] {
  if (isUnread(context, caseId, filter)) return [];
  const { sql, params } = conditionOf(filter);
  // Words are looked for apart, and what they leave is picked out here; so is what is left of all but some.
  const byWords = filter.text.trim() !== '' || filter.inverse;
  const wanted = byWords ? new Set(selectEntries(context, caseId, filter, 'oldest')) : null;
  // Raw rows, unchecked: narrow ones of our own writing, up to a hundred thousand times.
  const raw = context.db
    .prepare(
      `SELECT r.entry_id, r.earliest, r.latest, r.acts, r.channel, r.flags, r.id FROM entry_rows r
       WHERE r.case_id = @caseId AND ${byWords ? '1' : sql} ORDER BY r.earliest, r.latest, r.entry_id`,
    )
    .raw()
    .all({ ...(byWords ? {} : params), caseId }) as NarrowRaw[];
  return (wanted === null ? raw : raw.filter(([, , , , , , number]) => wanted.has(number))).map(
    ([id, earliest, latest, acts, channel, flags]) => ({ id, earliest, latest, acts, channel, flags }),
  );
}

/** Rows read at a time before whatever else waits for the vault has its turn. */
const slice = 10_000;

/** The same, read in slices: what is drawn may take a moment, and somebody who types meanwhile must not wait for it. */
async function rowsInTurn(context: Db, caseId: string, filter: EntryFilter): Promise<readonly Row[]> {
  if (isUnread(context, caseId, filter)) return [];
  const { sql, params } = conditionOf(filter);
  if (filter.text.trim() !== '' || filter.inverse) return rowsOf(context, caseId, filter);
  const rows: Row[] = [];
  for (let last: Row | undefined; ; last = rows.at(-1)) {
    // Raw rows, unchecked: narrow ones of our own writing, up to a hundred thousand times.
    const some = context.db
      .prepare(
        `SELECT r.entry_id, r.earliest, r.latest, r.acts, r.channel, r.flags FROM entry_rows r
         WHERE r.case_id = @caseId AND (r.earliest, r.latest, r.entry_id) > (@earliest, @latest, @id) AND ${sql}
         ORDER BY r.earliest, r.latest, r.entry_id LIMIT ${slice}`,
      )
      .raw()
      .all({
        ...params,
        caseId,
        earliest: last?.earliest ?? '',
        latest: last?.latest ?? '',
        id: last?.id ?? '',
      }) as [string, string, string, number, string | null, number][];
    for (const [id, earliest, latest, acts, channel, flags] of some)
      rows.push({ id, earliest, latest, acts, channel, flags });
    if (some.length < slice) return rows;
    await new Promise(setImmediate);
  }
}

function titlesOf({ db }: Db, rows: readonly Row[]): readonly TimelineItem[] {
  const titles = new Map(
    allRows(
      db,
      titled,
      `SELECT e.id, json_extract(e.body, '$.title') AS title FROM json_each(?) j JOIN entries e ON e.id = j.value`,
      JSON.stringify(rows.map(({ id }) => id)),
    ).map(({ id, title }) => [id, title] as const),
  );
  return rows.map(({ id, earliest, latest, acts, flags }) => ({
    id,
    title: titles.get(id) ?? '',
    kind: (flags & flag.event) === 0 ? ('incident' as const) : ('event' as const),
    earliest,
    latest,
    acts: [...actsOf(acts)],
  }));
}

/** Weeks and silences of a filter. */
export async function readWeeks(
  context: Db,
  caseId: string,
  filter: EntryFilter,
): Promise<Pick<Patterns, 'weeks' | 'silences'>> {
  const rows = await rowsInTurn(context, caseId, filter);
  const { weeks } = countRows(rows);
  await new Promise(setImmediate);
  return {
    weeks: weeks.map((week) => ({ ...week, acts: { ...week.acts } })),
    silences: silencesOf(rows).slice(0, mostListed),
  };
}

/** What the views of a chronology are drawn from, over one filter. */
export function readPatterns(context: Db, caseId: string, filter: EntryFilter): Patterns {
  const rows = rowsOf(context, caseId, filter);
  const counts = countRows(rows);
  const events = rows.filter(({ flags }) => (flags & flag.event) !== 0).slice(0, mostListed);
  return {
    jurisdiction: jurisdictionOf(context, caseId),
    ...counts,
    days: [...counts.days],
    hours: [...counts.hours],
    weeks: counts.weeks.map((week) => ({ ...week, acts: { ...week.acts } })),
    silences: silencesOf(rows).slice(0, mostListed),
    timeline: rows.length > mostOnTimeline ? [] : [...titlesOf(context, rows)],
    triggers: [...titlesOf(context, events)],
  };
}

/** Incidents in the weeks before and after an entry. Throws `not-found`. */
export function readAround(context: Db, caseId: string, filter: EntryFilter, trigger: string): Around {
  const [found] = allRows(
    context.db,
    row,
    'SELECT entry_id AS id, earliest, latest, acts, channel, flags FROM entry_rows WHERE entry_id = ? AND case_id = ?',
    trigger,
    caseId,
  );
  const item = found === undefined ? undefined : titlesOf(context, [found])[0];
  // A date that is open at its beginning has no weeks after it.
  if (found === undefined || item === undefined || found.earliest.startsWith('0000'))
    throw new HoldfastError('not-found');
  const { weeks, unsure } = aroundTrigger(rowsOf(context, caseId, filter), found);
  return { trigger: item, weeks: [...weeks], unsure };
}
