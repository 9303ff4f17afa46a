import { readSpoken } from '../dates/spoken/spoken';

/** What a column of somebody's own table can be. */
export const tableFields = [
  'date',
  'time',
  'reportedDate',
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
  'kept',
  'ignore',
] as const;
export type TableField = (typeof tableFields)[number];

type Rows = readonly (readonly string[])[];

/** Fields that one column alone can give: two dates in one entry would be neither. */
const single: readonly TableField[] = ['date', 'time', 'reportedDate'];

const dateWords = /\b(?:dates?|when|day|timestamp)\b/iu;
/** Words of the date on which something happened, and of one on which something else did. */
const ofIncident =
  /\b(?:incidents?|events?|happened|occurr?ed|occurrence|offence|took place|contact|call|message|from|start(?:ed)?)\b/iu;
const ofReport = /\breport(?:ed|s|ing)?\b/iu;
const ofSomethingElse =
  /\b(?:report\w*|log(?:ged)?|entered|entry|record(?:ed)?|created|added|submitted|posted|written|timestamp|updated|modified|due|birth|dob|court|hearing|statement|order|expir\w*|police|to|until|end(?:ed)?|follow\w*)\b/iu;

/** How other columns are usually headed, in the order in which a heading is tried. */
const headings: readonly (readonly [TableField, RegExp])[] = [
  [
    'reference',
    /\b(?:ref(?:erence)?s?|cad|urn)\b|\b(?:log|crime|incident|police|case) ?(?:no|nos|number|num|ref)\b|\b(?:log|crime|incident) ?#/iu,
  ],
  ['description', /\bown words\b|\b(?:account|narrative)\b/iu],
  ['response', /\b(?:response|answer|outcome|police)\b/iu],
  ['quote', /\b(?:words?|quotes?|said|exact|verbatim)\b/iu],
  ['comment', /\b(?:comment|note|remark)s?\b/iu],
  ['place', /\b(?:place|location|where|address)\b/iu],
  ['vehicle', /\b(?:vehicle|car|registration|plate)\b/iu],
  ['effect', /\b(?:effect|impact|feel|felt|feeling)s?\b/iu],
  ['others', /\b(?:who|witness(?:es)?|people|others?)\b/iu],
  ['title', /\b(?:title|summary|subject|type|heading|what)\b/iu],
  ['description', /\b(?:description|details?|happened|events?|incidents?)\b/iu],
];

/**
 * A guess of what each column is, from its heading and, where rows are given, from what stands in it. Of several dates the
 * one on which it happened is taken; the one on which it was reported is offered as such, and any other is left for a person.
 */
export function guessFields(head: readonly string[], rows: Rows = []): TableField[] {
  const fields = head.map((): TableField => 'ignore');
  const give = (column: number, field: TableField): void => {
    if (column >= 0 && fields[column] === 'ignore' && !fields.includes(field)) fields[column] = field;
  };
  give(incidentColumn(head), 'date');
  give(
    head.findIndex(
      (heading, column) =>
        fields[column] === 'ignore' &&
        ofReport.test(heading) &&
        (dateWords.test(heading) || isDates(rows, column)),
    ),
    'reportedDate',
  );
  give(
    head.findIndex(
      (heading) =>
        /\btimes?\b/iu.test(heading) &&
        !dateWords.test(heading.replace(/\btime of day\b/iu, 'time')) &&
        !ofSomethingElse.test(heading),
    ),
    'time',
  );
  for (const [column, heading] of head.entries()) {
    // A further date says nothing that one of the other fields holds.
    if (fields[column] !== 'ignore' || isOtherDate(heading)) continue;
    const found = headings.find(([field, words]) => words.test(heading) && !fields.includes(field))?.[0];
    if (found !== undefined) give(column, found);
  }
  return withAccount(fields);
}

function isOtherDate(heading: string): boolean {
  return /\b(?:dates?|timestamp|dob)\b/iu.test(heading);
}

/** The column that best says when it happened, or -1: none that says when something else did. */
function incidentColumn(head: readonly string[]): number {
  const scores = head.map((heading) => {
    if (!dateWords.test(heading)) return 0;
    if (ofSomethingElse.test(heading) && !/\b(?:incident|offence|happened|occurr?ed)\b/iu.test(heading))
      return 0;
    if (ofReport.test(heading)) return 0;
    return (
      1 +
        (/\bdates?\b/iu.test(heading) ? 2 : 0) +
        (ofIncident.test(heading) ? 4 : 0) +
        (/\bday\b/iu.test(heading) ? -1 : 0) || 1
    );
  });
  const best = Math.max(0, ...scores);
  return best === 0 ? -1 : scores.indexOf(best);
}

/** Where no column says what happened, notes do: somebody who keeps a date and notes has written it there. */
function withAccount(fields: readonly TableField[]): TableField[] {
  const told: readonly TableField[] = ['title', 'description', 'quote'];
  if (fields.some((field) => told.includes(field))) return [...fields];
  return fields.map((field) => (field === 'comment' ? 'description' : field));
}

/** Gives a column a field. What one column alone can give is taken from the one that had it. */
export function setField(fields: readonly TableField[], column: number, field: TableField): TableField[] {
  return fields.map((each, at) => {
    if (at === column) return field;
    return each === field && single.includes(field) ? 'ignore' : each;
  });
}

const looked = 20;

/** Whether a column holds dates: most of the cells with something in them. */
export function isDates(rows: Rows, column: number): boolean {
  const cells = rows
    .slice(0, looked)
    .map((row) => row[column]?.trim() ?? '')
    .filter((cell) => cell !== '');
  const dates = cells.filter((cell) => /\d/u.test(cell) && holdsDate(cell, '2000-01-01'));
  return cells.length > 0 && dates.length > cells.length / 2;
}

function holdsDate(cell: string, today: string): boolean {
  return /^\d{4}-\d{2}-\d{2}[T ]/u.test(cell) || readSpoken(cell, { today, lastDay: null }).spans.length > 0;
}

/** Whether the first row looks like headings: nothing in it is a date. */
export function hasHeadings(rows: Rows, today: string): boolean {
  const [first] = rows;
  if (first === undefined || rows.length < 2) return false;
  return !first.some((cell) => /\d/u.test(cell) && holdsDate(cell, today));
}

/** Rows at most that may stand above a table, with its name and the like. */
const mostAbove = 8;

/** How many rows stand above the table itself: a name, a remark, of one cell each, where the table has several columns. */
export function rowsAbove(rows: Rows): number {
  const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length;
  const first = rows.findIndex((row) => filled(row) > 1);
  return first > 0 && first <= mostAbove ? first : 0;
}

/** A column that nothing is taken from, although something stands in it. */
export interface UnusedColumn {
  readonly column: number;
  readonly cells: number;
  /** It holds dates: perhaps when it was reported, or written down. */
  readonly isDates: boolean;
}

/** Every column that is left out, and how much of the table that is. */
export function unusedColumns(rows: Rows, fields: readonly TableField[]): readonly UnusedColumn[] {
  return fields.flatMap((field, column) => {
    if (field !== 'ignore') return [];
    const cells = rows.filter((row) => (row[column]?.trim() ?? '') !== '').length;
    return cells === 0 ? [] : [{ column, cells, isDates: isDates(rows, column) }];
  });
}
