import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betterOriginal } from '../../../../shared/domain/likeness/better-original';
import type { OriginalFacts } from '../../../../shared/domain/likeness/better-original';
import { comparePictures } from '../../../../shared/domain/likeness/compare-pictures';
import {
  coarseRows,
  coarselyAlike,
  nearBits,
  nearPairs,
} from '../../../../shared/domain/likeness/near-pairs';
import type { NearPicture } from '../../../../shared/domain/likeness/near-pairs';
import {
  countBits,
  hashDistance,
  hashFromText,
  hashRows,
  hashToText,
} from '../../../../shared/domain/likeness/picture-hash';
import { bands, resampleToBytes } from '../../../../shared/domain/likeness/descriptor';
import type { Descriptor } from '../../../../shared/domain/likeness/descriptor';
import {
  compressed,
  cropped,
  drawConversation,
  descriptorOf,
  screenOf,
  smaller,
  write,
} from '../../../helpers/chat-pictures';
import type { Grey } from '../../../helpers/chat-pictures';

const screen = (seed: number, clock = 1): Grey =>
  screenOf(drawConversation({ seed }), 100, { height: 1134, name: 1, clock });
const near = (descriptor: Descriptor): NearPicture => ({
  width: descriptor.width,
  height: descriptor.height,
  hash: hashRows(descriptor.rows),
  coarse: resampleToBytes(descriptor.rows, coarseRows),
});
const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const hash = fc.array(word, { minLength: 8, maxLength: 8 }).map((words) => Int32Array.from(words));

describe('the hash of a picture', () => {
  it('counts bits as counting them one by one does, and is symmetric', () => {
    fc.assert(
      fc.property(hash, hash, (a, b) => {
        const slow = [...a].reduce(
          (sum, each, index) => sum + (((each ^ (b[index] ?? 0)) >>> 0).toString(2).match(/1/g)?.length ?? 0),
          0,
        );
        expect(hashDistance(a, b)).toBe(slow);
        expect(hashDistance(b, a)).toBe(slow);
        expect(hashDistance(a, a)).toBe(0);
        expect([...(hashFromText(hashToText(a)) ?? [])]).toEqual([...a]);
      }),
    );
    expect(countBits(-1)).toBe(32);
  });

  it.each(['', 'none', 'zz'.repeat(32), '0'.repeat(63)])('is not read from %j', (text) => {
    expect(hashFromText(text)).toBeNull();
  });

  it('hardly changes when a picture is compressed again or made smaller, and much between two pictures', () => {
    const original = hashRows(descriptorOf(screen(1)).rows);
    for (const copy of [compressed(screen(1), 3, 14), smaller(screen(1), 360), smaller(screen(1), 401)])
      expect(hashDistance(original, hashRows(descriptorOf(copy).rows))).toBeLessThan(16);
    for (let seed = 2; seed < 20; seed += 1)
      expect(hashDistance(original, hashRows(descriptorOf(screen(seed)).rows))).toBeGreaterThan(nearBits);
  });
});

describe('pairs of pictures that look alike', () => {
  it('are those that comparing all with all finds', () => {
    const flip = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(hash, { minLength: 1, maxLength: 4 }),
        fc.array(flip, { maxLength: 14 }),
        (seeds, flips) => {
          const pictures = flips.map((bits, index): NearPicture => {
            const own = Int32Array.from(seeds[index % seeds.length] ?? []);
            for (const bit of bits) own[bit >> 5] = (own[bit >> 5] ?? 0) ^ (1 << (bit & 31));
            return { width: 100, height: 200, hash: own, coarse: new Uint8Array(coarseRows * bands) };
          });
          const slow = pictures.flatMap((one, a) =>
            pictures.flatMap((other, b) =>
              a < b && hashDistance(one.hash, other.hash) <= nearBits ? [`${a} ${b}`] : [],
            ),
          );
          expect(
            nearPairs(pictures)
              .map((pair) => pair.join(' '))
              .sort(),
          ).toEqual(slow.sort());
        },
      ),
    );
  });

  it('are found across sizes, and where a status or navigation bar was cut off', () => {
    const picture = screen(4);
    const descriptors = [
      picture,
      compressed(picture, 9, 10),
      smaller(picture, 405),
      cropped(picture, 46, 0),
      cropped(picture, 0, 48),
      smaller(cropped(picture, 46, 0), 360),
      screen(5),
      screen(6),
    ].map(descriptorOf);
    const found = nearPairs(descriptors.map(near)).filter(([a, b]) => {
      const [one, other] = [descriptors[a], descriptors[b]];
      return one !== undefined && other !== undefined && comparePictures(one, other) !== null;
    });
    for (const copy of [1, 2, 3, 4, 5]) expect(found).toContainEqual([0, copy]);
    for (const pair of found) for (const each of pair) expect(each).toBeLessThan(6);
  });

  it('pass a quick look at few rows, and most others do not', () => {
    const original = near(descriptorOf(screen(1)));
    for (const copy of [compressed(screen(1), 3, 14), smaller(screen(1), 360)])
      expect(coarselyAlike(original, near(descriptorOf(copy)))).toBe(true);
    const others = Array.from({ length: 10 }, (_, index) => near(descriptorOf(screen(30 + index))));
    expect(others.filter((other) => coarselyAlike(original, other))).toEqual([]);
  });
});

describe('two pictures side by side', () => {
  const original = descriptorOf(screen(1));

  it('differ in nothing after compression, and in next to nothing made smaller', () => {
    expect(comparePictures(original, descriptorOf(compressed(screen(1), 3, 10)))).toMatchObject({
      differs: 0,
      cropped: null,
      sameScale: true,
      spansOfA: [],
    });
    const found = comparePictures(original, descriptorOf(smaller(screen(1), 360)));
    expect(found?.differs).toBeLessThan(0.02);
    expect(found).toMatchObject({ cropped: null, sameScale: false });
  });

  it('show where one word was changed', () => {
    const changed = screen(1);
    write(changed, 60, 600, [3, 4, 5, 6, 7, 8, 9, 10], 2, 20);
    const found = comparePictures(original, descriptorOf(changed));
    expect(found?.differs).toBeGreaterThan(0);
    expect(found?.differs).toBeLessThan(0.05);
    const [span, ...others] = found?.spansOfA ?? [];
    expect(others).toEqual([]);
    expect(span?.top).toBeGreaterThanOrEqual(600);
    expect(span?.bottom).toBeLessThanOrEqual(614);
  });

  it('say what was cut off, and where', () => {
    const found = comparePictures(original, descriptorOf(cropped(screen(1), 46, 0)));
    expect(found).toMatchObject({ differs: 0, cropped: { which: 'b', top: 46 / 1134, bottom: 0 } });
  });

  it('are no pair when they show other messages, other parts of one conversation, or nothing at all', () => {
    expect(comparePictures(original, descriptorOf(screen(2)))).toBeNull();
    const scrolled = screenOf(drawConversation({ seed: 1 }), 190, { height: 1134, name: 1, clock: 1 });
    expect(comparePictures(original, descriptorOf(scrolled))).toBeNull();
    const white = { width: 540, height: 1134, rows: new Uint8Array(1134 * bands).fill(255) };
    expect(comparePictures(white, white)).toBeNull();
  });

  it('answer the same the other way round', () => {
    for (const other of [
      compressed(screen(1), 3, 10),
      smaller(screen(1), 360),
      cropped(screen(1), 30, 20),
      screen(1, 2),
    ]) {
      const descriptor = descriptorOf(other);
      const [there, back] = [comparePictures(original, descriptor), comparePictures(descriptor, original)];
      expect(back?.differs).toBe(there?.differs);
      expect(back?.spansOfB).toEqual(there?.spansOfA);
      expect(back?.spansOfA).toEqual(there?.spansOfB);
    }
  });
});

describe('the better original', () => {
  const facts: OriginalFacts = {
    width: 1080,
    height: 2340,
    bytes: 900_000,
    edited: false,
    exif: true,
    lossless: true,
    date: '2026-06-28',
  };

  it('is the larger, unedited, earlier one, with what speaks for it', () => {
    const copy = { ...facts, width: 720, exif: false, edited: true, date: '2026-06-30', bytes: 90_000 };
    const reasons = ['not-edited', 'larger', 'exif', 'earlier', 'more-data'];
    expect(betterOriginal(facts, copy, null)).toEqual({ which: 'a', reasons });
    expect(betterOriginal(copy, facts, null)).toEqual({ which: 'b', reasons });
  });

  it('is the one that shows more', () => {
    expect(betterOriginal(facts, { ...facts, bytes: 1_000_000 }, 'b')).toEqual({
      which: 'a',
      reasons: ['whole'],
    });
  });

  it('is nobody’s guess when nothing tells them apart', () => {
    expect(betterOriginal(facts, facts, null)).toBeNull();
  });
});
