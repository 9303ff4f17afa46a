import fc from 'fast-check';
import { expect, it } from 'vitest';
import { descentOf, lineOf, nearestCommon } from '../../../../shared/domain/records/descent';
import type { Descent } from '../../../../shared/domain/records/descent';
import type { Version } from '../../../../shared/domain/records/version';

const nothing = { recordId: 'r', caseId: 'c', kind: 'entry', schema: 1, refs: [], removed: false };
const stamp = { office: 'a', author: 'b', hlc: '', at: '' };
const version = (at: number, parents: readonly number[]): Version => ({
  ...{ ...nothing, ...stamp, id: `v${at}`, body: {} },
  parents: [...new Set(parents)].map((parent) => `v${parent}`),
});

/** As it is worded: all descend from it, and no other such version does. */
function asWorded(descent: Descent, ids: readonly string[]): readonly string[] {
  const all = [...descent.byId.keys()];
  const common = all.filter((id) => ids.every((each) => lineOf(descent, each).has(id)));
  return common
    .filter((id) => !common.some((other) => other !== id && lineOf(descent, other).has(id)))
    .sort();
}

it('the nearest common ancestors are those from which no other common one descends, whatever was made from what', () => {
  const history = fc.array(fc.array(fc.nat(), { maxLength: 3 }), {
    minLength: 2,
    maxLength: 16,
    size: 'max',
  });
  fc.assert(
    fc.property(history, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), (parents, chosen) => {
      const versions = parents.map((each, at) => version(at, at === 0 ? [] : each.map((one) => one % at)));
      const descent = descentOf(versions);
      const ids = [...new Set(chosen.map((each) => `v${each % versions.length}`))];
      expect(nearestCommon(descent, ids).map(({ id }) => id)).toEqual(asWorded(descent, ids));
    }),
    { numRuns: 500 },
  );
});

it('of a history of twenty thousand versions they are found without walking it once for each of them', () => {
  const versions = Array.from({ length: 20_000 }, (_, at) => version(at, at === 0 ? [] : [at - 1]));
  const sides = [version(20_000, [19_999]), version(20_001, [19_999])];
  const found = nearestCommon(descentOf([...versions, ...sides]), ['v20000', 'v20001']);
  expect(found.map(({ id }) => id)).toEqual(['v19999']);
});
