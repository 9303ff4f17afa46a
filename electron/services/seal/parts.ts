import { readdir, stat, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HoldfastError } from '../../../shared/errors';

/** What FAT32 holds in one file is 4 GiB less one byte; a little less stays whole blocks. */
export const fatPartBytes = 4 * 1024 ** 3 - 64 * 1024;
/** As Linux tells FAT (statfs(2), MSDOS_SUPER_MAGIC); exFAT has no such limit. */
const fatType = 0x4d44;
export const mostParts = 999;
const partName = /^(.+)\.(\d{3})$/;

/** How large the parts of a file written there may be: unlimited but on FAT, or where somebody asked for parts. */
export async function partBytesFor(folder: string, asked: boolean): Promise<number> {
  if (asked) return fatPartBytes;
  const found = await statfs(folder).catch(() => null);
  return found?.type === fatType ? fatPartBytes : Number.MAX_SAFE_INTEGER;
}

/** The names a file of this length gets: its own, or that with .001, .002 and so on behind it. */
export function partPaths(path: string, bytes: number, partBytes: number): readonly string[] {
  const count = Math.ceil(bytes / partBytes);
  if (count > mostParts) throw new HoldfastError('file-too-large');
  if (count <= 1) return [path];
  return Array.from({ length: count }, (_each, at) => `${path}.${number(at + 1)}`);
}

/** The unfinished files of several parts, from the name of the first: exact names, that are known for what they are. */
export function draftPaths(first: string, count: number): readonly string[] {
  const start = Number.parseInt(/[0-9a-f]{12}/.exec(basename(first))?.[0] ?? '0', 16);
  return Array.from({ length: count }, (_each, at) => {
    const hex = ((start + at) % 16 ** 12).toString(16).padStart(12, '0');
    return join(dirname(first), `holdfast-${hex}.part`);
  });
}

/** A file that lies in one piece or in parts, in their order. */
export interface PartsFound {
  readonly paths: readonly string[];
  readonly bytes: number;
}

/** Finds the other parts of a file when one of them was chosen. Throws `package-parts` where a number is missing. */
export async function findParts(path: string): Promise<PartsFound> {
  const [, stem, chosen] = partName.exec(basename(path)) ?? [];
  if (stem === undefined || chosen === undefined) return { paths: [path], bytes: (await stat(path)).size };
  const names = (await readdir(dirname(path))).filter((name) => partName.exec(name)?.[1] === stem).sort();
  // One part alone was never written.
  if (names.length < 2 || names.some((name, at) => name !== `${stem}.${number(at + 1)}`))
    throw new HoldfastError('package-parts');
  const paths = names.map((name) => join(dirname(path), name));
  const sizes = await Promise.all(paths.map(async (each) => (await stat(each)).size));
  // All but the last are equally long, and that is no longer.
  const [first = 0] = sizes;
  if (sizes.some((size, at) => (at < sizes.length - 1 ? size !== first : size > first)))
    throw new HoldfastError('package-parts');
  return { paths, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

function number(at: number): string {
  return String(at).padStart(3, '0');
}
