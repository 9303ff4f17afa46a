import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import type { EvidenceKind } from '../../shared/models/evidence';
import { exifDates, pngText, tiff } from '../electron/services/evidence/files';
import { msgOf } from './msg';
import { pngChunk, pngSignature } from './png-chunk';
import { docxOf, odpOf, odsOf, odtOf, pptxOf, xlsxOf } from './office';
import { smallJpeg, smallMp4, smallWebm, smallWebp } from './small-media';
import { zipOf } from './zip';

export interface EvidenceFixture {
  readonly name: string;
  readonly bytes: Buffer;
  readonly kind: EvidenceKind;
}

/** A grey PNG that can be drawn, each row a little lighter; `chunks` stand before its picture data. */
export function smallPng(shade = 90, chunks: readonly Buffer[] = []): Buffer {
  const [width, height] = [24, 16];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, row) =>
    Buffer.concat([Buffer.from([0]), Buffer.alloc(width, (shade + row * 4) % 256)]),
  );
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A real JPEG with an EXIF block behind its first marker. */
export function jpegWithExif(): Buffer {
  const block = Buffer.concat([Buffer.from('Exif\u0000\u0000', 'latin1'), tiff(exifDates)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(block.length + 2, 2);
  return Buffer.concat([smallJpeg.subarray(0, 2), head, block, smallJpeg.subarray(2)]);
}

/** Half a second of a tone, eight bits, one channel. */
export function wav(seconds = 0.5): Buffer {
  const samples = Buffer.from(
    Array.from({ length: 8000 * seconds }, (_, at) => 128 + Math.round(60 * Math.sin(at / 4))),
  );
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

/** A bitmap of 24 bits a point. */
function bmp(): Buffer {
  const [width, height] = [8, 6];
  const head = Buffer.alloc(54);
  head.write('BM', 0, 'latin1');
  head.writeUInt32LE(54 + width * height * 3, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  return Buffer.concat([head, Buffer.alloc(width * height * 3, 0x66)]);
}

/** A grey TIFF, uncompressed, with a strip behind its directory. */
export function tiffPicture(): Buffer {
  const rows = [
    [256, 4, 8],
    [257, 4, 6],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 8 + 2 + 9 * 12 + 4],
    [277, 3, 1],
    [278, 4, 6],
    [279, 4, 48],
  ] as const;
  const out = Buffer.alloc(8 + 2 + rows.length * 12 + 4 + 48, 0x99);
  Buffer.from('49492a0008000000', 'hex').copy(out);
  out.writeUInt16LE(rows.length, 8);
  rows.forEach(([tag, type, value], index) => {
    const at = 10 + index * 12;
    out.writeUInt16LE(tag, at);
    out.writeUInt16LE(type, at + 2);
    out.writeUInt32LE(1, at + 4);
    out.writeUInt32LE(value, at + 8);
  });
  out.writeUInt32LE(0, 10 + rows.length * 12);
  return out;
}

/** A page of words. */
export function pdfWithText(text: string): Buffer {
  const content = `BT /F1 18 Tf 60 760 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /CreationDate (D:20260303210005Z) /Producer (A printer) >>',
  ];
  let out = '%PDF-1.7\n';
  const rows: string[] = [];
  objects.forEach((object, index) => {
    rows.push(`${String(out.length).padStart(10, '0')} 00000 n \n`);
    out += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const start = out.length;
  out += `xref\n0 7\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

export async function tarOf(
  files: readonly { readonly name: string; readonly bytes: Buffer | string; readonly mtime?: Date }[],
): Promise<Buffer> {
  const tar = pack();
  for (const { name, bytes, mtime } of files) {
    tar.entry({ name, mtime: mtime ?? new Date('2026-03-03T21:00:05Z') }, Buffer.from(bytes));
  }
  tar.finalize();
  const parts: Buffer[] = [];
  for await (const part of tar) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll(/.{76}/gu, '$&\r\n').trim();

/** An e-mail with a text, the same as HTML, a picture in the HTML, and an attached file. */
export function emlOf(options: { readonly subject?: string; readonly attachment?: Buffer } = {}): Buffer {
  const { subject = '=?UTF-8?Q?Last_warning_=E2=80=93_answer_me?=', attachment = smallPng() } = options;
  return Buffer.from(
    [
      'Received: from mail.example (mail.example [192.0.2.4]) by mx.example; Tue, 3 Mar 2026 21:00:12 +0000',
      'Received: from phone.example by mail.example; Tue, 3 Mar 2026 21:00:09 +0000',
      'Date: Tue, 03 Mar 2026 22:00:05 +0100',
      'From: "R. Example" <r.example@mail.example>',
      'To: Robin <robin@client.example>, sam@client.example',
      'Cc: Office <office@work.example>',
      `Subject: ${subject}`,
      'Message-ID: <abc.123@mail.example>',
      'X-Mailer: Example Mail 4.2',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="outer"',
      '',
      '--outer',
      'Content-Type: multipart/related; boundary="inner"',
      '',
      '--inner',
      'Content-Type: multipart/alternative; boundary="either"',
      '',
      '--either',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'I know where you work now.=20',
      'Caf=C3=A9 at nine.',
      '--either',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>I know where you work now.<br>Caf&eacute; at nine.</p><img src="cid:pic@x"><img src="https://tracker.example/p.gif">',
      '--either--',
      '--inner',
      'Content-Type: image/gif; name="pic.gif"',
      'Content-ID: <pic@x>',
      'Content-Disposition: inline; filename="pic.gif"',
      'Content-Transfer-Encoding: base64',
      '',
      base64(smallGif),
      '--inner--',
      '--outer',
      'Content-Type: image/png; name="photo.png"',
      'Content-Disposition: attachment; filename="photo.png"',
      'Content-Transfer-Encoding: base64',
      '',
      base64(attachment),
      '--outer--',
      '',
    ].join('\r\n'),
    'utf8',
  );
}

/** One white point, as Chromium draws it too. */
export const smallGif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

export const vcf = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:Example;Robin;;;',
  'FN:Robin Example',
  'TEL;TYPE=CELL:+44 7700 900123',
  'EMAIL;TYPE=INTERNET:robin@client.example',
  'ADR;TYPE=HOME:;;1 Some Street;Leeds;;LS1 1AA;UK',
  'NOTE:A long note that is folded',
  '  over two lines\\, with a comma',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Jo',
  'TEL;CELL:07700 900456',
  'END:VCARD',
  '',
].join('\r\n');

export const whatsappText = [
  '03/03/2026, 21:00 - Messages and calls are end-to-end encrypted.',
  '03/03/2026, 21:00 - R Example: answer me',
  '03/03/2026, 21:01 - R Example: I can see the light is on',
  'you cannot hide',
  '03/03/2026, 21:02 - Robin: IMG-20260303-WA0001.jpg (file attached)',
  '14/03/2026, 07:12 - R Example: <Media omitted>',
  '',
].join('\n');

export const smsXml = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<smses count="2">
  <sms protocol="0" address="+447700900123" date="1772571605000" type="1" subject="null" body="Where are you &amp; who with?" toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" readable_date="3 Mar 2026 21:00:05" contact_name="R Example" />
  <mms address="+447700900123" date="1772571665000" msg_box="1" m_type="132"><parts><part seq="0" ct="text/plain" name="null" cl="t.txt" text="look" /><part seq="1" ct="image/png" name="a.png" cl="a.png" data="${smallPng().toString('base64')}" /></parts><addrs><addr address="+447700900123" type="137" charset="106" /></addrs></mms>
</smses>
`;

export const callsXml = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<calls count="2">
  <call number="+447700900123" duration="0" date="1772571605000" type="3" presentation="1" readable_date="3 Mar 2026 21:00:05" contact_name="R Example" />
  <call number="-1" duration="12" date="1772571665000" type="1" presentation="3" readable_date="3 Mar 2026 21:01:05" contact_name="(Unknown)" />
</calls>
`;

export const callsCsv = [
  'Date,Time,Direction,Number,Duration',
  '03/03/2026,21:00:05,Incoming,07700 900123,00:00:00',
  '03/03/2026,21:04:40,Incoming,Withheld,00:01:10',
  '',
].join('\r\n');

async function sample(name: string): Promise<Buffer> {
  return readFile(join(import.meta.dirname, '..', '..', 'resources', 'sample-case', 'evidence', name));
}

/** One small valid file of every kind: what mutation tests start from. */
export async function evidenceFixtures(): Promise<readonly EvidenceFixture[]> {
  const jpeg = jpegWithExif();
  const zip = await zipOf([
    { name: 'Screenshots/one.png', bytes: smallPng() },
    { name: 'notes.txt', bytes: 'He was outside again.' },
  ]);
  const tar = await tarOf([
    { name: 'photos/one.png', bytes: smallPng() },
    { name: 'notes.txt', bytes: 'He was outside again.' },
  ]);
  return [
    { name: 'one.png', kind: 'image', bytes: smallPng(90, [pngText('Software', 'A tool')]) },
    { name: 'IMG_20260303_210005.jpg', kind: 'image', bytes: jpeg },
    { name: 'one.webp', kind: 'image', bytes: smallWebp },
    { name: 'one.gif', kind: 'image', bytes: smallGif },
    { name: 'one.bmp', kind: 'image', bytes: bmp() },
    { name: 'one.tif', kind: 'image', bytes: tiffPicture() },
    { name: 'IMG_0455.HEIC', kind: 'image', bytes: await sample('IMG_0455.HEIC') },
    { name: 'letter.pdf', kind: 'pdf', bytes: pdfWithText('I know where you live') },
    { name: 'voicemail.wav', kind: 'audio', bytes: wav() },
    { name: 'door.mp4', kind: 'video', bytes: smallMp4 },
    { name: 'door.webm', kind: 'video', bytes: smallWebm },
    { name: 'warning.eml', kind: 'email', bytes: emlOf() },
    {
      name: 'warning.msg',
      kind: 'email',
      bytes: msgOf({
        subject: 'Last warning',
        body: 'I know where you work now.\r\n',
        senderName: 'R. Example',
        senderAddress: 'r.example@mail.example',
        to: [{ name: 'Robin', address: 'robin@client.example' }],
        sent: new Date('2026-03-03T21:00:05Z'),
        attachments: [{ name: 'photo.png', bytes: smallPng() }],
      }),
    },
    { name: 'contacts.vcf', kind: 'contact', bytes: Buffer.from(vcf) },
    { name: 'statement.txt', kind: 'text', bytes: Buffer.from('On 3 March he rang 14 times.\n') },
    { name: 'diary.docx', kind: 'document', bytes: await docxOf(['3 March\trang 14 times', 'Second line']) },
    {
      name: 'calls.xlsx',
      kind: 'document',
      bytes: await xlsxOf([
        ['Number', 'Calls'],
        ['07700 900123', 14],
      ]),
    },
    { name: 'slides.pptx', kind: 'document', bytes: await pptxOf(['First', 'Second']) },
    { name: 'diary.odt', kind: 'document', bytes: await odtOf(['3 March', 'rang 14 times']) },
    {
      name: 'calls.ods',
      kind: 'document',
      bytes: await odsOf([
        ['Number', 'Calls'],
        ['07700 900123', '14'],
      ]),
    },
    { name: 'slides.odp', kind: 'document', bytes: await odpOf(['First', 'Second']) },
    { name: 'photos.zip', kind: 'archive', bytes: zip },
    { name: 'photos.tar', kind: 'archive', bytes: tar },
    { name: 'photos.tar.gz', kind: 'archive', bytes: gzipSync(tar) },
    { name: 'note.txt.gz', kind: 'archive', bytes: gzipSync('He was outside again.') },
    {
      name: 'outer.zip',
      kind: 'archive',
      bytes: await zipOf([
        { name: 'inner.zip', bytes: zip },
        { name: 'warning.eml', bytes: emlOf() },
      ]),
    },
    { name: 'WhatsApp Chat with R Example.txt', kind: 'messages', bytes: Buffer.from(whatsappText) },
    {
      name: 'WhatsApp Chat with R Example.zip',
      kind: 'archive',
      bytes: await zipOf([
        { name: 'WhatsApp Chat with R Example.txt', bytes: whatsappText },
        { name: 'IMG-20260303-WA0001.jpg', bytes: smallJpeg },
      ]),
    },
    { name: 'sms-20260303210005.xml', kind: 'messages', bytes: Buffer.from(smsXml) },
    { name: 'calls-20260303210005.xml', kind: 'messages', bytes: Buffer.from(callsXml) },
    { name: 'bill.csv', kind: 'table', bytes: Buffer.from(callsCsv) },
  ];
}
