import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWhatsApp } from '../../../../electron/readers/messages/whatsapp';
import type { MessageAnswers, MessageNotes, MessageRow } from '../../../../shared/models/message';
import { messageRowSchema } from '../../../../shared/models/message';
import { collect, memoryFile } from '../collect';

async function read(
  text: string | Buffer,
  answers: MessageAnswers | null = null,
): Promise<{ readonly notes: MessageNotes; readonly rows: readonly MessageRow[] }> {
  const { out, rows } = collect();
  const notes = await readWhatsApp(memoryFile('_chat.txt', 'messages', Buffer.from(text)), out, answers);
  return { notes, rows };
}

const order = (answer: MessageAnswers['order']): MessageAnswers => ({ order: answer, mapping: null });
const brief = (rows: readonly MessageRow[]): readonly string[] =>
  rows.map(({ kind, local, sender, body }) => `${kind} ${local ?? '-'} ${sender}: ${body}`);

/** Each line of the text is in exactly one row, in order. */
function expectPartition(text: string, rows: readonly MessageRow[]): void {
  const lines = text.split('\n');
  const count = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  let next = 1;
  for (const { firstLine, lastLine } of rows) {
    expect(firstLine).toBe(next);
    expect(lastLine).toBeGreaterThanOrEqual(firstLine);
    next = lastLine + 1;
  }
  expect(next).toBe(count + 1);
}

describe('header forms of phones', () => {
  it.each([
    ['[14/10/2021, 15:34:09] Dean: hi', '2021-10-14T15:34:09'],
    ['[14/10/2021, 3:34:09 PM] Dean: hi', '2021-10-14T15:34:09'],
    ['[14/10/2021, 3:34:09\u202fPM] Dean: hi', '2021-10-14T15:34:09'],
    ['\u200e[14/10/2021, 3:34:09\u00a0pm] Dean: hi', '2021-10-14T15:34:09'],
    ['[2024/10/31 15:50:46] Dean: hi', '2024-10-31T15:50:46'],
    ['[2024/10/31 下午3:50:46] Dean: hi', '2024-10-31T15:50:46'],
    ['[14.10.21, 15:34:09] Dean: hi', '2021-10-14T15:34:09'],
    ['14/10/2021, 15:34 - Dean: hi', '2021-10-14T15:34:00'],
    ['14/10/21, 12:02 AM - Dean: hi', '2021-10-14T00:02:00'],
    ['14/10/21, 12:02 pm - Dean: hi', '2021-10-14T12:02:00'],
    ['15.04.2016, 15:04 - Dean: hi', '2016-04-15T15:04:00'],
    ['20/6/2017 8:28 p. m. - Dean: hi', '2017-06-20T20:28:00'],
    ['20/6/2017, 8:28 μ.μ. - Dean: hi', '2017-06-20T20:28:00'],
    ['20.6.2017 klo 8.28 - Dean: hi', '2017-06-20T08:28:00'],
    ['٢٠/٦/٢٠١٧، ٨:٢٨ م - Dean: hi', '2017-06-20T20:28:00'],
    ['2021. 10. 14. 오후 3:34 - Dean: hi', '2021-10-14T15:34:00'],
    ['2017-06-20 20:28 - Dean: hi', '2017-06-20T20:28:00'],
  ])('%s', async (line, local) => {
    const { rows } = await read(`${line}\n`);
    expect(rows).toMatchObject([
      { kind: 'message', local, sender: 'Dean', body: 'hi', zone: null, utc: null, raw: null },
    ]);
  });

  it('are not taken from lines that only look a little like one', async () => {
    const { rows } = await read(
      '14/10/2021, 15:34 - Dean: dates\n14/10/2021 is when\n[note] 15:34\n15:34 - no date\n',
    );
    expect(brief(rows)).toEqual([
      'message 2021-10-14T15:34:00 Dean: dates\n14/10/2021 is when\n[note] 15:34\n15:34 - no date',
    ]);
  });

  it('with a half of the day in words nobody knows are for review, and no time is guessed', async () => {
    const { rows } = await read('14/10/2021, 3:34 xqz - Dean: hi\n14/10/2021, 13:00 - Dean: and\n');
    expect(rows[0]).toMatchObject({ kind: 'unread', local: null, raw: '14/10/2021, 3:34 xqz - Dean: hi' });
    expect(rows[1]).toMatchObject({ kind: 'message', local: '2021-10-14T13:00:00' });
  });
});

describe('the order of day and month', () => {
  it('is known when a part above 12 can only be a day', async () => {
    const { notes, rows } = await read('03/04/2026, 10:00 - A: x\n13/04/2026, 10:00 - A: y\n');
    expect(notes).toMatchObject({ state: 'read', order: 'dmy', orderFrom: 'numbers', question: null });
    expect(rows[0]?.local).toBe('2026-04-03T10:00:00');
    const american = await read('4/3/26, 10:00 AM - A: x\n4/13/26, 10:00 AM - A: y\n');
    expect(american.notes).toMatchObject({ order: 'mdy', orderFrom: 'numbers' });
    expect(american.rows[0]?.local).toBe('2026-04-03T10:00:00');
  });

  it('is known when only one of them lets the lines follow each other in time', async () => {
    const { notes } = await read(
      '01/02/2026, 10:00 - A: x\n02/01/2026, 10:00 - A: y\n03/01/2026, 10:00 - A: z\n',
    );
    expect(notes).toMatchObject({ state: 'read', order: 'mdy', orderFrom: 'sequence' });
  });

  it('is asked, with real lines in both readings, when the file leaves it open; nothing is read before', async () => {
    const text = '03/04/2026, 10:00 - A: x\n04/05/2026, 10:00 - A: y\n';
    const { notes, rows } = await read(text);
    expect(rows).toEqual([]);
    expect(notes).toMatchObject({ state: 'needs-order', order: null, rows: 0, lines: 2 });
    expect(notes.question?.orders).toEqual(['dmy', 'mdy']);
    expect(notes.question?.lines[0]).toEqual({
      line: 1,
      text: '03/04/2026, 10:00',
      readings: { dmy: '2026-04-03', mdy: '2026-03-04' },
    });
    const british = await read(text, order('dmy'));
    expect(british.notes).toMatchObject({ state: 'read', orderFrom: 'person' });
    expect(british.rows.map(({ local }) => local?.slice(0, 10))).toEqual(['2026-04-03', '2026-05-04']);
    const american = await read(text, order('mdy'));
    expect(american.rows.map(({ local }) => local?.slice(0, 10))).toEqual(['2026-03-04', '2026-04-05']);
  });

  it('makes no difference when every day and month are the same number', async () => {
    const { notes } = await read('05/05/2026, 10:00 - A: x\n');
    expect(notes).toMatchObject({ state: 'read', orderFrom: 'same' });
  });

  it('stays known when one line of many was damaged; that line is for review', async () => {
    const lines = Array.from(
      { length: 200 },
      (_, at) => `${String((at % 28) + 1).padStart(2, '0')}/02/2026, 10:00 - A: ${at}`,
    );
    lines[50] = '99/99/2026, 10:00 - A: odd';
    const { notes, rows } = await read(lines.join('\n'));
    expect(notes).toMatchObject({ state: 'read', order: 'dmy' });
    expect(rows.filter(({ kind }) => kind === 'unread').map(({ firstLine }) => firstLine)).toEqual([51]);
  });
});

describe('what a message is', () => {
  const one = async (rest: string, form: 'ios' | 'android' = 'android'): Promise<MessageRow | undefined> =>
    (await read(form === 'ios' ? `[14/10/2021, 15:34:09] ${rest}\n` : `14/10/2021, 15:34 - ${rest}\n`))
      .rows[0];

  it('goes on over the lines below it, blank ones too', async () => {
    const { rows } = await read(
      '14/10/2021, 15:34 - Dean: one\n\ntwo: and three\r\n14/10/2021, 15:35 - Dean: four',
    );
    expect(brief(rows)).toEqual([
      'message 2021-10-14T15:34:00 Dean: one\n\ntwo: and three',
      'message 2021-10-14T15:35:00 Dean: four',
    ]);
  });

  it('names a file by its form, in any language', async () => {
    expect(await one('Dean: IMG-20211014-WA0003.jpg (file attached)\nlook')).toMatchObject({
      mediaName: 'IMG-20211014-WA0003.jpg',
      body: 'look',
    });
    expect(await one('Dean: \u200eMy holiday plan.pdf (فایل پیوست)')).toMatchObject({
      mediaName: 'My holiday plan.pdf',
      body: '',
    });
    expect(await one('Dean: \u200e<attached: 00000012-PHOTO-2021-10-14-15-34-09.jpg>', 'ios')).toMatchObject({
      mediaName: '00000012-PHOTO-2021-10-14-15-34-09.jpg',
      kind: 'message',
    });
    expect(await one('Dean: look \u200e<Anhang: 00000013-PHOTO.jpg>', 'ios')).toMatchObject({
      mediaName: '00000013-PHOTO.jpg',
      body: 'look',
    });
    expect(await one('Dean: read notes.txt (the new one)')).toMatchObject({
      mediaName: null,
      body: 'read notes.txt (the new one)',
    });
  });

  it('says when media was left out, a message deleted or edited', async () => {
    expect(await one('Dean: <Media omitted>')).toMatchObject({ status: 'media-omitted' });
    expect(await one('Dean: <Medien ausgeschlossen>')).toMatchObject({ status: 'media-omitted' });
    expect(await one('Dean: \u200eimage omitted', 'ios')).toMatchObject({
      status: 'media-omitted',
      kind: 'message',
    });
    expect(await one('Dean: image omitted')).toMatchObject({ status: null, body: 'image omitted' });
    expect(await one('Dean: This message was deleted')).toMatchObject({ status: 'deleted' });
    expect(await one('Dean: \u200eYou deleted this message.', 'ios')).toMatchObject({ status: 'deleted' });
    expect(await one('Dean: see you <This message was edited>')).toMatchObject({
      status: 'edited',
      body: 'see you',
    });
    expect(await one('Dean: bis dann \u200e<Diese Nachricht wurde bearbeitet.>', 'ios')).toMatchObject({
      status: 'edited',
      body: 'bis dann',
    });
  });

  it('is a call where WhatsApp says so, and doubtful where a person may have typed it', async () => {
    expect(await one('Missed voice call')).toMatchObject({
      kind: 'call',
      status: 'missed',
      direction: 'in',
      raw: null,
    });
    expect(await one('Dean: \u200eMissed video call', 'ios')).toMatchObject({
      kind: 'call',
      status: 'missed',
      sender: 'Dean',
      raw: null,
    });
    expect(await one('Dean: \u200eVoice call, \u200e1 hr 2 min', 'ios')).toMatchObject({
      kind: 'call',
      durationS: 3720,
    });
    expect(await one('Dean: \u200eVoice call, \u200eNo answer', 'ios')).toMatchObject({
      kind: 'call',
      status: 'missed',
    });
    expect(await one('Dean: Missed voice call')).toMatchObject({
      kind: 'call',
      raw: '14/10/2021, 15:34 - Dean: Missed voice call',
    });
    expect(await one('Dean: Missed voice call', 'ios')).toMatchObject({ kind: 'message' });
  });

  it('is a line of WhatsApp itself where it names nobody, or begins with its mark', async () => {
    expect(await one('Messages and calls are end-to-end encrypted.')).toMatchObject({
      kind: 'system',
      sender: '',
    });
    expect(await one('Dean: \u200eMessages and calls are end-to-end encrypted.', 'ios')).toMatchObject({
      kind: 'system',
      sender: 'Dean',
    });
  });

  it('is listed for review when a colon makes a note of WhatsApp look like words of somebody', async () => {
    const row = await one('Dean changed the subject from "us: two" to "us"');
    expect(row).toMatchObject({
      kind: 'system',
      sender: '',
      body: 'Dean changed the subject from "us: two" to "us"',
    });
    expect(row?.raw).not.toBeNull();
  });

  it('keeps the sender as shown, and reads a number for matching', async () => {
    expect(await one('+44 7700 900123: hi')).toMatchObject({
      sender: '+44 7700 900123',
      number: '+447700900123',
    });
    expect(await one('~\u202fDean 🦊: hi', 'ios')).toMatchObject({ sender: 'Dean 🦊', number: null });
  });

  it('quotes another chat without becoming part of it; that is listed for review', async () => {
    const { rows } = await read('14/10/2021, 15:34 - Dean: read this\n[13/10/2021, 12:00:00] Rowan: no\n');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.body).toContain('Rowan: no');
    expect(rows[0]?.raw).not.toBeNull();
  });

  it('is listed for review when its time lies days before the line above', async () => {
    const { rows } = await read(
      '14/10/2021, 15:34 - Dean: a\n01/09/2021, 15:34 - Dean: b\n15/10/2021, 15:34 - Dean: c\n',
    );
    expect(rows.map(({ raw }) => raw !== null)).toEqual([false, true, false]);
  });
});

describe('every line', () => {
  it('before the first header is a row of its own', async () => {
    const text = 'stray\n\n14/10/2021, 15:34 - Dean: hi\n';
    const { rows } = await read(text);
    expect(rows.map(({ kind, raw }) => [kind, raw])).toEqual([
      ['unread', 'stray'],
      ['unread', ''],
      ['message', null],
    ]);
    expectPartition(text, rows);
  });

  it('is in exactly one row, whatever the lines are, and no answer moves one', async () => {
    const header = fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 26 }),
    );
    const line = fc.oneof(
      header.map(([d, m, h]) => `${d}/${m}/2026, ${h}:07 - Dean: hello`),
      header.map(([d, m, h]) => `[${d}/${m}/26, ${h}:07:31 PM] \u200e~ Rowan: \u200e<attached: a b.jpg>`),
      header.map(([d, m]) => `${d}.${m}.2026, 12:07 - Missed voice call`),
      fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ' ')),
      fc.constantFrom('', ' ', '\r', '\u200e', 'name: text', '<Media omitted>', '14/10/2021, 15:34 - '),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 40 }),
        fc.constantFrom('dmy', 'mdy', 'ymd'),
        fc.constantFrom('', '\n'),
        async (lines, chosen, end) => {
          const text = Buffer.from(lines.join('\n') + end).toString('utf8');
          const first = await read(text, order(chosen));
          expectPartition(text, first.rows);
          for (const row of first.rows) messageRowSchema.parse(row);
          const second = await read(text, order('ymd'));
          const places = ({ rows }: typeof first) =>
            rows.map(({ firstLine, lastLine }) => [firstLine, lastLine]);
          expect(places(second)).toEqual(places(first));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is read in every way of writing text', async () => {
    const text = '14/10/2021, 15:34 - Dean: café – ünder\n';
    const expected = ['message 2021-10-14T15:34:00 Dean: café – ünder'];
    expect(brief((await read(Buffer.from(`\ufeff${text}`))).rows)).toEqual(expected);
    expect(brief((await read(Buffer.from(`\ufeff${text}`, 'utf16le'))).rows)).toEqual(expected);
    const western = Buffer.from('14/10/2021, 15:34 - Dean: caf\u00e9\n', 'latin1');
    expect(brief((await read(western)).rows)).toEqual(['message 2021-10-14T15:34:00 Dean: café']);
  });

  it('of a message without end is counted, and only its beginning kept', async () => {
    const text = `14/10/2021, 15:34 - Dean: long\n${'x'.repeat(300_000)}\n${'y\n'.repeat(200_000)}14/10/2021, 15:35 - Dean: next\n`;
    const { rows, notes } = await read(text);
    expect(rows.map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual([
      [1, 200_002],
      [200_003, 200_003],
    ]);
    expect(rows[0]?.body.length).toBeLessThanOrEqual(100_000);
    expect(notes.shortened).toBe(1);
  });
});

it('reads the chat of the sample case', async () => {
  const path = join(
    import.meta.dirname,
    '../../../../resources/sample-case/evidence/WhatsApp Chat with Dean.txt',
  );
  const { notes, rows } = await read(await readFile(path));
  expect(notes).toMatchObject({ state: 'read', order: 'dmy', lines: 31 });
  expect(rows.filter(({ kind }) => kind === 'call')).toHaveLength(2);
  expect(rows.find(({ mediaName }) => mediaName !== null)).toMatchObject({
    mediaName: 'IMG-20260201-WA0003.jpg',
    body: 'recognise the street?',
  });
  expect(rows.filter(({ sender }) => sender === 'Dean').length).toBeGreaterThan(15);
  expect(rows.filter(({ raw }) => raw !== null)).toEqual([]);
});
