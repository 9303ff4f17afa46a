import { bySize, reportOf } from './growth/report';
import { chartOf } from './growth/chart';
import { simulate } from './growth/simulate';
import { machine } from './machine';
import type { Measured } from './result';
import type { Benchmark } from './run';

/**
 * How packages and their merging grow as cases go among a thousand offices: the rules alone, in memory. Beside the JSON, where one is
 * asked for, it writes the figures as a table and two charts. It is run once: its rounds are its packages.
 */
export const growthBench: Benchmark = ({ say, beside }) => {
  const simulated = simulate(17, say);
  const { taken } = simulated;
  beside('growth.md', reportOf(simulated, machine()));
  const kilobytes = { title: 'Size of a package, as JSON', unit: 'kB' };
  beside('package-size.svg', chartOf(taken, { ...kilobytes, of: ({ bytes }) => bytes / 1000 }));
  const merging = { title: 'Time to merge a package', unit: 'ms' };
  beside('merge-time.svg', chartOf(taken, { ...merging, of: ({ milliseconds }) => milliseconds }));
  const measured = bySize(taken).flatMap(({ from, to, whole, changes }): readonly Measured[] =>
    (
      [
        ['whole', whole],
        ['changes', changes],
      ] as const
    )
      .filter(([, list]) => list.length > 0)
      .flatMap(([what, list]): readonly Measured[] => [
        {
          ...{ name: `${what} of ${from} to ${to} versions, size`, unit: 'MB', theirs: null },
          ours: list.map(({ bytes }) => bytes / 1e6),
          compared: `JSON of the versions of ${list.length} packages.`,
        },
        {
          ...{ name: `${what} of ${from} to ${to} versions, merge`, unit: 'ms', theirs: null },
          ours: list.map(({ milliseconds }) => Math.max(milliseconds, 0.001)),
          compared: 'Merging them in memory with the records that they touch.',
        },
      ]),
  );
  return Promise.resolve(measured);
};
