import { describe, expect, it } from 'vitest';
import { guessFields, hasHeadings, planTable } from '../../../../shared/domain/table-import/mapping';
import type { TableField } from '../../../../shared/domain/table-import/mapping';

const options = { today: '2026-11-25', order: null, firstNumber: 2 } as const;
const head = ['Date', 'Time', 'What happened', 'Location', 'CAD no', 'Police response'];

describe('a table somebody kept', () => {
  it('has its columns guessed from their headings', () => {
    expect(guessFields(head)).toEqual(['date', 'time', 'title', 'place', 'reference', 'response']);
    expect(guessFields(['When', 'Description', 'Who was there', 'x'])).toEqual([
      'date',
      'description',
      'others',
      'ignore',
    ]);
    expect(hasHeadings([head, ['3 March 2026']], options.today)).toBe(true);
    expect(
      hasHeadings(
        [
          ['3 March 2026', 'He called'],
          ['4 March 2026', 'x'],
        ],
        options.today,
      ),
    ).toBe(false);
  });

  it('becomes entries with honest dates, and says of every other row why it is none', () => {
    const { rows, asksOrder } = planTable(
      [
        ['14/03/2026', '21:05', 'He called', 'Home', 'CAD 12', 'None'],
        ['early May 2025', '', 'Followed her', '', '', ''],
        ['2026-03-16 00:00:00', 'about 9pm', 'Waited', '', '', ''],
        ['some time ago', '', 'Something', '', '', ''],
        ['15/03/2026', '', '', '', '', ''],
      ],
      guessFields(head),
      options,
    );
    expect(asksOrder).toBe(false);
    expect(
      rows.map(({ number, entry, problem }) => [
        number,
        entry?.edtf ?? null,
        entry?.time?.from ?? null,
        problem,
      ]),
    ).toEqual([
      [2, '2026-03-14', '21:05', null],
      [3, '2025-05-01~/2025-05-10~', null, null],
      [4, '2026-03-16', '21:00', null],
      [5, null, null, 'no-date'],
      [6, null, null, 'empty'],
    ]);
    expect(rows[0]?.entry).toMatchObject({
      title: 'He called',
      place: 'Home',
      reported: { reference: 'CAD 12', response: 'None' },
    });
  });

  it('is asked once which number is the day, and reads all of it so', () => {
    const table = [
      ['03/04/2026', 'a'],
      ['05/06/2026', 'b'],
      ['25/06/2026', 'c'],
    ];
    const fields: readonly TableField[] = ['date', 'title'];
    const unsure = planTable(table, fields, options);
    expect([unsure.asksOrder, unsure.rows.map(({ problem }) => problem)]).toEqual([
      true,
      ['unclear-date', 'unclear-date', null],
    ]);
    const dayFirst = planTable(table, fields, { ...options, order: 'day-first' });
    expect(dayFirst.rows.map(({ entry }) => entry?.edtf)).toEqual(['2026-04-03', '2026-06-05', '2026-06-25']);
    const monthFirst = planTable(table, fields, { ...options, order: 'month-first' });
    expect(monthFirst.rows.map(({ entry }) => entry?.edtf)).toEqual([
      '2026-03-04',
      '2026-05-06',
      '2026-06-25',
    ]);
  });

  it('keeps a long account whole below a short title', () => {
    const long = 'He stood there. '.repeat(20).trim();
    const [row] = planTable([['3 Nov 2026', long]], ['date', 'description'], options).rows;
    expect(row?.entry?.title.length).toBe(120);
    expect(row?.entry?.description).toBe(long);
  });

  it('asks about a date that is not certain, and takes the row once somebody has said it', () => {
    const table = [
      ['Feb 18', 'He called'],
      ['31/10/74', 'He came'],
      ['13/03/2024 xyz 7', 'He waited'],
      ['13/03/2024', 'He left'],
    ];
    const fields: readonly TableField[] = ['date', 'title'];
    const open = planTable(table, fields, { ...options, order: 'day-first' });
    expect(open.rows.map(({ entry, ask }) => [entry?.edtf ?? null, ask === null])).toEqual([
      [null, false],
      [null, false],
      [null, false],
      ['2024-03-13', true],
    ]);
    const options3 = open.rows[2]?.ask?.options ?? [];
    const place = options3.indexOf('13 Mar 2024');
    expect(place).toBeGreaterThanOrEqual(0);
    const said = new Map([
      [4, [place]],
      [3, [(open.rows[1]?.ask?.options.length ?? 1) - 1]],
    ]);
    const decided = planTable(table, fields, { ...options, order: 'day-first', choices: said });
    expect(decided.rows[2]).toMatchObject({ entry: { edtf: '2024-03-13' }, ask: null });
    expect(decided.rows[1]).toMatchObject({ entry: null, ask: null, problem: 'no-date' });
  });

  it('keeps what it does not understand in the words of the table', () => {
    const [row] = planTable(
      [['13/03/2024', 'after tea', 'He called', 'soon after', 'it rained', 'x'.repeat(90)]],
      ['date', 'time', 'title', 'reportedDate', 'kept', 'reference'],
      { ...options, head: ['Date', 'Time', 'What', 'Reported', 'Weather', 'CAD'] },
    ).rows;
    expect(row?.entry?.time).toBeNull();
    expect(row?.notUnderstood.map(({ field, cell }) => [field, cell])).toEqual([
      ['time', 'after tea'],
      ['reportedDate', 'soon after'],
    ]);
    expect(row?.entry?.dateSource).toBe('the client’s own table, row 2: “13/03/2024”, “after tea”');
    expect(row?.entry?.comment).toBe(
      `Weather: it rained\nDate reported: soon after\nPolice reference: ${'x'.repeat(90)}`,
    );
  });

  it('brings a moment with a zone to UK time', () => {
    const { rows } = planTable(
      [
        ['2024-07-10T23:15:00.000Z', 'film'],
        ['2024-07-10 21:15:00+02:00', 'abroad'],
        ['2024-07-10T21:15:00', 'no zone'],
        ['20240710', 'plain'],
      ],
      ['date', 'title'],
      options,
    );
    expect(rows.map(({ entry }) => [entry?.edtf, entry?.time?.from])).toEqual([
      ['2024-07-11', '00:15'],
      ['2024-07-10', '20:15'],
      ['2024-07-10', '21:15'],
      ['2024-07-10', undefined],
    ]);
  });
});
