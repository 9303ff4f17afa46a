import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Inputs that once showed a fault, small, a folder for each target: `npm test` reads them all again. */
export const keptFolder = (root: string, target: string): string =>
  join(root, 'test', 'fuzz', 'kept', target);

export interface Kept {
  readonly name: string;
  readonly input: Buffer;
}

export async function readKept(root: string, target: string): Promise<readonly Kept[]> {
  const folder = keptFolder(root, target);
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => ({ name, input: await readFile(join(folder, name)) })));
}

/** Keeps an input under a name that says what was wrong with it. Gives its path. */
export async function keep(folder: string, kind: string, input: Buffer): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${kind}-${createHash('sha256').update(input).digest('hex').slice(0, 12)}`);
  await writeFile(path, input);
  return path;
}
