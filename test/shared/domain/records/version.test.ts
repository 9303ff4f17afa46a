import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  canonical,
  sameJson,
  sameVersion,
  stubOf,
  versionText,
} from '../../../../shared/domain/records/version';
import type { Json, Version } from '../../../../shared/domain/records/version';

/** Few names and values, so that two are alike, or nearly, as often as not. */
const json = fc.letrec<{ readonly any: Json }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Json[]>(null, true, 0, -0, 1, '', 'a', '1'),
    fc.array(tie('any'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor'), tie('any'), { maxKeys: 2 }),
  ),
})).any;

it('two values are the same exactly where their texts are, whatever the order of names', () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(sameJson(one, other)).toBe(canonical(one) === canonical(other));
      expect(sameJson(one, JSON.parse(JSON.stringify(one)) as Json)).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(sameJson({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
});

const version: Version = {
  ...{ id: 'v', recordId: 'r', caseId: 'c', kind: 'entry', schema: 1, refs: ['x'], parents: ['p'] },
  ...{ body: { a: 1, b: [2] }, removed: false, office: 'o', author: 'u', hlc: 'h', at: 't' },
};

it.each<readonly [string, Partial<Version>]>([
  ['id', { id: 'w' }],
  ['record', { recordId: 's' }],
  ['case', { caseId: null }],
  ['kind', { kind: 'note' }],
  ['schema', { schema: 2 }],
  ['names', { refs: ['x', 'y'] }],
  ['parents', { parents: [] }],
  ['body', { body: { a: 1, b: [3] } }],
  ['removal', { removed: true }],
  ['office', { office: 'p' }],
  ['author', { author: 'w' }],
  ['clock', { hlc: 'i' }],
  ['time', { at: 'u' }],
  ['cover', { covers: 'z' }],
])('a version with another %s is another, and one read again from its text the same', (_what, change) => {
  const other = { ...version, ...change };
  expect(sameVersion(version, other)).toBe(false);
  expect(versionText(version) === versionText(other)).toBe(false);
  expect(sameVersion(other, JSON.parse(versionText(other)) as Version)).toBe(true);
  expect(sameVersion(stubOf(other), stubOf(JSON.parse(versionText(other)) as Version))).toBe(true);
});
