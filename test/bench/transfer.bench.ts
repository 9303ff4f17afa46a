import { execFileSync, fork } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { inTurns, timed } from './rounds';
import type { Benchmark } from './run';
import { needTools } from './tools';
import { makeSourceFiles } from './vault-files';
import type { SourceFile } from './vault-files';

/** Files of 50 KB to 8 MB come to some 1.5 MB each. */
const filesPerGiB = 680;
const answerSchema = z.object({ milliseconds: z.number(), megabytes: z.number() });

/**
 * A GiB of files as a case, packed for another office and opened there, beside `tar` and `age` on the same files. Both sides end with
 * their bytes on the disk, not in memory. HOLDFAST_BENCH_MB makes it smaller.
 */
export const transferBench: Benchmark = async ({ folder, rounds, say }) => {
  needTools([['age', 'age']]);
  const megabytes = Number(process.env.HOLDFAST_BENCH_MB ?? 1024);
  const count = Math.max(2, Math.round((filesPerGiB * megabytes) / 1024));
  const source = join(folder, 'files');
  const files = await makeSourceFiles(source, count, 17);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  say(
    `Packing and opening ${count} files, ${Math.round(total / 2 ** 20)} MiB, with Holdfast and with tar and age.`,
  );
  const office = await startHalf(folder, files);
  try {
    const at = (name: string): string => join(folder, name);
    run('age-keygen', ['-o', at('key')]);
    const recipient = run('age-keygen', ['-y', at('key')]).trim();
    const memory = { pack: [] as number[], open: [] as number[] };
    const ours = (what: 'pack' | 'open') => async () => {
      const { milliseconds, megabytes: most } = await office.ask(what);
      memory[what].push(most);
      return milliseconds / 1000;
    };
    const packing = await inTurns(rounds, ours('pack'), async () => {
      rmSync(at('theirs.age'), { force: true });
      const pipe = 'tar -C "$1" -cf - . | age -r "$2" -o "$3"';
      return seconds(async () => {
        run('sh', ['-c', pipe, 'sh', source, recipient, at('theirs.age')]);
        await makeDurable([at('theirs.age')]);
      });
    });
    const opening = await inTurns(rounds, ours('open'), async () => {
      rmSync(at('theirs'), { recursive: true, force: true });
      const pipe = 'mkdir "$3" && age -d -i "$1" "$2" | tar -C "$3" -xf -';
      return seconds(async () => {
        run('sh', ['-c', pipe, 'sh', at('key'), at('theirs.age'), at('theirs')]);
        await makeDurable(readdirSync(at('theirs')).map((name) => join(at('theirs'), name)));
      });
    });
    const tool = 'tar and age';
    const kept = (values: readonly number[]): readonly number[] => values.slice(-rounds);
    return [
      {
        ...{ name: 'pack', unit: 's', ours: packing.ours, theirs: { tool, values: packing.theirs } },
        compared: `From a vault of ${count} files to a package on the disk, with fsync, read back and compared; theirs is written once and made durable.`,
      },
      {
        ...{ name: 'open', unit: 's', ours: opening.ours, theirs: { tool, values: opening.theirs } },
        compared:
          'From a package to files sealed in a vault, each with fsync and its fingerprint checked; theirs to plain files, each made durable.',
      },
      {
        ...{ name: 'pack memory', unit: 'MB', ours: kept(memory.pack), theirs: null },
        compared: 'The most memory that the process held while it packed.',
      },
      {
        ...{ name: 'open memory', unit: 'MB', ours: kept(memory.open), theirs: null },
        compared: 'The most memory that the process held while it opened.',
      },
    ];
  } finally {
    await office.end();
  }
};

const run = (tool: string, args: readonly string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

const seconds = async (work: () => Promise<void>): Promise<number> => (await timed(work)) / 1000;

async function makeDurable(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const handle = await open(path, 'r+');
    await handle.sync();
    await handle.close();
  }
}

/** Two vaults in a process of their own, whose memory is nobody else's. */
async function startHalf(
  folder: string,
  files: readonly SourceFile[],
): Promise<{
  readonly ask: (what: string) => Promise<z.infer<typeof answerSchema>>;
  readonly end: () => Promise<void>;
}> {
  const half = fork(join(folder, '..', 'bench-transfer.cjs'), [], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answer = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const ended = (code: number | null): void => {
        reject(new Error(`the vaults of the benchmark ended with ${String(code)}`));
      };
      half.once('exit', ended);
      half.once('message', (message) => {
        half.off('exit', ended);
        resolve(message);
      });
    });
  half.send({ what: 'make', folder, files: files.map(({ path }) => path) });
  await answer();
  return {
    ask: async (what) => {
      half.send({ what });
      return answerSchema.parse(await answer());
    },
    end: () =>
      new Promise((resolve) => {
        half.once('exit', () => {
          resolve();
        });
        half.disconnect();
      }),
  };
}
