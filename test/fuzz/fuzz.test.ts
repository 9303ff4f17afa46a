import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFuzz } from '../../scripts/fuzz-build.mjs';
import { inputMaker } from './inputs';
import { readKept } from './kept';
import { minimise } from './minimise';
import { readOptions } from './options';
import { distinct } from './run';
import type { Fault } from './target';
import { targets } from './targets/all';
import { everyFault } from './targets/every-fault';
import { openTrial, watchInputs } from './watch';
import type { Setting } from './watch';

const root = join(import.meta.dirname, '..', '..');
/** Milliseconds for each target: a minute for all of them. Before a release `npm run fuzz` is the way. */
const time = 60_000 / targets.length / 2;
const names = targets.map(({ name }) => name);
let setting: Setting;

beforeAll(async () => {
  await buildFuzz();
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-fuzz-'));
  // On a busy machine everything takes many times as long: only what never ends is ended, and nothing is too slow.
  setting = { child: join(root, 'out', 'fuzz-child.cjs'), folder, hang: 120_000, isTimed: false };
});
afterAll(() => rm(setting.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));

describe.each(targets)('$name', (target) => {
  it('takes whatever once was a fault', async () => {
    const kept = await readKept(root, target.name);
    const trial = openTrial(setting, target);
    try {
      for (const { name, input } of kept) expect(await trial.faultOf(input), name).toBeNull();
    } finally {
      await trial.close();
    }
  });

  it('takes broken inputs without a fault', async () => {
    const { tried, answers, found } = await watchInputs(setting, target, {
      seed: 1,
      from: 0,
      until: null,
      time,
    });
    process.stdout.write(`${target.name}: ${tried} inputs, ${answers} different answers\n`);
    expect(distinct(found)).toEqual([]);
  });

  it('makes the same inputs in every run', async () => {
    const seeds = await target.seeds();
    expect(seeds.length).toBeGreaterThan(0);
    const again = await target.seeds();
    expect(again.map((seed) => seed.toString('base64'))).toEqual(
      seeds.map((seed) => seed.toString('base64')),
    );
    const make = inputMaker(target, seeds, 5);
    expect(make(seeds.length + 3).equals(make(seeds.length + 3))).toBe(true);
  });
});

describe('the fuzzer', () => {
  it.each<readonly [string, Fault['kind']]>([
    ['throw', 'uncaught'],
    ['stray', 'uncaught'],
    ['wrong', 'wrong-answer'],
    ['unsteady', 'unsteady'],
    ['crash', 'crash'],
    ['memory', 'memory'],
  ])('sees %s, and makes its input small', async (word, kind) => {
    const one = openTrial(setting, everyFault);
    try {
      const input = Buffer.from(`some words before ${word} and some after`);
      const fault = await one.faultOf(input);
      expect(fault?.kind).toBe(kind);
      if (fault === null || kind === 'crash' || kind === 'memory') return;
      expect(String(await minimise(one, input, fault))).toBe(word);
    } finally {
      await one.close();
    }
  });

  it('ends what hangs, and goes on behind it', async () => {
    const one = openTrial({ ...setting, hang: 4000 }, everyFault);
    try {
      expect((await one.faultOf(Buffer.from('hang')))?.kind).toBe('hang');
      expect(await one.faultOf(Buffer.from('nothing'))).toBeNull();
    } finally {
      await one.close();
    }
  });

  it('goes on behind an input that ended its process, and tells its number', async () => {
    const order = { seed: 1, from: 0, until: 6, time: null };
    const { found, tried } = await watchInputs({ ...setting, hang: 4000 }, everyFault, order);
    expect(tried).toBe(6);
    expect(found.map(({ number, fault }) => [number, fault.kind])).toEqual(
      expect.arrayContaining([
        [0, 'uncaught'],
        [1, 'crash'],
        [2, 'hang'],
      ]),
    );
  });

  it('has a name of its own for each target, and what is kept belongs to one of them', async () => {
    expect(new Set(names).size).toBe(names.length);
    for (const name of await readdir(join(root, 'test', 'fuzz', 'kept'))) expect(names).toContain(name);
  });
});

describe('the options', () => {
  it('take names, a time, a seed and a file', () => {
    expect(readOptions([], ['a', 'b'])).toEqual({
      names: ['a', 'b'],
      seconds: 60,
      seed: 1,
      isList: false,
      file: null,
    });
    expect(readOptions(['b', '--seconds', '5', '--seed', '9', '--list'], ['a', 'b'])).toMatchObject({
      ...{ names: ['b'], seconds: 5, seed: 9, isList: true },
    });
    expect(readOptions(['a', '--file', 'x'], ['a'])).toMatchObject({ file: 'x' });
  });

  it.each([[['c']], [['--seconds', 'many']], [['--seed']], [['--file']], [['--file', 'x']]])(
    'refuse %j',
    (args) => {
      expect(() => readOptions(args, ['a', 'b'])).toThrow(/needs|no target/u);
    },
  );
});
