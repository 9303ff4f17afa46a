import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seeded } from '../helpers/seeded';

export interface SourceFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** As clients hand them in: many screenshots and few long files. Lengths are spread evenly over their magnitudes. */
const lengths = { least: 50 * 1024, most: 8 * 1024 * 1024 };

/** Writes seeded files that do not compress, as pictures do not. */
export async function makeSourceFiles(
  folder: string,
  count: number,
  seed: number,
): Promise<readonly SourceFile[]> {
  await mkdir(folder);
  const random = seeded(seed);
  const files: SourceFile[] = [];
  for (let index = 0; index < count; index += 1) {
    const length = Math.round(lengths.least * (lengths.most / lengths.least) ** random.next());
    const content = random.bytes(length);
    const name = String(index).padStart(4, '0');
    const path = join(folder, name);
    await writeFile(path, content);
    files.push({ name, path, bytes: length, sha256: createHash('sha256').update(content).digest('hex') });
  }
  return files;
}
