import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Counts what a folder holds, links included, by a walk of its own: the import's own count is what it is held against. */
export function countFiles(folder: string): number {
  let count = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    count += entry.isDirectory() ? countFiles(join(folder, entry.name)) : 1;
  }
  return count;
}
