import { actBits, flag } from '../../../shared/domain/chronology-row';
import { wantedWords } from '../../../shared/domain/text/searchable';
import { everyEntry } from '../../../shared/models/entry-filter';
import type { EntryFilter, EntryOrder } from '../../../shared/models/entry-filter';
import type { VaultContext } from '../../vault/api';
import { entriesRevision } from './revision';
import { isUnread } from './unread-filter';

type Db = Pick<VaultContext, 'db'>;

/** Filters whose results are kept: going back to one costs nothing. */
const kept = 8;

/** Row numbers of entries that a filter leaves, in the order asked for, so that any page of them is at hand at once. */
export type Selection = readonly number[];

const caches = new WeakMap<object, Map<string, Selection>>();

/** What was worked out for a key since entries last changed; the last few are kept. */
function keeping(context: Db, key: string, select: () => Selection): Selection {
  const cache = caches.get(context.db) ?? new Map<string, Selection>();
  caches.set(context.db, cache);
  const whole = `${entriesRevision(context)} ${key}`;
  const found = cache.get(whole) ?? select();
  cache.delete(whole);
  cache.set(whole, found);
  for (const oldest of cache.keys()) {
    if (cache.size <= kept) break;
    cache.delete(oldest);
  }
  return found;
}

/**
 * The rows of a filter; the last few filters are kept until entries change. One that asks for what cannot be looked for
 * leaves none, and so does its complement.
 */
export function selectEntries(
  context: Db,
  caseId: string,
  filter: EntryFilter,
  order: EntryOrder,
): Selection {
  if (isUnread(context, caseId, filter)) return [];
  const query = queryOf(filter);
  return keeping(context, JSON.stringify([caseId, filter, order]), () => {
    if (order === 'newest') return [...selectEntries(context, caseId, filter, 'oldest')].reverse();
    if (query === null) return byConditions(context, caseId, filter);
    // The index gives its rows in an order of its own: they are taken out of all rows that the rest of the filter leaves.
    const rest = { ...filter, text: '' };
    const left = selectEntries(context, caseId, { ...rest, inverse: false }, 'oldest');
    const withWords = marksOf(withWordsOf(context, query));
    const inside = left.filter((id) => withWords[id] === 1);
    if (!filter.inverse) return inside;
    const marked = marksOf(inside);
    const all = selectEntries(context, caseId, everyEntry, 'oldest');
    return all.filter((id) => marked[id] !== 1);
  });
}

/**
 * A page of a filter without working out all of it: the first screen of a long chronology must not wait for its last row.
 * Null where the filter asks for words, whose rows have to be put in order first.
 */
export function selectPage(
  context: Db,
  caseId: string,
  filter: EntryFilter,
  order: EntryOrder,
  offset: number,
  limit: number,
): { readonly rowIds: Selection; readonly total: number } | null {
  if (isUnread(context, caseId, filter)) return { rowIds: [], total: 0 };
  if (queryOf(filter) !== null) return null;
  const { sql, params } = conditionOf(filter);
  const way = order === 'oldest' ? 'ASC' : 'DESC';
  const where = `r.case_id = @caseId AND ${filter.inverse ? `NOT (${sql})` : sql}`;
  const rowIds = context.db
    .prepare(
      `SELECT r.id FROM entry_rows r WHERE ${where}
       ORDER BY r.earliest ${way}, r.latest ${way}, r.entry_id ${way} LIMIT @limit OFFSET @offset`,
    )
    .pluck()
    .all({ ...params, caseId, limit, offset }) as number[];
  const [total = 0] = keeping(context, `count ${JSON.stringify([caseId, filter])}`, () => [
    Number(
      context.db
        .prepare(`SELECT count(*) FROM entry_rows r WHERE ${where}`)
        .pluck()
        .get({ ...params, caseId }),
    ),
  ]);
  return { rowIds, total };
}

/** The words of a filter that can be read; null where it asks for none. */
function queryOf({ text }: EntryFilter): string | null {
  const words = wantedWords(text);
  return words.kind === 'query' ? words.query : null;
}

function byConditions(context: Db, caseId: string, filter: EntryFilter): Selection {
  const { sql, params } = conditionOf(filter);
  // Raw rows, unchecked: a number of our own writing, up to a hundred thousand times.
  return context.db
    .prepare(
      `SELECT r.id FROM entry_rows r WHERE r.case_id = @caseId AND ${filter.inverse ? `NOT (${sql})` : sql}
       ORDER BY r.earliest, r.latest, r.entry_id`,
    )
    .pluck()
    .all({ ...params, caseId }) as number[];
}

/** Rows whose words match. */
function withWordsOf({ db }: Db, query: string): Selection {
  return db.prepare('SELECT rowid FROM entry_index WHERE entry_index MATCH ?').pluck().all(query) as number[];
}

/** A 1 at the place of every row: asked a hundred thousand times, a set takes ten times as long. */
function marksOf(ids: Selection): Uint8Array {
  const marks = new Uint8Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1);
  for (const id of ids) marks[id] = 1;
  return marks;
}

/**
 * The condition of a filter on narrow rows `r`, but for its words; never NULL, so that what it leaves and what it leaves
 * out are all there is.
 */
export function conditionOf(filter: EntryFilter): {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
} {
  const parts: string[] = [];
  const params: Record<string, unknown> = {};
  const add = (sql: string, more: Readonly<Record<string, unknown>> = {}): void => {
    parts.push(sql);
    Object.assign(params, more);
  };
  const bit = (which: number, on: boolean): string => `(r.flags & ${which}) ${on ? '<>' : '='} 0`;
  if (filter.kind !== null) add(bit(flag.event, filter.kind === 'event'));
  if (filter.acts.length > 0) add('(r.acts & @acts) <> 0', { acts: actBits(filter.acts) });
  if (filter.channel !== null) add('r.channel IS @channel', { channel: filter.channel });
  if (filter.from !== null) add('r.latest >= @from', { from: filter.from });
  // Behind every time of that day, and before the next.
  if (filter.to !== null) add('r.earliest < @to', { to: `${filter.to}U` });
  if (filter.reported !== null) add(bit(flag.reported, filter.reported));
  if (filter.approximate !== null) add(bit(flag.approximate, filter.approximate));
  if (filter.evidence !== null) add(bit(flag.evidence | flag.messages, filter.evidence));
  if (filter.registerId !== null)
    add('r.entry_id IN (SELECT l.entry_id FROM entry_register l WHERE l.register_id = @registerId)', {
      registerId: filter.registerId,
    });
  if (filter.element !== null)
    add('r.id IN (SELECT s.row_id FROM entry_supports s WHERE s.element = @element)', {
      element: filter.element,
    });
  // strftime's %w counts from Sunday; a day that is not known has none.
  if (filter.weekday !== null)
    add(
      `(substr(r.earliest, 1, 10) = substr(r.latest, 1, 10) AND strftime('%w', substr(r.earliest, 1, 10)) = @weekday)`,
      { weekday: String((filter.weekday + 1) % 7) },
    );
  if (filter.hour !== null)
    add(
      `(substr(r.earliest, 1, 10) = substr(r.latest, 1, 10) AND substr(r.earliest, 12, 2) = @hour
        AND substr(r.latest, 12, 2) * 60 + substr(r.latest, 15, 2) - substr(r.earliest, 12, 2) * 60 - substr(r.earliest, 15, 2) < 300)`,
      { hour: String(filter.hour).padStart(2, '0') },
    );
  return {
    sql: parts.length === 0 ? '1' : parts.map((part) => `coalesce(${part}, 0)`).join(' AND '),
    params,
  };
}
