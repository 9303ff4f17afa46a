import { describe, expect, it } from 'vitest';
import { identify, mislabelled } from '../../../../electron/services/evidence/identify';
import { heic, jpeg, pdf, png, webp } from './files';

const ftyp = (brand: string, ...compatible: readonly string[]): Buffer => {
  const body = Buffer.from(`ftyp${brand}\u0000\u0000\u0000\u0000${compatible.join('')}`, 'latin1');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length + 4);
  return Buffer.concat([size, body]);
};

describe('a file is known by its content', () => {
  it.each([
    ['PNG', png(), 'image', 'image/png'],
    ['JPEG', jpeg(), 'image', 'image/jpeg'],
    ['WebP', webp([['VP8 ', Buffer.alloc(20)]]), 'image', 'image/webp'],
    ['GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1'), 'image', 'image/gif'],
    ['HEIC', heic(Buffer.alloc(8), { width: 4, height: 4 }), 'image', 'image/heic'],
    ['HEIC under the general brand', ftyp('mif1', 'mif1', 'heic'), 'image', 'image/heic'],
    ['HEIF of another coding', ftyp('mif1', 'mif1', 'miaf'), 'image', 'image/heif'],
    ['AVIF under the general brand', ftyp('mif1', 'mif1', 'avif'), 'image', 'image/avif'],
    ['AVIF', ftyp('avif', 'mif1', 'miaf'), 'image', 'image/avif'],
    ['TIFF', Buffer.from('II*\u0000\u0008\u0000\u0000\u0000', 'latin1'), 'image', 'image/tiff'],
    [
      'BMP',
      Buffer.concat([Buffer.from('BM'), Buffer.alloc(12), Buffer.from([40, 0, 0, 0]), Buffer.alloc(40)]),
      'image',
      'image/bmp',
    ],
    [
      'text that starts like a BMP',
      Buffer.from('BMW outside at nine, the same man as before.'),
      'text',
      'text/plain',
    ],
    [
      'e-mail',
      Buffer.from('Received: by a\r\nFrom: a@b.uk\r\nTo: c@d.uk\r\nDate: x\r\n\r\nHi'),
      'email',
      'message/rfc822',
    ],
    ['a letter with colons', Buffer.from('Dear all: this is it\nFrom: me\n'), 'text', 'text/plain'],
    ['contact', Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\nEND:VCARD\r\n'), 'contact', 'text/vcard'],
    [
      'SMS export',
      Buffer.from('<?xml version="1.0"?><!-- x --><smses count="1">'),
      'messages',
      'application/xml',
    ],
    [
      'call export',
      Buffer.from('\uFEFF<?xml version="1.0"?>\n<calls count="1">'),
      'messages',
      'application/xml',
    ],
    ['other XML', Buffer.from('<?xml version="1.0"?><note>'), 'text', 'text/plain'],
    [
      'WhatsApp export of Android',
      Buffer.from('03/05/2024, 21:14 - Sam: hello\n03/05/2024, 21:15 - Rae: leave me alone\nplease\n'),
      'messages',
      'text/plain',
    ],
    [
      'WhatsApp export of an iPhone',
      Buffer.from('\u200E[14/10/2021, 3:34:09\u202FPM] Sam: hello\n[14/10/2021, 3:35:09\u202FPM] Rae: no\n'),
      'messages',
      'text/plain',
    ],
    [
      'table',
      Buffer.from('Date,Time,Number\n1/2/2024,21:00,07700900123\n2/2/2024,22:00,"a, b"\n'),
      'table',
      'text/csv',
    ],
    ['zip', Buffer.from('PK\u0005\u0006' + '\u0000'.repeat(18), 'latin1'), 'archive', 'application/zip'],
    [
      'old text in Windows code',
      Buffer.from('He shouted \u0093come out\u0094 for \u00a35.', 'latin1'),
      'text',
      'text/plain',
    ],
    ['PDF', pdf(''), 'pdf', 'application/pdf'],
    ['PDF after some junk', Buffer.concat([Buffer.alloc(900, 32), pdf('')]), 'pdf', 'application/pdf'],
    ['text', Buffer.from('Hello, this is text. £'), 'text', 'text/plain'],
    ['nothing', Buffer.alloc(0), 'other', 'application/x-empty'],
    ['anything', Buffer.from([1, 0, 2, 255, 254]), 'other', 'application/octet-stream'],
    ['MP4 video', ftyp('isom', 'isom', 'mp42'), 'video', 'video/mp4'],
    [
      'ASF with lengths that go back',
      Buffer.concat([Buffer.from('3026b2758e66cf11a6d9', 'hex'), Buffer.alloc(4000)]),
      'video',
      'video/x-ms-asf',
    ],
  ])('%s', async (_name, bytes, kind, mime) => {
    expect(await identify(bytes)).toEqual({ kind, mime });
  });

  it('does not take text that only mentions a PDF late for one', async () => {
    const text = Buffer.from(`${'a'.repeat(2000)} %PDF-1.7`);
    expect(await identify(text)).toEqual({ kind: 'text', mime: 'text/plain' });
  });

  it('keeps a character that the end of the sample cuts in two', async () => {
    expect((await identify(Buffer.from('five pounds: £').subarray(0, -1))).mime).toBe('text/plain');
  });
});

describe('a name that says something else than the content', () => {
  it.each([
    ['shot.jpg', 'image/png', 'The name says .jpg, the content is PNG.'],
    ['notes.txt', 'image/jpeg', 'The name says .txt, the content is JPEG.'],
    ['photo.png', 'text/plain', 'The name says .png, the content is plain text.'],
    ['photo.HEIC', 'video/mp4', 'The name says .heic, the content is video/mp4.'],
  ])('%s holding %s', (name, mime, sentence) => {
    expect(mislabelled(name, mime)).toBe(sentence);
  });

  it.each([
    ['shot.PNG', 'image/png'],
    ['photo.jpeg', 'image/jpeg'],
    ['without an ending', 'image/png'],
    ['empty.jpg', 'application/x-empty'],
    ['clip.mp4', 'video/mp4'],
  ])('is not claimed of %s holding %s', (name, mime) => {
    expect(mislabelled(name, mime)).toBeNull();
  });
});
