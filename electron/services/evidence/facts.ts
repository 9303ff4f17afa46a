import exifr from 'exifr';
import { parseEdtf } from '../../../shared/domain/dates/parse';
import { readFileName } from '../../../shared/domain/facts/file-name';
import { newFact } from '../../../shared/domain/facts/new-fact';
import type { NewFact } from '../../../shared/domain/facts/new-fact';
import type { FactSource } from '../../../shared/models/evidence';
import type { Identity } from './identify';
import { mislabelled } from './identify';
import { pdfFacts } from './pdf-info';
import { readPng } from './png';

/** Everything a file says about itself. `modified` is the file system's time. Never throws: a bad block is left out. */
export async function readFacts(file: {
  readonly name: string;
  readonly identity: Identity;
  readonly bytes: Buffer | null;
  readonly modified: Date | null;
}): Promise<{ readonly facts: readonly NewFact[]; readonly orientation: number }> {
  const { name, identity, bytes } = file;
  const facts: NewFact[] = [...readFileName(name)];
  let orientation = 1;
  if (bytes !== null && identity.kind === 'image') {
    const exif = await readExif(bytes);
    orientation = exif.orientation;
    facts.push(...exif.facts);
    if (identity.mime === 'image/png') facts.push(...pngFacts(bytes));
  }
  if (bytes !== null && identity.kind === 'pdf') facts.push(...pdfFacts(bytes));
  facts.push(...editingTraces(facts));
  const embedded = facts.some(({ field, source }) => field === 'captured' && source !== 'file-name');
  if (!embedded && identity.kind === 'image') facts.push(noMetadata(facts));
  const wrongName = mislabelled(name, identity.mime);
  if (wrongName !== null) facts.push(note('file-name', 'File name', name, wrongName));
  if (file.modified !== null) facts.push(...fileSystemFacts(file.modified, facts));
  return { facts, orientation };
}

function note(source: FactSource, label: string, raw: string, value: string): NewFact {
  return newFact({ field: 'note', source, label, raw, value });
}

const exifOptions = {
  tiff: true,
  ifd0: {},
  exif: true,
  gps: true,
  xmp: true,
  icc: false,
  iptc: false,
  jfif: false,
  ihdr: false,
  ifd1: false,
  interop: false,
  makerNote: false,
  userComment: true,
  mergeOutput: false,
  reviveValues: false,
  translateValues: false,
  translateKeys: true,
  sanitize: true,
} as const;

type Block = Readonly<Record<string, unknown>>;

async function readExif(
  bytes: Buffer,
): Promise<{ readonly facts: readonly NewFact[]; readonly orientation: number }> {
  let found: unknown;
  try {
    found = await exifr.parse(bytes, exifOptions);
  } catch {
    return { facts: [], orientation: 1 };
  }
  const blocks = asBlock(found);
  const [ifd0, exif, gps, xmp] = ['ifd0', 'exif', 'gps', 'xmp'].map((name) => asBlock(blocks[name]));
  const all: Block = { ...ifd0, ...exif };
  const text = (key: string): string | null => asText(all[key]);
  const facts: NewFact[] = [];

  const zone = asZone(text('OffsetTimeOriginal') ?? text('OffsetTime'));
  facts.push(
    ...exifDate('captured', text('DateTimeOriginal'), 'EXIF DateTimeOriginal', zone, 1),
    ...exifDate(
      'captured',
      text('CreateDate') ?? text('DateTimeDigitized'),
      'EXIF DateTimeDigitized',
      zone,
      2,
    ),
    ...exifDate(
      'modified',
      text('ModifyDate') ?? text('DateTime'),
      'EXIF DateTime',
      asZone(text('OffsetTime')),
      2,
    ),
  );
  const device = [text('Make'), text('Model')].filter((part) => part !== null).join(' ');
  if (device !== '')
    facts.push(newFact({ field: 'device', source: 'exif', label: 'EXIF Make and Model', raw: device }));
  const software = text('Software');
  if (software !== null)
    facts.push(newFact({ field: 'software', source: 'exif', label: 'EXIF Software', raw: software }));
  const comment = text('userComment') ?? text('UserComment');
  if (comment !== null && /screenshot/i.test(comment)) {
    facts.push(
      newFact({ field: 'screenshot', source: 'exif', label: 'EXIF UserComment', raw: comment, value: 'yes' }),
    );
  }
  facts.push(...location(gps ?? {}));
  facts.push(...xmpFacts(xmp ?? {}));
  const turned = Number(all.Orientation);
  return { facts, orientation: Number.isInteger(turned) && turned >= 1 && turned <= 8 ? turned : 1 };
}

function asBlock(value: unknown): Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Block) : {};
}

/** Text of a tag, cut to what a fact may hold. EXIF comments start with eight bytes that name their code. */
function asText(value: unknown): string | null {
  let text: string | null = null;
  if (typeof value === 'string') text = value;
  else if (value instanceof Uint8Array)
    text = Buffer.from(value.subarray(0, 2000))
      .toString('utf8')
      .replace(/^(ASCII|UNICODE)/, '');
  else if (typeof value === 'number') text = String(value);
  const clean = text?.replaceAll('\u0000', '').trim().slice(0, 2000) ?? '';
  return clean === '' ? null : clean;
}

function asZone(text: string | null): string | null {
  return text !== null && /^[+-]\d{2}:\d{2}$/.test(text) ? text : null;
}

/** `2026:09:23 23:05:41`; empty clocks (all zeros, blanks) and dates no calendar has are left out. */
function exifDate(
  field: 'captured' | 'modified',
  raw: string | null,
  label: string,
  zone: string | null,
  rank: number,
): readonly NewFact[] {
  const match = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2}):(\d{2})/.exec(raw ?? '');
  if (raw === null || match === null) return [];
  const [, year = '', month = '', day = '', hours = '', minutes = '', seconds = ''] = match;
  const value = `${year}-${month}-${day}`;
  if (!isDay(value) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return [];
  return [
    newFact({ field, source: 'exif', label, raw, value, time: `${hours}:${minutes}:${seconds}`, zone, rank }),
  ];
}

function isDay(text: string): boolean {
  try {
    return parseEdtf(text).kind === 'point' && Number(text.slice(0, 4)) >= 1970;
  } catch {
    return false;
  }
}

function location(gps: Block): readonly NewFact[] {
  const { latitude, longitude } = gps;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return [];
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return [];
  const value = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return [newFact({ field: 'location', source: 'exif', label: 'EXIF GPS', raw: value })];
}

function xmpFacts(xmp: Block): readonly NewFact[] {
  const facts: NewFact[] = [];
  const tool = asText(xmp.CreatorTool);
  if (tool !== null)
    facts.push(newFact({ field: 'software', source: 'xmp', label: 'XMP CreatorTool', raw: tool }));
  const history = asText(xmp.History) ?? (xmp.History === undefined ? null : 'history kept');
  if (history !== null) {
    facts.push(
      newFact({
        field: 'edited',
        source: 'xmp',
        label: 'XMP History',
        raw: history,
        value: 'The file keeps a history of editing.',
      }),
    );
  }
  return facts;
}

function pngFacts(bytes: Buffer): readonly NewFact[] {
  const facts: NewFact[] = [];
  try {
    const png = readPng(bytes);
    if (png.modified !== null && isDay(png.modified.slice(0, 10))) {
      const [value = '', time = ''] = png.modified.split('T');
      facts.push(
        newFact({
          field: 'modified',
          source: 'png-chunk',
          label: 'PNG tIME',
          raw: png.modified,
          value,
          time,
          zone: 'Z',
        }),
      );
    }
    for (const { keyword, text } of png.texts) {
      const raw = text.slice(0, 2000);
      if (/^software$/i.test(keyword))
        facts.push(newFact({ field: 'software', source: 'png-chunk', label: 'PNG Software', raw }));
      if (/^creation time$/i.test(keyword)) facts.push(...pngCreation(raw));
    }
  } catch {
    // A PNG too damaged for its chunks has nothing to say; that it is damaged shows when it is drawn.
  }
  return facts;
}

function pngCreation(raw: string): readonly NewFact[] {
  const match =
    /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?/.exec(raw);
  if (match === null) return [];
  const [, year = '', month = '', day = '', hours = '', minutes = '', seconds = '00', zone] = match;
  const value = `${year}-${month}-${day}`;
  if (!isDay(value)) return [];
  return [
    newFact({
      field: 'captured',
      source: 'png-chunk',
      label: 'PNG Creation Time',
      raw,
      value,
      time: `${hours}:${minutes}:${seconds}`,
      zone: zone ?? null,
    }),
  ];
}

/** Programs that change pictures. A phone's own system version under Software is none of them. */
const editors =
  /photoshop|lightroom|snapseed|gimp|picsart|canva|pixelmator|affinity|paint\.net|photoscape|facetune|vsco|photo editor|markup|skitch/i;

function editingTraces(facts: readonly NewFact[]): readonly NewFact[] {
  return facts
    .filter(({ field, value }) => field === 'software' && editors.test(value))
    .map(({ source, label, raw, value }) =>
      newFact({
        field: 'edited',
        source,
        label,
        raw,
        value: `${value} can change pictures; the file was saved by it.`,
      }),
    );
}

function noMetadata(facts: readonly NewFact[]): NewFact {
  const app = facts.find(({ field }) => field === 'app')?.value;
  const screenshot = facts.some(({ field }) => field === 'screenshot');
  const usual =
    app === 'WhatsApp' && !screenshot
      ? 'No date inside the file. This is usual: WhatsApp removes it from pictures.'
      : screenshot
        ? 'No date inside the file. This is usual for screenshots of many Android phones.'
        : 'No date inside the file. This is usual for pictures sent through apps or saved from the web.';
  return note('container', 'File content', '', usual);
}

/** The disk's date: copying changes it, so it is a claim about the copy and only the last resort for the item. */
function fileSystemFacts(modified: Date, others: readonly NewFact[]): readonly NewFact[] {
  if (Number.isNaN(modified.getTime()) || modified.getTime() < 86_400_000) return [];
  const raw = modified.toISOString();
  const at = {
    source: 'file-system',
    label: 'File date on disk',
    raw,
    value: raw.slice(0, 10),
    time: raw.slice(11, 19),
    zone: 'Z',
  } as const;
  const known = others.some(({ field }) => field === 'captured');
  return [newFact({ ...at, field: 'modified' }), ...(known ? [] : [newFact({ ...at, field: 'captured' })])];
}
