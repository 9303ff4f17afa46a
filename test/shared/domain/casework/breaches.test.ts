import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { possibleBreaches } from '../../../../shared/domain/casework/breaches/possible-breaches';
import type { PossibleBreach } from '../../../../shared/domain/casework/breaches/possible-breaches';
import type { EntryFacts } from '../../../../shared/domain/casework/breaches/read-entry';
import { behaviourSchema, channelSchema, linkRoles } from '../../../../shared/models/chronology';
import { orderDetailsSchema, orderStages } from '../../../../shared/models/register';
import pairsJson from '../../../fixtures/casework/breaches.json';

/** Made up; the words of terms are those that courts, custody officers and the model orders use. */
const pairSchema = z.object({
  term: z.string(),
  title: z.string(),
  expect: z.boolean(),
  description: z.string().default(''),
  behaviours: z.array(behaviourSchema).default([]),
  channel: channelSchema.nullable().default(null),
  place: z.string().default(''),
  time: z.string().nullable().default(null),
  others: z.string().default(''),
  threat: z.string().nullable().default(null),
  certainty: z.enum(['named', 'suspected', 'unknown']).nullable().default(null),
  /** Who did it: `bound`, the id of another, or nobody said. */
  actor: z.string().nullable().default(null),
  links: z.array(z.tuple([z.string(), z.enum(linkRoles)])).default([]),
  edtf: z.string().default('2026-10-03'),
  until: z.string().nullable().default(null),
  termFrom: z.string().nullable().default(null),
  termUntil: z.string().nullable().default(null),
  stage: z.enum(orderStages).nullable().default('made'),
});
type Pair = z.infer<typeof pairSchema>;
const pairs = z.array(pairSchema).parse(pairsJson);

const people = [
  { id: 'sarah', name: 'Sarah Hart', role: 'client' },
  { id: 'mark', name: 'Mark Doyle', role: 'perpetrator' },
  { id: 'sean', name: 'Sean Doyle', role: 'other' },
  { id: 'jean', name: 'Jean Hart', role: 'family' },
  { id: 'neigh', name: 'Paul Webb', role: 'other' },
  { id: 'driver', name: 'Tom Reed', role: 'other' },
] as const;

function entryOf(pair: Pair): EntryFacts {
  const { edtf, time, title, description, behaviours, channel, place, others, threat, certainty } = pair;
  const by = pair.actor === 'bound' ? 'mark' : pair.actor;
  return {
    ...{ id: 'entry', kind: 'incident', edtf, title, description, quote: '', behaviours, channel, place },
    time: time === null ? null : { from: time, to: null, precision: 'minute' },
    links: [
      ...(by === null ? [] : [{ id: by, role: 'actor' as const }]),
      ...pair.links.map(([id, role]) => ({ id, role })),
    ],
    actor: certainty === null ? null : { certainty, why: '' },
    ...{ others, vehicle: '', threat },
  };
}

function offered(
  pair: Pair,
  change: Partial<Parameters<typeof possibleBreaches>[0]> = {},
): readonly PossibleBreach[] {
  const term = { id: 'term', text: pair.term, from: pair.termFrom, until: pair.termUntil };
  const order = orderDetailsSchema.parse({
    ...{ stage: pair.stage, madeOn: '2026-10-01', bindsIds: [], protectsIds: [], terms: [] },
  });
  const terms = [{ ...term, acts: [], personIds: [], placeIds: [], placeText: '' }];
  return possibleBreaches({
    people,
    places: [],
    decisions: [],
    orders: [
      {
        ...{ id: 'order', name: 'Order', from: '2026-10-01', until: pair.until },
        order: { ...order, bindsIds: ['mark'], protectsIds: ['sarah'], terms },
      },
    ],
    entries: [entryOf(pair)],
    ...change,
  });
}
const one = (pair: Partial<Pair> & Pick<Pair, 'term' | 'title'>): Pair =>
  pairSchema.parse({ expect: true, ...pair });

describe('possible breaches', () => {
  test('over 500 pairs of terms and entries are tried', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(500);
  });

  test('every entry that is against a term is offered', () => {
    const missed = pairs.filter((pair) => pair.expect && offered(pair).length === 0);
    expect(missed.map(({ term, title }) => `${term} / ${title}`)).toEqual([]);
  });

  test('at most one is offered for nothing for five that are true', () => {
    const yes = pairs.filter((pair) => offered(pair).length > 0);
    const wrong = yes.filter((pair) => !pair.expect);
    expect(wrong.length * 5).toBeLessThanOrEqual(yes.length - wrong.length);
  });

  describe.each([
    [
      'a man is protected and a woman bound',
      { he: 'she', him: 'her', his: 'her', she: 'he', hers: 'his' },
      true,
    ],
    ['both are men', { she: 'he', hers: 'his' }, true],
    ['both are women', { he: 'she', him: 'her', his: 'her' }, false],
  ] as const)('where %s', (_who, words, isHim) => {
    const small =
      /^(?:to|at|on|in|by|from|and|or|for|with|outside|near|about|after|again|as|that|through|via|directly|twice|three|from|online|until|while|when|before|of|into|over|every|all|is|was|not|if|any|if|on)$/u;
    const told = (text: string): string =>
      text
        .replaceAll(
          /(?<![\p{L}])(he|him|his|she|hers)(?![\p{L}])/giu,
          (word) => (words as Readonly<Record<string, string>>)[word.toLowerCase()] ?? word,
        )
        .replaceAll(
          /(?<![\p{L}])(H|h)er(?![\p{L}])(?= ?(\p{L}+)?)/gu,
          (all: string, _first: string, next: string | undefined) => {
            if (!isHim) return all;
            return next === undefined || small.test(next) ? 'him' : 'his';
          },
        );
    const others = pairs.map((pair) => ({
      ...pair,
      term: told(pair.term),
      title: told(pair.title),
      description: told(pair.description),
    }));

    test('nearly every entry that is against a term is offered, and few for nothing', () => {
      const yes = others.filter((pair) => pair.expect);
      const missed = yes.filter((pair) => offered(pair).length === 0);
      const wrong = others.filter((pair) => !pair.expect && offered(pair).length > 0);
      expect(missed.length * 20).toBeLessThanOrEqual(yes.length);
      expect(wrong.length * 5).toBeLessThanOrEqual(yes.length - missed.length);
    });
  });

  test('an offer says when, by whom, what, and which term', () => {
    const pair = one({ term: 'Not to contact Sarah Hart.', title: 'He rang her mobile', actor: 'bound' });
    expect(offered(pair)[0]).toMatchObject({
      term: 1,
      isCertain: true,
      why: 'On 3 Oct 2026, after the order of 1 Oct 2026; by Mark Doyle, whom it binds; a call: term 1 forbids contact.',
    });
  });

  test.each([
    ['a date that may lie before the order', { edtf: '2026-09-20/2026-10-05' }, 'the dates are not certain'],
    ['the day of the order', { edtf: '2026-10-01' }, 'the same day as it came into force'],
    ['nobody linked', { actor: null }, 'who did it is not recorded'],
    ['a suspicion', { certainty: 'suspected' as const }, 'who did it is not certain'],
  ])('what is not certain is said: %s', (_name, change, doubt) => {
    const pair = one({ term: 'No contact by any means.', title: 'Texted her', actor: 'bound', ...change });
    expect(offered(pair)[0]?.doubts).toContain(doubt);
    expect(offered(pair)[0]?.isCertain).toBe(false);
  });

  test.each([
    ['No contact, direct or indirect.', 1],
    ['Not to follow Sarah Hart.', 0],
  ])('an act of somebody unknown is offered only for contact of any kind: %s', (term, count) => {
    const pair = one({ term, title: 'Silent calls, and followed on foot', certainty: 'unknown' });
    expect(offered(pair)).toHaveLength(count);
  });

  test('what was decided is not offered again, for the term or the order as a whole', () => {
    const pair = one({ term: 'No contact.', title: 'Texted her', actor: 'bound' });
    const decided = (termId: string | null) => ({
      decisions: [{ entryId: 'entry', orderId: 'order', termId }],
    });
    expect(offered(pair)).toHaveLength(1);
    expect(offered(pair, decided('term'))).toEqual([]);
    expect(offered(pair, decided(null))).toEqual([]);
  });

  test('a place of the register that a term and an entry share is enough', () => {
    const pair = one({ term: 'Not to go there.', title: 'Stood outside', actor: 'bound' });
    const order = orderDetailsSchema.parse({ madeOn: '2026-10-01' });
    const term = {
      id: 'term',
      text: pair.term,
      acts: [],
      personIds: [],
      placeIds: ['gym'],
      placeText: '',
      from: null,
      until: null,
    };
    const facts = (place: string) =>
      offered(pair, {
        places: [
          { id: 'gym', name: 'The gym', notes: '' },
          { id: 'pub', name: 'The Crown', notes: '' },
        ],
        orders: [
          {
            id: 'order',
            name: '',
            from: null,
            until: null,
            order: { ...order, bindsIds: ['mark'], terms: [term] },
          },
        ],
        entries: [
          {
            ...entryOf(pair),
            links: [
              { id: 'mark', role: 'actor' },
              { id: place, role: 'place' },
            ],
          },
        ],
      });
    expect(facts('gym')).toHaveLength(1);
    expect(facts('pub')).toEqual([]);
  });

  test('acts that somebody marked, and acts of a term, match without a word', () => {
    const pair = one({ term: 'Term as attached', title: 'Incident', behaviours: ['a'], actor: 'bound' });
    const order = orderDetailsSchema.parse({ madeOn: '2026-10-01' });
    const term = {
      id: 'term',
      text: pair.term,
      personIds: [],
      placeIds: [],
      placeText: '',
      from: null,
      until: null,
    };
    const facts = (acts: string[]) =>
      offered(pair, {
        orders: [
          {
            id: 'order',
            name: '',
            from: null,
            until: null,
            order: { ...order, bindsIds: ['mark'], terms: [{ ...term, acts }] },
          },
        ],
      });
    expect(facts(['a'])).toHaveLength(1);
    expect(facts(['c_i'])).toEqual([]);
  });
});
