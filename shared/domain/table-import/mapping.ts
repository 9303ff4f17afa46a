import type { NewEntry } from '../../models/chronology';
import { reportedSchema } from '../../models/chronology';
import { clockWords } from '../dates/spoken/clock-words';
import { readSpoken } from '../dates/spoken/spoken';
import type { SpokenDate } from '../dates/spoken/reading';
import { entryContent, nothingMore } from '../entry-content';
import { newEntrySchema } from '../../models/chronology';

/** What a column of somebody's own table can be. */
export const tableFields = [
  'date',
  'time',
  'title',
  'description',
  'quote',
  'comment',
  'place',
  'others',
  'vehicle',
  'effect',
  'reference',
  'response',
  'ignore',
] as const;
export type TableField = (typeof tableFields)[number];

/** How columns are usually headed, in the order in which a heading is tried. */
const headings: readonly (readonly [TableField, RegExp])[] = [
  ['time', /\btime\b/iu],
  ['date', /\b(?:date|when|day)\b/iu],
  ['reference', /\b(?:ref(?:erence)?|cad|log|crime|incident) ?(?:no|number|num|#|ref)?\.?$/iu],
  ['response', /\b(?:response|answer|outcome|police)\b/iu],
  ['quote', /\b(?:words?|quote|said|exact)\b/iu],
  ['comment', /\b(?:comment|note|remark)s?\b/iu],
  ['place', /\b(?:place|location|where|address)\b/iu],
  ['vehicle', /\b(?:vehicle|car|registration|plate)\b/iu],
  ['effect', /\b(?:effect|impact|feel|felt|feeling)s?\b/iu],
  ['others', /\b(?:who|witness(?:es)?|people|others?)\b/iu],
  ['title', /\b(?:title|summary|subject|type|heading|what)\b/iu],
  ['description', /\b(?:description|details?|account|happened|event|incident|narrative)\b/iu],
];

/** A guess of what each column is, from its heading. A field that holds one thing is given once. */
export function guessFields(head: readonly string[]): TableField[] {
  const given = new Set<TableField>();
  const fields = head.map((heading): TableField => {
    const found = headings.find(([field, words]) => words.test(heading) && !given.has(field))?.[0];
    if (found === undefined) return 'ignore';
    given.add(found);
    return found;
  });
  // "What happened" alone is the account; without a title its beginning becomes one.
  return fields;
}

/** Whether the first row looks like headings: nothing in it is a date. */
export function hasHeadings(rows: readonly (readonly string[])[], today: string): boolean {
  const [first] = rows;
  if (first === undefined || rows.length < 2) return false;
  return !first.some(
    (cell) => /\d/u.test(cell) && readSpoken(cell, { today, lastDay: null }).spans.length > 0,
  );
}

export type NumericOrder = 'day-first' | 'month-first';

export interface TableRow {
  /** Its number in the table, from 1. */
  readonly number: number;
  readonly entry: NewEntry | null;
  /** Why it is no entry: no date that can be read, a date that may be two, or nothing that happened. */
  readonly problem: 'no-date' | 'unclear-date' | 'empty' | 'too-long' | null;
}

export interface TablePlan {
  readonly rows: readonly TableRow[];
  /** Whether dates in it are written as numbers whose day and month could be told either way. */
  readonly asksOrder: boolean;
}

/**
 * The entries of a table, row by row. Dates written as numbers are read the way `order` says for all of them; without one,
 * those that could be read either way are unclear. Nothing is guessed for one row alone.
 */
export function planTable(
  rows: readonly (readonly string[])[],
  fields: readonly TableField[],
  {
    today,
    order,
    firstNumber,
  }: { readonly today: string; readonly order: NumericOrder | null; readonly firstNumber: number },
): TablePlan {
  let asksOrder = false;
  const get = (row: readonly string[], field: TableField): string =>
    fields
      .flatMap((each, index) => (each === field ? [row[index]?.trim() ?? ''] : []))
      .filter((cell) => cell !== '')
      .join('\n');
  const planned = rows.map((row, index): TableRow => {
    const number = firstNumber + index;
    const told = [get(row, 'title'), get(row, 'description')].filter((each) => each !== '');
    const dateText = get(row, 'date');
    const read = readDate(dateText, get(row, 'time'), today, order);
    if (read === 'either') asksOrder = true;
    if (told.length === 0 && get(row, 'quote') === '') return { number, entry: null, problem: 'empty' };
    if (read === 'either' || read === 'unclear') return { number, entry: null, problem: 'unclear-date' };
    if (read === null) return { number, entry: null, problem: 'no-date' };
    return withEntry(number, entryOf(row, get, read));
  });
  return { rows: planned, asksOrder };
}

function withEntry(number: number, entry: NewEntry): TableRow {
  const parsed = newEntrySchema.safeParse(entry);
  return parsed.success
    ? { number, entry: entryContent(parsed.data), problem: null }
    : { number, entry: null, problem: 'too-long' };
}

function entryOf(
  row: readonly string[],
  get: (row: readonly string[], field: TableField) => string,
  date: SpokenDate,
): NewEntry {
  const [title, description, quote] = [get(row, 'title'), get(row, 'description'), get(row, 'quote')];
  const told = title === '' ? (description === '' ? quote : description) : title;
  const line = told.split('\n')[0] ?? told;
  const short = line.length > 120 ? `${line.slice(0, 119)}…` : line;
  const [reference, response] = [get(row, 'reference'), get(row, 'response')];
  return {
    ...nothingMore,
    ...date,
    title: short,
    // A title that was cut is told in full below it.
    description: [title === short ? '' : title, title === '' && description === short ? '' : description]
      .filter((each) => each !== '')
      .join('\n'),
    quote,
    comment: get(row, 'comment'),
    place: get(row, 'place').replaceAll('\n', ', '),
    others: get(row, 'others').replaceAll('\n', ', '),
    vehicle: get(row, 'vehicle').replaceAll('\n', ', '),
    effect: get(row, 'effect'),
    dateSource: 'the client’s own table',
    reported:
      reference === '' && response === ''
        ? null
        : reportedSchema.parse({
            date: null,
            reference: reference.slice(0, 80),
            response: response.slice(0, 500),
          }),
  };
}

/** `2026-03-04 00:00:00` and the like are how spreadsheets write a day. */
function readDate(
  dateCell: string,
  timeCell: string,
  today: string,
  order: NumericOrder | null,
): SpokenDate | 'either' | 'unclear' | null {
  const day = dateCell
    .replace(/^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?$/u, '$1')
    .replace(/^(\d{4}-\d{2}-\d{2})T/u, '$1 ');
  const time = clockWords(timeCell) === null && /^\d{1,2}$/u.test(timeCell) ? '' : timeCell;
  const text = time === '' ? day : `${day}, ${time}`;
  const answers = order === null ? {} : ({ 'day-or-month': order === 'day-first' ? 0 : 1 } as const);
  const { value, ask } = readSpoken(text, { today, lastDay: null }, answers);
  if (value !== null) return value;
  if (ask === null) return null;
  return ask.question === 'day-or-month' ? 'either' : 'unclear';
}
