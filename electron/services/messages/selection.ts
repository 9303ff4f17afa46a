import type { MessageFilter } from '../../../shared/models/message';
import type { VaultContext } from '../../vault/api';
import { keepLast } from './keep-last';
import type { Searched } from './searched-items';

type Db = Pick<VaultContext, 'db'>;

/** The rows of a filter, by their places alone, so that any page of a million is at hand at once. */
export interface Selection {
  readonly length: number;
  readonly at: (index: number) => { readonly itemId: string; readonly position: number };
  /** The first row on or after a day. */
  readonly find: (day: string) => number;
}

/** Seen from the phone's owner: what the file says, else what follows from who the owner is. */
export const directionSql = directionBy('@owner');

/** The same, with whose phone it was as an expression of SQL. */
export function directionBy(owner: string): string {
  return `CASE WHEN m.direction <> 'unknown' OR ${owner} IS NULL OR m.sender = '' OR m.kind NOT IN ('message', 'call')
  THEN m.direction WHEN m.sender = ${owner} THEN 'out' ELSE 'in' END`;
}

/** The condition of a filter on rows `m` of one export, with its parameters. */
export function conditionOf(
  filter: MessageFilter,
  { itemId, owner }: Searched,
): { readonly sql: string; readonly params: Readonly<Record<string, unknown>> } {
  const parts = ['m.item_id = @itemId'];
  const params: Record<string, unknown> = { itemId, owner };
  const add = (sql: string, more: Readonly<Record<string, unknown>> = {}): void => {
    parts.push(sql);
    Object.assign(params, more);
  };
  if (filter.sender !== null) add('m.sender = @sender', { sender: filter.sender });
  if (filter.kind !== null) add('m.kind = @kind', { kind: filter.kind });
  if (filter.direction !== null) add(`${directionSql} = @direction`, { direction: filter.direction });
  if (filter.from !== null) add('m.local >= @from', { from: filter.from });
  // Behind every time of that day, and before the next.
  if (filter.to !== null) add('m.local < @to', { to: `${filter.to}U` });
  if (filter.review) add('m.raw IS NOT NULL');
  if (filter.entryId !== null)
    add(
      'EXISTS (SELECT 1 FROM entry_messages l WHERE l.entry_id = @entryId AND l.item_id = m.item_id AND l.position = m.position)',
      { entryId: filter.entryId },
    );
  textForms(filter.text).forEach((text, index) => {
    params[`text${index}`] = `%${text.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  });
  const forms = textForms(filter.text).map(
    (_, index) =>
      `m.body LIKE @text${index} ESCAPE '\\' OR m.raw LIKE @text${index} ESCAPE '\\' OR m.sender LIKE @text${index} ESCAPE '\\'`,
  );
  // SQLite ends a pattern at this character, and a pattern of nothing matches everything.
  if (filter.text.includes('\u0000')) add('0');
  if (forms.length > 0) add(`(${forms.join(' OR ')})`);
  return { sql: parts.join(' AND '), params };
}

/** SQLite tells capitals from small letters outside of ASCII; people who look for something do not. */
function textForms(text: string): readonly string[] {
  const typed = text.trim();
  if (typed === '') return [];
  return [...new Set([typed, typed.toLocaleLowerCase('en-GB'), typed.toLocaleUpperCase('en-GB')])];
}

/** The rows of a filter; the last few filters are kept until rows change. */
export function selectRows(context: Db, caseId: string, filter: MessageFilter): Selection {
  return selections(context, caseId, filter, (items) => {
    const [only, ...more] = items;
    return only !== undefined && more.length === 0 && isEverything(filter)
      ? wholeExport(context, only.itemId)
      : createSelection(context, filter, items);
  });
}
const selections = keepLast<Selection>();

function isEverything({ itemId: _itemId, ...filter }: MessageFilter): boolean {
  return Object.values(filter).every((value) => value === null || value === '' || value === false);
}

/** All rows of one export stand at their own places: nothing has to be looked through. */
function wholeExport({ db }: Db, itemId: string): Selection {
  const next = db.prepare('SELECT coalesce(max(position) + 1, 0) FROM messages WHERE item_id = ?').pluck();
  const length = Number(next.get(itemId));
  const first = db
    .prepare(
      'SELECT position FROM messages WHERE item_id = ? AND local >= ? ORDER BY local, position LIMIT 1',
    )
    .pluck();
  return {
    length,
    at: (position) => ({ itemId, position }),
    find: (day) => {
      const found: unknown = first.get(itemId, day);
      return typeof found === 'number' ? found : Math.max(0, length - 1);
    },
  };
}

function createSelection({ db }: Db, filter: MessageFilter, items: readonly Searched[]): Selection {
  const item: number[] = [];
  const position: number[] = [];
  const day: string[] = [];
  for (const [index, searched] of items.entries()) {
    const { sql, params } = conditionOf(filter, searched);
    // Raw rows, unchecked: two values a row of our own writing, up to a million times.
    const rows = db
      .prepare(`SELECT m.position, m.local FROM messages m WHERE ${sql} ORDER BY m.position`)
      .raw()
      .iterate(params) as IterableIterator<readonly [number, string | null]>;
    // A line without a time stays with the one before it.
    let last = '';
    for (const [place, local] of rows) {
      last = local ?? last;
      item.push(index);
      position.push(place);
      day.push(last);
    }
  }
  const order = Uint32Array.from(item.keys());
  if (items.length > 1)
    order.sort((a, b) => {
      const [before = '', after = ''] = [day[a], day[b]];
      return before < after ? -1 : before > after ? 1 : a - b;
    });
  const items32 = Uint16Array.from(order, (each) => item[each] ?? 0);
  const positions = Uint32Array.from(order, (each) => position[each] ?? 0);
  const days = Uint32Array.from(order, (each) => dayNumber(day[each] ?? ''));
  return {
    length: positions.length,
    at: (index) => ({
      itemId: items[items32[index] ?? 0]?.itemId ?? '',
      position: positions[index] ?? 0,
    }),
    find: (wanted) => {
      const number = dayNumber(wanted);
      const found = days.findIndex((each) => each >= number);
      return found < 0 ? Math.max(0, positions.length - 1) : found;
    },
  };
}

/** `2026-10-13` as 20261013. */
function dayNumber(local: string): number {
  return Number(local.slice(0, 10).replaceAll('-', ''));
}
