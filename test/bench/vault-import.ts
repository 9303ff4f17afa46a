import { execFileSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { insertFile } from '../../electron/services/evidence/store-item';
import { createVault } from '../../electron/vault/open-vault';
import { testDeps, testPassphrase } from '../helpers/test-vault';
import type { Measured } from './result';
import { inTurns, timed } from './rounds';
import { makeSourceFiles } from './vault-files';
import type { SourceFile } from './vault-files';

const fileCount = 300;

/** What somebody careful would do by hand: hash, encrypt to a key, and see each copy onto the disk. */
const loop = `
set -eu
for file in "$FROM"/*; do
  name=\${file##*/}
  sha256sum "$file" >> "$TO/sums"
  age -r "$RECIPIENT" -o "$TO/$name.age" "$file"
  sync "$TO/$name.age"
done
sync "$TO/sums" "$TO"`;

/** Nothing that either side left unwritten may be paid for by the other. */
const settle = (): void => {
  execFileSync('sync');
};

/** How fast files get into a vault, each on disk before the next, against sha256sum and age in a shell. */
export async function importBench(
  folder: string,
  rounds: number,
  say: (line: string) => void,
): Promise<Measured> {
  say(`Writing ${fileCount} files.`);
  const from = join(folder, 'source');
  const files = await makeSourceFiles(from, fileCount, 20_260_301);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const rate = (milliseconds: number): number => total / 1e6 / (milliseconds / 1000);
  const identity = join(folder, 'identity');
  execFileSync('age-keygen', ['-o', identity], { stdio: 'ignore' });
  const recipient = execFileSync('age-keygen', ['-y', identity], { encoding: 'utf8' }).trim();

  const values = await inTurns(
    rounds,
    async (index) => {
      const value = rate(await ours(join(folder, 'vault'), files));
      say(`Import, round ${index + 1}: ours ${Math.round(value)} MB/s`);
      return value;
    },
    async (index) => {
      const value = rate(await theirs(join(folder, 'copies'), from, recipient, files));
      say(`Import, round ${index + 1}: theirs ${Math.round(value)} MB/s`);
      return value;
    },
  );
  const mean = Math.round(total / fileCount / 1000);
  return {
    name: 'import-write',
    unit: 'MB/s',
    ours: values.ours,
    theirs: { tool: 'sh loop of sha256sum, age -r, sync FILE', values: values.theirs },
    compared:
      `${fileCount} files of 50 KB to 8 MB (${Math.round(total / 1e6)} MB, mean ${mean} KB), one after the other, read from a ` +
      'warm cache and each durable before the next. Ours: hashed and encrypted in one pass, fsync of file and folder, ' +
      'then its row and its audit entry in a commit of their own; no decoding, no preview. ' +
      'The loop starts three programs a file, which is part of it, and does not sync the folder until the end.',
  };
}

async function ours(folder: string, files: readonly SourceFile[]): Promise<number> {
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

async function theirs(
  folder: string,
  from: string,
  recipient: string,
  files: readonly SourceFile[],
): Promise<number> {
  await mkdir(folder);
  settle();
  const env = { ...process.env, FROM: from, TO: folder, RECIPIENT: recipient };
  const time = await timed(() =>
    execFileSync('sh', ['-c', loop], { env, stdio: ['ignore', 'ignore', 'inherit'] }),
  );
  const sums = (await readFile(join(folder, 'sums'), 'utf8')).trim().split('\n');
  if (sums.map((line) => line.slice(0, 64)).join() !== files.map(({ sha256 }) => sha256).join()) {
    throw new Error('The loop hashed other bytes.');
  }
  for (const { name, bytes } of files) {
    if ((await stat(join(folder, `${name}.age`))).size <= bytes)
      throw new Error('The loop wrote too little.');
  }
  await rm(folder, { recursive: true });
  return time;
}
