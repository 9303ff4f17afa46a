import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { machine } from './machine';
import { BadOptions, readOptions } from './options';
import type { Measured } from './result';
import { resultOf, tableOf } from './result';
import { bundleBench } from './bundle.bench';
import { chronologyBench } from './chronology.bench';
import { galleryBench } from './gallery.bench';
import { growthBench } from './growth.bench';
import { importBench } from './import.bench';
import { joiningBench } from './joining.bench';
import { ocrBench } from './ocr.bench';
import { transferBench } from './transfer.bench';
import { vaultBench } from './vault.bench';

/** A benchmark works in an empty folder of its own and may say what it is doing. */
export type Benchmark = (options: {
  readonly folder: string;
  readonly rounds: number;
  readonly large: boolean;
  readonly say: (line: string) => void;
  /** Gives a text to be written beside the JSON; without one nothing is. */
  readonly beside: (name: string, text: string) => void;
}) => Promise<readonly Measured[]>;

/** What `npm run bench -- NAME` can be given. */
const benchmarks: Readonly<Record<string, Benchmark>> = {
  bundle: bundleBench,
  chronology: chronologyBench,
  gallery: galleryBench,
  growth: growthBench,
  import: importBench,
  joining: joiningBench,
  ocr: ocrBench,
  transfer: transferBench,
  vault: vaultBench,
};

/** Progress goes here, so that standard output holds the tables alone. */
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Runs the named benchmarks. `root` is the checkout: its disk is measured, because a temporary folder may be memory. */
export async function runBenchmarks(args: readonly string[], root: string): Promise<number> {
  try {
    const { names, json, rounds, large } = readOptions(args, Object.keys(benchmarks));
    const measured: Measured[] = [];
    const besides = new Map<string, string>();
    const beside = (name: string, text: string): void => {
      besides.set(name, text);
    };
    for (const [name, run] of Object.entries(benchmarks)) {
      if (!names.includes(name)) continue;
      await mkdir(join(root, 'out'), { recursive: true });
      const folder = await mkdtemp(join(root, 'out', 'bench-'));
      try {
        measured.push(...(await run({ folder, rounds, large, say, beside })));
      } finally {
        // What Electron still writes as it ends would stand in the way.
        await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
      }
    }
    const on = machine();
    process.stdout.write(`${tableOf(measured, on)}\n`);
    if (json !== null) {
      const path = resolve(process.env.HOLDFAST_CALLED_FROM ?? process.cwd(), json);
      await mkdir(dirname(path), { recursive: true });
      const results = measured.map((each) => resultOf(each, on));
      await writeFile(path, `${JSON.stringify(results, null, 2)}\n`);
      for (const [name, text] of besides) await writeFile(join(dirname(path), name), text);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof BadOptions)) throw error;
    say(error.message);
    return 1;
  }
}
