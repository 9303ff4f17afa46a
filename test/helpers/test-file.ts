import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that lies below `test`: fixtures, seeds. */
export const testFile = (...path: readonly string[]): Promise<Buffer> =>
  readFile(join(import.meta.dirname, '..', ...path));
