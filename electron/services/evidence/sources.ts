import { constants } from 'node:fs';
import type { Stats } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { ErrorCode } from '../../../shared/errors';
import { HoldfastError } from '../../../shared/errors';

/** A path as bytes where its name is not text, as names from old Linux and Windows archives are. */
export type SourcePath = string | Buffer;

/** One thing handed in: a file to read, or why it cannot be one. */
export interface Source {
  readonly path: SourcePath;
  /** Name it is reported under: with its folders when a folder was handed in. At most 1,024 characters. */
  readonly name: string;
  readonly problem: ErrorCode | null;
}

/** What of the file system an import uses, so that tests can take files away while it runs. */
export interface SourceReader {
  lstat(path: SourcePath): Promise<Stats>;
  readdir(path: SourcePath): Promise<readonly Buffer[]>;
  open(path: SourcePath): Promise<FileHandle>;
}

/** Not every system has these; a link or a pipe put in a file's place after it was listed must not be followed. */
const flags = [constants.O_RDONLY, constants.O_NOFOLLOW, constants.O_NONBLOCK]
  .filter((flag: number | undefined) => flag !== undefined)
  .reduce((all, flag) => all | flag, 0);

export const realSources: SourceReader = {
  lstat,
  readdir: (path) => readdir(path, { encoding: 'buffer' }),
  open: (path) => open(path, flags),
};

const longestName = 1024;
/** Folders in folders beyond this are a loop or an attack. */
const deepest = 100;

/** Lists all files of the paths, folders walked in the order of their names. Links are reported, never followed. */
export async function listSources(
  paths: readonly string[],
  reader: SourceReader = realSources,
): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const path of paths) await list(path, basename(path) || path, 0);
  return sources;

  async function list(path: SourcePath, name: string, depth: number): Promise<void> {
    const add = (problem: ErrorCode | null): void => {
      sources.push({
        path,
        name: name.length <= longestName ? name : `…${name.slice(1 - longestName)}`,
        problem,
      });
    };
    let found: Stats;
    try {
      found = await reader.lstat(path);
    } catch (error) {
      add(readingProblem(error).code);
      return;
    }
    if (!found.isDirectory()) {
      add(found.isFile() ? null : 'not-a-file');
      return;
    }
    let names: readonly Buffer[];
    try {
      names = [...(await reader.readdir(path))].sort((a, b) => a.compare(b));
    } catch (error) {
      const { code } = readingProblem(error);
      add(code === 'file-vanished' ? 'folder-vanished' : code);
      return;
    }
    if (depth === deepest) {
      add('read-failed');
      return;
    }
    for (const each of names) {
      await list(inside(path, each), `${name}/${each.toString('utf8')}`, depth + 1);
    }
  }
}

function inside(folder: SourcePath, name: Buffer): SourcePath {
  const text = name.toString('utf8');
  if (typeof folder === 'string' && Buffer.from(text, 'utf8').equals(name)) return join(folder, text);
  return Buffer.concat([Buffer.from(folder), Buffer.from(sep), name]);
}

const goneCodes = new Set(['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'ESTALE']);

/** What went wrong with a file handed in; kept apart from the same system errors of the vault's own folder. */
export function readingProblem(error: unknown): HoldfastError {
  if (error instanceof HoldfastError) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (goneCodes.has(code)) return new HoldfastError('file-vanished', { cause: error });
  if (code === 'ELOOP' || code === 'EISDIR') return new HoldfastError('not-a-file', { cause: error });
  return new HoldfastError('read-failed', { cause: error });
}
