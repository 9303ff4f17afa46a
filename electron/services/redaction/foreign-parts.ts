import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import { crc32 } from 'node:zlib';

/**
 * What a redacted copy holds beyond the pixels that are seen. It is read here by what may stand in it, and everything else
 * is foreign: a list of known metadata would miss the kind nobody thought of.
 */
export type Foreign = readonly string[];

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Header, picture data, end, and not a byte behind it (ISO/IEC 15948). */
export function foreignInPng(bytes: Buffer): Foreign {
  if (!bytes.subarray(0, 8).equals(pngSignature)) return ['no PNG'];
  const foreign: string[] = [];
  const seen: string[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 8 + length;
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) {
      return [...foreign, 'a damaged part'];
    }
    if (type === 'IHDR' || type === 'IDAT' || type === 'IEND') seen.push(type);
    else foreign.push(type);
    at = end + 4;
    if (type === 'IEND') break;
  }
  if (at !== bytes.length) foreign.push('something behind its end');
  if (seen[0] !== 'IHDR' || seen.at(-1) !== 'IEND' || !seen.includes('IDAT')) foreign.push('no picture');
  return foreign;
}

/** Tables, frame, scans, and the plain JFIF head without its thumbnail (ITU-T T.81, annex B; T.871, 10.1). */
export function foreignInJpeg(bytes: Buffer): Foreign {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return ['no JPEG'];
  const foreign: string[] = [];
  let at = 2;
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return [...foreign, 'a damaged part'];
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xd9) {
      return at + 2 === bytes.length ? foreign : [...foreign, 'something behind its end'];
    }
    if (at + 4 > bytes.length) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const body = bytes.subarray(at + 4, end);
    if (!isPicture(marker) && !isPlainHead(marker, body)) foreign.push(`a block FF${marker.toString(16)}`);
    at = marker === 0xda ? afterScan(bytes, end) : end;
  }
  return [...foreign, 'no end'];
}

/** Quantisation and Huffman tables, restart interval, frame, scan. */
function isPicture(marker: number): boolean {
  return (
    marker === 0xdb ||
    marker === 0xc4 ||
    marker === 0xdd ||
    marker === 0xda ||
    [0xc0, 0xc1, 0xc2].includes(marker)
  );
}

function isPlainHead(marker: number, body: Buffer): boolean {
  return marker === 0xe0 && body.length === 14 && body.toString('latin1', 0, 5) === 'JFIF\u0000';
}

/** Picture data goes on to the next marker that is neither a stuffed byte nor a restart. */
function afterScan(bytes: Buffer, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes.readUInt8(at + 1);
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 1;
  }
  return bytes.length;
}

/** What reading a PDF of pictures has found. */
export interface PicturePdf {
  readonly foreign: Foreign;
  readonly pages: readonly {
    /** In points. */
    readonly width: number;
    readonly height: number;
    readonly isJpeg: boolean;
  }[];
}

/** Bytes around the picture data that a page and the whole need, generously. */
const around = { page: 700, whole: 1000 } as const;
const drawsOnePicture = /^q [\d.]+ 0 0 [\d.]+ 0 0 cm \/P Do Q$/u;
const imageKeys = [
  'Type',
  'Subtype',
  'Width',
  'Height',
  'ColorSpace',
  'BitsPerComponent',
  'Filter',
  'DecodeParms',
  'Length',
];

/** Reads a PDF that may hold one picture a page and nothing else, with a reader that had no part in writing it. */
export async function readPicturePdf(bytes: Buffer): Promise<PicturePdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  const { context, catalog } = document;
  const foreign: string[] = [];
  const only = (what: string, dict: PDFDict, keys: readonly string[]): void => {
    for (const key of dict.keys()) {
      const name = key.decodeText();
      if (!keys.includes(name)) foreign.push(`${name} in ${what}`);
    }
  };
  const { Info, Encrypt, ID } = context.trailerInfo;
  if (Info !== undefined) foreign.push('an information dictionary');
  if (Encrypt !== undefined || ID !== undefined) foreign.push('a trailer entry');
  only('the catalogue', catalog, ['Type', 'Pages']);

  const pages: { width: number; height: number; isJpeg: boolean }[] = [];
  let pictures = 0;
  for (const page of document.getPages()) {
    only('a page', page.node, ['Type', 'Parent', 'MediaBox', 'Resources', 'Contents']);
    const { width, height } = page.getSize();
    const resources = page.node.Resources();
    const objects = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict);
    if (resources !== undefined) only('what a page uses', resources, ['XObject']);
    if (objects !== undefined) only('the pictures of a page', objects, ['P']);
    if (!drawsOnePicture.test(contentOf(page.node.Contents()))) foreign.push('something drawn on a page');
    const picture = objects?.lookup(PDFName.of('P'));
    if (
      !(picture instanceof PDFRawStream) ||
      picture.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')
    ) {
      foreign.push('a page without its picture');
      continue;
    }
    only('a picture', picture.dict, imageKeys);
    const isJpeg = picture.dict.get(PDFName.of('Filter')) === PDFName.of('DCTDecode');
    const data = Buffer.from(picture.contents);
    pictures += data.length;
    if (isJpeg) foreign.push(...foreignInJpeg(data));
    pages.push({ width, height, isJpeg });
  }
  if (context.enumerateIndirectObjects().length !== 2 + pages.length * 3)
    foreign.push('an object of no page');
  const text = bytes.toString('latin1', Math.max(0, bytes.length - 8));
  if (!text.endsWith('%%EOF\n') || bytes.indexOf('%%EOF') !== bytes.lastIndexOf('%%EOF')) {
    foreign.push('an earlier or later state of the file');
  }
  if (bytes.length > pictures + pages.length * around.page + around.whole) foreign.push('bytes of no object');
  return { foreign: [...new Set(foreign)], pages };
}

function contentOf(contents: unknown): string {
  if (!(contents instanceof PDFRawStream)) return '';
  const length = contents.dict.lookup(PDFName.of('Length'));
  if (contents.dict.keys().length !== 1 || !(length instanceof PDFNumber)) return '';
  return Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1');
}
