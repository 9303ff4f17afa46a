import type { IAudioMetadata } from 'music-metadata';
import { newFact } from '../../../../shared/domain/facts/new-fact';
import type { NewFact } from '../../../../shared/domain/facts/new-fact';
import { printDuration } from '../../../../shared/domain/duration';
import { HoldfastError } from '../../../../shared/errors';
import { readIsoMoment } from '../date-text';
import { readIsoMedia } from './iso-media';
import type { IsoMedia } from './iso-media';
import { readOtherMedia } from './other-media';
import type { Reader, ReaderFile } from './reader';

const isoMimes = new Set(['video/mp4', 'audio/mp4', 'video/quicktime', 'video/3gpp']);

interface Found {
  readonly facts: readonly NewFact[];
  readonly durationMs: number | null;
  /** Null where it is not told. */
  readonly hasVideo: boolean | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** What a recording says about itself: when it was made, how long it is, with what, where. It never reads all of it. */
export const readMedia: Reader = async (file, out) => {
  const { facts, ...notes } = isoMimes.has(file.mime) ? await ofIso(file) : await ofOther(file);
  for (const fact of facts) await out.fact(fact);
  if (notes.durationMs !== null) {
    const raw = String(notes.durationMs);
    const value = printDuration(notes.durationMs);
    await out.fact(
      newFact({ field: 'duration', source: 'container', label: 'Length in milliseconds', raw, value }),
    );
  }
  return { format: 'recording', ...notes };
};

async function ofIso(file: ReaderFile): Promise<Found> {
  const media = await readIsoMedia(file);
  if (media === null) throw new HoldfastError('unreadable-media');
  const { durationMs, hasVideo, width, height } = media;
  return { facts: isoFacts(media), durationMs, hasVideo, width, height };
}

const apple = 'com.apple.quicktime.';
const android = 'com.android.';

function isoFacts({ created, words, width, height }: IsoMedia): readonly NewFact[] {
  const facts: NewFact[] = [];
  const from = (label: string) => ({ source: 'container', label }) as const;
  if (created !== null) {
    const raw = created.toISOString();
    facts.push(
      newFact({
        // The format counts in UTC, which phones keep to and some cameras do not.
        ...from('Container, creation time (mvhd, UTC)'),
        field: 'captured',
        raw,
        value: raw.slice(0, 10),
        time: raw.slice(11, 19),
        zone: 'Z',
      }),
    );
  }
  const local = words.get(`${apple}creationdate`) ?? words.get('\u00a9day');
  const moment = local === undefined ? null : readIsoMoment(local);
  if (local !== undefined && moment !== null) {
    const fact = newFact({
      ...from('Container, creation date of the phone'),
      field: 'captured',
      raw: local,
      ...moment,
    });
    facts.push(
      sameInstant(fact, created)
        ? {
            ...fact,
            field: 'note',
            time: null,
            zone: null,
            value: `Says the same time on the phone's own clock: ${local}.`,
          }
        : fact,
    );
  }
  const make = words.get(`${apple}make`) ?? words.get(`${android}manufacturer`) ?? words.get('\u00a9mak');
  const model = words.get(`${apple}model`) ?? words.get(`${android}model`) ?? words.get('\u00a9mod');
  const device = [make, model].filter((part) => part !== undefined).join(' ');
  if (device !== '') facts.push(newFact({ ...from('Container, device'), field: 'device', raw: device }));
  const tool = words.get(`${apple}software`) ?? words.get('\u00a9swr') ?? words.get('\u00a9too');
  if (tool !== undefined)
    facts.push(newFact({ ...from('Container, software'), field: 'software', raw: tool }));
  const place = words.get(`${apple}location.ISO6709`) ?? words.get('\u00a9xyz');
  if (place !== undefined) facts.push(...locationOf(place));
  if (width !== null && height !== null) {
    const raw = `${width} × ${height}`;
    facts.push(
      newFact({ ...from('Track header'), field: 'dimensions', raw, value: `${raw} pixels, as stored` }),
    );
  }
  return facts;
}

/** The phone writes its own clock beside UTC: the same moment said twice is no second claim. */
function sameInstant({ raw }: NewFact, created: Date | null): boolean {
  const time = Date.parse(raw.replace(/([+-]\d{2})(\d{2})$/u, '$1:$2'));
  return created !== null && Math.abs(time - created.getTime()) < 2000;
}

/** `+51.5007-000.1246+011.2/`: latitude, longitude and perhaps a height (ISO 6709, annex H). */
function locationOf(raw: string): readonly NewFact[] {
  const match = /^([+-]\d{1,2}(?:\.\d{1,9})?)([+-]\d{1,3}(?:\.\d{1,9})?)/u.exec(raw);
  if (match === null) return [];
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return [];
  // Without a fix phones write zeros; nobody was there.
  if (latitude === 0 && longitude === 0) return [];
  const value = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return [newFact({ field: 'location', source: 'container', label: 'Container, place', raw, value })];
}

async function ofOther(file: ReaderFile): Promise<Found> {
  let metadata: IAudioMetadata;
  try {
    metadata = await readOtherMedia(file);
  } catch (error) {
    if (error instanceof HoldfastError) throw error;
    throw new HoldfastError('unreadable-media', { cause: error });
  }
  const { format, common } = metadata;
  const facts: NewFact[] = [];
  const from = (label: string) => ({ source: 'container', label }) as const;
  if (format.creationTime !== undefined && format.creationTime.getTime() > 0) {
    const raw = format.creationTime.toISOString();
    const at = { raw, value: raw.slice(0, 10), time: raw.slice(11, 19), zone: 'Z' };
    facts.push(newFact({ ...from('Container, creation time'), field: 'captured', ...at }));
  }
  const tagged = common.date === undefined ? null : readIsoMoment(common.date);
  if (common.date !== undefined && tagged !== null) {
    facts.push(newFact({ ...from('Tag, date'), field: 'captured', raw: common.date, ...tagged }));
  }
  const tool = common.encodedby ?? format.tool ?? common.encodersettings;
  if (tool !== undefined && tool.trim() !== '')
    facts.push(newFact({ ...from('Tag, software'), field: 'software', raw: tool }));
  const video = format.trackInfo.find((track) => track.video !== undefined)?.video;
  const seconds = format.duration;
  const isKnown = seconds !== undefined && Number.isFinite(seconds) && seconds >= 0;
  return {
    facts,
    durationMs: isKnown ? Math.round(seconds * 1000) : null,
    hasVideo: video !== undefined ? true : (format.hasVideo ?? null),
    width: video?.pixelWidth ?? null,
    height: video?.pixelHeight ?? null,
  };
}
