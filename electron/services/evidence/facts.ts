import { ukDay } from '../../../shared/domain/dates/standing';
import { readFileName } from '../../../shared/domain/facts/file-name';
import { newFact } from '../../../shared/domain/facts/new-fact';
import type { NewFact } from '../../../shared/domain/facts/new-fact';
import { factSchema } from '../../../shared/models/evidence';
import type { FactCode } from '../../../shared/models/fact-code';
import { isRealDay, isRealTime, readIsoMoment } from '../../formats/date-text';
import { exifFacts } from '../../formats/exif-facts';
import type { ExifFacts } from '../../formats/exif-facts';
import type { Identity } from '../../formats/identify';
import { mislabelled } from '../../formats/identify';
import { findMetadata } from '../../formats/metadata-blocks';
import { pdfFacts } from '../../formats/pdf-info';
import type { PdfInfo } from '../../formats/pdf-info';
import { readPictureHeader } from '../../formats/picture-header';
import { readLayout } from '../../formats/picture-layout';
import type { PictureLayout } from '../../formats/picture-layout';
import { readPng } from '../../formats/png';
import { jpegTraces, laterChangeTraces, pdfTraces, sizeTrace, thumbnailTrace } from '../../formats/traces';
import { readXmp } from '../../formats/xmp';

export interface FileToRead {
  readonly name: string;
  readonly identity: Identity;
  /** The whole file, or null when it is too large to be looked into. */
  readonly bytes: Buffer | null;
  /** What a PDF's information dictionary says, when it could be read. */
  readonly pdf: PdfInfo | null;
  /** The file system's time of last change. */
  readonly modified: Date | null;
  readonly now: Date;
}

/** Everything a file says about itself, each with where it says so. Never throws: a bad block says nothing. */
export async function readFacts(
  file: FileToRead,
): Promise<{ readonly facts: readonly NewFact[]; readonly layout: PictureLayout | null }> {
  const { name, identity, bytes } = file;
  const facts: NewFact[] = [...readFileName(name)];
  let layout: PictureLayout | null = null;
  if (bytes !== null && identity.kind === 'image') {
    const { exif, xmp } = findMetadata(bytes, identity.mime);
    if (exif !== null) {
      const found = await exifFacts(exif);
      facts.push(...found.facts, ...sizeTraces(found, bytes, identity.mime));
    }
    layout = readLayout(bytes, identity.mime);
    facts.push(...layout.facts);
    if (xmp !== null) facts.push(...xmpFacts(xmp).map((fact) => sameClock(fact, facts)));
    if (identity.mime === 'image/png') facts.push(...pngFacts(bytes));
    facts.push(...size(bytes, identity.mime));
    if (identity.mime === 'image/jpeg') {
      facts.push(
        ...jpegTraces(
          bytes,
          facts.some(({ field }) => field === 'device'),
        ),
      );
    }
  }
  if (file.pdf !== null) facts.push(...pdfFacts(file.pdf));
  if (bytes !== null && identity.kind === 'pdf') facts.push(...pdfTraces(bytes));
  facts.push(...editingTraces(facts), ...laterChangeTraces(facts));
  const wrongName = mislabelled(name, identity.mime);
  if (wrongName !== null)
    facts.push(note({ source: 'file-name', code: 'file-name', detail: '', raw: name }, wrongName));
  if (file.modified !== null) facts.push(...fileSystemFacts(file.modified, facts));
  facts.push(...inFuture(facts, file.now));
  return { facts: withoutRepeats(facts.flatMap(fitting)), layout };
}

const withoutId = factSchema.omit({ id: true });

/** Cuts what a file says to the lengths a fact may have; what still is no fact (an impossible date) is dropped. */
function fitting(fact: NewFact): readonly NewFact[] {
  // By way of bytes, so that half a character at the cut (or from a damaged name) does not stay one.
  const cut = (text: string, length: number): string =>
    Buffer.from(text.slice(0, length), 'utf8').toString('utf8');
  const parsed = withoutId.safeParse({
    ...fact,
    detail: cut(fact.detail, 200),
    raw: cut(fact.raw, 2000),
    value: cut(fact.value, 2000),
  });
  return parsed.success ? [parsed.data] : [];
}

/** The same claim of the same place, as files that keep a block twice make it. */
function withoutRepeats(facts: readonly NewFact[]): readonly NewFact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const key = JSON.stringify(fact);
    return seen.has(key) ? false : seen.add(key);
  });
}

function note(place: Pick<NewFact, 'source' | 'code' | 'detail' | 'raw'>, value: string): NewFact {
  const { source, code, detail, raw } = place;
  return newFact({ field: 'note', source, code, detail, raw, value });
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
  return note(fact, `Says the same time as EXIF, in the zone ${where}.`);
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

/** Programs that change pictures. A phone's own system version under Software is none of them. */
const editors =
  /photoshop|lightroom|snapseed|gimp|picsart|canva|pixelmator|affinity|paint\.net|photoscape|facetune|vsco|photo editor|photoeditor|markup|skitch|meitu|airbrush|fotor|pixlr|inshot|remini|darktable|rawtherapee|acdsee|polarr|afterlight/iu;

function editingTraces(facts: readonly NewFact[]): readonly NewFact[] {
  return facts
    .filter(({ field, value }) => field === 'software' && editors.test(value))
    .map(({ source, code, detail, raw, value }) =>
      newFact({
        field: 'edited',
        source,
        code,
        detail,
        raw,
        value: `${value} can change pictures; the file was saved by it.`,
      }),
    );
}

/** The disk's date: copying changes it, so it is a claim about the copy and only the last resort for the item. */
function fileSystemFacts(modified: Date, others: readonly NewFact[]): readonly NewFact[] {
  const milliseconds = modified.getTime();
  if (!(milliseconds > 86_400_000 && milliseconds < Date.UTC(9999, 0))) return [];
  const raw = modified.toISOString();
  const at = {
    source: 'file-system',
    code: 'disk.FileDate',
    raw,
    value: raw.slice(0, 10),
    time: raw.slice(11, 19),
    zone: 'Z',
  } as const;
  const known = others.some(({ field }) => field === 'captured');
  return [newFact({ ...at, field: 'modified' }), ...(known ? [] : [newFact({ ...at, field: 'captured' })])];
}

/** A clock that ran ahead is worth a word, but not worth losing what it wrote: a day of grace covers all zones. */
function inFuture(facts: readonly NewFact[], now: Date): readonly NewFact[] {
  const latest = ukDay(new Date(now.getTime() + 86_400_000));
  return facts
    .filter(({ field, value }) => field === 'captured' && value > latest)
    .map((fact) => note(fact, 'This date lies after the day the file came in: a clock or a name was wrong.'));
}
