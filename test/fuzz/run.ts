import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { inputMaker } from './inputs';
import { keep, keptFolder } from './kept';
import { isSame, minimise } from './minimise';
import { BadOptions, readOptions } from './options';
import type { FuzzOptions } from './options';
import type { FuzzTarget } from './target';
import { targets } from './targets/all';
import { openTrial, watchInputs } from './watch';
import type { Found, Setting, Watched } from './watch';

/** Findings of one target that are looked into: more of them say no more. */
const mostFaults = 12;
const largestKept = 8 * 1024;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** One finding for each fault. */
export function distinct(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const each of found) if (!kept.some(({ fault }) => isSame(fault, each.fault))) kept.push(each);
  return kept;
}

/**
 * Looks into what a run found: each fault is tried again by itself, made small, and written beside its description. Those that show
 * themselves again are kept for `npm test`.
 */
async function lookInto(
  root: string,
  setting: Setting,
  target: FuzzTarget,
  seed: number,
  found: readonly Found[],
) {
  const make = inputMaker(target, await target.seeds(), seed);
  const trial = openTrial(setting, target);
  let real = 0;
  try {
    for (const { number, fault } of distinct(found).slice(0, mostFaults)) {
      const input = make(number);
      const again = await trial.faultOf(input);
      // What hangs one time may fill the memory the next: it is the same fault.
      const isReal = again !== null;
      say(`  ${fault.kind} at input ${number}${isReal ? '' : ', not seen again by itself'}: ${fault.sign}`);
      const small = isReal ? await minimise(trial, input, again) : input;
      const path = await keep(join(root, 'out', 'fuzz', target.name), fault.kind, small);
      await writeFile(
        `${path}.txt`,
        `${target.name}, seed ${seed}, input ${number}\n${fault.sign}\n${fault.detail}\n`,
      );
      say(`    ${relative(root, path)} (${small.length} bytes)`);
      if (!isReal) continue;
      real += 1;
      if (small.length <= largestKept) await keep(keptFolder(root, target.name), fault.kind, small);
    }
  } finally {
    await trial.close();
  }
  return real;
}

async function fuzz(root: string, setting: Setting, { names, seconds, seed }: FuzzOptions): Promise<number> {
  let faults = 0;
  for (const target of targets.filter(({ name }) => names.includes(name))) {
    const order = { seed, from: 0, until: null, time: seconds * 1000 };
    const watched: Watched = await watchInputs(setting, target, order);
    const { tried, answers, found } = watched;
    say(`${target.name}: ${tried} inputs, ${answers} different answers, ${found.length} findings`);
    faults += await lookInto(root, setting, target, seed, found);
  }
  return faults;
}

async function tryFile(setting: Setting, name: string, path: string): Promise<number> {
  const target = targets.find((each) => each.name === name);
  if (target === undefined) return 1;
  const trial = openTrial(setting, target);
  try {
    const fault = await trial.faultOf(await readFile(path));
    say(
      fault === null
        ? `Nothing is wrong with it. It was answered with: ${trial.lastAnswer()}`
        : `${fault.kind}: ${fault.sign}\n${fault.detail}`,
    );
    return fault === null ? 0 : 1;
  } finally {
    await trial.close();
  }
}

/** `npm run fuzz`. Resolves with the number of faults found, as an exit code. */
export async function runFuzz(args: readonly string[], root: string): Promise<number> {
  try {
    const options = readOptions(
      args,
      targets.map(({ name }) => name),
    );
    if (options.isList) {
      for (const { name, about } of targets) say(`${name.padEnd(20)} ${about}`);
      return 0;
    }
    await mkdir(join(root, 'out', 'fuzz'), { recursive: true });
    const folder = await mkdtemp(join(root, 'out', 'fuzz', 'scratch-'));
    const setting = { child: join(root, 'out', 'fuzz-child.cjs'), folder, hang: 30_000, isTimed: true };
    try {
      const { file, names } = options;
      if (file === null) return Math.min(1, await fuzz(root, setting, options));
      const path = resolve(process.env.HOLDFAST_CALLED_FROM ?? process.cwd(), file);
      return await tryFile(setting, names[0] ?? '', path);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  } catch (error) {
    if (!(error instanceof BadOptions)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
