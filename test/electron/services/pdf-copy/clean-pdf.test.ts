import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { cleanPdf } from '../../../../electron/services/pdf-copy/clean-pdf';
import { fixturePdf } from '../../../helpers/pdfium';
import { jpeg, png, tiff } from '../evidence/files';

const xmp = '<x:xmpmeta><exif:GPSLatitude>51,30N</exif:GPSLatitude></x:xmpmeta>';
const traces = ['Secret Phone 7', 'GPSLatitude', 'xmpmeta', 'An author', 'Exif\0\0'];

/** A page with a photo as a phone takes it, packed as `filter` says, and metadata on the document, the page and the picture. */
async function withPhoto(
  filter: 'plain' | 'list' | 'packed',
): Promise<{ readonly bytes: Uint8Array; readonly photo: Buffer }> {
  const photo = jpeg({ exif: tiff({ ifd0: [[0x0110, 'Secret Phone 7']] }), xmp });
  const document = await PDFDocument.create();
  document.setAuthor('An author');
  const { context } = document;
  const packet = (): ReturnType<typeof context.register> =>
    context.register(context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' }));
  const filters = { plain: 'DCTDecode', list: ['DCTDecode'], packed: ['FlateDecode', 'DCTDecode'] }[filter];
  const picture = context.register(
    context.stream(filter === 'packed' ? deflateSync(photo) : photo, {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 24,
      Height: 16,
      ColorSpace: 'DeviceRGB',
      BitsPerComponent: 8,
      Filter: filters,
      Metadata: packet(),
    }),
  );
  const page = document.addPage([300, 200]);
  const name = page.node.newXObject('Photo', picture).decodeText();
  page.node.set(PDFName.of('Contents'), context.register(context.stream(`/${name} Do`)));
  page.node.set(PDFName.of('Metadata'), packet());
  document.catalog.set(PDFName.of('Metadata'), packet());
  return { bytes: await document.save({ useObjectStreams: false }), photo };
}

const copied = (page: number) => ({ kind: 'copied', page }) as const;

/** Every object of a clean copy, its streams unpacked where they are packed by one filter. */
async function unpacked(bytes: Uint8Array): Promise<Buffer> {
  const document = await PDFDocument.load(bytes);
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

describe('a PDF that goes into a bundle or out as a copy', () => {
  it.each(['plain', 'list', 'packed'] as const)(
    'carries nothing of what its photos and objects say about place, device and author (%s)',
    async (filter) => {
      const { bytes, photo } = await withPhoto(filter);
      const clean = await cleanPdf({ parts: [bytes], pages: [copied(1)] });
      expect(clean.broken).toEqual([]);
      const again = await unpacked(clean.bytes);
      for (const trace of traces) expect(again.includes(trace), trace).toBe(false);
      // The picture's own data is as it was.
      expect(again.includes(photo.subarray(photo.indexOf(Buffer.from([0xff, 0xc0]))))).toBe(true);
    },
  );

  it('carries nothing that hides in a corner of it: scripts, attachments, addresses, references, other pictures', async () => {
    const bytes = fixturePdf('g17-af-opi-ref-properties.pdf');
    const before = (await unpacked(bytes)).toString('latin1');
    const clean = await cleanPdf({ parts: [bytes], pages: [copied(1)] });
    const after = (await unpacked(clean.bytes)).toString('latin1');
    for (const word of [
      'evil',
      'app.alert',
      '/AF',
      '/OPI',
      '/Ref',
      '/Properties',
      '/Alternates',
      '/AA',
      '/URI',
    ])
      expect([word, before.includes(word), after.includes(word)]).toEqual([word, true, false]);
  });

  it('keeps no marks that say more than is drawn', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([300, 200]);
    const content = '/Span <</ActualText (12 Refuge Lane)>> BDC 0 0 9 9 re f EMC % 12 Refuge Lane';
    page.node.set(PDFName.of('Contents'), document.context.register(document.context.stream(content)));
    const clean = await cleanPdf({ parts: [await document.save()], pages: [copied(1)] });
    const [only] = (await PDFDocument.load(clean.bytes)).getPages();
    const again = only?.node.Contents();
    expect(again).toBeDefined();
    expect((await unpacked(clean.bytes)).includes('Refuge')).toBe(false);
  });

  it('keeps what its pages draw with and no more: not the picture of a page that is not taken over', async () => {
    const document = await PDFDocument.create();
    const { context } = document;
    const secret = context.register(
      context.stream('0 0 9 9 re f % the secret picture', {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 9, 9],
      }),
    );
    // A group without a list of its own draws with that of the page.
    const group = context.register(
      context.stream('/Inner Do', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 99, 99] }),
    );
    const inner = context.register(
      context.stream('1 0 0 rg 0 0 9 9 re f', {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 9, 9],
        FormType: 1,
      }),
    );
    const page = document.addPage([300, 200]);
    page.node.set(
      PDFName.of('Resources'),
      context.obj({ XObject: { Secret: secret, Group: group, Inner: inner } }),
    );
    page.node.set(PDFName.of('Contents'), context.register(context.stream('/Group Do')));
    const clean = await cleanPdf({ parts: [await document.save()], pages: [copied(1)] });
    const again = (await unpacked(clean.bytes)).toString('latin1');
    expect(again).not.toContain('/Secret');
    expect(again).toContain('/Inner');
    expect(again.match(/\/Subtype \/Form/gu)).toHaveLength(2);
  });

  it('names pages whose data is damaged, and says nothing of the others', async () => {
    const bytes = fixturePdf('g13-damaged-page-3-of-5.pdf');
    const clean = await cleanPdf({ parts: [bytes], pages: [1, 2, 3, 4, 5].map(copied) });
    expect(clean.broken).toEqual([3]);
  });

  it('takes over a page on which nothing is, and one whose crop lies beside it', async () => {
    for (const [name, pages] of [
      ['k05-blank-second-page.pdf', 3],
      ['g08-boxes.pdf', 6],
    ] as const) {
      const numbers = Array.from({ length: pages }, (_, index) => index + 1);
      const clean = await cleanPdf({ parts: [fixturePdf(name)], pages: numbers.map(copied) });
      expect(clean.broken).toEqual([]);
      const again = await PDFDocument.load(clean.bytes);
      for (const page of again.getPages()) {
        const { width, height } = page.getCropBox();
        expect(Math.min(width, height)).toBeGreaterThan(200);
        expect(Math.max(width, height)).toBeLessThan(1000);
      }
    }
  });

  it('puts pictures and slips in their places between the pages that are taken over', async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.Helvetica);
    for (const text of ['one', 'four']) document.addPage([300, 200]).drawText(text, { font });
    const clean = await cleanPdf({
      parts: [await document.save()],
      pages: [
        copied(1),
        {
          kind: 'picture',
          page: 2,
          points: { width: 400, height: 600 },
          mime: 'image/png',
          bytes: png(),
          text: {
            width: 1600,
            height: 2400,
            words: [{ text: 'żółw', x: 100, y: 100, w: 80, h: 20, confidence: null, line: 0 }],
          },
        },
        { kind: 'slip', page: 3, pages: 4 },
        copied(4),
      ],
    });
    const again = await PDFDocument.load(clean.bytes);
    expect(again.getPages().map((page) => Math.round(page.getWidth()))).toEqual([300, 400, 595, 300]);
  });
});
