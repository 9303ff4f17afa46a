import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findConversations } from '../../../../shared/domain/likeness/conversations';
import type { Conversation, Link, Screenshot } from '../../../../shared/domain/likeness/conversations';
import { findOverlap, prepare } from '../../../../shared/domain/likeness/overlap';
import { keptLandmarks, landmarksOf, signsOf } from '../../../../shared/domain/likeness/landmarks';
import { overlapCandidates } from '../../../../shared/domain/likeness/overlap-candidates';
import {
  compressed,
  drawConversation,
  partsOf,
  descriptorOf,
  screenOf,
  seededNumbers,
  write,
} from '../../../helpers/chat-pictures';
import type { Grey } from '../../../helpers/chat-pictures';

const width = 540;
const height = 1134;
const { top, bottom } = partsOf(width, height);
const minute = 60_000;

const shotOf = (id: string, picture: Grey, time: number | null = null): Screenshot => ({
  id,
  time,
  prepared: prepare(descriptorOf(picture)),
});

/** As the app does it: candidates by landmarks, then every candidate compared. */
function join(
  screenshots: readonly Screenshot[],
  copies: ReadonlyMap<string, string> = new Map(),
): readonly Conversation[] {
  const landmarks = screenshots.map(({ prepared }) =>
    keptLandmarks(landmarksOf(signsOf(prepared.descriptor.rows))),
  );
  const links: Link[] = [];
  for (const [one, other] of overlapCandidates(landmarks)) {
    const [a, b] = [screenshots[one], screenshots[other]];
    if (a === undefined || b === undefined) continue;
    for (const [upper, lower] of [
      [a, b],
      [b, a],
    ] as const) {
      const overlap = findOverlap(upper.prepared, lower.prepared);
      if (overlap !== null) links.push({ upper: upper.id, lower: lower.id, overlap });
    }
  }
  return findConversations(screenshots, links, copies);
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  return list
    .map((each) => ({ each, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ each }) => each);
}

/** Screens of one conversation, each scrolled on by some part of what it shows. */
function cutUp(seed: number, count: number, strength: number): { shots: Screenshot[]; scrolled: number[] } {
  const next = seededNumbers(seed);
  const conversation = drawConversation({ seed, messages: 12 * count });
  const shots: Screenshot[] = [];
  const scrolled: number[] = [];
  let at = Math.floor(next() * 200);
  for (let index = 0; index < count; index += 1) {
    const badge = Math.floor(next() * 50);
    const screen = screenOf(conversation, at, { height, name: seed, clock: index, badge });
    const id = `${seed}-${String(index).padStart(3, '0')}`;
    shots.push(shotOf(id, strength === 0 ? screen : compressed(screen, index, strength)));
    scrolled.push(at);
    at += Math.round((bottom - top) * (0.25 + next() * 0.45));
  }
  return { shots, scrolled };
}

describe('screenshots of one conversation', () => {
  it('are put in order for any cuts, any noise, any clock and any badge, and each row is shown once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 2, max: 6 }),
        fc.constantFrom(0, 5, 10),
        (seed, count, strength) => {
          const { shots, scrolled } = cutUp(seed, count, strength);
          const [conversation, ...others] = join(shuffled(shots, seededNumbers(seed + 1)));
          expect(others).toEqual([]);
          expect(conversation?.pieces.map(({ id }) => id)).toEqual(shots.map(({ id }) => id));
          expect(conversation?.joins.every((each) => each.kind === 'overlap' && each.doubt === null)).toBe(
            true,
          );
          expect(conversation?.orderInDoubt).toBe(false);
          for (const [index, piece] of conversation?.pieces.entries() ?? []) {
            const after = conversation?.pieces[index + 1];
            if (after === undefined) continue;
            // The last row of one and the first row of the next lie beside each other in the conversation.
            expect((scrolled[index] ?? 0) + piece.bottom).toBe((scrolled[index + 1] ?? 0) + after.top);
          }
        },
      ),
      { numRuns: 10, seed: 41 },
    );
  });

  it('are never joined with those of another conversation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const [one, other] = [cutUp(seed, 3, 5).shots, cutUp(seed + 1_000_003, 3, 0).shots];
        const found = join(shuffled([...one, ...other], seededNumbers(seed)));
        for (const { pieces, perhaps } of found) {
          const whose = new Set(pieces.map(({ id }) => id.split('-')[0]));
          expect(whose.size).toBe(1);
          for (const { id, of } of perhaps) expect(id.split('-')[0]).toBe(of.split('-')[0]);
        }
        expect(found).toHaveLength(2);
      }),
      { numRuns: 4, seed: 42 },
    );
  });

  it('of two widths are not joined', () => {
    const conversation = drawConversation({ seed: 8 });
    const wide = drawConversation({ seed: 8, width: 720 });
    const shots = [
      shotOf('a', screenOf(conversation, 0, { height, name: 1, clock: 1 })),
      shotOf('b', screenOf(wide, 600, { name: 1, clock: 2 })),
    ];
    expect(join(shots)).toEqual([]);
  });
});

describe('where two do not overlap', () => {
  const conversation = drawConversation({ seed: 77, messages: 80 });
  const shot = (id: string, at: number, time: number | null, name = 1): Screenshot =>
    shotOf(id, screenOf(conversation, at, { height, name, clock: at }), time);

  it('a gap is said, when header and time say that they belong together, and both are shown whole there', () => {
    const [found, ...others] = join([
      shot('d', 3600, 4 * minute),
      shot('a', 0, 0),
      shot('b', 500, minute),
      shot('c', 3100, 3 * minute),
    ]);
    expect(others).toEqual([]);
    expect(found?.pieces.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(found?.joins.map(({ kind }) => kind)).toEqual(['overlap', 'gap', 'overlap']);
    expect(found?.pieces[1]?.bottom).toBe(height);
    expect(found?.pieces[2]?.top).toBe(0);
  });

  it('a picture alone is put beside a group too', () => {
    const [found] = join([shot('a', 0, 0), shot('b', 500, minute), shot('z', 3100, 3 * minute)]);
    expect(found?.pieces.map(({ id }) => id)).toEqual(['a', 'b', 'z']);
    expect(found?.joins.map(({ kind }) => kind)).toEqual(['overlap', 'gap']);
  });

  it.each([
    ['another name stands at the top', 2, 3 * minute],
    ['they were made on another day', 1, 24 * 60 * minute],
    ['nobody knows when they were made', 1, null],
  ])('they are two conversations when %s', (_why, name, time) => {
    const found = join([
      shot('a', 0, 0),
      shot('b', 500, minute),
      shot('c', 3100, time, name),
      shot('d', 3600, time, name),
    ]);
    expect(found.map(({ pieces }) => pieces.map(({ id }) => id)).sort()).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});

describe('pictures that add nothing', () => {
  const conversation = drawConversation({ seed: 78, messages: 60 });
  const shot = (id: string, at: number): Screenshot =>
    shotOf(id, screenOf(conversation, at, { height, name: 1, clock: at }));

  it('are left out with the reason', () => {
    const shots = [shot('a', 0), shot('b', 500), shot('copy', 500), shot('c', 1000)];
    const [found] = join(shots, new Map([['copy', 'b']]));
    expect(found?.pieces.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(found?.leftOut).toEqual([{ id: 'copy', why: 'copy', of: 'b' }]);
  });
});

describe('two pictures of the same part that differ', () => {
  it('are not passed over: the second one is left out as one to look at', () => {
    const conversation = drawConversation({ seed: 78, messages: 60 });
    const shot = (id: string, at: number, clock: number): Grey =>
      screenOf(conversation, at, { height, name: 1, clock });
    const changed = shot('b', 500, 2);
    write(changed, 60, 620, [3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 2, 20);
    const [found] = join([
      shotOf('a', shot('a', 0, 1)),
      shotOf('b', shot('b', 500, 2)),
      shotOf('b-changed', changed),
      shotOf('b-later', shot('b', 500, 9)),
      shotOf('c', shot('c', 1000, 3)),
    ]);
    expect(found?.pieces.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(found?.leftOut).toEqual([
      { id: 'b-changed', why: 'differs', of: 'b' },
      { id: 'b-later', why: 'copy', of: 'b' },
    ]);
  });
});

describe('messages that repeat', () => {
  it('bring nothing together without a person', () => {
    const conversation = drawConversation({ seed: 9, messages: 120, same: true });
    const shots = [0, 311, 622, 933].map((at, index) =>
      shotOf(`s${index}`, screenOf(conversation, at, { height, name: 1, clock: index })),
    );
    expect(join(shots)).toEqual([]);
  });
});
