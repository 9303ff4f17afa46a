import { lstat, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ErrorCode } from '../../../shared/errors';

/** One thing handed in: a file to read, or why it cannot be one. */
export interface Source {
  readonly path: string;
  /** Name it is reported under: with its folders when a folder was handed in. */
  readonly name: string;
  readonly problem: ErrorCode | null;
}

/** Lists all files of the paths, folders walked in the order of their names. Links are reported, never followed. */
export async function listSources(paths: readonly string[]): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const path of paths) await list(path, basename(path), sources);
  return sources;
}

async function list(path: string, name: string, into: Source[]): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (found === null) {
    into.push({ path, name, problem: 'file-vanished' });
  } else if (found.isDirectory()) {
    const names = await readdir(path).catch(() => null);
    if (names === null) {
      into.push({ path, name, problem: 'folder-vanished' });
      return;
    }
    for (const each of names.sort()) await list(join(path, each), `${name}/${each}`, into);
  } else {
    into.push({ path, name, problem: found.isFile() ? null : 'not-a-file' });
  }
}
