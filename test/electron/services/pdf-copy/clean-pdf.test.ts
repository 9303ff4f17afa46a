import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { cleanPdf } from '../../../../electron/services/pdf-copy/clean-pdf';
import { jpeg, tiff } from '../evidence/files';

const xmp = '<x:xmpmeta><exif:GPSLatitude>51,30N</exif:GPSLatitude></x:xmpmeta>';

/** A page with a photo as a phone takes it, and metadata on the document, the page and the picture. */
async function withPhoto(): Promise<{ readonly bytes: Uint8Array; readonly photo: Buffer }> {
  const photo = jpeg({ exif: tiff({ ifd0: [[0x0110, 'Secret Phone 7']] }), xmp });
  const document = await PDFDocument.create();
  document.setAuthor('An author');
  const { context } = document;
  const packet = (): ReturnType<typeof context.register> =>
    context.register(context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' }));
  const picture = context.register(
    context.stream(photo, {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 24,
      Height: 16,
      ColorSpace: 'DeviceRGB',
      BitsPerComponent: 8,
      Filter: 'DCTDecode',
    }),
  );
  const page = document.addPage([300, 200]);
  page.node.newXObject('Photo', picture);
  page.node.set(PDFName.of('Metadata'), packet());
  document.catalog.set(PDFName.of('Metadata'), packet());
  return { bytes: await document.save({ useObjectStreams: false }), photo };
}

describe('a PDF that goes into a bundle or out as a copy', () => {
  it('carries nothing of what its photos and objects say about place, device and author', async () => {
    const { bytes } = await withPhoto();
    // As it was handed over, it does.
    expect(Buffer.from(bytes).includes('Secret Phone 7')).toBe(true);
    const clean = await cleanPdf({ parts: [bytes], pages: [{ kind: 'copied', page: 1 }] });
    const again = await (await PDFDocument.load(clean.bytes)).save({ useObjectStreams: false });
    for (const trace of ['Secret Phone 7', 'GPSLatitude', 'xmpmeta', 'An author', 'Exif\0\0'])
      expect(Buffer.from(again).includes(trace)).toBe(false);
  });

  it('keeps its photos, with their own data as it was', async () => {
    const { bytes, photo } = await withPhoto();
    const clean = await PDFDocument.load(
      (await cleanPdf({ parts: [bytes], pages: [{ kind: 'copied', page: 1 }] })).bytes,
    );
    expect(clean.getPageCount()).toBe(1);
    const again = Buffer.from(await clean.save({ useObjectStreams: false }));
    expect(again.includes(photo.subarray(photo.indexOf(Buffer.from([0xff, 0xc0]))))).toBe(true);
  });
});
