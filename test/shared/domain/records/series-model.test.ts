import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renumbered, referenceConflicts } from '../../../../shared/domain/records/references';
import {
  seriesHandedOver,
  openedSeries,
  referenceTaken,
  seriesMarked,
  seriesReceived,
} from '../../../../shared/domain/records/series';
import type { MarkSources, Series } from '../../../../shared/domain/records/series';

const runs = Number(process.env.HOLDFAST_MERGES ?? 300);
/** Milliseconds, for a machine that is busy with other work. */
const timeout = 300_000 + runs * 200;

/** A vault of an office: a copy of it is another vault of the same office. */
interface Vault {
  readonly office: string;
  series: readonly Series[];
  refs: readonly string[];
  renewed: boolean;
  backup: { readonly series: readonly Series[]; readonly refs: readonly string[] } | null;
}

interface Real {
  readonly vaults: Vault[];
  /** Handovers that were written, and may be read by anybody, late, twice or never. */
  readonly packages: { readonly series: readonly Series[]; readonly refs: readonly string[] }[];
  readonly sources: MarkSources;
}

/** All references that any series ever gave, by whomever: no more than that. */
interface Model {
  readonly given: { readonly series: string; readonly ref: string }[];
}

function begin(): { readonly model: Model; readonly real: Real } {
  let count = 0;
  const newId = (): string => `s${(count += 1)}`;
  const random = (): number => ((count * 7) % 26) / 26;
  const series = [openedSeries({ id: newId(), producerId: 'p', initials: 'AB', owner: 'a' }, [])];
  const vault = (office: string): Vault => ({ office, series: [], refs: [], renewed: false, backup: null });
  const vaults = [{ ...vault('a'), series }, vault('b'), vault('c')];
  return { model: { given: [] }, real: { vaults, packages: [], sources: { newId, random } } };
}

const acts = {
  give: (model: Model, vault: Vault): void => {
    const series = vault.series.find(({ owner, state }) => owner === vault.office && state === 'open');
    if (series === undefined) return;
    const taken = referenceTaken(series, vault.office, new Set(vault.refs));
    vault.series = vault.series.map((each) => (each.id === series.id ? taken.series : each));
    vault.refs = [...vault.refs, taken.ref];
    const twice = model.given.some(({ series: id, ref }) => id === series.id && ref === taken.ref);
    model.given.push({ series: series.id, ref: taken.ref });
    if (twice) throw new Error(`${taken.ref} was given twice by ${series.id}`);
  },
  handOver: (_: Model, vault: Vault, { vaults, packages, sources }: Real, number: number): void => {
    const to = vaults[number % vaults.length]?.office ?? vault.office;
    if (to === vault.office) return;
    const { here, packed } = seriesHandedOver(vault.series, vault.office, to, sources.newId);
    vault.series = here;
    packages.push({ series: packed, refs: vault.refs });
  },
  receive: (_: Model, vault: Vault, { packages, sources }: Real, number: number): void => {
    const casePackage = packages[number % Math.max(1, packages.length)];
    if (casePackage === undefined) return;
    vault.refs = [...new Set([...vault.refs, ...casePackage.refs])];
    const { office, refs, renewed } = vault;
    vault.series = seriesReceived(vault.series, casePackage.series, {
      ...{ office, refs, renewed: renewed ? sources : null },
    });
  },
  takeBack: (_: Model, vault: Vault, { sources }: Real): void => {
    vault.series = seriesMarked(vault.series, vault.office, vault.refs, sources);
  },
  backUp: (_: Model, vault: Vault): void => {
    vault.backup = { series: vault.series, refs: vault.refs };
  },
  restore: (_: Model, vault: Vault, { sources }: Real): void => {
    if (vault.backup === null) return;
    vault.refs = vault.backup.refs;
    vault.renewed = true;
    vault.series = seriesMarked(vault.backup.series, vault.office, vault.refs, sources);
  },
  copy: (_: Model, vault: Vault, { vaults, sources }: Real): void => {
    if (vaults.length > 5) return;
    const series = seriesMarked(vault.series, vault.office, vault.refs, sources);
    vaults.push({ ...vault, series, renewed: true, backup: null });
  },
} as const;

class Act implements fc.Command<Model, Real> {
  constructor(
    private readonly name: keyof typeof acts,
    private readonly at: number,
    private readonly number: number,
  ) {}

  check(): boolean {
    return true;
  }

  run(model: Model, real: Real): void {
    const vault = real.vaults[this.at % real.vaults.length];
    if (vault !== undefined) acts[this.name](model, vault, real, this.number);
    for (const { office, series } of real.vaults)
      if (series.filter(({ owner, state }) => owner === office && state === 'open').length > 4)
        throw new Error('more series are open than were ever needed');
  }

  toString(): string {
    return `${this.name}(${this.at}, ${this.number})`;
  }
}

const often: readonly (keyof typeof acts)[] = [
  ...(['give', 'give', 'give', 'handOver', 'handOver', 'receive', 'receive', 'receive'] as const),
  ...(['takeBack', 'backUp', 'restore', 'copy'] as const),
];

describe('series of vaults that hand over, take back, restore and are copied', () => {
  it(
    'never give one reference twice by one series',
    () => {
      const commands = often.map((name) =>
        fc.tuple(fc.nat(11), fc.nat(30)).map(([at, number]) => new Act(name, at, number)),
      );
      fc.assert(
        fc.property(fc.commands(commands, { maxCommands: 60, size: 'max' }), (story) => {
          fc.modelRun(begin, story);
        }),
        { numRuns: runs },
      );
    },
    timeout,
  );

  it('leave no conflict that a decision cannot end: each moves one file, and none gets a reference that was borne', () => {
    const refs = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 12, size: 'max' });
    fc.assert(
      fc.property(refs, (numbers) => {
        let files = numbers.map((number, at) => ({
          ...{ id: `f${at}`, ref: `AB/${number}`, formerly: [] as readonly string[], left: false },
        }));
        let series = openedSeries({ id: 's', producerId: 'p', initials: 'AB', owner: 'a' }, ['AB/2']);
        for (let turn = 0; referenceConflicts(files).length > 0; turn += 1) {
          const file = referenceConflicts(files)[0]?.files.at(-1);
          if (file === undefined || turn > 12) throw new Error('no end');
          const decided = renumbered(file.id, files, series, 'a');
          expect(files.some(({ ref, formerly }) => [ref, ...formerly].includes(decided.file.ref))).toBe(
            false,
          );
          ({ series } = decided);
          files = files.map((each) => (each.id === file.id ? decided.file : each));
        }
        expect(new Set(files.map(({ ref }) => ref)).size).toBe(files.length);
      }),
    );
  });
});
