import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../../shared/domain/coverage/coverage';
import { elements, law } from '../../../../shared/domain/coverage/law';
import { supportsOf } from '../../../../shared/domain/coverage/supports';
import { nothingMore } from '../../../../shared/domain/entry-content';
import type { NewEntry } from '../../../../shared/models/chronology';

const supports = (entry: Partial<NewEntry>): readonly string[] =>
  supportsOf({ ...nothingMore, ...entry }, elements);

describe('the law as data', () => {
  it('names its source for every element, and every offence needs elements that are there', () => {
    const ids = new Set(elements.map(({ id }) => id));
    expect(ids.size).toBe(elements.length);
    for (const { source } of elements) expect(source).toMatch(/^(PHA 1997 s\.|HMICFRS)/u);
    const needed = law.offences.flatMap(({ needs }) => needs.flat());
    expect(needed.filter((id) => !ids.has(id))).toEqual([]);
    const limited = law.timeLimits.flatMap(({ offences }) => offences);
    expect(limited.every((id) => law.offences.some((offence) => offence.id === id))).toBe(true);
  });
});

describe('what an entry speaks to', () => {
  it('follows from what was entered, act by act', () => {
    expect(supports({ behaviours: ['a', 'c_ii'] })).toEqual(['course', '2a3.a', '2a3.c2']);
    expect(supports({ effect: 'Could not sleep', changes: 'Another way to work', fear: true })).toEqual([
      'course',
      'alarm',
      'fear',
      'daily-life',
    ]);
    // "No" and "not asked" are no support for fear.
    expect(supports({ fear: false })).toEqual(['course']);
  });

  it('is never conduct for a background event, whatever is in its fields', () => {
    expect(supports({ kind: 'event', behaviours: ['a'], fear: true, effect: 'x', changes: 'x' })).toEqual([]);
    expect(supports({ kind: 'event', marks: ['knows'] })).toEqual(['knows']);
  });
});

describe('coverage', () => {
  it('says of each element whether nothing, something or as much as it asks for speaks to it', () => {
    const { groups, offences } = coverageOf(
      law,
      new Map([
        ['course', { entries: 5, days: 1 }],
        ['2a3.b', { entries: 5, days: 3 }],
      ]),
    );
    const state = new Map(
      groups.flatMap((group) => group.elements.map((each) => [each.id, each.state] as const)),
    );
    // Five incidents on one day are not yet two occasions.
    expect([state.get('course'), state.get('2a3.b'), state.get('knows')]).toEqual(['some', 'enough', 'none']);
    const stalking = offences.find(({ id }) => id === 's2a');
    expect(stalking?.needs.map((need) => need.state)).toEqual(['some', 'none', 'enough', 'none']);
  });
});
