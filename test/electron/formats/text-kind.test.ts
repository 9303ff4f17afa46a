import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identify } from '../../../electron/formats/identify';
import { textKind } from '../../../electron/formats/text-kind';
import { cpuTime } from '../../helpers/cpu-time';

const kindOf = (...lines: readonly string[]): string => textKind(lines.join('\n')).kind;

describe('an export of WhatsApp is known by its first lines', () => {
  it.each([
    [
      'Android in the UK',
      '03/03/2026, 21:00 - R Example: answer me',
      '03/03/2026, 21:01 - R Example: I see you',
    ],
    ['iOS in the UK', '[03/03/2026, 21:00:05] R Example: answer me', '[03/03/2026, 21:00:09] Robin: no'],
    ['twelve hours', '1/4/23, 7:02\u202fPM - R: hello', '1/4/23, 7:03\u202fPM - R: hello?'],
    [
      'iOS, marked from left to right',
      '\u200e[14/10/2021, 3:34:09\u00a0PM] R: x',
      '\u200e[14/10/2021, 3:34:10\u00a0PM] R: y',
    ],
    ['German', '15.04.2016, 15:04 - R: hallo', '15.04.2016, 15:05 - R: antworte'],
    ['Spanish', '20/6/2017 8:28 p. m. - R: hola', '20/6/2017 8:29 p. m. - R: contesta'],
    ['Chinese', '[2024/10/31 15:50:46] R: x', '[2024/10/31 15:50:50] R: y'],
    [
      'Arabic digits',
      '\u0660\u0663/\u0660\u0663/\u0662\u0660\u0662\u0666\u060c \u0662\u0661:\u0660\u0660 - R: x',
      '\u0660\u0663/\u0660\u0663/\u0662\u0660\u0662\u0666\u060c \u0662\u0661:\u0660\u0661 - R: y',
    ],
    [
      'a message of many lines between',
      '03/03/2026, 21:00 - R: one',
      'two',
      'three',
      '03/03/2026, 21:01 - R: four',
    ],
  ])('%s', (_name, ...lines) => {
    expect(textKind(lines.join('\r\n'))).toEqual({ kind: 'messages', mime: 'text/plain' });
  });

  it.each([
    ['a diary with dates', '03/03/2026 he rang 14 times', '04/03/2026 he was outside'],
    ['one line that looks like it', '03/03/2026, 21:00 - R Example: answer me'],
    [
      'a note that quotes an export',
      'This is what he wrote:',
      '03/03/2026, 21:00 - R: x',
      '03/03/2026, 21:01 - R: y',
    ],
  ])('%s is none', (_name, ...lines) => {
    expect(kindOf(...lines)).toBe('text');
  });
});

describe('an export of SMS Backup & Restore is known by its root element', () => {
  const comment = '<!--File Created By SMS Backup & Restore v10.20 on 03/03/2026 21:00:05-->';
  const style = '<?xml-stylesheet type="text/xsl" href="sms.xsl"?>';
  it.each([
    [
      'messages',
      `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n${comment}\n${style}\n<smses count="2">`,
    ],
    ['calls', `\uFEFF<?xml version="1.0"?><calls count="1"><call number="-1"/></calls>`],
    ['with a doctype', '<!DOCTYPE smses><smses>'],
  ])('%s', (_name, text) => {
    expect(textKind(text)).toEqual({ kind: 'messages', mime: 'application/xml' });
  });

  it('other markup is told apart', () => {
    expect(textKind('<?xml version="1.0"?><gpx/>')).toEqual({ kind: 'text', mime: 'application/xml' });
    expect(textKind('<!DOCTYPE html>\n<title>x</title>')).toEqual({ kind: 'text', mime: 'text/html' });
    expect(textKind('<html lang="en">')).toEqual({ kind: 'text', mime: 'text/html' });
    expect(textKind('<3 I love you')).toEqual({ kind: 'text', mime: 'text/plain' });
    expect(textKind('<!-- never closed')).toEqual({ kind: 'text', mime: 'text/plain' });
  });
});

describe('an e-mail is known by the shape of its header', () => {
  it.each([
    [
      'as mail programs save it',
      'Received: from a by b;',
      ' Tue, 3 Mar 2026',
      'From: R <r@x>',
      'To: S',
      'Subject: x',
      '',
      'body',
    ],
    [
      'with fields of its own first',
      'X-Apple-Auto-Saved: 1',
      'From: R <r@x>',
      'Message-ID: <1@x>',
      'Date: Tue',
      '',
      'b',
    ],
    [
      'as a mailbox of one',
      'From r@x Tue Mar  3 21:00:05 2026',
      'From: r@x',
      'To: s@x',
      'Date: Tue',
      'Subject: x',
      '',
      'b',
    ],
  ])('%s', (_name, ...lines) => {
    expect(kindOf(...lines)).toBe('email');
  });

  it.each([
    ['a letter', 'To: the landlord', 'Subject: the lock', '', 'He has a key.'],
    ['a note of calls', 'From: withheld', '21:00: no voice', '21:04: breathing'],
    ['a log', 'Date: 3 March', 'he rang', 'Date: 4 March'],
  ])('%s is none', (_name, ...lines) => {
    expect(kindOf(...lines)).toBe('text');
  });
});

describe('a table is known by rows of the same form', () => {
  it.each([
    ['with commas', 'Date,Time,Number', '03/03/2026,21:00,07700 900123', '04/03/2026,21:00,Withheld'],
    ['with semicolons', 'Datum;Zeit;Nummer', '03.03.2026;21:00;0770', '04.03.2026;21:00;0770'],
    ['with tabs', 'Date\tNumber', '03/03/2026\t07700', '04/03/2026\t07700'],
    [
      'with commas in quotes',
      'Date,Name,Note',
      '03/03/2026,"Example, R",x',
      '04/03/2026,"Example, R","a, b"',
    ],
    [
      'with a space behind each comma',
      'Date, Time, Number, Kind',
      '3/3, 21:00, 0770, in',
      '4/3, 21:00, 0770, in',
      '5/3, 21:00, 0770, in',
    ],
  ])('%s', (_name, ...lines) => {
    expect(textKind(lines.join('\r\n'))).toEqual({ kind: 'table', mime: 'text/csv' });
  });

  it.each([
    [
      'prose with commas',
      'He rang, he wrote, he came.',
      'She ran, she hid, she called.',
      'They came, they saw, they left.',
    ],
    ['a list of words', 'red', 'green', 'blue'],
    ['one row', 'a,b,c,d'],
  ])('%s is none', (_name, ...lines) => {
    expect(kindOf(...lines)).toBe('text');
  });
});

it('contacts, calendars and JSON are told apart', () => {
  expect(textKind('BEGIN:VCARD\r\nVERSION:3.0')).toEqual({ kind: 'contact', mime: 'text/vcard' });
  expect(textKind('BEGIN:VCALENDAR\r\nVERSION:2.0').mime).toBe('text/calendar');
  expect(textKind('{"participants":[]}').mime).toBe('application/json');
});

describe('a text in any coding is text', () => {
  it.each([
    [
      'UTF-16 of Windows',
      Buffer.from('\uFEFFDate,Time,Number\r\n3/3,21:00,x\r\n4/3,21:00,x', 'utf16le'),
      'table',
    ],
    ['Windows-1252', Buffer.from('Caf\u00e9 at nine, \u00a35 owed', 'latin1'), 'text'],
    ['UTF-8 with a mark', Buffer.from('\uFEFFhello'), 'text'],
  ])('%s', async (_name, bytes, kind) => {
    expect((await identify(bytes)).kind).toBe(kind);
  });

  it('and what has control characters is none', async () => {
    expect((await identify(Buffer.from('\u0001\u0002 almost \u00ff', 'latin1'))).kind).toBe('other');
  });
});

it('takes any text without a fault and quickly', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.constantFrom('[1/1/26, ', '1/1/26, 1:00 PM - ', 'From: ', '<?', '<!--', '"', ',,,,', 'BEGIN:VCARD'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      const before = cpuTime();
      textKind(lines.join('\n'));
      expect(cpuTime() - before).toBeLessThan(2000);
    }),
    { numRuns: 500, seed: 20_261_103 },
  );
  for (const text of [
    'a'.repeat(65_536),
    ','.repeat(65_536),
    '1/1/26, 1:00 ' + 'p.m. '.repeat(12_000),
    '"'.repeat(65_536),
  ]) {
    const before = cpuTime();
    textKind(text);
    expect(cpuTime() - before).toBeLessThan(2000);
  }
});
