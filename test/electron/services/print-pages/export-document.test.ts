import { describe, expect, it } from 'vitest';
import { exportDocument } from '../../../../electron/services/print-pages/export-document';
import type { AboutExport } from '../../../../electron/services/print-pages/export-document';
import type { PrintedRow } from '../../../../electron/services/print-pages/message-words';
import type { MessageFormat } from '../../../../shared/models/message';

const caption = {
  exhibitRef: 'RB/31',
  title: 'Chat with <Dean> & "co"',
  dateText: '3 Nov 2026',
  dateSource: 'its first message (day only)',
  fileName: 'WhatsApp Chat with Dean.txt',
  sha256: 'ab'.repeat(32),
};

function about(format: MessageFormat, rows = 3, change: Partial<AboutExport> = {}): AboutExport {
  return {
    notes: {
      ...{ format, state: 'read', order: 'dmy', orderFrom: 'numbers', question: null, table: null },
      ...{ lines: rows, rows, shortened: 0 },
    },
    counts: { message: rows, call: 0, system: 0, unread: 0, review: 0 },
    ...{ first: '2026-11-03T21:05:00', last: '2026-11-05T09:00:00', owner: null },
    ...change,
  };
}

function row(change: Partial<PrintedRow> = {}): PrintedRow {
  return {
    ...{ kind: 'message', local: '2026-11-03T21:05:00', zone: null, utc: null, direction: 'unknown' },
    ...{
      sender: 'Dean',
      number: null,
      body: 'Where are you',
      mediaName: null,
      durationS: null,
      status: null,
    },
    ...{ firstLine: 12, lastLine: 12, raw: null, position: 11, format: 'whatsapp', media: [], repeats: null },
    ...change,
  };
}

const extent = (count: number) => ({
  ...{ total: count, chosen: [{ from: 1, to: count }], here: [{ from: 1, to: count }] },
  ...{ part: null, isCut: false },
});

function printed(
  rows: readonly PrintedRow[],
  format: MessageFormat = 'whatsapp',
  change: Partial<AboutExport> = {},
) {
  return exportDocument(caption, about(format, rows.length, change), rows, extent(rows.length));
}
/** What a person reads, its spaces made one. */
const text = (html: string): string =>
  html
    .slice(html.indexOf('<body>'))
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');

describe('a conversation on paper', () => {
  it('shows who wrote what when, as the export shows it, with its place there', () => {
    const { html } = printed([
      row(),
      row({ sender: 'Rowan', body: 'at home', firstLine: 13, lastLine: 15, position: 12, direction: 'out' }),
      row({ local: '2026-11-04T00:10:33', firstLine: 16, lastLine: 16, position: 13 }),
    ]);
    const read = text(html);
    expect(read).toContain('Tuesday, 3 Nov 2026');
    expect(read).toContain('Dean 21:05 &#183; no. 12, line 12 Where are you');
    expect(read).toContain('Rowan 21:05 &#183; no. 13, lines 13 to 15 at home');
    expect(read).toContain('Wednesday, 4 Nov 2026');
    expect(read).toContain('00:10:33');
    expect(html).toContain('class="m out"');
  });

  it('says on its head which file it is, how much is in it, from when to when, and what it does not prove', () => {
    const read = text(printed([row()], 'whatsapp', { owner: 'Rowan' }).html);
    for (const words of [
      'WhatsApp Chat with Dean.txt',
      `SHA-256 ${caption.sha256}`,
      'WhatsApp chat',
      '1 message',
      '3 Nov 2026 to 5 Nov 2026',
      'Whose phone it was Rowan (said by the advocate)',
      'Dates are read day first',
      'do not prove who wrote',
    ])
      expect(read).toContain(words);
  });

  it('is made of headings and lists that a reader of screens finds', () => {
    const { html } = printed([row()]);
    expect(html).toMatch(/<h2>\s*RB\/31/u);
    expect(html).toContain('<h3>Tuesday, 3 Nov 2026</h3>');
    expect(html).toContain('<ol class="talk">');
    expect(html).toContain('<th scope="row">');
  });

  it('never makes markup of what somebody wrote or called themselves', () => {
    const evil = '<script>alert("1")</script> & \'<b>';
    const { html, words } = printed([
      row({
        sender: evil,
        body: evil,
        mediaName: evil,
        raw: evil,
        media: [{ exhibitRef: 'RB/2', title: evil }],
      }),
    ]);
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;&lt;b&gt;');
    expect(words.filter((each) => each === evil)).toHaveLength(5);
  });

  it('keeps every letter, space and line: right to left, emoji and marks of direction among them', () => {
    const bodies = [
      '  two  spaces\n\n\ttab',
      'أين أنت؟ 12:30',
      '👩‍👧 ❤️ 🇬🇧',
      '\u202Eesrever\u202C',
      'a\u200eb',
      'e\u0301',
    ];
    const { html } = printed(bodies.map((body) => row({ body })));
    for (const body of bodies) expect(html).toContain(`<span class="said" dir="auto">${body}</span>`);
    expect(html).toContain('white-space:pre-wrap');
  });

  it('lets a message of sixty thousand letters go over pages, and keeps a short one together', () => {
    const body = 'x'.repeat(60_000);
    const { html } = printed([row({ body }), row(), row({ body: 'line\n'.repeat(40) })]);
    expect(html).toContain(body);
    expect(html.match(/class="m both long"/gu)).toHaveLength(2);
    expect(html.match(/class="m both"/gu)).toHaveLength(1);
  });

  it('says that a message is without words, deleted, edited or not understood', () => {
    const read = text(
      printed([
        row({ body: '' }),
        row({ body: 'This message was deleted', status: 'deleted' }),
        row({ body: 'new words', status: 'edited' }),
        row({ kind: 'unread', local: null, sender: '', body: '', raw: '~~ 3/?/26 broken' }),
        row({ body: 'half', raw: '03/11/2026 half' }),
      ]).html,
    );
    expect(read).toContain('No words in the file.');
    expect(read).toContain('This message was deleted Marked in the file: deleted by its writer.');
    expect(read).toContain('Marked in the file: edited by its writer.');
    expect(read).toContain('Line that was not understood');
    expect(read).toContain('It stands here as it is in the file. ~~ 3/?/26 broken');
    expect(read).toContain('Not wholly understood when it was read. As it is in the file: 03/11/2026 half');
  });

  it('names a file beside its message, with the exhibit that it is, or that it is none', () => {
    const read = text(
      printed([
        row({ body: '', mediaName: 'IMG-1.jpg', media: [{ exhibitRef: 'RB/32', title: 'Front door' }] }),
        row({ body: 'look', mediaName: 'VID-2.mp4' }),
      ]).html,
    );
    expect(read).toMatch(/File: IMG-1\.jpg\s*, exhibit RB\/32 Front door/u);
    expect(read).toMatch(/look File: VID-2\.mp4\s*, not among the exhibits of this case/u);
    expect(read).not.toContain('No words in the file.');
  });

  it('does with a year of rows without a date, without a sender and with nothing at all', () => {
    const rows = Array.from({ length: 365 }, (_, at) =>
      row({
        local: null,
        sender: '',
        body: at % 2 === 0 ? '' : 'x',
        position: at,
        firstLine: at + 1,
        lastLine: at + 1,
      }),
    );
    const { html } = printed(rows, 'whatsapp', { first: null, last: null });
    expect(html.match(/<h3>Without a date<\/h3>/gu)).toHaveLength(1);
    expect(html.match(/no sender in the file/gu)).toHaveLength(365);
    expect(html).toContain('no date or time in the file');
    expect(() => printed([], 'whatsapp', { first: null, last: null, notes: null })).not.toThrow();
  });

  it('leaves a row without a date where it stands, and begins a day anew where the times run back', () => {
    const { html } = printed([
      row(),
      row({ local: null, kind: 'system', sender: '', body: 'Messages are encrypted' }),
      row({ local: '2026-11-04' }),
      row({ local: '2026-11-03T08:00:00' }),
    ]);
    expect(html.match(/<h3>[^<]*2026<\/h3>/gu)).toEqual([
      '<h3>Tuesday, 3 Nov 2026</h3>',
      '<h3>Wednesday, 4 Nov 2026</h3>',
      '<h3>Tuesday, 3 Nov 2026</h3>',
    ]);
    expect(text(html)).toContain('no time in the file');
  });

  it('says UK time where the file gives an instant and showed another clock', () => {
    const instant = { utc: '2026-07-10T23:15:00.000Z' };
    const read = text(
      printed([
        row({ ...instant, local: '2026-07-11T00:15:00', zone: '+01:00' }),
        row({ ...instant, local: '2026-07-11T02:15:00', zone: '+03:00' }),
        row({ ...instant, local: '2026-07-10T23:15:00', zone: 'Z' }),
      ]).html,
    );
    expect(read).toContain('00:15 BST &#183;');
    expect(read).toContain('02:15. UK time 00:15 &#183;');
    expect(read).toContain('23:15. UK time 11 Jul 2026, 00:15 &#183;');
  });

  it('says of a text which way it went, and the number that a name does not show', () => {
    const sms = { format: 'sms-xml' as const, number: '+447700900123' };
    const { html } = printed(
      [
        row({ ...sms, direction: 'in', firstLine: 7, lastLine: 7 }),
        row({ ...sms, direction: 'out', sender: '07700 900123' }),
      ],
      'sms-xml',
    );
    const read = text(html);
    expect(read).toMatch(/from Dean \(\+447700900123\) 21:05 &#183; no. 12, element 7/u);
    expect(read).toMatch(/to 07700 900123 21:05/u);
  });
});

describe('a list of calls on paper', () => {
  it('is a table with the heads of its columns, a row each, and calls without a number', () => {
    const call = { kind: 'call' as const, format: 'calls-xml' as const, body: '' };
    const { html } = printed(
      [
        row({ ...call, direction: 'in', status: 'missed', sender: '', number: null }),
        row({ ...call, direction: 'out', durationS: 260, number: '+447700900123' }),
      ],
      'calls-xml',
    );
    expect(html).toContain('>Who</th>');
    expect(html).toContain('<th scope="row">12</th>');
    const read = text(html);
    expect(read).toContain('number not shown');
    expect(read).toContain('Missed call');
    expect(read).toContain('Call made, 4 min 20 s');
    expect(html).not.toContain('class="talk"');
  });

  it('shows the heading of a table and what could not be read as they are', () => {
    const { html } = printed(
      [
        row({ kind: 'system', local: null, sender: '', body: 'Date;Number;<Length>', format: 'csv' }),
        row({ kind: 'unread', local: null, sender: '', body: '', raw: 'x;y;z', format: 'csv' }),
      ],
      'csv',
    );
    expect(text(html)).toContain('Date;Number;&lt;Length&gt;');
    expect(text(html)).toContain(
      'Not understood when it was read. It stands here as it is in the file. x;y;z',
    );
  });
});
