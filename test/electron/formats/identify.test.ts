import { describe, expect, it } from 'vitest';
import { identify } from '../../../electron/formats/identify';
import { mislabelled } from '../../../shared/domain/facts/mislabelled';
import { gzipSync } from 'node:zlib';
import { heic, jpeg, pdf, png, tiff, webp } from '../services/evidence/files';

const ftyp = (brand: string, ...compatible: readonly string[]): Buffer => {
  const body = Buffer.from(`ftyp${brand}\u0000\u0000\u0000\u0000${compatible.join('')}`, 'latin1');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length + 4);
  return Buffer.concat([size, body]);
};

const bitmap = Buffer.alloc(80);
bitmap.write('BM', 0, 'latin1');
bitmap.writeUInt32LE(54, 10);
bitmap.writeUInt32LE(40, 14);

/** A first page of Ogg around the first packet of a codec. */
function ogg(codec: string): Buffer {
  const head = Buffer.alloc(28);
  head.write('OggS', 0, 'latin1');
  head.writeUInt8(2, 5);
  head.writeUInt8(1, 26);
  head.writeUInt8(19, 27);
  return Buffer.concat([head, Buffer.from(codec, 'latin1'), Buffer.alloc(40)]);
}

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
    ['AVIF', ftyp('avif', 'avif', 'mif1'), 'image', 'image/avif'],
    ['a bitmap', bitmap, 'image', 'image/bmp'],
    ['TIFF', tiff({ ifd0: [[256, 4]] }), 'image', 'image/tiff'],
    ['PDF', pdf(''), 'pdf', 'application/pdf'],
    ['PDF after some junk', Buffer.concat([Buffer.alloc(900, 32), pdf('')]), 'pdf', 'application/pdf'],
    ['text', Buffer.from('Hello, this is text. £'), 'text', 'text/plain'],
    ['nothing', Buffer.alloc(0), 'other', 'application/x-empty'],
    ['anything', Buffer.from([1, 0, 2, 255, 254]), 'other', 'application/octet-stream'],
    ['MP4 video', ftyp('isom', 'isom', 'mp42'), 'video', 'video/mp4'],
    ['MP4 sound', ftyp('M4A ', 'M4A ', 'mp42'), 'audio', 'audio/mp4'],
    ['QuickTime', ftyp('qt  ', 'qt  '), 'video', 'video/quicktime'],
    ['3GPP', ftyp('3gp5', 'isom'), 'video', 'video/3gpp'],
    ['WAV', Buffer.from('RIFF\u0024\u0000\u0000\u0000WAVEfmt ', 'latin1'), 'audio', 'audio/wav'],
    ['Ogg Opus', ogg('OpusHead'), 'audio', 'audio/ogg'],
    [
      'MP3',
      Buffer.concat([
        Buffer.from('ID3\u0004\u0000\u0000\u0000\u0000\u0000\u000a', 'latin1'),
        Buffer.alloc(10),
        Buffer.from('fffb9064', 'hex'),
        Buffer.alloc(500),
      ]),
      'audio',
      'audio/mpeg',
    ],
    ['AMR', Buffer.from('#!AMR\n\u003c', 'latin1'), 'audio', 'audio/amr'],
    ['rich text', Buffer.from('{\\rtf1\\ansi hello}'), 'document', 'application/rtf'],
    ['gzip', gzipSync('words'), 'archive', 'application/gzip'],
    ['7z', Buffer.from('377abcaf271c0004', 'hex'), 'archive', 'application/x-7z-compressed'],
    ['RAR', Buffer.from('526172211a070100', 'hex'), 'archive', 'application/x-rar-compressed'],
    [
      'an empty zip',
      Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]),
      'archive',
      'application/zip',
    ],
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
    ['photo.HEIC', 'video/mp4', 'The name says .heic, the content is a video (MP4).'],
    [
      'diary.docx',
      'application/x-encrypted-office',
      'The name says .docx, the content is an Office document behind a password.',
    ],
    ['photos.zip', 'text/html', 'The name says .zip, the content is a web page.'],
  ])('%s holding %s', (name, mime, sentence) => {
    expect(mislabelled(name, mime)).toBe(sentence);
  });

  it.each([
    ['shot.PNG', 'image/png'],
    ['photo.jpeg', 'image/jpeg'],
    ['without an ending', 'image/png'],
    ['empty.jpg', 'application/x-empty'],
    ['clip.mp4', 'video/mp4'],
    ['clip.mp4', 'video/quicktime'],
    ['notes.2026', 'text/plain'],
    ['backup.bin', 'application/zip'],
  ])('is not claimed of %s holding %s', (name, mime) => {
    expect(mislabelled(name, mime)).toBeNull();
  });
});
