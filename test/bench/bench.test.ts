import { expect, it } from 'vitest';
import { machine } from './machine';
import { readOptions } from './options';
import { median, resultOf, resultsSchema, tableOf } from './result';
import type { Measured } from './result';
import { inTurns } from './rounds';
import { seeded } from '../helpers/seeded';

const measured: Measured = {
  name: 'open',
  unit: 'ms',
  ours: [30, 10, 20],
  theirs: { tool: 'another', values: [5, 100, 4] },
  compared: 'One thing with another.',
};

it('the median is the middle value in any order, and the mean of the middle two', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});

it('a result holds medians and their ratio, and keeps to its schema', () => {
  const result = resultOf(measured, 'a machine');
  expect(result).toEqual({
    name: 'open',
    unit: 'ms',
    ours: 20,
    theirs: { tool: 'another', value: 5 },
    ratio: 4,
    n: 3,
    machine: 'a machine',
  });
  expect(resultsSchema.parse(JSON.parse(JSON.stringify([result])))).toEqual([result]);
});

it('what has nothing to be compared with says so', () => {
  const alone = { ...measured, theirs: null };
  expect(resultOf(alone, 'a machine')).toMatchObject({ theirs: null, ratio: null });
  expect(tableOf([alone], 'a machine')).toContain('nothing comparable');
});

it('sides that were not measured equally often are refused', () => {
  const uneven = { ...measured, theirs: { tool: 'another', values: [1] } };
  expect(() => resultOf(uneven, 'a machine')).toThrow(RangeError);
});

it('the table says what was compared, and how far apart the rounds were', () => {
  const table = tableOf([measured], 'a machine');
  expect(table).toContain('20 ms (10–30)');
  expect(table).toContain('5 ms (4–100)');
  expect(table).toContain('open: One thing with another. Theirs: another.');
});

it('both sides take turns, each going first every other time, and the first round of each does not count', async () => {
  const order: string[] = [];
  const side = (name: string) => (index: number) => {
    order.push(`${name} ${index}`);
    return index;
  };
  const kept = await inTurns(2, side('ours'), side('theirs'));
  expect(order).toEqual(['theirs -1', 'ours -1', 'ours 0', 'theirs 0', 'theirs 1', 'ours 1']);
  expect(kept).toEqual({ ours: [0, 1], theirs: [0, 1] });
});

it('a benchmark that does not exist is refused with the list, and no name means all', () => {
  expect(() => readOptions(['speed'], ['vault', 'bundle'])).toThrow('There are: vault, bundle.');
  expect(readOptions([], ['vault', 'bundle']).names).toEqual(['vault', 'bundle']);
  expect(readOptions(['bundle', '--json', 'a.json', '--rounds', '9'], ['vault', 'bundle'])).toEqual({
    names: ['bundle'],
    json: 'a.json',
    rounds: 9,
    large: false,
  });
  expect(readOptions(['bundle', '--large'], ['bundle']).large).toBe(true);
});

it('an option without its value, or with too few rounds, is refused', () => {
  for (const args of [['--json'], ['--rounds'], ['--rounds', '4'], ['--rounds', 'many']]) {
    expect(() => readOptions(args, ['vault']), args.join(' ')).toThrow(/needs/u);
  }
});

it('the same seed gives the same numbers and bytes, another one others', () => {
  const take = (seed: number): string => {
    const from = seeded(seed);
    return `${from.below(1000)} ${from.next()} ${from.bytes(7).toString('hex')}`;
  };
  expect(take(1)).toBe(take(1));
  expect(take(1)).not.toBe(take(2));
});

it('the machine is told by what figures depend on, and not by name', () => {
  expect(machine()).toMatch(/^.+, \d+ cores, \d+ GB, \w+ \w+, Node [\d.]+$/u);
});
