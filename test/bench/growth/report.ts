import { median } from '../result';
import { size } from './simulate';
import type { Simulated, Taken } from './simulate';

/** Packages by how many versions their sender had of the case. */
export interface Size {
  readonly from: number;
  readonly to: number;
  readonly whole: readonly Taken[];
  readonly changes: readonly Taken[];
}

const steps = [0, 100, 300, 1000, 3000, 10_000, 30_000] as const;

export function bySize(taken: readonly Taken[]): readonly Size[] {
  return steps.slice(0, -1).map((from, at) => {
    const to = steps[at + 1] ?? Infinity;
    const of = taken.filter(({ versions }) => versions >= from && versions < to);
    return {
      ...{ from, to },
      whole: of.filter(({ purpose }) => purpose === 'copy' || purpose === 'handover'),
      changes: of.filter(({ purpose }) => purpose === 'changes'),
    };
  });
}

/** By which power something grows with another: the slope of a line through both, drawn on two logarithmic scales. */
export function powerOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.filter(([x, y]) => x > 0 && y > 0).map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
  const [x, y] = [mean(logs.map(([each]) => each)), mean(logs.map(([, each]) => each))];
  const both = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return both / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

const middle = (values: readonly number[]): number | null => (values.length === 0 ? null : median(values));
const number = (value: number | null): string =>
  value === null ? '–' : value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));

/** The figures as a table in Markdown. */
export function reportOf(simulated: Simulated, machine: string): string {
  const { taken, lost, repeated, exchanged, converged } = simulated;
  const met = bySize(taken).filter(({ whole, changes }) => whole.length + changes.length > 0);
  const rows = met.map(({ from, to, whole, changes }) => {
    const of = (list: readonly Taken[], what: (one: Taken) => number): string =>
      number(middle(list.map(what)));
    const kilobytes = ({ bytes }: Taken): number => bytes / 1000;
    const milliseconds = (one: Taken): number => one.milliseconds;
    return [
      `${from} to ${to}`,
      ...[String(whole.length), of(whole, kilobytes), of(whole, milliseconds)],
      ...[String(changes.length), of(changes, ({ brought }) => brought), of(changes, kilobytes)],
      of(changes, milliseconds),
    ];
  });
  const head = [
    ...['versions of the case', 'whole packages', 'kB', 'merge, ms'],
    ...['packages of changes', 'versions brought', 'kB', 'merge, ms'],
  ];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const large = taken.filter(({ versions }) => versions >= 300);
  const whole = large.filter(({ purpose }) => purpose === 'copy' || purpose === 'handover');
  const powers = [
    powerOf(whole.map(({ versions, bytes }) => [versions, bytes] as const)),
    powerOf(whole.map(({ versions, milliseconds }) => [versions, milliseconds] as const)),
    powerOf(
      large
        .filter(({ purpose }) => purpose === 'changes')
        .map(({ brought, milliseconds }) => [brought, milliseconds] as const),
    ),
  ].map((each) => each.toFixed(2));
  return [
    '# How packages grow',
    '',
    'Made by `npm run bench -- growth --json test/bench/growth/growth.json` (the JSON is not kept): a simulation of the rules of merging',
    `(\`shared/domain/merge\`) with ${size.offices} offices, ${size.cases} cases and ${size.packages} packages; medians, bytes of the versions as JSON, and the time`,
    'to merge them in memory beside the records that they touch. Work goes on between packages and while they are under way.',
    `${taken.length} were taken in (${repeated} of them twice or more), ${lost} were lost. Of ${exchanged} cases all was exchanged in the end: ${converged} were the same in every office.`,
    `Machine: ${machine}.`,
    '',
    line(head),
    line(head.map(() => '---:')),
    ...rows.map(line),
    '',
    `From 300 versions on, bytes of a whole package grow as versions to the power ${powers[0] ?? ''}, its merge to the power ${powers[1] ?? ''};`,
    `the merge of changes as the versions that they bring to the power ${powers[2] ?? ''}. 1 is in proportion.`,
    '',
  ].join('\n');
}
