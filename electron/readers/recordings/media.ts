import type { IAudioMetadata } from 'music-metadata';
import { newFact } from '../../../shared/domain/facts/new-fact';
import type { NewFact } from '../../../shared/domain/facts/new-fact';
import type { FactCode } from '../../../shared/models/fact-code';
import { printDuration } from '../../../shared/domain/duration';
import { HoldfastError } from '../../../shared/errors';
import { readIsoMoment } from '../../formats/date-text';
import { readIsoMedia } from './iso-media';
import type { IsoMedia } from './iso-media';
import { readMatroska } from './matroska';
import { readOtherMedia } from './other-media';
import type { Reader, ReaderFile } from '../kit/reader';

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
  const { facts, ...notes } = isoMimes.has(file.mime) ? await ofIso(file) : await ofFilm(file);
  for (const fact of facts) await out.fact(fact);
  if (notes.durationMs !== null) {
    const raw = String(notes.durationMs);
    const value = printDuration(notes.durationMs);
    await out.fact(newFact({ field: 'duration', source: 'container', code: 'media.Length', raw, value }));
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
  const from = (code: FactCode) => ({ source: 'container', code }) as const;
  if (created !== null) facts.push(creationTime('media.MovieHeader', created));
  const local = words.get(`${apple}creationdate`) ?? words.get('\u00a9day');
  const moment = local === undefined ? null : readIsoMoment(local);
  if (local !== undefined && moment !== null) {
    const fact = newFact({
      ...from('media.CreatedByPhone'),
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
  if (device !== '') facts.push(newFact({ ...from('media.Device'), field: 'device', raw: device }));
  const tool = words.get(`${apple}software`) ?? words.get('\u00a9swr') ?? words.get('\u00a9too');
  if (tool !== undefined) facts.push(newFact({ ...from('media.Software'), field: 'software', raw: tool }));
  const place = words.get(`${apple}location.ISO6709`) ?? words.get('\u00a9xyz');
  if (place !== undefined) facts.push(...locationOf(place));
  if (width !== null && height !== null) {
    const raw = `${width} × ${height}`;
    facts.push(
      newFact({ ...from('media.TrackHeader'), field: 'dimensions', raw, value: `${raw} pixels, as stored` }),
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
  return [newFact({ field: 'location', source: 'container', code: 'media.Place', raw, value })];
}

const matroskaMimes = new Set(['video/webm', 'video/x-matroska', 'audio/webm']);

async function ofFilm(file: ReaderFile): Promise<Found> {
  if (!matroskaMimes.has(file.mime)) return ofOther(file);
  const media = await readMatroska(file);
  if (media === null) throw new HoldfastError('unreadable-media');
  const { created, software, ...notes } = media;
  const facts: NewFact[] = [];
  if (created !== null) facts.push(creationTime('media.Created', created));
  if (software !== null && software !== '') {
    const from = { source: 'container', code: 'media.Software' } as const;
    facts.push(newFact({ ...from, field: 'software', raw: software }));
  }
  return { ...notes, facts };
}

/** Containers count in UTC, which phones keep to and some cameras do not. */
function creationTime(code: FactCode, created: Date): NewFact {
  const raw = created.toISOString();
  const at = { raw, value: raw.slice(0, 10), time: raw.slice(11, 19), zone: 'Z' };
  return newFact({ field: 'captured', source: 'container', code, ...at });
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
  const from = (code: FactCode) => ({ source: 'container', code }) as const;
  if (format.creationTime !== undefined && format.creationTime.getTime() > 0) {
    facts.push(creationTime('media.Created', format.creationTime));
  }
  const tagged = common.date === undefined ? null : readIsoMoment(common.date);
  if (common.date !== undefined && tagged !== null) {
    facts.push(newFact({ ...from('media.TagDate'), field: 'captured', raw: common.date, ...tagged }));
  }
  const tool = common.encodedby ?? format.tool ?? common.encodersettings;
  if (tool !== undefined && tool.trim() !== '')
    facts.push(newFact({ ...from('media.TagSoftware'), field: 'software', raw: tool }));
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
