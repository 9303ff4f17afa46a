import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inBlocks } from '../../../../electron/readers/kit/in-blocks';
import { readPhoneXml } from '../../../../electron/readers/messages/phone-xml';
import { messageRowSchema } from '../../../../shared/models/message';
import { collect, memoryFile } from '../collect';

async function read(text: string | Buffer, most?: number) {
  const collected = collect(most);
  const file = memoryFile('sms.xml', 'messages', Buffer.from(text));
  const notes = await readPhoneXml(file, collected.out);
  return { notes, ...collected };
}
const smses = (...elements: readonly string[]): string =>
  `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!--File Created By SMS Backup & Restore-->\n<?xml-stylesheet type="text/xsl" href="sms.xsl"?>\n<smses count="${elements.length}">\n${elements.join('\n')}\n</smses>`;
const calls = (...elements: readonly string[]): string =>
  `<?xml version='1.0' ?><calls count="${elements.length}">${elements.join('\n')}</calls>`;
const sms = (more: string): string =>
  `<sms protocol="0" address="+447700900341" date="1780118400000" type="1" subject="null" body="hi" status="-1" contact_name="Dean" ${more} />`;
const sample = (name: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, '../../../../resources/sample-case/evidence', name));

/** Elements 1 to n, each in one row, in order. */
function expectPartition(
  rows: readonly { readonly firstLine: number; readonly lastLine: number }[],
  elements: number,
): void {
  expect(rows.map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual(
    Array.from({ length: elements }, (_, at) => [at + 1, at + 1]),
  );
}

describe('texts', () => {
  it('say who, when on the UK clock, which way, and what became of them', async () => {
    const { rows, notes } = await read(
      smses(
        sms(''),
        '<sms address="07700 900341" date="1780118460000" type="2" body="Stop." status="0" contact_name="(Unknown)" />',
        '<sms address="07700 900341" date="1780118460000" type="3" body="not sent" status="-1" />',
        '<sms address="Lebara" date="1767225600000" type="1" body="Top up" subject="null" contact_name="null" />',
      ),
    );
    expect(notes).toMatchObject({ format: 'sms-xml', state: 'read', lines: 4, rows: 4 });
    expect(rows).toMatchObject([
      {
        local: '2026-05-30T06:20:00',
        zone: '+01:00',
        utc: '2026-05-30T05:20:00.000Z',
        direction: 'in',
        sender: 'Dean',
        number: '+447700900341',
        body: 'hi',
        status: null,
        raw: null,
      },
      { direction: 'out', sender: '07700 900341', number: '+447700900341', status: 'delivered' },
      { direction: 'out', status: 'draft' },
      { direction: 'in', sender: 'Lebara', number: null, local: '2026-01-01T00:00:00', zone: 'Z' },
    ]);
  });

  it('in raw dumps have their time in seconds', async () => {
    const { rows } = await read(smses(sms('').replace('1780118400000', '1780118400')));
    expect(rows[0]).toMatchObject({ local: '2026-05-30T06:20:00', raw: null });
  });

  it('keep emoji that were written as two halves, and show what XML cannot hold as not known', async () => {
    const { rows } = await read(
      smses(
        sms('').replace('"hi"', '"&#55357;&#56842; &#xD83D;&#xDE0A; 😊 &amp; &lt;3 &#10;next"'),
        sms('').replace('"hi"', '"half &#55357; zero &#0; bell &#7;"'),
      ),
    );
    expect(rows[0]).toMatchObject({ body: '😊 😊 😊 & <3 \nnext', raw: null });
    expect(rows[1]).toMatchObject({ body: 'half \ufffd zero \ufffd bell \ufffd', raw: null });
  });

  it('with a time or a type that cannot be are kept, and listed for review', async () => {
    const { rows } = await read(
      smses(sms('').replace('1780118400000', '5'), sms('').replace('type="1"', 'type="99"')),
    );
    expect(rows[0]).toMatchObject({ kind: 'message', local: null, body: 'hi' });
    expect(rows[1]).toMatchObject({ direction: 'unknown' });
    expect(rows.every(({ raw }) => raw !== null)).toBe(true);
  });

  it('never follow a document type: entities are not expanded', async () => {
    const bomb = `<!DOCTYPE smses [<!ENTITY a "AAAA"><!ENTITY b "&a;&a;"> <!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    const { rows } = await read(
      smses(sms('').replace('"hi"', '"&b;&x;"')).replace('<smses', `${bomb}<smses`),
    );
    const found = rows.find(({ kind }) => kind === 'message');
    expect(found?.body).toBe('&b;&x;');
    expect(found?.raw).not.toBeNull();
    expect(JSON.stringify(rows)).not.toContain('AAAAAAAA');
  });
});

describe('picture messages', () => {
  const picture = randomBytes(50_000);
  const mms = (data: string, more = ''): string =>
    `<mms date="1780118400000" msg_box="1" address="+447700900341" contact_name="Dean" sub="null" ${more}>
      <parts>
        <part seq="-1" ct="application/smil" name="null" cl="smil.xml" text="&lt;smil/&gt;" />
        <part seq="0" ct="image/jpeg" name="null" cl="IMG_1.jpg" text="null" data="${data}" />
        <part seq="1" ct="text/plain" name="null" cl="null" text="look" />
      </parts>
      <addrs><addr address="+447700900341" type="137" charset="106" /><addr address="insert-address-token" type="151" /></addrs>
    </mms>`;

  it('give their picture as an item of its own, bit for bit, and their words', async () => {
    const { rows, children, about } = await read(smses(mms(picture.toString('base64')), sms('')));
    expect(rows).toMatchObject([
      {
        kind: 'message',
        body: 'look',
        direction: 'in',
        sender: 'Dean',
        mediaName: '1/IMG_1.jpg',
        firstLine: 1,
      },
      { body: 'hi', firstLine: 2 },
    ]);
    expect(children).toEqual({ '1/IMG_1.jpg': picture });
    expect(about[0]).toMatchObject({ name: 'IMG_1.jpg', modified: '2026-05-30T05:20:00Z' });
  });

  it('are read on behind a picture that nobody wants all of', async () => {
    const { rows } = await read(smses(mms(randomBytes(900_000).toString('base64')), sms('')), 10);
    expect(rows).toHaveLength(2);
  });

  it('say that there was a picture when the backup has none', async () => {
    const { rows } = await read(smses(mms('').replace(' data=""', '')));
    expect(rows[0]).toMatchObject({ status: 'media-omitted', mediaName: null });
  });

  it('of a group name who wrote, by the list of addresses', async () => {
    const group = mms(picture.toString('base64')).replace(
      'address="+447700900341"',
      'address="+447700900341~+447700900862"',
    );
    const { rows } = await read(smses(group));
    expect(rows[0]).toMatchObject({ sender: '+447700900341', number: '+447700900341' });
  });

  it('of any size take little memory', async () => {
    // 64 MB of base64 that is made as it is read.
    const block = Buffer.from('QUJD'.repeat(64 * 1024));
    const [head = '', tail = ''] = mms('@@').split('@@');
    const start = Buffer.from(smses(head).replace('\n</smses>', ''));
    const end = Buffer.from(`${tail}</smses>`);
    const middle = 256 * block.length;
    const bytes = start.length + middle + end.length;
    const file = inBlocks(
      { name: 'sms.xml', kind: 'messages', mime: 'application/xml', bytes },
      (from, length) => {
        const out = Buffer.alloc(Math.min(length, bytes - from));
        for (let at = 0; at < out.length; at += 1) {
          const place = from + at;
          out[at] =
            place < start.length
              ? (start[place] ?? 0)
              : place < start.length + middle
                ? (block[(place - start.length) % block.length] ?? 0)
                : (end[place - start.length - middle] ?? 0);
        }
        return Promise.resolve(out);
      },
    );
    let largest = 0;
    let length = 0;
    const { out, rows } = collect();
    await readPhoneXml(file, {
      ...out,
      child: async (_child, content) => {
        for await (const piece of content) {
          length += piece.length;
          largest = Math.max(largest, piece.length);
        }
      },
    });
    expect(length).toBe((middle / 4) * 3);
    expect(largest).toBeLessThan(1024 * 1024);
    expect(rows).toHaveLength(1);
  });
});

describe('calls', () => {
  it('that were withheld stay withheld, and missed ones missed', async () => {
    const { rows, notes } = await read(
      calls(
        '<call number="-1" duration="0" date="1791054840000" type="3" presentation="2" contact_name="(Unknown)" />',
        '<call number="+447700900555" duration="260" date="1791576300000" type="2" presentation="1" contact_name="Mum" />',
        '<call number="07700900555" duration="0" date="1791576300000" type="5" contact_name="null" />',
        '<call number="07700900555" duration="0" date="1791576300000" type="4" presentation="2" />',
      ),
    );
    expect(notes.format).toBe('calls-xml');
    expect(rows).toMatchObject([
      { kind: 'call', sender: '', number: null, status: 'missed', direction: 'in', durationS: 0 },
      { sender: 'Mum', number: '+447700900555', status: null, direction: 'out', durationS: 260 },
      { sender: '07700900555', number: '+447700900555', status: 'rejected' },
      { sender: '', number: null, status: 'voicemail' },
    ]);
  });
});

describe('every element', () => {
  it('that is not known, and text that stands nowhere, is a row for review', async () => {
    const { rows } = await read(smses(sms(''), '<rcs body="x"/>', 'loose words', sms('')));
    expect(rows.map(({ kind }) => kind)).toEqual(['message', 'unread', 'unread', 'message']);
    expectPartition(rows, 4);
    expect(rows[1]?.raw).toBe('<rcs body="x"/>');
  });

  it('that is damaged ends where the next begins, and takes nothing with it', async () => {
    const { rows } = await read(
      smses(sms('').replace('"hi"', '"hi'), sms(''), sms('').replace(' />', ' '), sms('')),
    );
    expect(rows).toHaveLength(4);
    expect(rows.map(({ raw }) => raw !== null)).toEqual([true, false, true, false]);
    expectPartition(rows, 4);
  });

  it('cut off at the end of the file is a row for review', async () => {
    const whole = smses(sms(''), sms(''));
    const { rows } = await read(whole.slice(0, whole.lastIndexOf('body=') + 8));
    expect(rows).toHaveLength(2);
    expect(rows[1]?.raw).not.toBeNull();
  });

  it('is in exactly one row, however the file is broken and wherever its pieces end', async () => {
    const good = fc.constantFrom(
      sms(''),
      '<call number="-1" duration="0" date="1791054840000" type="3"/>',
      '<mms date="1780118400000" msg_box="1" address="1"><parts><part ct="image/png" cl="a.png" data="QUJD"/></parts></mms>',
    );
    const bad = fc.oneof(
      fc.constantFrom(
        '<sms body="',
        '</mms>',
        '<mms date="x">',
        '<![CDATA[ x ]]>',
        '<!-- c -->',
        '<part data="',
        '&#55357;',
        '<',
        '>',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 2, arbitrary: good }, bad), { maxLength: 25 }),
        async (parts) => {
          const { rows, notes } = await read(`<smses>${parts.join('')}`);
          expectPartition(rows, notes.lines);
          for (const row of rows) messageRowSchema.parse(row);
          const sound = parts.filter((part) => part.startsWith('<call ')).length;
          const found = rows.filter(({ kind, raw }) => kind === 'call' && raw === null).length;
          // A comment or a cut-off value that was never closed may swallow what follows; it never invents anything.
          expect(found).toBeLessThanOrEqual(sound);
        },
      ),
      { numRuns: 400 },
    );
  });
});

it('reads the texts and calls of the sample case', async () => {
  const texts = await read(await sample('sms-20261101083000.xml'));
  expect(texts.rows).toHaveLength(7);
  expect(texts.rows.filter(({ raw }) => raw !== null)).toEqual([]);
  const log = await read(await sample('calls-20261101083000.xml'));
  expect(log.rows).toHaveLength(51);
  expect(log.rows.every(({ kind }) => kind === 'call')).toBe(true);
});
