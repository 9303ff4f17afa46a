import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFull, readTable, tableText } from '../../../../electron/readers/tables/read-table';
import { decodeText, decoderOf } from '../../../../electron/readers/kit/decode-text';
import { dateBounds } from '../../../../shared/domain/dates/bounds';
import { csvLine } from '../../../../shared/domain/export/csv';
import { portableHead } from '../../../../shared/domain/export/portable-csv';
import {
  guessFields,
  hasHeadings,
  rowsAbove,
  unusedColumns,
} from '../../../../shared/domain/table-import/columns';
import { planTable } from '../../../../shared/domain/table-import/mapping';
import type { TablePlan } from '../../../../shared/domain/table-import/mapping';
import type { NumericOrder } from '../../../../shared/domain/table-import/read-date';
import { codeOf } from '../../../helpers/code-of';
import { useTempFolders } from '../../../helpers/temp-folder';
import { zipOf } from '../../../helpers/zip';

const today = '2026-11-25';
const textOf = (path: string): Promise<string> => tableText(readFileSync(path));
const fixture = (name: string): string => join(__dirname, '../../../fixtures/tables', name);

/** A file as the dialog takes it, with nothing answered but the order of day and month. */
async function take(name: string, order: NumericOrder | null = 'day-first') {
  const table = readTable(await textOf(fixture(name)));
  const above = rowsAbove(table.rows);
  const rows = table.rows.slice(above);
  const isHead = hasHeadings(rows, today);
  const body = rows.slice(isHead ? 1 : 0);
  const head = isHead ? (rows[0] ?? []) : [];
  const fields = isHead ? guessFields(head, body) : (['date', 'title'] as const);
  const numbers = table.numbers.slice(above + (isHead ? 1 : 0));
  const plan = planTable(body, fields, { today, order, firstNumber: 1, numbers, head });
  return { table, above, body, fields, plan };
}
const told = ({ rows }: TablePlan): readonly string[] =>
  rows.map(({ number, entry, problem, ask }) =>
    entry === null
      ? `${number} ${ask?.question ?? problem ?? ''}`
      : `${number} ${[entry.edtf, entry.time?.from].filter((each) => each !== undefined).join(' ')}`,
  );

const tempFolder = useTempFolders();
const file = async (name: string, bytes: Uint8Array): Promise<string> => {
  const path = join(await tempFolder(), name);
  writeFileSync(path, bytes);
  return path;
};

describe('a table that somebody kept in a spreadsheet', () => {
  it('is dated by the day it happened, and says when it was reported', async () => {
    const { plan, fields } = await take('01-two-dates.csv');
    expect(fields).toEqual(['reportedDate', 'date', 'time', 'title', 'reference']);
    expect(told(plan)).toEqual(['2 2024-03-13 21:30', '3 2024-03-19 21:15']);
    expect(plan.rows[0]?.entry?.reported).toMatchObject({ date: '2024-03-14', reference: 'CAD 4471' });
    expect(
      (await take('02-two-dates-b.csv')).plan.rows.map(({ entry }) => entry?.reported?.date ?? null),
    ).toEqual(['2024-03-15', null]);
    const google = await take('20-google.csv');
    expect(unusedColumns(google.body, google.fields)).toEqual([{ column: 0, cells: 2, isDates: true }]);
  });

  it('loses no row and no cell: each is an entry that keeps its words, or listed with what stands in it', async () => {
    for (const name of [
      '04-times.csv',
      '14-excel-forms.csv',
      '16-blank.csv',
      '23-quote-mess.csv',
      '17-multiline.csv',
    ]) {
      const { body, plan } = await take(name);
      expect(plan.rows, name).toHaveLength(body.length);
      for (const [index, { entry, problem, ask, cells, notUnderstood }] of plan.rows.entries()) {
        const own = (body[index] ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '');
        if (entry === null) {
          expect(problem, `${name} ${cells}`).not.toBeNull();
          expect(cells.length, name).toBeGreaterThan(0);
          continue;
        }
        expect(ask).toBeNull();
        const kept = [
          entry.dateSource,
          entry.title,
          entry.description,
          entry.reported?.reference,
          entry.comment,
        ].join('\n');
        for (const cell of own) expect(kept, `${name} ${cells}`).toContain(cell.replaceAll(/[ \t]+/gu, ' '));
        // A time that stands in the table is the time of the entry, or said not to be.
        const time = name.startsWith('04') ? own[1] : undefined;
        if (time !== undefined)
          expect([entry.time !== null, notUnderstood.length > 0], cells).toContain(true);
      }
    }
  });

  it('is never certain and wrong about what spreadsheets and people write for a date', async () => {
    const { plan } = await take('14-excel-forms.csv');
    // All of them are of 13 March 2024, or of a stretch that holds it, but for those named here.
    const others: Readonly<Record<string, RegExp>> = {
      'Easter Sunday 2024': /^2024-03-31$/u,
      '31/10/74': /^1974-10-31$/u,
    };
    const wrong = plan.rows.flatMap(({ entry, cells }) => {
      if (entry === null) return [];
      const [cell = ''] = cells.split(' · ');
      const { earliest, latest } = dateBounds(entry.edtf, entry.time);
      const isRight =
        others[cell]?.test(entry.edtf) ?? (earliest <= '2024-03-13T23:59' && latest >= '2024-03-13T00:00');
      return isRight ? [] : [`${cell}: ${entry.edtf}`];
    });
    expect(wrong).toEqual([]);
    // What is no day of any calendar is none, and a day that is only a spreadsheet's is asked about.
    const of = (cell: string) => plan.rows.find(({ cells }) => cells.startsWith(cell));
    for (const cell of ['45364', 'unknown', '00/01/1900', '29/02/2023'])
      expect(of(cell)?.problem, cell).toBe('no-date');
    for (const cell of ['01/01/1900', '31/10/74', 'March 13 ', 'Feb 18', '2023-24'])
      expect(of(cell), cell).toMatchObject({ entry: null, problem: 'unclear-date' });
    expect(of('13/03/24?')?.entry?.edtf ?? 'asked').not.toBe('2024-03-13');
    expect(of('13/03/2024 (approx)')?.entry?.edtf ?? 'asked').not.toBe('2024-03-13');
  });

  it('says which rows contradict the order of day and month, and takes none of them for granted', async () => {
    const open = (await take('22-mixed-order.csv', null)).plan;
    expect([open.asksOrder, open.mixed]).toEqual([true, { 'day-first': [2], 'month-first': [3] }]);
    expect(open.rows.map(({ entry }) => entry)).toEqual([null, null, null]);
    const chosen = (await take('22-mixed-order.csv', 'day-first')).plan;
    expect(chosen.rows.map(({ number, isOtherOrder }) => [number, isOtherOrder])).toEqual([
      [2, false],
      [3, true],
      [4, false],
    ]);
    expect(told(chosen)).toEqual(['2 2024-03-13', '3 2024-04-25', '4 2024-04-05']);
    expect((await take('05-us.csv', 'month-first')).plan.mixed).toBeNull();
  });

  it('counts its rows as the spreadsheet does, past empty ones, a title above and a line that names the sign', async () => {
    expect((await take('16-blank.csv')).plan.rows.map(({ number }) => number)).toEqual([3, 6, 7, 8]);
    const titled = await take('07-semicolon-title.csv');
    expect([titled.above, titled.fields]).toEqual([1, ['date', 'time', 'title']]);
    expect(told(titled.plan)).toEqual(['4 2024-03-13 21:30', '5 2024-03-14 09:15']);
    expect(told((await take('13-sep.csv')).plan)).toEqual(['3 2024-03-13', '4 2024-03-14']);
    expect(told((await take('19-headless.csv')).plan)).toEqual(['1 2024-03-13', '2 2024-03-14']);
  });

  it('is read however it is written: UTF-8, UTF-16 either way with and without its mark, Windows, old Macs', async () => {
    const text = 'Date,Incident\n13/03/2024,Café “notes” – €5\n14/03/2024,Łódź\n';
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const [name, bytes] of [
      ['utf-8', Buffer.from(text)],
      ['utf-8 with its mark', Buffer.from(`\uFEFF${text}`)],
      ['utf-16le', little],
      ['utf-16le with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
      ['utf-16be', big],
      ['utf-16be with its mark', Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
      ['carriage returns alone', Buffer.from(text.replaceAll('\n', '\r'))],
    ] as const)
      expect(readTable(await textOf(await file('t.csv', bytes))), name).toMatchObject({
        rows: [
          ['Date', 'Incident'],
          ['13/03/2024', 'Café “notes” – €5'],
          ['14/03/2024', 'Łódź'],
        ],
      });
    for (const name of ['08-utf16le.csv', '10-utf16le-nobom.csv', '11-win1252.csv'])
      expect(JSON.stringify((await take(name)).table), name).toMatch(/Café/u);
    expect(JSON.stringify((await take('11-win1252.csv')).table)).toContain('Café – “you can’t hide” £50');
  });

  it('that is no text is said to be none, instead of shown as rows of signs', async () => {
    const sheet = await zipOf([
      {
        name: '[Content_Types].xml',
        bytes:
          '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      },
      { name: 'xl/workbook.xml', bytes: '<workbook/>' },
    ]);
    for (const [name, bytes, code] of [
      ['log.csv', sheet, 'table-spreadsheet'],
      ['letter.csv', Buffer.from('{\\rtf1\\ansi 13/03/2024}'), 'table-spreadsheet'],
      ['scan.csv', Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n'), 'table-no-text'],
      ['zip.csv', await zipOf([{ name: 'a.txt', bytes: 'x' }]), 'table-no-text'],
      ['noise.csv', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251)), 'table-no-text'],
    ] as const)
      expect(await codeOf(textOf(await file(name, bytes))), name).toBe(code);
  });

  it('says of which rows something could not be read at all', () => {
    const wide = Array.from({ length: 250 }, (_, at) => `c${at}`).join(',');
    const table = readTable(
      `Date,Incident\n13/03/2024,${wide}\n14/03/2024,"${'x'.repeat(60_000)}"\n15/03/2024,ok\n`,
    );
    expect(table.cut).toEqual([2, 3]);
  });

  it('that Holdfast wrote names the columns somebody added to it', () => {
    const row = portableHead.map(
      (name) => ({ edtf: '2024-03-13', kind: 'incident', title: 'x', reported: 'no' })[name] ?? '',
    );
    const full = readFull(csvLine([...portableHead, 'My remark', 'Empty']) + csvLine([...row, 'seen', '']));
    expect(full?.unused).toEqual(['My remark']);
  });
});

describe('text of Western Windows', () => {
  it('has the signs from 0x80 to 0x9F, in whole files and piece by piece, whatever its name', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at);
    const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
    for (const name of ['windows-1252', 'cp1252', 'iso-8859-1', 'latin1', 'us-ascii'])
      expect(decoderOf(name).decode(bytes, { stream: true }), name).toBe(signs);
    expect(decodeText(bytes)).toBe(signs);
    expect(decodeText(readFileSync(fixture('11-win1252.csv')))).toContain('“you can’t hide”');
  });
});
