import { execFileSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createVault } from '../../electron/vault/open-vault';
import { testDeps, testPassphrase } from '../helpers/test-vault';
import type { Measured } from './result';
import { inTurns, timed } from './rounds';
import { makeSourceFiles } from './vault-files';
import type { SourceFile } from './vault-files';
import { insertFile } from '../../electron/services/items/file-rows';

const fileCount = 300;

/** What somebody careful would do by hand: hash, encrypt to a key, and see each copy onto the disk. */
const ageLoop = `
set -eu
for file in "$FROM"/*; do
  name=\${file##*/}
  sha256sum "$file" >> "$TO/sums"
  age -r "$RECIPIENT" -o "$TO/$name" "$file"
  sync "$TO/$name"
done
sync "$TO/sums" "$TO"`;

/** The least that a durable copy costs: what lies between this and ours is the price of hashing, encrypting and recording. */
const copyLoop = `
set -eu
for file in "$FROM"/*; do
  cp "$file" "$TO/"
  sync "$TO/\${file##*/}"
done
sync "$TO"`;

/** Nothing that either side left unwritten may be paid for by the other. */
const settle = (): void => {
  execFileSync('sync');
};

/**
 * How fast files get into a vault, each on disk before the next: against what a shell would do with sha256sum and age,
 * and against a mere copy, which tells how much of the time the disk takes.
 */
export async function importBench(
  folder: string,
  rounds: number,
  say: (line: string) => void,
): Promise<readonly Measured[]> {
  say(`Writing ${fileCount} files.`);
  const from = join(folder, 'source');
  const files = await makeSourceFiles(from, fileCount, 20_260_301);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const identity = join(folder, 'identity');
  execFileSync('age-keygen', ['-o', identity], { stdio: 'ignore' });
  const recipient = execFileSync('age-keygen', ['-y', identity], { encoding: 'utf8' }).trim();
  const env = { FROM: from, TO: join(folder, 'copies'), RECIPIENT: recipient };
  const against = (loop: string) =>
    inTurns(
      rounds,
      async () => total / 1000 / (await storeAll(join(folder, 'vault'), files)),
      async () => total / 1000 / (await runLoop(loop, env, files)),
    );

  say('Taking them in, and hashing and encrypting them in a shell.');
  const age = await against(ageLoop);
  say('Taking them in, and merely copying them.');
  const copy = await against(copyLoop);
  const mean = Math.round(total / fileCount / 1000);
  return [
    {
      name: 'import-write',
      unit: 'MB/s',
      ours: age.ours,
      theirs: { tool: 'sh loop of sha256sum, age -r, sync FILE', values: age.theirs },
      compared:
        `${fileCount} files of 50 KB to 8 MB (${Math.round(total / 1e6)} MB, mean ${mean} KB), one after the other, read from a ` +
        'warm cache and each durable before the next. Ours: hashed and encrypted in one pass, fsync of file and folder, ' +
        'then its row and its audit entry in a commit of their own; no decoding, no preview. ' +
        'The loop starts three programs a file, which is part of it, and does not sync the folder until the end.',
    },
    {
      name: 'import-over-copy',
      unit: 'MB/s',
      ours: copy.ours,
      theirs: { tool: 'sh loop of cp, sync FILE', values: copy.theirs },
      compared:
        'The same files, against copies that are neither hashed nor encrypted: about as fast as this disk allows.',
    },
  ];
}

/** Takes all files into a new vault, proves that it did, and gives the milliseconds it took. */
async function storeAll(folder: string, files: readonly SourceFile[]): Promise<number> {
  const vault = await createVault(
    { folder, passphrase: testPassphrase, name: 'A', officeName: 'B' },
    testDeps(),
  );
  const { context } = vault;
  settle();
  const hashes: string[] = [];
  const time = await timed(async () => {
    for (const { path } of files) {
      // The size of the pieces that an import reads.
      const file = await context.files.write(createReadStream(path, { highWaterMark: 256 * 1024 }));
      context.act({ action: 'bench.store', subject: file.id }, () => insertFile(context, file));
      hashes.push(file.sha256);
    }
  });
  vault.close();
  if (hashes.join() !== files.map(({ sha256 }) => sha256).join())
    throw new Error('The vault hashed other bytes.');
  await rm(folder, { recursive: true });
  return time;
}

/** Runs a loop over all files, proves that it did the work, and gives the milliseconds it took. */
async function runLoop(
  loop: string,
  env: { readonly FROM: string; readonly TO: string; readonly RECIPIENT: string },
  files: readonly SourceFile[],
): Promise<number> {
  await mkdir(env.TO);
  settle();
  const time = await timed(() =>
    execFileSync('sh', ['-c', loop], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  if (loop === ageLoop) {
    const sums = (await readFile(join(env.TO, 'sums'), 'utf8')).trim().split('\n');
    if (sums.map((line) => line.slice(0, 64)).join() !== files.map(({ sha256 }) => sha256).join()) {
      throw new Error('The loop hashed other bytes.');
    }
  }
  for (const { name, bytes } of files) {
    if ((await stat(join(env.TO, name))).size < bytes) throw new Error('The loop wrote too little.');
  }
  await rm(env.TO, { recursive: true });
  return time;
}
