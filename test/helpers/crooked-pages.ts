import { deflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { writePicturePdf } from '../../electron/services/redaction/picture-pdf';
import type { Pixels } from '../../renderer/lab/ocr/lying';
import { withPdf } from '../../renderer/lab/pdfium/engine';
import { render } from '../../renderer/lab/pdfium/render';
import { withSheet } from '../../renderer/lab/pdfium/sheet';
import { pngChunk, pngSignature } from './png-chunk';
import { turnedByTenths } from './turned-pixels';

const paragraph = [
  'Dear neighbour, I am writing about what happened on Monday evening.',
  'The white van stood before my door from seven until after midnight,',
  'and the man in it looked up at my window whenever I moved the curtain.',
  'On Tuesday he followed me to the station and sat down behind me.',
  'Please tell me whether you have seen him, and whether your camera has.',
];

/** A typed letter of twenty lines, A5, as a PDF. */
export async function typedLetter(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([420, 595]);
  for (let line = 0; line < 20; line += 1)
    page.drawText(paragraph[line % paragraph.length] ?? '', { x: 40, y: 540 - line * 24, size: 10, font });
  return document.save({ useObjectStreams: false });
}

/** The same as a scan of 200 dots per inch that was laid on the glass so crooked (in tenths of a degree, clockwise). Wants the decoder. */
export async function crookedLetter(tenths: number): Promise<Pixels> {
  const pixels = await withPdf(await typedLetter(), (file) =>
    withSheet(file, 0, (sheet) => render(sheet, 200 / 72)),
  );
  if (pixels === null) throw new Error('no page');
  return tenths === 0 ? pixels : turnedByTenths(pixels, tenths);
}

/** As a PNG of three colours. */
export function pngOfPixels({ data, width, height }: Pixels): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let colour = 0; colour < 3; colour += 1)
        rows[y * (1 + width * 3) + 1 + x * 3 + colour] = data[(y * width + x) * 4 + colour] ?? 255;
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The scan as a PDF of one picture. */
export async function crookedPdf(tenths: number): Promise<Buffer> {
  const pixels = await crookedLetter(tenths);
  const points = { width: (pixels.width * 72) / 200, height: (pixels.height * 72) / 200 };
  const page = { points, bytes: pngOfPixels(pixels), mime: 'image/png' };
  const parts: Uint8Array[] = [];
  // eslint-disable-next-line @typescript-eslint/require-await -- What is written takes pages one after the other.
  const pages = async function* () {
    yield page;
  };
  for await (const part of writePicturePdf(pages())) parts.push(part);
  return Buffer.concat(parts);
}
