import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file under a folder, as full paths, in a fixed order. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .sort();
}

/** Read in pieces: some files of the tests are larger than memory. */
export function sha256Of(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(4 * 1024 * 1024);
  const file = openSync(path, 'r');
  try {
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) {
      hash.update(piece.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/** The words that stand in plain bytes, as UTF-8 or UTF-16, in any file or file name under a folder. */
export function wordsFoundIn(folder: string, words: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const path of filesUnder(folder)) {
    const bytes = readFileSync(path);
    for (const word of words) {
      if (
        path.slice(folder.length).includes(word) ||
        bytes.includes(word, 0, 'utf8') ||
        bytes.includes(word, 0, 'utf16le')
      )
        found.add(word);
    }
  }
  return [...found];
}
