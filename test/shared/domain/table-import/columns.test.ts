import { describe, expect, it } from 'vitest';
import {
  guessFields,
  hasHeadings,
  rowsAbove,
  setField,
  unusedColumns,
} from '../../../../shared/domain/table-import/columns';

describe('the columns of a table somebody kept', () => {
  it.each([
    [
      ['Date reported', 'Date of incident', 'Time', 'What happened', 'Police ref'],
      ['reportedDate', 'date', 'time', 'title', 'reference'],
    ],
    [
      ['Date', 'Date reported to police', 'What happened'],
      ['date', 'reportedDate', 'title'],
    ],
    [
      ['Timestamp', 'Date of incident', 'What happened?'],
      ['ignore', 'date', 'title'],
    ],
    [
      ['Date', 'Incident'],
      ['date', 'description'],
    ],
    [
      ['Incident', 'Incident no', 'Incident date'],
      ['description', 'reference', 'date'],
    ],
    [
      ['Date', 'What happened (in your own words)', 'Ref'],
      ['date', 'description', 'reference'],
    ],
    [
      ['Date/Time', 'Details', 'Exact words used'],
      ['date', 'description', 'quote'],
    ],
    [
      ['Day', 'Date', 'Time of day', 'Notes'],
      ['ignore', 'date', 'time', 'description'],
    ],
    [
      ['Reported on (date)', 'When it happened', 'Summary'],
      ['reportedDate', 'date', 'title'],
    ],
    [
      ['Date of birth', 'Date', 'Event', 'CAD'],
      ['ignore', 'date', 'description', 'reference'],
    ],
    [
      ['Date logged', 'Incident'],
      ['ignore', 'description'],
    ],
    [
      ['Time reported', 'Date', 'Time', 'Event'],
      ['ignore', 'date', 'time', 'description'],
    ],
    [
      ['When', 'Who', 'What', 'Crime number', 'Police response'],
      ['date', 'others', 'title', 'reference', 'response'],
    ],
  ] as const)('%j are %j', (head, fields) => {
    expect(guessFields(head)).toEqual(fields);
  });

  it('know a column of reports by the dates in it, and never take the only date of reports for that of what happened', () => {
    const rows = [
      ['13/03/2024', '14/03/2024', 'He called'],
      ['19/03/2024', '', 'He came'],
    ];
    expect(guessFields(['Date', 'Reported to police', 'Event'], rows)[1]).toBe('reportedDate');
    expect(guessFields(['Date', 'Reported to police', 'Event'], [['13/03/2024', 'yes', 'x']])[1]).toBe(
      'response',
    );
    expect(guessFields(['Date reported', 'Event'])).toEqual(['reportedDate', 'description']);
  });

  it('are each used or listed, and no two give one date', () => {
    const rows = [
      ['13/03/2024', 'rain', ''],
      ['14/03/2024', '', ''],
    ];
    expect(unusedColumns(rows, ['date', 'ignore', 'ignore'])).toEqual([
      { column: 1, cells: 1, isDates: false },
    ]);
    expect(unusedColumns(rows, ['ignore', 'kept', 'ignore'])).toEqual([
      { column: 0, cells: 2, isDates: true },
    ]);
    expect(setField(['date', 'title', 'ignore'], 2, 'date')).toEqual(['ignore', 'title', 'date']);
    expect(setField(['date', 'title', 'ignore'], 2, 'title')).toEqual(['date', 'title', 'title']);
  });

  it('begin below what stands above them', () => {
    const rows = [['Stalking log'], ['Date', 'Incident'], ['13/03/2024', 'Call']];
    expect(rowsAbove(rows)).toBe(1);
    expect(hasHeadings(rows.slice(1), '2026-11-25')).toBe(true);
    expect(rowsAbove([['one column'], ['only']])).toBe(0);
    expect(rowsAbove([['Date', 'Incident']])).toBe(0);
  });
});
