import { newEntrySchema, reportedSchema } from '../../models/chronology';
import type { NewEntry, Reported } from '../../models/chronology';
import type { SpokenDate } from '../dates/spoken/reading';
import { entryContent, nothingMore } from '../entry-content';
import type { TableField } from './columns';
import { isOtherOrder, provenOrder, readDateCells } from './read-date';
import type { DateRead, NumericOrder, RowQuestion } from './read-date';

export { guessFields, hasHeadings, tableFields } from './columns';
export type { TableField } from './columns';
export type { NumericOrder } from './read-date';

/** A cell whose words were not understood: they are kept with the entry, and listed before it is saved. */
export interface NotUnderstood {
  readonly field: 'time' | 'reportedDate';
  readonly cell: string;
}

export interface TableRow {
  /** Its number in the table, from 1. */
  readonly number: number;
  readonly entry: NewEntry | null;
  /** Why it is no entry: no date that can be read, a date that may be two, or nothing that happened. */
  readonly problem: 'no-date' | 'unclear-date' | 'empty' | 'too-long' | null;
  /** What a person has to say before it becomes an entry; null where nothing is open. */
  readonly ask: { readonly question: RowQuestion; readonly options: readonly string[] } | null;
  readonly notUnderstood: readonly NotUnderstood[];
  /** Its date can only be read the other way than the order that was chosen for the whole table. */
  readonly isOtherOrder: boolean;
  /** What stands in its cells, for a row that is listed. */
  readonly cells: string;
}

export interface TablePlan {
  readonly rows: readonly TableRow[];
  /** Whether dates in it are written as numbers whose day and month could be told either way. */
  readonly asksOrder: boolean;
  /** Rows whose numbers can only be read one way, where both ways are there: one of them contradicts every choice. */
  readonly mixed: Readonly<Record<NumericOrder, readonly number[]>> | null;
}

export interface TableOptions {
  readonly today: string;
  readonly order: NumericOrder | null;
  /** Number of the first row, where all follow each other; `numbers` says so of each. */
  readonly firstNumber: number;
  readonly numbers?: readonly number[];
  /** Names of the columns. */
  readonly head?: readonly string[];
  /** Options chosen for the questions about a row, by its number. */
  readonly choices?: ReadonlyMap<number, readonly number[]>;
}

type Get = (field: TableField) => string;

/**
 * The entries of a table, row by row. Dates written as numbers are read the way `order` says for all of them; without one,
 * those that could be read either way are unclear, and so is every one where some prove the one way and some the other.
 * Nothing is guessed for one row alone: what is not certain is asked, and what is not understood is kept and listed.
 */
export function planTable(
  rows: readonly (readonly string[])[],
  fields: readonly TableField[],
  options: TableOptions,
): TablePlan {
  const {
    today,
    order,
    firstNumber,
    numbers = [],
    head = [],
    choices = new Map<number, readonly number[]>(),
  } = options;
  const numberOf = (index: number): number => numbers[index] ?? firstNumber + index;
  const mixed = mixedOrders(rows, fields, numberOf);
  let asksOrder = mixed !== null;
  const planned = rows.map((row, index): TableRow => {
    const number = numberOf(index);
    const get = cellsOf(row, fields);
    const read = readDateCells(get('date'), get('time'), {
      today,
      order,
      choices: choices.get(number) ?? [],
    });
    if (read.kind === 'order') asksOrder = true;
    const isOpen = mixed !== null && order === null && provenOrder(get('date')) !== null;
    const none: TableRow = {
      number,
      entry: null,
      problem: null,
      ask: null,
      notUnderstood: [],
      isOtherOrder: isOtherOrder(get('date'), order),
      cells: shownCells(row),
    };
    const told = [get('title'), get('description'), get('quote')].some((each) => each !== '');
    if (!told) return { ...none, problem: 'empty' };
    if (isOpen || read.kind === 'order') return { ...none, problem: 'unclear-date' };
    if (read.kind === 'ask') {
      const { question, options: all } = read;
      return { ...none, problem: 'unclear-date', ask: { question, options: all } };
    }
    if (read.kind === 'none') return { ...none, problem: 'no-date' };
    return withEntry(none, row, fields, { get, read, head, today, order });
  });
  return { rows: planned, asksOrder, mixed };
}

/** The cells of a field, in the order of their columns; empty ones leave nothing. */
function cellsOf(row: readonly string[], fields: readonly TableField[]): Get {
  return (field) =>
    fields
      .flatMap((each, index) => (each === field ? [row[index]?.trim() ?? ''] : []))
      .filter((cell) => cell !== '')
      .join('\n');
}

const longestShown = 160;

function shownCells(row: readonly string[]): string {
  const text = row
    .map((cell) => cell.trim().replaceAll(/\s+/gu, ' '))
    .filter((cell) => cell !== '')
    .join(' · ');
  return text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text;
}

function mixedOrders(
  rows: readonly (readonly string[])[],
  fields: readonly TableField[],
  numberOf: (index: number) => number,
): TablePlan['mixed'] {
  const proving = (order: NumericOrder): readonly number[] =>
    rows.flatMap((row, index) =>
      provenOrder(cellsOf(row, fields)('date')) === order ? [numberOf(index)] : [],
    );
  const found = { 'day-first': proving('day-first'), 'month-first': proving('month-first') };
  return found['day-first'].length > 0 && found['month-first'].length > 0 ? found : null;
}

interface RowSource {
  readonly get: Get;
  readonly read: Extract<DateRead, { kind: 'date' }>;
  readonly head: readonly string[];
  readonly today: string;
  readonly order: NumericOrder | null;
}

function withEntry(
  none: TableRow,
  row: readonly string[],
  fields: readonly TableField[],
  source: RowSource,
): TableRow {
  const { get, read, head } = source;
  const { reported, lost } = readReported(source);
  const notUnderstood: NotUnderstood[] = [
    ...(read.isTimeUsed ? [] : [{ field: 'time' as const, cell: get('time') }]),
    ...(lost === '' ? [] : [{ field: 'reportedDate' as const, cell: lost }]),
  ];
  // Whatever has no field of its own stays with the entry under the name of its column.
  const kept = [
    ...fields.flatMap((field, column) => {
      const cell = row[column]?.trim() ?? '';
      return field === 'kept' && cell !== ''
        ? [`${head[column]?.trim() || `Column ${column + 1}`}: ${cell}`]
        : [];
    }),
    ...(lost === '' ? [] : [`Date reported: ${lost}`]),
    ...(get('reference').length > longestReference ? [`Police reference: ${get('reference')}`] : []),
    ...(get('response').length > longestResponse ? [`Police response: ${get('response')}`] : []),
  ];
  const dates = dateSourceOf(none.number, get);
  const entry: NewEntry = {
    ...nothingMore,
    ...read.date,
    ...toldIn(get),
    comment: [get('comment'), ...kept, ...dates.rest].filter((each) => each !== '').join('\n'),
    place: get('place').replaceAll('\n', ', '),
    others: get('others').replaceAll('\n', ', '),
    vehicle: get('vehicle').replaceAll('\n', ', '),
    effect: get('effect'),
    dateSource: dates.source,
    reported,
  };
  const parsed = newEntrySchema.safeParse(entry);
  return parsed.success
    ? { ...none, entry: entryContent(parsed.data), notUnderstood }
    : { ...none, problem: 'too-long' };
}

function toldIn(get: Get): Pick<NewEntry, 'title' | 'description' | 'quote'> {
  const [title, description, quote] = [get('title'), get('description'), get('quote')];
  const told = title === '' ? (description === '' ? quote : description) : title;
  const line = told.split('\n')[0] ?? told;
  const short = line.length > 120 ? `${line.slice(0, 119)}…` : line;
  return {
    title: short,
    // A title that was cut is told in full below it.
    description: [title === short ? '' : title, title === '' && description === short ? '' : description]
      .filter((each) => each !== '')
      .join('\n'),
    quote,
  };
}

const longestSource = 200;
const longestReference = 80;
const longestResponse = 500;

/** Where the date comes from, with the words of the table itself, whatever was understood of them. */
function dateSourceOf(
  number: number,
  get: Get,
): { readonly source: string; readonly rest: readonly string[] } {
  const cells = [get('date'), get('time')]
    .filter((cell) => cell !== '')
    .map((cell) => `“${cell.replaceAll(/\s+/gu, ' ')}”`);
  const source = `the client’s own table, row ${number}: ${cells.join(', ')}`;
  if (source.length <= longestSource) return { source, rest: [] };
  return {
    source: `the client’s own table, row ${number}`,
    rest: [`Date in the table: ${cells.join(', ')}`],
  };
}

/** What was reported to the police, and the date of it that was not understood. */
function readReported({ get, today, order }: RowSource): {
  readonly reported: Reported | null;
  readonly lost: string;
} {
  const [cell, reference, response] = [get('reportedDate'), get('reference'), get('response')];
  const read: DateRead = readDateCells(cell, '', { today, order, choices: [] });
  const date = read.kind === 'date' ? withoutTime(read.date) : null;
  const reported =
    date === null && reference === '' && response === ''
      ? null
      : reportedSchema.parse({
          date,
          reference: reference.slice(0, longestReference),
          response: response.slice(0, longestResponse),
        });
  return { reported, lost: date === null ? cell : '' };
}

/** A report has a day alone. */
const withoutTime = ({ edtf }: SpokenDate): string => edtf;
