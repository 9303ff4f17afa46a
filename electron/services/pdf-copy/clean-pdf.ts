import { PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { PDFPage } from '@cantoo/pdf-lib';
import { dropUnused } from '../print/drop-unused';
import { cleanContent } from './clean-content';
import { cleanObjects } from './clean-objects';
import { addPicturePage, addSlip } from './made-pages';
import type { MadePage } from './made-pages';
import { isSound } from './sound-streams';

/** A page of the copy: taken over from the next page of the printed pages, a picture, or a slip that says why there is none. */
export type CopyPage = { readonly kind: 'copied'; readonly page: number } | MadePage;

export interface CleanInput {
  /** Documents that hold the copied pages, one after the other, as the lab has printed them. */
  readonly parts: readonly Uint8Array[];
  readonly pages: readonly CopyPage[];
}

export interface CleanPdf {
  readonly bytes: Uint8Array;
  /** Pages that could not be taken over, by their number in the original: the bytes are then not to be used. */
  readonly broken: readonly number[];
}

/** What a page needs to be drawn (ISO 32000-1, 7.7.3.3); everything else is left behind. */
const pageKeys = [
  'Type',
  'Parent',
  'MediaBox',
  'CropBox',
  'Rotate',
  'Resources',
  'Contents',
  'UserUnit',
  'Group',
];

/**
 * A PDF with its pages and nothing else. What may stand in it is listed, not what may not: no scripts, actions, forms,
 * attachments, annotations, metadata, marks in what is drawn, details in pictures, and no object that no page needs.
 */
export async function cleanPdf({ parts, pages }: CleanInput): Promise<CleanPdf> {
  const target = await PDFDocument.create({ updateMetadata: false });
  const copies = await copiedPages(target, parts);
  const broken: number[] = [];
  for (const given of pages) {
    if (given.kind === 'picture') await addPicturePage(target, given);
    else if (given.kind === 'slip') await addSlip(target, given);
    else if (!takeOver(target, copies.shift() ?? null)) broken.push(given.page);
  }
  if (broken.length > 0) return { bytes: new Uint8Array(), broken };
  await target.flush();
  cleanObjects(target.context);
  dropUnused(target.context);
  return { bytes: await target.save({ useObjectStreams: true, updateFieldAppearances: false }), broken };
}

/** Null for a page that cannot be copied; the others of its document go on. */
async function copiedPages(target: PDFDocument, parts: readonly Uint8Array[]): Promise<(PDFPage | null)[]> {
  const copies: (PDFPage | null)[] = [];
  for (const part of parts) {
    const source = await PDFDocument.load(part, { updateMetadata: false, throwOnInvalidObject: false });
    const indices = source.getPageIndices();
    try {
      copies.push(...(await target.copyPages(source, indices)));
    } catch {
      for (const index of indices) copies.push(await copyOne(target, source, index));
    }
  }
  return copies;
}

async function copyOne(target: PDFDocument, source: PDFDocument, index: number): Promise<PDFPage | null> {
  try {
    return (await target.copyPages(source, [index]))[0] ?? null;
  } catch {
    return null;
  }
}

function takeOver(target: PDFDocument, page: PDFPage | null): boolean {
  if (page === null) return false;
  const { node } = page;
  for (const key of node.keys()) if (!pageKeys.includes(key.decodeText())) node.delete(key);
  try {
    if (!isSound(target.context, node) || !cleanContent(target.context, node)) return false;
    nameBox(page);
    target.addPage(page);
    return true;
  } catch {
    return false;
  }
}

/** What is seen of it becomes the whole page: its crop as far as it lies on the page, or the page where none of it does. */
function nameBox(page: PDFPage): void {
  const media = page.getMediaBox();
  const crop = page.getCropBox();
  const left = Math.max(media.x, crop.x);
  const bottom = Math.max(media.y, crop.y);
  const width = Math.min(media.x + media.width, crop.x + crop.width) - left;
  const height = Math.min(media.y + media.height, crop.y + crop.height) - bottom;
  const box = width > 0 && height > 0 ? { x: left, y: bottom, width, height } : media;
  if (![box.x, box.y, box.width, box.height].every(Number.isFinite) || box.width <= 0 || box.height <= 0)
    throw new Error('no box');
  page.setMediaBox(box.x, box.y, box.width, box.height);
  page.setCropBox(box.x, box.y, box.width, box.height);
}

/** How many points a unit of a page has. */
export function userUnit(page: PDFPage): number {
  const unit = page.node.lookup(PDFName.of('UserUnit'));
  const number = unit instanceof PDFNumber ? unit.asNumber() : 1;
  return number > 0 && number <= 1000 ? number : 1;
}
