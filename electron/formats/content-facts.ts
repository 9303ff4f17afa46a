import type { PdfInfo } from '../../shared/contract/picture-said';
import { newFact, noteAt } from '../../shared/domain/facts/new-fact';
import type { NewFact } from '../../shared/domain/facts/new-fact';
import type { FactCode } from '../../shared/models/fact-code';
import { isRealDay, isRealTime, readIsoMoment } from './date-text';
import { exifFacts } from './exif-facts';
import type { ExifFacts } from './exif-facts';
import { findMetadata } from './metadata-blocks';
import { pdfFacts, scanPdfInfo } from './pdf-info';
import { readPictureHeader } from './picture-header';
import { readLayout } from './picture-layout';
import type { LayoutRead } from './picture-layout';
import { readPng } from './png';
import { jpegTraces, pdfTraces, sizeTrace, thumbnailTrace } from './traces';
import { readXmp } from './xmp';
import type { Buffer } from './node';

/** Everything a picture says about itself in its own bytes, each with where it says so, and how it lies. Never throws. */
export async function pictureFacts(
  bytes: Buffer,
  mime: string,
): Promise<{ readonly facts: readonly NewFact[]; readonly layout: LayoutRead }> {
  const facts: NewFact[] = [];
  const { exif, xmp } = findMetadata(bytes, mime);
  if (exif !== null) {
    const found = await exifFacts(exif);
    facts.push(...found.facts, ...sizeTraces(found, bytes, mime));
  }
  const layout = readLayout(bytes, mime);
  facts.push(...layout.facts);
  if (xmp !== null) facts.push(...xmpFacts(xmp).map((fact) => sameClock(fact, facts)));
  if (mime === 'image/png') facts.push(...pngFacts(bytes));
  facts.push(...size(bytes, mime));
  if (mime === 'image/jpeg') {
    const isFromCamera = facts.some(({ field }) => field === 'device');
    facts.push(...jpegTraces(bytes, isFromCamera));
  }
  return { facts, layout };
}

/** The same of a PDF. `info`: its information dictionary where it could be opened; else it is looked for in the bytes. */
export function documentFacts(bytes: Buffer, info: PdfInfo | null): readonly NewFact[] {
  return [...pdfFacts(info ?? scanPdfInfo(bytes)), ...pdfTraces(bytes)];
}

function xmpFacts(packet: string): readonly NewFact[] {
  const xmp = readXmp(packet);
  const facts: NewFact[] = [];
  const date = (field: 'captured' | 'modified', code: FactCode, raw: string | null, rank: number): void => {
    const moment = raw === null ? null : readIsoMoment(raw);
    if (raw !== null && moment !== null)
      facts.push(newFact({ field, source: 'xmp', code, raw, rank, ...moment }));
  };
  date('captured', 'xmp.DateTimeOriginal', xmp.original, 2);
  date('captured', 'xmp.DateCreated', xmp.created, 2);
  date('modified', 'xmp.ModifyDate', xmp.modified, 2);
  if (xmp.tool !== null) {
    facts.push(newFact({ field: 'software', source: 'xmp', code: 'xmp.CreatorTool', raw: xmp.tool }));
  }
  if (xmp.comment !== null && /screenshot/iu.test(xmp.comment)) {
    const from = { source: 'xmp', code: 'xmp.UserComment', raw: xmp.comment } as const;
    facts.push(newFact({ ...from, field: 'screenshot', value: 'yes' }));
  }
  if (xmp.history.length > 0) {
    const raw = xmp.history.join(', ');
    const value = 'The file keeps a history of editing.';
    facts.push(newFact({ field: 'edited', source: 'xmp', code: 'xmp.History', raw, value }));
  }
  return facts;
}

/**
 * XMP repeats what EXIF says, often with a zone that EXIF lacks. The same clock time said twice is no second claim, and
 * must not look like a conflict because one of them names its zone.
 */
function sameClock(fact: NewFact, others: readonly NewFact[]): NewFact {
  const { field, value, time, zone } = fact;
  const repeats = others.some(
    (other) =>
      other.source === 'exif' &&
      other.field === 'captured' &&
      other.zone === null &&
      other.value === value &&
      other.time === time,
  );
  if (field !== 'captured' || zone === null || !repeats) return fact;
  const where = zone === 'Z' ? 'UTC' : `UTC${zone}`;
  return noteAt(fact, `Says the same time as EXIF, in the zone ${where}.`);
}

/** Programs that take screenshots and put their name into the file. */
const screenshotTools = /screenshot|screencapture|spectacle|flameshot|shutter|greenshot|sharex|snipping/iu;

function pngFacts(bytes: Buffer): readonly NewFact[] {
  const facts: NewFact[] = [];
  try {
    const png = readPng(bytes);
    const [value = '', time = ''] = png.modified?.split('T') ?? [];
    if (png.modified !== null && isRealDay(value) && isRealTime(time)) {
      const raw = png.modified;
      facts.push(
        newFact({ field: 'modified', source: 'png-chunk', code: 'png.tIME', raw, value, time, zone: 'Z' }),
      );
    }
    for (const { keyword, text } of png.texts) facts.push(...pngText(keyword, text.slice(0, 2000)));
  } catch {
    // A PNG too damaged for its chunks has nothing to say; that it is damaged shows when it is drawn.
  }
  return facts;
}

function pngText(keyword: string, raw: string): readonly NewFact[] {
  const from = { source: 'png-chunk', code: 'png.text', detail: keyword, raw } as const;
  switch (keyword.toLowerCase()) {
    case 'software':
      if (raw.trim() === '') return [];
      return [
        newFact({ ...from, field: 'software' }),
        ...(screenshotTools.test(raw) ? [newFact({ ...from, field: 'screenshot', value: 'yes' })] : []),
      ];
    case 'creation time': {
      const moment = readIsoMoment(raw.replace(/^(\d{4}):(\d{2}):(\d{2})/u, '$1-$2-$3'));
      return moment === null ? [] : [newFact({ ...from, field: 'captured', ...moment })];
    }
    default:
      return [];
  }
}

/** What the camera wrote about the picture beside what the picture is. */
function sizeTraces(
  { written, thumbnail }: Pick<ExifFacts, 'written' | 'thumbnail'>,
  bytes: Buffer,
  mime: string,
): readonly NewFact[] {
  const actual = readPictureHeader(bytes, mime);
  if (actual === null) return [];
  return [
    ...(written === null ? [] : sizeTrace(written, actual)),
    ...(thumbnail === null ? [] : thumbnailTrace(thumbnail, actual)),
  ];
}

function size(bytes: Buffer, mime: string): readonly NewFact[] {
  const header = readPictureHeader(bytes, mime);
  if (header === null) return [];
  const raw = `${header.width} × ${header.height}`;
  const value = `${raw} pixels, as stored`;
  return [newFact({ field: 'dimensions', source: 'container', code: 'picture.Header', raw, value })];
}
