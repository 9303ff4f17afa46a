import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { noticesPath } from './paths';
import { runtimeParts } from './runtime-licences';
import type { RuntimePart } from './runtime-licences';

/** Where Chromium's list lies: beside the program, in a bundle of macOS among its resources. */
function runtimeFiles(): readonly string[] {
  return [dirname(process.execPath), process.resourcesPath].map((folder) =>
    join(folder, 'LICENSES.chromium.html'),
  );
}

async function firstOf(paths: readonly string[]): Promise<string> {
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text !== null) return text;
  }
  // A runtime that somebody has put together otherwise; the notices say where the list should be.
  return '';
}

/** What Holdfast and its runtime are made of, read when somebody asks for it. */
export function createLicences(): {
  readonly readNotices: () => Promise<string>;
  readonly ofRuntime: () => Promise<readonly RuntimePart[]>;
} {
  let parts: Promise<readonly RuntimePart[]> | null = null;
  return {
    readNotices: () => readFile(noticesPath, 'utf8'),
    ofRuntime: () => (parts ??= firstOf(runtimeFiles()).then(runtimeParts)),
  };
}
