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
    ['AVIF under the general brand', ftyp('mif1', 'mif1', 'avif'), 'other', 'image/avif'],
    ['PDF', pdf(''), 'pdf', 'application/pdf'],
    ['PDF after some junk', Buffer.concat([Buffer.alloc(900, 32), pdf('')]), 'pdf', 'application/pdf'],
    ['text', Buffer.from('Hello, this is text. £'), 'other', 'text/plain'],
    ['nothing', Buffer.alloc(0), 'other', 'application/x-empty'],
    ['anything', Buffer.from([1, 0, 2, 255, 254]), 'other', 'application/octet-stream'],
    ['MP4 video', ftyp('isom', 'isom', 'mp42'), 'other', 'video/mp4'],
    [
      'ASF with lengths that go back',
      Buffer.concat([Buffer.from('3026b2758e66cf11a6d9', 'hex'), Buffer.alloc(4000)]),
      'other',
      'video/x-ms-asf',
    ],
  ])('%s', async (_name, bytes, kind, mime) => {
    expect(await identify(bytes)).toEqual({ kind, mime });
  });

  it('does not take text that only mentions a PDF late for one', async () => {
    const text = Buffer.from(`${'a'.repeat(2000)} %PDF-1.7`);
    expect(await identify(text)).toEqual({ kind: 'other', mime: 'text/plain' });
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
