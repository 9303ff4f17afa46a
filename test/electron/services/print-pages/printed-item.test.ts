import { afterEach, describe, expect, it } from 'vitest';
import { printedItem, printedParts } from '../../../../electron/services/print-pages/printed-item';
import { codeOf } from '../../../helpers/code-of';
import { docxOf } from '../../../helpers/office';
import { png } from '../evidence/files';
import { take } from '../messages/setting';
import type { MessagesSetting } from '../messages/setting';

let now: MessagesSetting;
afterEach(() => now.setting.end());

const context = () => now.setting.vault.context;
async function print(name: string, rows: Parameters<typeof printedItem>[2] = null) {
  const made = await printedItem(context(), now.item(name).id, rows);
  if (made === null) throw new Error(`${name} has pages of its own`);
  return made;
}
const chat = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `${String((at % 28) + 1).padStart(2, '0')}/02/2026, 10:00 - Dean: number ${at + 1}.\n`,
  ).join('');

const mail = [
  'From: Dean <dean@example.org>',
  'To: Rowan <rowan@example.org>',
  'Date: Fri, 10 Jul 2026 23:15:00 +0000',
  'Subject: =?UTF-8?Q?Where_are_you=3F?=',
  'Message-ID: <abc@example.org>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=x',
  '',
  '--x',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Come &amp; see me</p>',
  '--x',
  'Content-Type: image/png; name="door.png"',
  'Content-Disposition: attachment; filename="door.png"',
  'Content-Transfer-Encoding: base64',
  '',
  png().toString('base64'),
  '--x--',
  '',
].join('\r\n');

describe('an exhibit without pages', () => {
  it('that is a conversation is printed as one, with the pictures that came with it', async () => {
    now = await take({
      'chat.txt':
        '13/04/2026, 10:00 - Dean: IMG-20260413-WA0001.jpg (file attached)\n13/04/2026, 10:01 - Rowan: no\n',
      'IMG-20260413-WA0001.jpg': png(),
    });
    const { html, words } = await print('chat.txt');
    expect(html).toContain('Monday, 13 Apr 2026');
    expect(html).toContain(`exhibit ${now.item('IMG-20260413-WA0001.jpg').exhibitRef}`);
    expect(html).toContain(now.item('chat.txt').sha256);
    expect(words).toEqual(expect.arrayContaining(['Dean', 'Rowan', 'no', 'IMG-20260413-WA0001.jpg']));
  });

  it('is printed in the rows that were chosen, and says which, and that the others are in the file', async () => {
    now = await take({ 'chat.txt': chat(400) });
    const { html, words } = await print('chat.txt', [{ from: 120, to: 122 }]);
    expect(html).toContain('Printed here, as chosen: numbers 120 to 122 of 400. The others are in the file.');
    expect(words).toEqual(expect.arrayContaining(['number 120.', 'number 122.']));
    expect(words).not.toContain('number 119.');
    expect(words).not.toContain('number 123.');
    expect((await print('chat.txt', [])).html).toContain('None of the 400 numbers was chosen.');
  });

  it('that is long comes in parts, each of which says which it is, and nothing is missing between them', async () => {
    now = await take({ 'chat.txt': chat(1250) });
    const limits = { rows: 500, letters: 1_000_000, isOnly: false };
    const parts = [...printedParts(context(), now.item('chat.txt').id, null, limits)];
    expect(parts).toHaveLength(3);
    expect(parts[1]?.html).toContain('Part 2: numbers 501 to 1,000 of 1,250.');
    const numbers = parts.flatMap(({ words }) => words.filter((each) => each.startsWith('number ')));
    expect(numbers).toEqual(Array.from({ length: 1250 }, (_, at) => `number ${at + 1}.`));
    const short = [
      ...printedParts(context(), now.item('chat.txt').id, null, { rows: 9999, letters: 3000, isOnly: false }),
    ];
    expect(short.length).toBeGreaterThan(4);
    const [cut] = printedParts(context(), now.item('chat.txt').id, null, { ...limits, isOnly: true });
    expect(cut?.html).toContain('no room for more than numbers 1 to 500 of 1,250.');
  });

  it('that is an e-mail is printed with its headers, its words and its attachments', async () => {
    now = await take({ 'mail.eml': mail });
    const { html, words } = await print('mail.eml');
    for (const said of [
      'Dean &lt;dean@example.org&gt;',
      'Where are you?',
      'Fri, 10 Jul 2026 23:15:00 +0000',
      '11 Jul 2026, 00:15 BST',
      '&lt;abc@example.org&gt;',
      'Come &amp; see me',
      'Printed are its words alone',
      'door.png',
      now.item('door.png').exhibitRef,
    ])
      expect(html).toContain(said);
    expect(words).toContain('Come & see me');
  });

  it('that is a text is printed line by line, and a document by its words, with what is not kept', async () => {
    now = await take({
      'note.txt': 'one\r\n\r\n  three <3\r\n',
      'letter.docx': await docxOf(['Dear &lt;you&gt;', 'Goodbye']),
    });
    const note = await print('note.txt');
    expect(note.html).toContain('<th scope="row">3</th>');
    expect(note.html).toContain('<span class="said" dir="auto">  three &lt;3</span>');
    const chosen = await print('note.txt', [{ from: 3, to: 9 }]);
    expect(chosen.html).toContain('Printed here, as chosen: line 3 of 3.');
    expect(chosen.words).not.toContain('one');
    const letter = await print('letter.docx');
    expect(letter.html).toContain('Dear &lt;you&gt;');
    expect(letter.html).toContain('Its look is not kept');
  });

  it('that is a table is printed as it was read, and before anybody said what its columns are by its first records', async () => {
    now = await take({
      'bill.csv':
        'Date,Number,Length\n01/02/2026 10:00,07700900123,00:04:20\n13/02/2026 11:00,07700900123,00:00:00\n',
    });
    const { html, words } = await print('bill.csv');
    expect(html).toContain('Nobody has said yet what its columns mean');
    expect(html).toContain('07700900123');
    expect(words.join(' ')).toContain('00:04:20');
    const { itemId, notes } = await now.source('bill.csv');
    const mapping = notes?.table?.guess;
    if (mapping === undefined) throw new Error('no guess');
    await now.done(now.messages['messages.mapColumns']({ itemId, mapping, order: 'dmy', saveAs: null }));
    const read = await print('bill.csv');
    expect(read.html).toContain('>Place in the file</th>');
    expect(read.html).toContain('1 Feb 2026');
    expect(read.html).toContain('line 2');
    expect(read.html).toContain('4 min 20 s');
    expect(read.words).toContain('Date,Number,Length');
  });

  it('that is anything else has a slip, and one with pages of its own nothing', async () => {
    now = await take({ 'blob.bin': Buffer.from([1, 2, 3, 0, 255]), 'door.png': png() });
    const { html } = await print('blob.bin');
    expect(html).toContain('handed over as it is');
    expect(html).toContain('5 bytes');
    expect(await printedItem(context(), now.item('door.png').id, null)).toBeNull();
    expect(await codeOf(() => printedItem(context(), context().newId(), null))).toBe('not-found');
  });
});
