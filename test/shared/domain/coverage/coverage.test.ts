import { describe, expect, it } from 'vitest';
import { stateText } from '../../../../renderer/strings/coverage';
import { coverageOf } from '../../../../shared/domain/coverage/coverage';
import type { ElementCoverage, Support } from '../../../../shared/domain/coverage/coverage';
import { supportsOf } from '../../../../shared/domain/coverage/supports';
import { elementsOf, lawOf } from '../../../../shared/domain/law/law-of';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { behaviours } from '../../../../shared/models/chronology';
import type { NewEntry } from '../../../../shared/models/chronology';

const law = lawOf('england-and-wales');
const elements = elementsOf(law);
const supports = (entry: Partial<NewEntry>): readonly string[] =>
  supportsOf({ ...nothingMore, ...entry }, elements);

describe('the law as data', () => {
  it('names its source for every element, and every offence needs elements that are there', () => {
    const ids = new Set(elements.map(({ id }) => id));
    expect(ids.size).toBe(elements.length);
    for (const { source } of elements) expect(source).toMatch(/^(PHA 1997 s\.|HMICFRS)/u);
    for (const { source } of law.notConfirmed) expect(source).not.toBe('');
    const needed = law.offences.flatMap(({ elements: of }) => of.flat());
    expect(needed.filter((id) => !ids.has(id))).toEqual([]);
    const limited = law.timeLimits.flatMap(({ offences }) => offences);
    expect(limited.every((id) => law.offences.some((offence) => offence.code === id))).toBe(true);
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
    // Two occasions may be on one day: Kelly v DPP [2002] EWHC 1428 (Admin).
    expect([state.get('course'), state.get('2a3.b'), state.get('knows')]).toEqual([
      'enough',
      'enough',
      'none',
    ]);
    const stalking = offences.find(({ id }) => id === 's2a');
    expect(stalking?.needs.map((need) => need.state)).toEqual(['enough', 'none', 'enough', 'none']);
  });

  const elementOf = (id: string, support: Support): ElementCoverage | undefined =>
    coverageOf(law, new Map([[id, support]]))
      .groups.flatMap((group) => group.elements)
      .find((element) => element.id === id);

  it('asks for occasions and never for days, whatever the element', () => {
    for (const { id, atLeast } of elements) {
      const state = (entries: number) => elementOf(id, { entries, days: 1 })?.state;
      expect([state(0), state(atLeast), state(9)]).toEqual(['none', 'enough', 'enough']);
      if (atLeast > 1) expect(state(atLeast - 1)).toBe('some');
    }
    const words = elements.map(({ title, text, asks = '' }) => `${title} ${text} ${asks}`).join(' ');
    expect(words.replaceAll('day-to-day', '')).not.toMatch(/\bdays\b/u);
    for (const { asks } of elements.filter(({ atLeast }) => atLeast > 1)) expect(asks).toBeTruthy();
  });

  it('takes the calls behind one entry for occasions of the conduct alone, and says what may be more', () => {
    const behind = { entries: 1, days: 1, occasions: 3, perhaps: 0 };
    expect(elementOf('course', behind)).toMatchObject({ state: 'enough', occasions: 3 });
    expect(elementOf('fear', behind)).toMatchObject({ state: 'some', occasions: 1 });
    const open = elementOf('course', { entries: 1, days: 1, occasions: 1, perhaps: 46 });
    expect(open).toMatchObject({ state: 'some', perhaps: 46 });
    expect(open === undefined ? '' : stateText(open)).toBe(
      '1 entry on 1 day; the words of the Act ask for two occasions, which may be on one day. It may stand for 46 more occasions: say whose phone the export is from, or write them as entries of their own',
    );
  });

  it('counts an act marked as other wherever any act in the list is counted', () => {
    const other = new Map([['2a3.other', { entries: 1, days: 1 }]]);
    const all = elements.filter(({ id }) => id.startsWith('2a3.')).map(({ id }) => id);
    expect(supports({ behaviours: ['other'] })).toContain('2a3.other');
    for (const behaviour of behaviours)
      expect(supports({ behaviours: [behaviour] }).filter((id) => all.includes(id))).toHaveLength(1);
    for (const id of ['s2a', 's4a']) {
      const needs = coverageOf(law, other).offences.find((offence) => offence.id === id)?.needs ?? [];
      const acts = needs.find(({ elements: some }) => some.some((element) => all.includes(element.id)));
      expect(acts?.elements.map((element) => element.id)).toEqual(all);
      expect([acts?.state, acts?.group?.title]).toEqual(['enough', 'Acts associated with stalking']);
    }
  });

  it('has conduct towards several people, and what the person knows of its effect, as elements of their own', () => {
    const needs = (id: string) => law.offences.find((offence) => offence.code === id)?.elements ?? [];
    expect(needs('s2')).toContainEqual(['course', 'course.people']);
    expect(needs('s4')).toContainEqual(['knows.fear']);
    expect(needs('s4a')).toEqual(expect.arrayContaining([['knows'], ['knows.fear', 'knows.alarm']]));
    expect(supports({ kind: 'event', marks: ['course.people', 'knows.alarm'] })).toEqual([
      'course.people',
      'knows.alarm',
    ]);
  });
});
