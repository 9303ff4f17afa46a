import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStub } from '../../../../shared/domain/records/version';
import type { Version } from '../../../../shared/domain/records/version';
import { MergingWorld, story } from '../../../helpers/merging-world';

const runs = Number(process.env.HOLDFAST_MERGES ?? 200);
/** Milliseconds, for a machine that is busy with other work. */
const timeout = 300_000 + runs * 200;

function idsOf(versions: readonly Version[]): readonly string[] {
  return versions.map((version) => `${version.id} ${isStub(version) ? 'stub' : 'full'}`).sort();
}

describe('several offices that work on one case', () => {
  it(
    'converge on all but what one of them erased or declined, whatever was lost, repeated, reordered, shared or covered',
    () => {
      fc.assert(
        fc.property(story, ({ offices, events }) => {
          const world = new MergingWorld(offices);
          for (const next of events) world.run(next);
          world.exchangeAll();
          const differences = [...world.differences(), ...world.differentExhibits()];
          if (differences.length > 0) expect(differences).toEqual([]);
        }),
        { numRuns: runs },
      );
    },
    timeout,
  );

  it(
    'hide nothing that was said last, by no removal and no cover',
    () => {
      fc.assert(
        fc.property(story, ({ offices, events }) => {
          const world = new MergingWorld(offices);
          for (const next of events) world.run(next);
          const before = world.hidden();
          world.exchangeAll();
          const hidden = [...before, ...world.hidden()];
          if (hidden.length > 0) expect(hidden).toEqual([]);
        }),
        { numRuns: Math.ceil(runs / 2) },
      );
    },
    timeout,
  );

  it(
    'have the same heads counted anew as kept while versions come',
    () => {
      fc.assert(
        fc.property(story, ({ offices, events }) => {
          const world = new MergingWorld(offices);
          for (const next of events) {
            world.run(next);
            const office = world.offices[next.office % offices];
            for (const recordId of office?.recordIds() ?? []) {
              const kept = idsOf(office?.tips.get(recordId) ?? []).join();
              const anew = idsOf(office?.recounted(recordId) ?? []).join();
              if (kept !== anew) expect(kept).toBe(anew);
            }
          }
        }),
        { numRuns: Math.ceil(runs / 2) },
      );
    },
    timeout,
  );

  it('meet in these stories with every rule there is', () => {
    const told = new Map<string, number>();
    for (const { offices, events } of fc.sample(story, { numRuns: 150, seed: 27 })) {
      const world = new MergingWorld(offices, told);
      for (const next of events) world.run(next);
    }
    const rules = [
      ...['added', 'filled', 'erasedHere', 'declined', 'offered again', 'unknown', 'newer'],
      ...[
        'covered copies',
        'joined',
        'removal',
        'three-way',
        'without a base',
        'far clocks',
        'clock questions',
        'changes',
        'before missing',
      ],
    ];
    expect(rules.filter((rule) => (told.get(rule) ?? 0) < 20)).toEqual([]);
  });
});
