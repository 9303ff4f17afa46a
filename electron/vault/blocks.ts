import { open } from 'node:fs/promises';
import { giveBack } from './give-back';

const blockSize = 1024 * 1024;

/**
 * A file from its first byte to its last, in blocks of a megabyte; while one is worked on the next is read. A block stands until the
 * next is asked for: they lie in the same two pieces of memory. `size` is how long the file is thought to be, and decides nothing
 * but how much memory is taken.
 */
export async function* blocksOf(path: string, size = blockSize + 1): AsyncGenerator<Uint8Array, void> {
  const handle = await open(path, 'r');
  const made: Buffer[] = [];
  const block = (): Buffer => {
    const fresh = Buffer.allocUnsafeSlow(Math.max(1, Math.min(blockSize, size)));
    made.push(fresh);
    return fresh;
  };
  const read = async (into: Buffer): Promise<Buffer> =>
    into.subarray(0, (await handle.read(into, 0, into.length, null)).bytesRead);
  let [now, then] = [block(), size > blockSize ? block() : null];
  let reading = read(now);
  try {
    for (;;) {
      const found = await reading;
      if (found.length === 0) return;
      // One piece of memory is enough for a file that fits in: behind it only the end is read.
      if (then !== null) [now, then] = [then, now];
      else yield found;
      reading = read(now);
      // Whoever asks for more learns of what goes wrong meanwhile; nobody may ask.
      reading.catch(() => undefined);
      if (then !== null) yield found;
    }
  } finally {
    await reading.catch(() => undefined);
    await handle.close();
    for (const each of made) giveBack(each);
  }
}
