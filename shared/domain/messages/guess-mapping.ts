import type { ColumnRole, CsvMapping } from '../../models/message';
import { readDuration } from './clock';
import { readDateText, readTimeText } from './written-moment';

/** Words of headings, the more telling first. */
const words: readonly (readonly [ColumnRole, RegExp])[] = [
  ['duration', /\b(duration|length|minutes|mins|seconds|secs|talk time)\b/iu],
  ['direction', /\b(direction|in\/out|incoming|inbound|call direction)\b/iu],
  ['date', /\b(date|datetime|timestamp|date\/time|day|when|sent at|received)\b/iu],
  ['time', /\b(time|clock|start)\b/iu],
  ['number', /\b(number|phone|msisdn|cli|dialled|dialed|called|destination|recipient|address|to|from)\b/iu],
  ['name', /\b(name|contact|sender|caller|who)\b/iu],
  ['body', /\b(body|text|message|content)\b/iu],
  ['type', /\b(type|service|kind|category|call type)\b/iu],
];
const made = /\b(dialled|dialed|called|destination)\b/iu;

/**
 * What the columns of a table seem to be, by its heading and by what stands under it. Only a first offer: a person looks at
 * it and says yes.
 */
export function guessMapping(records: readonly (readonly string[])[]): CsvMapping {
  const columns = Math.min(100, Math.max(1, ...records.map(({ length }) => length)));
  // The first record with a date is the first row; the one above it is the heading.
  const firstRow = records.findIndex((record) => record.some((cell) => readDateText(cell) !== null));
  const headingRecords = Math.min(50, firstRow < 0 ? Math.min(1, records.length) : firstRow);
  const heading = records[headingRecords - 1] ?? [];
  const rows = records.slice(headingRecords);
  const roles = guessRoles(columns, heading, rows);
  const titles = heading.join(' ');
  return {
    headingRecords,
    roles,
    rows: roles.includes('body') && !roles.includes('duration') ? 'message' : 'call',
    direction: made.test(titles) && !roles.includes('direction') ? 'out' : 'unknown',
    durationUnit: /\bmin(ute)?s?\b/iu.test(titles) ? 'minutes' : 'seconds',
  };
}

/** What each column seems to be: by its heading first, then by what stands under it. */
function guessRoles(
  columns: number,
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnRole[] {
  const roles: ColumnRole[] = Array.from({ length: columns }, () => 'ignore');
  /** Gives a role to the first free column that passes; of each role there is one. */
  const give = (role: ColumnRole, passes: (column: number) => boolean): void => {
    if (roles.includes(role)) return;
    const column = roles.findIndex((each, at) => each === 'ignore' && passes(at));
    if (column >= 0) roles[column] = role;
  };
  for (const [role, pattern] of words) {
    const isCalled = (column: number): boolean =>
      pattern.test((heading[column] ?? '').replaceAll(/[_-]/gu, ' '));
    give(role, (column) => isCalled(column) && suits(role, rows, column));
  }
  for (const [role, test] of [
    ['date', isDate],
    ['time', isTime],
  ] as const)
    give(role, (column) => mostly(rows, column, test));
  return roles;
}

const isDate = (cell: string): boolean => readDateText(cell) !== null;
const isTime = (cell: string): boolean => readTimeText(cell) !== null;
const isLength = (cell: string): boolean => readDuration(cell, 'seconds') !== null;

/** A heading may mislead: a column called "Call time" that holds dates is one of dates. */
function suits(role: ColumnRole, rows: readonly (readonly string[])[], column: number): boolean {
  if (role === 'date') return mostly(rows, column, isDate);
  if (role === 'time') return mostly(rows, column, isTime);
  if (role === 'duration') return mostly(rows, column, isLength);
  return true;
}

function mostly(
  rows: readonly (readonly string[])[],
  column: number,
  test: (cell: string) => boolean,
): boolean {
  const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
  return cells.length > 0 && cells.filter(test).length >= cells.length * 0.5;
}
