import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { families } from '../../../../shared/domain/casework/breaches/entry-families';
import { firstLetters } from '../../../../shared/domain/casework/breaches/first-letters';
import { Lexicon } from '../../../../shared/domain/casework/breaches/lexicon';
import { tellerOf, writtenOut } from '../../../../shared/domain/casework/breaches/told';
import pairsJson from '../../../fixtures/casework/breaches.json';

const titles = [
  ...new Set(
    z
      .array(z.object({ title: z.string() }))
      .parse(pairsJson)
      .map(({ title }) => writtenOut(title)),
  ),
];

describe('words that are looked for where one begins with their letters', () => {
  test.each([
    ['knock(?:ed|s)', ['knoc']],
    ['(?:rang|sms)(?! off)', ['rang', 'sms*']],
    ['(?:her )?car', ['car*', 'her ']],
    ['\\p{L}+ car', ['*']],
    ['(?<!not )(?=be)bell', ['bell']],
    ['a{0,2}bc[de]', ['a*', 'bc*']],
  ])('%s begins with %j', (pattern, letters) => {
    expect([...firstLetters(pattern)].sort()).toEqual([...letters].sort());
  });

  test('are the same as those that each pattern finds by itself, in every title there is', () => {
    const all = Object.values(families)
      .flat()
      .map((pattern) => [pattern, [pattern]] as const);
    const lexicon = new Lexicon(all);
    const alone = all.map(
      ([pattern]) =>
        [pattern, new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u')] as const,
    );
    for (const title of titles) {
      const expected = alone.filter(([, each]) => each.test(title)).map(([pattern]) => pattern);
      expect([...lexicon.in(title)].sort(), title).toEqual([...new Set(expected)].sort());
    }
  });
});

describe('an entry told plainly', () => {
  const told = tellerOf({ client: ['Sarah Hart'], bound: ['Mark Doyle'], kin: ['Jean Hart'] });
  test.each([
    ['SH rec’d txt from MD', 'she received text from him'],
    ['Mark’s van outside client’s', 'his van outside hers'],
    ['he msged me 2 say hes sorry', "he messaged her to say he's sorry"],
    ['I saw Mark at my work', 'she saw him at her work'],
    ['Jean got 2 calls', 'her family got 2 calls'],
    ['Text: "I love you"', 'text: "i love you"'],
    ['The Victim Liaison Officer rang the victim', 'the victim liaison officer rang her'],
  ])('%s: %s', (written, plain) => {
    expect(told(written)).toBe(plain);
  });
});
