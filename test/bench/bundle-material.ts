import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import { openDisplay } from '../../scripts/setup/display.mjs';
import { startApp } from '../e2e/helpers/app';
import { root } from '../e2e/helpers/runtime';
import { pngChunk } from '../helpers/png-chunk';
import { seeded } from '../helpers/seeded';
import { wordsFrom } from './entries';
import type { ElectronHalf } from './electron-half';
import { drawPictures } from './import-pictures';

export const documents = { count: 40, pages: 10 } as const;

/**
 * A canvas gives four channels, of which img2pdf would take the one that says nothing out of every picture, at great length.
 * Filters of PNG go by channel (PNG, 9.2), so that it can be left out of the rows as they are.
 */
function withoutAlpha(png: Buffer): Buffer {
  const header = Buffer.from(png.subarray(16, 29));
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
  }
  const rows = inflateSync(Buffer.concat(data));
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header[9] !== 6 || rows.length !== (width * 4 + 1) * height) throw new Error('not four channels');
  const kept = Buffer.alloc((width * 3 + 1) * height);
  for (let row = 0, from = 0, to = 0; row < height; row += 1) {
    kept[to++] = rows[from++] ?? 0;
    for (let across = 0; across < width; across += 1) {
      rows.copy(kept, to, from, from + 3);
      to += 3;
      from += 4;
    }
  }
  header[9] = 2;
  return Buffer.concat([
    png.subarray(0, 8),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(kept)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Draws the pictures of the import benchmark, in the page of the running app. */
export async function drawInApp(folder: string, pictures: string): Promise<void> {
  const display = await openDisplay();
  const before = { ...process.env };
  Object.assign(process.env, display.env);
  try {
    const { page, close } = await startApp(join(folder, 'drawing'));
    try {
      await drawPictures(page, pictures);
      for (const name of readdirSync(pictures).filter((each) => each.endsWith('.png')))
        writeFileSync(join(pictures, name), withoutAlpha(readFileSync(join(pictures, name))));
    } finally {
      await close();
    }
  } finally {
    process.env = before;
    display.stop();
  }
}

/** Documents of text, of ten pages: every other one as a browser prints it, letter by letter, and one as an office program writes it. */
export async function printDocuments(electron: ElectronHalf, folder: string): Promise<void> {
  mkdirSync(folder);
  const random = seeded(77);
  const words = wordsFrom(random);
  const font = readFileSync(join(root, 'node_modules/@fontsource/arimo/files/arimo-latin-400-normal.woff'));
  for (let number = 0; number < documents.count; number += 1) {
    const pages = Array.from({ length: documents.pages }, (_, page) => ({
      title: `${words(4)}, ${page + 1}`,
      paragraphs: Array.from({ length: 7 }, () => `${words(50 + random.below(25))}.`),
    }));
    const path = join(folder, `Report_202603${String(1 + (number % 28)).padStart(2, '0')}_${number + 1}.pdf`);
    if (number % 2 === 0) await electron.ask({ type: 'print', html: htmlOf(pages, number), path });
    else writeFileSync(path, await writtenPdf(pages, font));
  }
}

interface TextPage {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

function htmlOf(pages: readonly TextPage[], number: number): string {
  const style =
    '@page{size:A4;margin:56pt}body{font:11pt/1.45 serif}section{break-after:page}section:last-child{break-after:auto}';
  const sections = pages.map(
    ({ title, paragraphs }) =>
      `<section><h2>${title}</h2>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</section>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Report ${number + 1}</title><style>${style}</style>${sections.join('')}`;
}

/** Line by line in an embedded font. */
async function writtenPdf(pages: readonly TextPage[], font: Buffer): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.registerFontkit(fontkit);
  const face = await pdf.embedFont(font, { subset: true });
  for (const { title, paragraphs } of pages) {
    const page = pdf.addPage([595.28, 841.89]);
    page.setFont(face);
    page.drawText(title, { x: 56, y: 760, size: 16, maxWidth: 480 });
    for (const [index, text] of paragraphs.entries())
      page.drawText(text, { x: 56, y: 735 - index * 95, size: 11, lineHeight: 15, maxWidth: 480 });
  }
  return pdf.save();
}

/** The same files once more and more, each with a few bytes that make it another file. */
export function multiply(from: string, to: string, times: number): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    const bytes = readFileSync(join(from, name));
    copyFileSync(join(from, name), join(to, name));
    for (let copy = 1; copy < times; copy += 1) {
      const ending = extname(name);
      writeFileSync(
        join(to, `${name.slice(0, -ending.length)}_${copy}${ending}`),
        marked(bytes, ending, `copy ${copy}`),
      );
    }
  }
}

function marked(bytes: Buffer, ending: string, mark: string): Buffer {
  const said = Buffer.from(mark, 'latin1');
  if (ending === '.png') {
    // Before the chunk that ends it, which is twelve bytes long.
    const end = bytes.length - 12;
    const text = pngChunk('tEXt', Buffer.concat([Buffer.from('Comment\0', 'latin1'), said]));
    return Buffer.concat([bytes.subarray(0, end), text, bytes.subarray(end)]);
  }
  if (ending === '.jpg') {
    const head = Buffer.from([0xff, 0xfe, 0, said.length + 2]);
    return Buffer.concat([bytes.subarray(0, 2), head, said, bytes.subarray(2)]);
  }
  return Buffer.concat([bytes, Buffer.from(`%${mark}\n`, 'latin1')]);
}
