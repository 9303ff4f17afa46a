import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../electron/readers/messages/csv';
import type { CsvMapping, DateOrder, MessageRow } from '../../../../shared/models/message';
import { messageRowSchema } from '../../../../shared/models/message';
import { collect, memoryFile } from '../collect';

async function read(
  text: string | Buffer,
  mapping: CsvMapping | null = null,
  order: DateOrder | null = null,
) {
  const { out, rows } = collect();
  const answers = { mapping, order };
  const notes = await readTable(memoryFile('bill.csv', 'table', Buffer.from(text)), out, answers);
  return { notes, rows };
}

/** Reads with what the table itself seems to say. */
async function readGuessed(text: string | Buffer, order: DateOrder | null = null) {
  const { notes } = await read(text);
  return read(text, notes.table?.guess ?? null, order);
}

function expectPartition(text: string, rows: readonly MessageRow[]): void {
  const lines = text.split('\n');
  const count = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  let next = 1;
  for (const { firstLine, lastLine } of rows) {
    expect(firstLine).toBe(next);
    next = lastLine + 1;
  }
  expect(next).toBe(count + 1);
}

describe('the columns', () => {
  it('are asked for first, with the first records and a first offer', async () => {
    const { notes, rows } = await read(
      'Date,Time,Direction,Number,Duration\n13/03/2026,21:00:05,Incoming,07700 900123,00:01:10\n',
    );
    expect(rows).toEqual([]);
    expect(notes).toMatchObject({
      state: 'needs-columns',
      lines: 2,
      table: {
        heading: ['Date', 'Time', 'Direction', 'Number', 'Duration'],
        guess: {
          headingRecords: 1,
          roles: ['date', 'time', 'direction', 'number', 'duration'],
          rows: 'call',
          direction: 'unknown',
          durationUnit: 'seconds',
        },
      },
    });
  });

  it('give calls with number, way, length and what became of them', async () => {
    const { notes, rows } = await readGuessed(
      [
        'Date,Time,Direction,Number,Duration',
        '13/03/2026,21:00:05,Incoming,07700 900123,00:01:10',
        '13/03/2026,21:04,Missed,Withheld,0',
        '13/03/2026,9.05pm,Outgoing,020 7946 0991,2m 5s',
      ].join('\r\n'),
    );
    expect(notes).toMatchObject({ state: 'read', order: 'dmy', lines: 4, rows: 4 });
    expect(rows).toMatchObject([
      { kind: 'system', body: 'Date,Time,Direction,Number,Duration' },
      {
        kind: 'call',
        local: '2026-03-13T21:00:05',
        zone: null,
        direction: 'in',
        sender: '07700 900123',
        number: '+447700900123',
        durationS: 70,
      },
      { kind: 'call', direction: 'in', sender: '', number: null, status: 'missed', durationS: 0 },
      { local: '2026-03-13T21:05:00', direction: 'out', number: '+442079460991', durationS: 125 },
    ]);
  });

  it('of a bill are calls that were made; its lines about data are neither call nor message', async () => {
    const { rows } = await readGuessed(
      'Account,12\n\nDate;Time;Type;Number dialled;Minutes\n'.replace('Account,12\n\n', '') +
        '13 Mar 2026;21:00;Voice;101;1.5\n13 Mar 2026;21:10;Data;internet;\n13 Mar 2026;21:12;SMS;07700900123;\n',
    );
    expect(rows.map(({ kind, direction, durationS }) => [kind, direction, durationS])).toEqual([
      ['system', 'unknown', null],
      ['call', 'out', 90],
      ['system', 'out', null],
      ['message', 'out', null],
    ]);
  });

  it('of messages give their words, with quotation marks and line breaks in them', async () => {
    const { rows } = await readGuessed(
      'Timestamp,Sender,Message\n2026-03-13T21:00:05Z,Dean,"He said ""no"",\nthen left"\n2026-07-01 21:00:05,Dean,x\n',
    );
    expect(rows[1]).toMatchObject({
      kind: 'message',
      local: '2026-03-13T21:00:05',
      zone: 'Z',
      utc: '2026-03-13T21:00:05.000Z',
      sender: 'Dean',
      body: 'He said "no",\nthen left',
      firstLine: 2,
      lastLine: 3,
    });
    expect(rows[2]).toMatchObject({ local: '2026-07-01T21:00:05', zone: null, utc: null, firstLine: 4 });
  });

  it('may have no time: then none is made up', async () => {
    const { rows } = await readGuessed('Date,Number,Duration\n13/03/2026,101,60\n');
    expect(rows[1]).toMatchObject({ local: '2026-03-13', durationS: 60 });
  });
});

describe('the order of day and month', () => {
  const text = 'Date,Time,Number,Duration\n03/04/2026,10:00,101,60\n05/04/2026,10:00,101,60\n';

  it('is asked when the dates leave it open', async () => {
    const { notes, rows } = await readGuessed(text);
    expect(rows).toEqual([]);
    expect(notes).toMatchObject({ state: 'needs-order', order: null });
    expect(notes.question?.lines[0]).toMatchObject({ line: 2, text: '03/04/2026' });
    expect((await readGuessed(text, 'mdy')).rows[1]?.local).toBe('2026-03-04T10:00:00');
  });

  it('is known from newest to oldest as well', async () => {
    const { notes } = await readGuessed(
      'Date,Time,Number,Duration\n02/03/2026,10:00,101,60\n11/02/2026,10:00,101,60\n10/01/2026,10:00,101,60\n',
    );
    expect(notes).toMatchObject({ state: 'read', order: 'dmy', orderFrom: 'sequence' });
  });
});

describe('every line', () => {
  it('that has no date that can be is for review, as it stands', async () => {
    const { rows } = await readGuessed(
      'Date,Time,Number,Duration\n13/03/2026,10:00,101,60\nTotal,,,60\n31/02/2026,10:00,101,60\n13/03/2026,25:00,101,60\n\n13/03/2026,10:00,101,long\n',
    );
    expect(rows.map(({ kind, raw }) => [kind, raw])).toEqual([
      ['system', null],
      ['call', null],
      ['unread', 'Total,,,60'],
      ['unread', '31/02/2026,10:00,101,60'],
      ['unread', '13/03/2026,25:00,101,60'],
      ['system', null],
      ['call', '13/03/2026,10:00,101,long'],
    ]);
  });

  it('after a quotation mark that is never closed is read all the same', async () => {
    const rest = Array.from({ length: 200 }, (_, at) => `13/03/2026,10:00,"10${at}",60`);
    const text = ['Date,Time,Number,Duration', '13/03/2026,10:00,"101,60', ...rest].join('\n');
    const { rows } = await readGuessed(text);
    expectPartition(text, rows);
    expect(rows.filter(({ kind, raw }) => kind === 'call' && raw === null)).toHaveLength(200);
    expect(rows[1]?.raw).not.toBeNull();
  });

  it('is in exactly one row, whatever stands in it and whatever is answered', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        '13/03/2026,10:00,101,60',
        '"a","b"',
        '"',
        '""',
        ',,,',
        '',
        '"x\ny",1',
        'a "b" c',
        '\r',
        'sep=;',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    const mapping: CsvMapping = {
      headingRecords: 1,
      roles: ['date', 'time', 'number', 'duration'],
      rows: 'call',
      direction: 'unknown',
      durationUnit: 'seconds',
    };
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 90 }), fc.constantFrom('', '\n'), async (lines, end) => {
        const text = Buffer.from(lines.join('\n') + end).toString('utf8');
        const first = await read(text, mapping, 'dmy');
        expectPartition(text, first.rows);
        for (const row of first.rows) messageRowSchema.parse(row);
        const other: CsvMapping = { ...mapping, headingRecords: 3, roles: ['body', 'date'], rows: 'message' };
        const second = await read(text, other, 'mdy');
        expect(second.rows.map(({ firstLine }) => firstLine)).toEqual(
          first.rows.map(({ firstLine }) => firstLine),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('is found in Western Windows text, with tabs', async () => {
    const { rows } = await readGuessed(
      Buffer.from('Date\tName\tText\n13/03/2026\tZo\u00eb\tcaf\u00e9\n', 'latin1'),
    );
    expect(rows[1]).toMatchObject({ sender: 'Zoë', body: 'café' });
  });
});

it('reads the bill of the sample case', async () => {
  const path = join(
    import.meta.dirname,
    '../../../../resources/sample-case/evidence/Phone bill October 2026.csv',
  );
  const { notes, rows } = await readGuessed(await readFile(path));
  expect(notes).toMatchObject({ state: 'read', order: 'dmy' });
  expect(rows[1]).toMatchObject({
    kind: 'call',
    local: '2026-10-01T08:12:00',
    direction: 'out',
    sender: '07700 900555',
    durationS: 190,
  });
  expect(rows.filter(({ raw }) => raw !== null)).toEqual([]);
});
