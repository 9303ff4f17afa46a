import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files below a folder that hold one of the words, in UTF-8 (also Latin-1) or UTF-16, or bear one in their name. */
export function filesWith(folder: string, words: readonly string[]): readonly string[] {
  const needles = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    if (words.some((word) => name.includes(word))) return true;
    const path = join(folder, name);
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
    const bytes = readFileSync(path);
    return needles.some((needle) => bytes.includes(needle));
  });
}
