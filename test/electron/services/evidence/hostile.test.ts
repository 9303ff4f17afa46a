import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusing } from './setting';
import { fileFacts } from '../../../helpers/said-lab';
import { identify } from '../../../../electron/formats/identify';
import { askForPicture } from '../../../../electron/services/evidence/preview';
import { chooseBestDate } from '../../../../shared/domain/facts/best-date';
import { suggestTitle } from '../../../../shared/domain/facts/title';
import { factSchema } from '../../../../shared/models/evidence';
import { sortDate } from '../../../../electron/services/items/file-under';
import {
  exifDates,
  heic,
  jpeg,
  pdf,
  png,
  pngChunk,
  pngInternationalText,
  pngText,
  tiff,
  webp,
} from './files';
import { cpuTime } from '../../../helpers/cpu-time';

const gps = [
  [1, 'N'],
  [
    2,
    [
      [51, 1],
      [30, 1],
      [0, 1],
    ],
  ],
  [3, 'W'],
  [
    4,
    [
      [0, 1],
      [7, 1],
      [30, 1],
    ],
  ],
] as const;
const block = tiff({ ...exifDates, gps });
const xmp =
  '<x xmp:CreateDate="2026-03-03T21:00:05Z" xmp:CreatorTool="GIMP"><xmpMM:History stEvt:action="saved"/></x>';

const fixtures: Readonly<Record<string, Buffer>> = {
  png: png({
    chunks: [
      pngChunk('eXIf', block),
      pngText('Software', 'A tool'),
      pngText('Creation Time', '2026-03-03T21:00:05'),
      pngInternationalText('XML:com.adobe.xmp', xmp, true),
      pngChunk('tIME', Buffer.from([7, 234, 3, 3, 21, 0, 5])),
    ],
  }),
  jpeg: jpeg({ exif: block, xmp }),
  webp: webp([
    ['VP8X', Buffer.alloc(10)],
    ['EXIF', block],
    ['XMP ', Buffer.from(xmp)],
  ]),
  heic: heic(block, { width: 4032, height: 3024 }),
  pdf: pdf('/CreationDate (D:20260303210005Z) /Producer (A printer) /Title (T)'),
  gif: Buffer.from('4749463839610100010080000000000000ffffff2c00000000010001000002024401003b', 'hex'),
};

/** A small generator of its own, so that a run can be repeated from its seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** No part of it may take longer than this on a small machine; most take well under a millisecond. */
const within = 5000;

async function lookAt(bytes: Buffer, name = 'IMG_0001.PNG'): Promise<void> {
  const before = cpuTime();
  const identity = await identify(bytes.subarray(0, 65_536));
  const now = new Date('2026-11-01T12:00:00Z');
  const { facts, layout } = await fileFacts({ name, identity, bytes, modified: now, now });
  for (const fact of facts) factSchema.omit({ id: true }).parse(fact);
  if (layout !== null) {
    for (const { orientation } of [layout, ...(layout.pages ?? [])]) {
      expect(orientation).toBeGreaterThanOrEqual(1);
      expect(orientation).toBeLessThanOrEqual(8);
    }
  }
  sortDate(chooseBestDate(facts).best);
  suggestTitle({ ...identity, facts });
  if (layout !== null) {
    const lab = refusing('unreadable-image');
    const { reason } = await askForPicture(lab, bytes, identity.mime, new AbortController().signal);
    expect(['unreadable-image', 'file-too-large']).toContain(reason);
  }
  expect(cpuTime() - before).toBeLessThan(within);
}

describe.each(Object.entries(fixtures))('a damaged %s', (_name, fixture) => {
  it('with bytes changed anywhere is looked at without a fault', async () => {
    const random = randomFrom(20_261_103);
    for (let round = 0; round < 400; round += 1) {
      const bytes = Buffer.from(fixture);
      const flips = 1 + Math.floor(random() * 12);
      for (let flip = 0; flip < flips; flip += 1) {
        const at = Math.floor(random() * bytes.length);
        // Extremes find more than noise does: lengths of zero and of everything.
        bytes[at] = [0, 0xff, 0x7f, 0x80, Math.floor(random() * 256)][Math.floor(random() * 5)] ?? 0;
      }
      await lookAt(bytes);
    }
  });

  it('cut short anywhere is looked at without a fault', async () => {
    for (let length = 0; length < fixture.length; length += Math.max(1, Math.floor(fixture.length / 250))) {
      await lookAt(fixture.subarray(0, length));
    }
  });
});

const starts = [
  '89504e470d0a1a0a0000000d49484452',
  'ffd8ffe100ff457869660000',
  '52494646000000005745425056503858',
  '00000018667479706865696300000000',
  '255044462d312e370a',
  '474946383961',
  '3026b2758e66cf11a6d900aa0062ce6c',
  '504b0304',
  '1a45dfa3',
  '494433',
  'd0cf11e0a1b11ae1',
  '49492a00',
  '4d4d002a',
  '1f8b08',
  '667479',
];

it('anything at all after the first bytes of a known format is looked at without a fault', async () => {
  const some = fc.tuple(
    fc.constantFrom(...starts),
    fc.uint8Array({ maxLength: 6000 }),
    fc.string({ maxLength: 60 }),
  );
  await fc.assert(
    fc.asyncProperty(some, ([start, rest, name]) =>
      lookAt(Buffer.concat([Buffer.from(start, 'hex'), rest]), `${name}.jpg`),
    ),
    { numRuns: 600, seed: 20_261_103 },
  );
});

it('a name of any kind is taken as it is', async () => {
  const names = [
    '',
    '.',
    '‮gnp.exe',
    'Screenshot_20260230-256199_x.png',
    `Screenshot_20260303-210005_${'a'.repeat(220)}.jpg`,
    'IMG-99999999-WA0001.jpg',
    "'; DROP TABLE evidence; --.png",
    '\u0000\u0001.png',
    '😀'.repeat(60),
    'ᚠᛇᚻ᛫ᛒᛦᚦ.png',
    '$(touch x).png',
    '%n%s%d.png',
    'CON.png',
  ];
  for (const name of names) await lookAt(png(), name);
});
