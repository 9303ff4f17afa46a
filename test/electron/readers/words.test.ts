import { describe, expect, it } from 'vitest';
import { charsetOf, decodeText } from '../../../electron/readers/kit/decode-text';
import { readMailDate } from '../../../electron/readers/mail/email-facts';
import { htmlToText } from '../../../electron/readers/kit/html-text';
import { readFile } from '../../../electron/readers/registry';
import { rtfToText } from '../../../electron/readers/documents/rtf';
import type { EvidenceKind } from '../../../shared/models/evidence';
import { codeOf } from '../../helpers/code-of';
import { smallPng } from '../../helpers/evidence-fixtures';
import { msgOf } from '../../helpers/msg';
import { docxOf, xlsxOf } from '../../helpers/office';
import { zipOf } from '../../helpers/zip';
import { collect, factValues, memoryFile } from './collect';
import { cpuTime } from '../../helpers/cpu-time';

async function read(name: string, kind: EvidenceKind, bytes: Buffer | string) {
  const found = collect();
  const notes = await readFile(memoryFile(name, kind, Buffer.from(bytes)), found.out, null);
  return { ...found, notes };
}

describe('a text', () => {
  it.each([
    ['UTF-8 with its mark', Buffer.from('\ufeffCafé', 'utf8'), 'utf-8'],
    ['UTF-16 of Windows', Buffer.from('\ufeffCafé', 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way round', Buffer.from('\ufeffCafé', 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from('Café at nine', 'utf16le'), 'utf-16le'],
    ['Windows before Unicode', Buffer.from('Caf\xe9 \x96 \x80', 'latin1'), 'windows-1252'],
  ])('in %s is read as what it says', (_name, bytes, charset) => {
    expect(charsetOf(bytes)).toBe(charset);
    expect(decodeText(bytes)).toMatch(/^Café/u);
  });

  it('of more than is kept is cut, and says so', async () => {
    const { pages, facts } = await read('a.txt', 'text', 'abcdefghij'.repeat(600_000));
    expect(pages[1]).toHaveLength(5_000_000);
    expect(factValues(facts, 'note')).toEqual([
      'Text: Only the beginning of the text is kept here; the file itself is whole.',
    ]);
  });

  it('with characters over the edge of a piece keeps them', async () => {
    const { pages } = await read('a.txt', 'text', 'é😀'.repeat(60_000));
    expect(pages[1]).toBe('é😀'.repeat(60_000));
  });
});

describe('the words of HTML', () => {
  it('are those that were shown, in lines, with links that lead elsewhere written out', () => {
    const html =
      '<html><head><title>no</title><style>p{}</style></head><body><!-- no --><p>One &amp; two&nbsp;&#x2013; caf&eacute;</p><script>no()</script><div>three<br>four</div><a href="https://evil.example/x?a=1&amp;b=2">your bank</a> <a href="https://a.example">https://a.example</a></body></html>';
    expect(htmlToText(html)).toBe(
      'One & two\u00a0– café\n\nthree\nfour\nyour bank <https://evil.example/x?a=1&b=2> https://a.example',
    );
  });

  it.each([
    ['a tag that never ends', '<p>a</p><b', 'a'],
    ['a quote that never ends', '<p title="x>a</p>b', 'a\nb'],
    ['an entity nobody knows', 'a &nope; &#0; &#1114112; b', 'a &nope; � � b'],
    ['a head that never ends', '<head><p>a', 'a'],
    ['a comment that never ends', 'a<!-- b', 'a'],
  ])('come out of %s', (_what, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('take no longer than the length of the document, however it is made', () => {
    for (const part of ['<', '<a "', '<head>', '<script>', '&amp', '<p>', '<!--', '<a href=x>', '"<\'>']) {
      const before = cpuTime();
      htmlToText(part.repeat(200_000));
      expect(cpuTime() - before, part).toBeLessThan(3000);
    }
  });
});

describe('the date of an e-mail', () => {
  it.each([
    ['Tue, 03 Mar 2026 22:00:05 +0100', '2026-03-03', '22:00:05', '+01:00'],
    ['3 Mar 2026 21:00 GMT', '2026-03-03', '21:00:00', 'Z'],
    ['Fri, 6 Mar 2026 09:05:00 -0000', '2026-03-06', '09:05:00', 'Z'],
    ['Fri, 6 Mar 2026 09:05:00 EST', '2026-03-06', '09:05:00', '-05:00'],
    ['Fri, 6 Mar 2026 09:05:00', '2026-03-06', '09:05:00', null],
  ])('%s keeps the zone it was written in', (text, value, time, zone) => {
    expect(readMailDate(text)).toEqual({ value, time, zone });
  });

  it('that no calendar has is no date', async () => {
    const { facts } = await read(
      'a.eml',
      'email',
      'From: a@b.example\nDate: Tue, 31 Feb 2026 25:00:05 +0100\n\nx',
    );
    expect(factValues(facts, 'captured')).toEqual([]);
  });
});

describe('an e-mail', () => {
  it('of HTML alone shows its words, and loads nothing', async () => {
    const eml =
      'From: a@b.example\nSubject: x\nContent-Type: text/html\n\n<p>Hello</p><img src="https://t.example/p.gif">';
    expect((await read('a.eml', 'email', eml)).pages).toEqual({ 1: 'Hello' });
  });

  it('that came attached is a file of its own, whatever the sender called it', async () => {
    const inner = 'From: c@d.example\nSubject: inner\n\ninside';
    const eml = [
      'From: a@b.example',
      'Content-Type: multipart/mixed; boundary="x"',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'outside',
      '--x',
      'Content-Type: message/rfc822',
      '',
      inner,
      '--x--',
      '',
    ].join('\n');
    const { pages, children } = await read('a.eml', 'email', eml);
    expect(pages).toEqual({ 1: 'outside' });
    expect(children['attached e-mail.eml']?.toString()).toContain('inside');
  });

  it('of parts in parts without end, or without any header, is unreadable', async () => {
    const nested = Array.from(
      { length: 200 },
      (_, at) => `Content-Type: multipart/mixed; boundary="${String(at)}"\n\n--${String(at)}\n`,
    ).join('');
    expect(await codeOf(read('a.eml', 'email', `From: a@b.example\n${nested}`))).toBe('unreadable-file');
    expect(await codeOf(read('a.eml', 'email', 'no header at all'))).toBe('unreadable-file');
  });

  it('that Outlook saved gives the headers of the server where it has them, and messages in it', async () => {
    const inner = {
      subject: 'Inner',
      body: 'inside',
      senderName: 'C',
      senderAddress: 'c@d.example',
      to: [],
      sent: new Date('2026-03-01T10:00:00Z'),
    };
    const msg = msgOf({
      subject: 'Outer',
      body: 'outside',
      senderName: 'A',
      senderAddress: 'a@b.example',
      to: [{ name: 'Robin', address: 'robin@client.example' }],
      sent: new Date('2026-03-03T21:00:05Z'),
      headers:
        'Date: Tue, 03 Mar 2026 22:00:05 +0100\r\nFrom: A <a@b.example>\r\nSubject: Outer\r\nMessage-ID: <1@b.example>\r\n',
      attachments: [{ name: 'photo.png', bytes: smallPng() }],
      inner,
    });
    const { facts, pages, children } = await read('a.msg', 'email', msg);
    expect(pages).toEqual({ 1: 'outside' });
    expect(facts.find(({ field }) => field === 'captured')).toMatchObject({
      time: '22:00:05',
      zone: '+01:00',
    });
    expect(Buffer.from(smallPng()).equals(children['photo.png'] as Buffer)).toBe(true);
    const again = await read('inner.msg', 'email', children['Inner.msg'] as Buffer);
    expect(again.pages).toEqual({ 1: 'inside' });
    expect(factValues(again.facts, 'subject')).toEqual(['Subject: Inner']);
  });
});

describe('contacts', () => {
  it('are read folded, quoted and escaped; a picture in one is a file; an address of one is not fetched', async () => {
    const vcf = [
      'BEGIN:VCARD',
      'FN:R Example',
      'item1.TEL;type=CELL;type=VOICE:+44 7700 900123',
      `PHOTO;ENCODING=b;TYPE=PNG:${smallPng().toString('base64').replaceAll(/.{60}/gu, '$&\r\n ')}`,
      'LOGO;VALUE=uri:https://t.example/l.png',
      'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:caf=C3=A9 =',
      'at nine',
      'END:VCARD',
    ].join('\r\n');
    const { pages, facts, children } = await read('a.vcf', 'contact', vcf);
    expect(pages[1]).toBe(
      'Name: R Example\nPhone (cell): +44 7700 900123\nPhoto: taken out as a file of its own\nLOGO: https://t.example/l.png\nNote: café at nine\n',
    );
    expect(factValues(facts, 'person')).toEqual(['Contact: R Example, +44 7700 900123']);
    expect(smallPng().equals(children['R Example.png'] as Buffer)).toBe(true);
  });
});

describe('a document', () => {
  it('that wants a password, or is of a kind nobody reads here, says which', async () => {
    const locked = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1000),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await codeOf(read('a.docx', 'document', locked))).toBe('encrypted-file');
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)]);
    expect(await codeOf(read('a.doc', 'document', old))).toBe('unsupported-preview');
  });

  it('keeps what was deleted in it, and says that it was', async () => {
    const plain = await docxOf(['kept']);
    const body =
      '<w:document xmlns:w="x"><w:body><w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>kept </w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p></w:body></w:document>';
    const changed = await zipOf([{ name: 'word/document.xml', bytes: body }]);
    expect((await read('a.docx', 'document', plain)).pages).toEqual({ 1: 'kept\n' });
    expect((await read('a.docx', 'document', changed)).pages).toEqual({ 1: 'kept [deleted: gone]\n' });
  });

  it('of cells keeps their places', async () => {
    const sheet =
      '<worksheet><sheetData><row><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="D1"><v>4</v></c></row><row><c r="A2" t="s"><v>99</v></c></row></sheetData></worksheet>';
    const bytes = await zipOf([
      { name: 'xl/workbook.xml', bytes: '<workbook><sheets><sheet name="S"/></sheets></workbook>' },
      { name: 'xl/worksheets/sheet1.xml', bytes: sheet },
    ]);
    expect((await read('a.xlsx', 'document', bytes)).pages).toEqual({ 1: 'S\n\na\t\t\t4\n' });
  });

  it('whose entities multiply, or that is nested without end, is unreadable', async () => {
    const laughs =
      '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="x"><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>';
    for (const xml of [laughs, '<a>'.repeat(2000)]) {
      const bytes = await zipOf([{ name: 'word/document.xml', bytes: xml }]);
      expect(await codeOf(read('a.docx', 'document', bytes))).toBe('unreadable-file');
    }
  });

  it('of very many rows stops when no more text is kept', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => ['07700 900123 ', 'x'.repeat(100), at] as const);
    const bytes = await xlsxOf(rows.map((row) => [...row]));
    const { pages } = await read('a.xlsx', 'document', bytes);
    expect(pages[1]?.length).toBe(5_000_000);
  });

  it('of rich text gives its words, not its fonts, in whatever code page it is written', () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator x;}\f0 Caf\'e9 \u8211? at {\b nine}\par next\tab one{\pict 00ff}\line \{end\}}`;
    expect(rtfToText(rtf)).toBe('Café – at nine\nnext\tone\n{end}');
  });
});
