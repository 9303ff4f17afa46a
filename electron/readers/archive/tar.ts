import { Readable } from '../kit/node';
import { extract } from 'tar-stream';
import type { Header } from 'tar-stream';
import { HoldfastError } from '../../../shared/errors';
import { mostFiles } from '../kit/limits';
import { createPlaces } from '../kit/names';
import type { ReaderOutput } from '../kit/reader';
import { Buffer } from '../kit/node';

/** A tar has a checksum for each header: the sum of its bytes, its own field taken as spaces (POSIX ustar). */
export function isTar(head: Uint8Array): boolean {
  if (head.length < 512) return false;
  const written = Number.parseInt(Buffer.from(head.subarray(148, 156)).toString('latin1').trim(), 8);
  const sum = head.subarray(0, 512).reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0);
  return written === sum;
}

const files: ReadonlySet<Header['type']> = new Set(['file', 'contiguous-file'] as const);

/** Takes out every file of a tar. Links and devices are skipped with the reason. Times in a tar are UTC. */
export async function readTar(bytes: AsyncIterable<Uint8Array>, out: ReaderOutput): Promise<number> {
  const placeOf = createPlaces();
  const source = Readable.from(bytes, { objectMode: false });
  const entries = extract();
  // What went wrong below shows above, where the entries are waited for.
  source.on('error', (error) => {
    entries.destroy(error);
  });
  source.pipe(entries);
  let count = 0;
  try {
    for await (const entry of entries) {
      const { name, type, mtime } = entry.header;
      if (type === 'directory') {
        entry.resume();
        continue;
      }
      count += 1;
      if (count > mostFiles) throw new HoldfastError('archive-too-large');
      const child = placeOf(name, modifiedOf(mtime));
      if (files.has(type)) await out.child(child, entry as AsyncIterable<Uint8Array>);
      else await out.skipped(child, 'archive-unsafe');
      entry.resume();
    }
  } finally {
    source.destroy();
  }
  return count;
}

function modifiedOf(date: Date | undefined): string | null {
  const time = date?.getTime() ?? 0;
  if (date === undefined || !(time > 86_400_000 && time < Date.UTC(2200, 0))) return null;
  return `${date.toISOString().slice(0, 19)}Z`;
}
