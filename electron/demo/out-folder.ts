import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { outputs } from './options';

/**
 * Makes the output folder ready. What an earlier demo left is removed; a folder that holds anything else is refused,
 * because it may be somebody's work. Returns a sentence saying why it was refused, or null.
 */
export function prepareOutFolder(out: string): string | null {
  mkdirSync(out, { recursive: true });
  const ours = Object.values(outputs(out));
  const names = new Set(ours.map((path) => basename(path)));
  const strange = readdirSync(out).filter((name) => !names.has(name));
  if (strange.length > 0) {
    return `The folder holds ${strange.length} other ${strange.length === 1 ? 'thing' : 'things'}. Choose an empty one with --out DIR.`;
  }
  for (const path of ours) if (existsSync(path)) rmSync(path, { recursive: true });
  return null;
}
