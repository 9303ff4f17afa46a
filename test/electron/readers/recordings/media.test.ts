import { afterEach, describe, expect, it } from 'vitest';
import { readItem, readItemFacts } from '../../../../electron/services/items/item-rows';
import { readMediaRange } from '../../../../electron/services/evidence/media-range';
import { readMedia } from '../../../../electron/readers/recordings/media';
import type { ReaderFile } from '../../../../electron/readers/kit/reader';
import { codeOf } from '../../../helpers/code-of';
import { wav } from '../../../helpers/evidence-fixtures';
import { seeded } from '../../../helpers/seeded';
import { smallMp4, smallWebm } from '../../../helpers/small-media';
import { makeSetting, pretendLab } from '../../services/evidence/setting';
import type { Setting } from '../../services/evidence/setting';
import { collect } from '../collect';

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

const epoch = Date.UTC(1904, 0);

function mvhd(created: Date | null, seconds: number): Buffer {
  const body = Buffer.alloc(100);
  body.writeUInt32BE(created === null ? 0 : (created.getTime() - epoch) / 1000, 4);
  body.writeUInt32BE(600, 12);
  body.writeUInt32BE(seconds * 600, 16);
  return box('mvhd', body);
}

function track(handler: 'vide' | 'soun'): Buffer {
  const tkhd = Buffer.alloc(84);
  tkhd.writeUInt32BE(1920 * 65_536, 76);
  tkhd.writeUInt32BE(1080 * 65_536, 80);
  const hdlr = Buffer.alloc(24);
  hdlr.write(handler, 8, 'latin1');
  return box('trak', box('tkhd', tkhd), box('mdia', box('hdlr', hdlr)));
}

/** Words with a length and a language before them, as QuickTime's user data has them. */
function words(type: string, text: string): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(Buffer.byteLength(text), 0);
  return box(type, head, Buffer.from(text));
}

function keyed(pairs: Readonly<Record<string, string>>): Buffer {
  const count = Buffer.alloc(8);
  count.writeUInt32BE(Object.keys(pairs).length, 4);
  const keys = Object.keys(pairs).map((key) => box('mdta', Buffer.from(key)));
  const values = Object.values(pairs).map((value, index) => {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(index + 1, 0);
    const data = box('data', Buffer.from('0000000100000000', 'hex'), Buffer.from(value));
    return box(number.toString('latin1'), data);
  });
  return box('meta', box('hdlr', Buffer.alloc(24)), box('keys', count, ...keys), box('ilst', ...values));
}

const ftyp = box('ftyp', Buffer.from('isom\u0000\u0000\u0000\u0000isommp42', 'latin1'));
const created = new Date('2026-07-03T20:15:05Z');

/** A file that is read by ranges; how much of it was, is in `taken`. `gap` bytes of nothing lie behind the first part. */
function fileOf(mime: string, first: Buffer, gap = 0, last: Buffer = Buffer.alloc(0)) {
  const bytes = first.length + gap + last.length;
  const seen = { taken: 0 };
  const read = (start: number, length: number): Promise<Uint8Array> => {
    const end = Math.min(start + length, bytes);
    if (end <= start) return Promise.resolve(Buffer.alloc(0));
    seen.taken += end - start;
    const out = Buffer.alloc(end - start);
    first.copy(out, 0, Math.min(start, first.length), Math.min(end, first.length));
    const behind = first.length + gap;
    if (end > behind) last.copy(out, Math.max(0, behind - start), Math.max(0, start - behind), end - behind);
    return Promise.resolve(out);
  };
  const kind = mime.startsWith('video/') ? 'video' : 'audio';
  const file: ReaderFile = {
    name: 'a',
    mime,
    kind,
    bytes,
    read,
    stream: async function* () {
      for (let at = 0; at < bytes; at += 65_536) yield read(at, 65_536);
    },
  };
  return { file, seen };
}

async function told(file: ReaderFile) {
  const { out, facts } = collect();
  const notes = await readMedia(file, out, null);
  return { notes, facts };
}

describe('a recording of a phone says', () => {
  it('when it was made in UTC, how long it is, and with what, from the end of four gigabytes', async () => {
    const moov = box(
      'moov',
      mvhd(created, 65),
      track('soun'),
      track('vide'),
      box('udta', words('\u00a9xyz', '+51.5007-000.1246/')),
    );
    const mdat = Buffer.from('00000001' + '6d646174' + '0000000100000000', 'hex');
    const { file, seen } = fileOf('video/mp4', Buffer.concat([ftyp, mdat]), 2 ** 32 - 16, moov);
    const { notes, facts } = await told(file);
    expect(notes).toEqual({
      format: 'recording',
      durationMs: 65_000,
      hasVideo: true,
      width: 1920,
      height: 1080,
    });
    expect(facts).toMatchObject([
      { field: 'captured', source: 'container', value: '2026-07-03', time: '20:15:05', zone: 'Z' },
      { field: 'location', value: '51.50070, -0.12460' },
      { field: 'dimensions' },
      { field: 'duration', value: '1 min 5 s' },
    ]);
    expect(seen.taken).toBeLessThan(100_000);
  });

  it('the same moment on its own clock, its maker and its model, as Apple writes them', async () => {
    const meta = keyed({
      'com.apple.quicktime.make': 'Apple',
      'com.apple.quicktime.model': 'iPhone 15',
      'com.apple.quicktime.software': '18.1',
      'com.apple.quicktime.creationdate': '2026-07-03T21:15:05+0100',
      'com.apple.quicktime.location.ISO6709': '+53.8008-001.5491+060.123/',
    });
    const { file } = fileOf(
      'video/quicktime',
      Buffer.concat([ftyp, box('moov', mvhd(created, 3), track('vide'), meta)]),
    );
    const { facts } = await told(file);
    expect(facts.map(({ field, value }) => `${field} ${value}`)).toEqual([
      'captured 2026-07-03',
      "note Says the same time on the phone's own clock: 2026-07-03T21:15:05+0100.",
      'device Apple iPhone 15',
      'software 18.1',
      'location 53.80080, -1.54910',
      'dimensions 1920 × 1080 pixels, as stored',
      'duration 3 s',
    ]);
  });

  it('another moment on its own clock, and then both are claims', async () => {
    const meta = keyed({ 'com.apple.quicktime.creationdate': '2026-07-01T09:00:00+0100' });
    const { file } = fileOf('video/mp4', Buffer.concat([ftyp, box('moov', mvhd(created, 3), meta)]));
    const dates = (await told(file)).facts.filter(({ field }) => field === 'captured');
    expect(dates.map(({ value, zone }) => [value, zone])).toEqual([
      ['2026-07-03', 'Z'],
      ['2026-07-01', '+01:00'],
    ]);
  });

  it('nothing about when it was made, where nobody set the clock', async () => {
    const { file } = fileOf('video/mp4', Buffer.concat([ftyp, box('moov', mvhd(null, 3))]));
    expect((await told(file)).facts.map(({ field }) => field)).toEqual(['duration']);
  });

  it('nothing at all, where it broke off before its end', async () => {
    const { file } = fileOf('video/mp4', Buffer.concat([ftyp, box('mdat', Buffer.alloc(500))]));
    expect(await codeOf(readMedia(file, collect().out, null))).toBe('unreadable-media');
  });
});

it('other recordings say how long they are', async () => {
  expect((await told(fileOf('audio/wav', wav(2)).file)).notes).toMatchObject({
    durationMs: 2000,
    hasVideo: false,
  });
  expect((await told(fileOf('video/webm', smallWebm).file)).notes).toMatchObject({
    hasVideo: true,
    width: 32,
    height: 24,
  });
  expect(
    await codeOf(readMedia(fileOf('audio/amr', Buffer.from('#!AMR\n<')).file, collect().out, null)),
  ).toBe('unreadable-media');
});

it('a damaged recording is read without a fault, or refused with a code', async () => {
  const random = seeded(20_261_103);
  const whole = Buffer.concat([
    ftyp,
    box(
      'moov',
      mvhd(created, 65),
      track('vide'),
      keyed({ 'com.apple.quicktime.make': 'Apple' }),
      box('udta', words('\u00a9xyz', '+51-000/')),
    ),
  ]);
  for (const [mime, bytes] of [
    ['video/mp4', whole],
    ['video/mp4', smallMp4],
    ['video/webm', smallWebm],
    ['audio/wav', wav()],
  ] as const) {
    for (let round = 0; round < 150; round += 1) {
      const broken = Buffer.from(
        bytes.subarray(0, round % 5 === 0 ? random.below(bytes.length) : bytes.length),
      );
      for (let flip = 0; flip < 6 && broken.length > 0; flip += 1) {
        broken[random.below(Math.min(broken.length, 600))] = random.pick([0, 0xff, 0x7f, random.below(256)]);
      }
      expect(['no error', 'unreadable-media']).toContain(
        await codeOf(readMedia(fileOf(mime, broken).file, collect().out, null)),
      );
    }
  }
});

describe('an import of recordings', () => {
  let setting: Setting;
  afterEach(() => setting.end());

  it('keeps what they say, and knows a voice memo in a film\u2019s container for what it is', async () => {
    setting = await makeSetting({ lab: pretendLab().lab });
    await setting.put('memo.mp4', Buffer.concat([ftyp, box('moov', mvhd(created, 65), track('soun'))]));
    await setting.put('film.mp4', Buffer.concat([ftyp, box('moov', mvhd(created, 5), track('vide'))]));
    await setting.put(
      'VID-20260703-WA0001.mp4',
      Buffer.concat([ftyp, box('moov', mvhd(created, 66), track('soun'))]),
    );
    const { results } = await setting.take();
    const [sent, film, memo] = results.map(({ itemId }) => readItem(setting.vault.context, itemId ?? ''));
    expect(memo).toMatchObject({
      kind: 'audio',
      mime: 'audio/mp4',
      title: 'Sound recording',
      durationMs: 65_000,
    });
    expect(sent).toMatchObject({ kind: 'audio', title: 'Sound recording, WhatsApp' });
    expect(memo?.bestDate).toMatchObject({ edtf: '2026-07-03', source: 'container' });
    // What the lab saw counts before what the file says of itself.
    expect(film).toMatchObject({
      kind: 'video',
      title: 'Video',
      durationMs: 5000,
      preview: 'ready',
      width: 30,
    });
    expect(readItemFacts(setting.vault.context, film?.id ?? '').map(({ field }) => field)).toContain(
      'duration',
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'stored']);
  });

  it('gives any part of one, at most a megabyte at a time, and nothing of what is no recording', async () => {
    setting = await makeSetting({ lab: pretendLab().lab });
    const sound = wav(200);
    await setting.put('a.wav', sound);
    await setting.put('b.txt', 'words');
    const { results } = await setting.take();
    const { context } = setting.vault;
    const [id = '', text = ''] = results.map(({ itemId }) => itemId ?? '');
    const part = await readMediaRange(context, { id, start: 1000, end: 70_000 });
    expect(part).toMatchObject({ mime: 'audio/wav', total: sound.length });
    expect(Buffer.from(part.bytes).equals(sound.subarray(1000, 70_000))).toBe(true);
    expect(part.bytes.buffer.byteLength).toBe(69_000);
    expect((await readMediaRange(context, { id, start: 5 })).bytes).toHaveLength(1024 * 1024);
    expect((await readMediaRange(context, { id, start: sound.length + 5 })).bytes).toHaveLength(0);
    expect(await codeOf(readMediaRange(context, { id: text, start: 0 }))).toBe('unsupported-preview');
  });
});
