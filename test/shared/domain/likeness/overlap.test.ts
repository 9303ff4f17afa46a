import { describe, expect, it } from 'vitest';
import { findOverlap, prepare } from '../../../../shared/domain/likeness/overlap';
import type { Prepared } from '../../../../shared/domain/likeness/overlap';
import {
  compressed,
  drawConversation,
  partsOf,
  descriptorOf,
  screenOf,
  seededNumbers,
} from '../../../helpers/chat-pictures';

const height = 1134;
const { top, bottom } = partsOf(540, height);
const scroll = bottom - top;
const shot = (seed: number, at: number, clock: number, name = 1): Prepared =>
  prepare(descriptorOf(screenOf(drawConversation({ seed }), at, { height, name, clock })));

describe('an overlap of two screenshots', () => {
  it('is found at the very row it was scrolled by, for every scroll that leaves some lines in common', () => {
    for (const share of [0.2, 0.35, 0.5, 0.65, 0.8]) {
      const by = Math.round(scroll * share);
      const found = findOverlap(shot(3, 100, 11), shot(3, 100 + by, 12));
      expect(found).toMatchObject({ offset: by, doubt: null });
    }
  });

  it('survives compression of one of them, or of both in different ways', () => {
    const conversation = drawConversation({ seed: 5 });
    for (const strength of [4, 8, 14]) {
      const upper = compressed(screenOf(conversation, 200, { height, name: 1, clock: 1 }), 1, strength);
      const lower = compressed(screenOf(conversation, 700, { height, name: 1, clock: 2 }), 2, strength);
      expect(findOverlap(prepare(descriptorOf(upper)), prepare(descriptorOf(lower)))).toMatchObject({
        offset: 500,
        doubt: null,
      });
    }
  });

  it('is not found upwards, between far parts of a conversation, or between two conversations', () => {
    expect(findOverlap(shot(3, 600, 1), shot(3, 100, 2))).toBeNull();
    expect(findOverlap(shot(3, 0, 1), shot(3, scroll + 40, 2))).toBeNull();
    for (let seed = 20; seed < 40; seed += 1)
      expect(findOverlap(shot(seed, 100, 1), shot(seed + 100, 300, 2, 2))).toBeNull();
  });

  it('is in doubt where the same short message comes again and again', () => {
    const conversation = drawConversation({ seed: 9, messages: 120, same: true });
    const next = seededNumbers(4);
    for (let round = 0; round < 10; round += 1) {
      const at = Math.floor(next() * 500);
      const by = 100 + Math.floor(next() * 700);
      const found = findOverlap(
        prepare(descriptorOf(screenOf(conversation, at, { height, name: 1, clock: 1 }))),
        prepare(descriptorOf(screenOf(conversation, at + by, { height, name: 1, clock: 2 }))),
      );
      expect(found === null || found.doubt !== null).toBe(true);
    }
  });

  it('is not found on empty ground', () => {
    const empty = drawConversation({ seed: 1, messages: 0 });
    const one = prepare(descriptorOf(screenOf(empty, 0, { height, name: 1, clock: 1 })));
    expect(
      findOverlap(one, prepare(descriptorOf(screenOf(empty, 0, { height, name: 1, clock: 2 })))),
    ).toBeNull();
  });
});
