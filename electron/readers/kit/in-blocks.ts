import type { ReaderFile } from './reader';
import { Buffer } from './node';

/** Read ahead at a time: formats ask for a few bytes here and a few there, and each question has its price. */
const blockSize = 256 * 1024;
/** Blocks kept: enough for a table of contents and a place in the middle. */
const kept = 8;

/** A file that is fetched in whole blocks, the newest of which are kept. */
export function inBlocks(
  about: Pick<ReaderFile, 'name' | 'mime' | 'kind' | 'bytes'>,
  fetch: (start: number, length: number) => Promise<Uint8Array>,
): ReaderFile {
  const blocks = new Map<number, Promise<Uint8Array>>();

  function block(index: number): Promise<Uint8Array> {
    const found = blocks.get(index) ?? fetch(index * blockSize, blockSize);
    blocks.delete(index);
    blocks.set(index, found);
    for (const oldest of blocks.keys()) {
      if (blocks.size <= kept) break;
      blocks.delete(oldest);
    }
    return found;
  }

  async function read(start: number, length: number): Promise<Uint8Array> {
    const end = Math.min(start + length, about.bytes);
    if (start >= end) return new Uint8Array(0);
    const out = Buffer.allocUnsafe(end - start);
    for (let at = start; at < end;) {
      const index = Math.floor(at / blockSize);
      const part = (await block(index)).subarray(at - index * blockSize, end - index * blockSize);
      // A file shorter than it was said to be: give what there is rather than ask for ever.
      if (part.length === 0) return out.subarray(0, at - start);
      out.set(part, at - start);
      at += part.length;
    }
    return out;
  }

  async function* stream(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < about.bytes; at += blockSize) yield read(at, blockSize);
  }

  return { ...about, read, stream };
}
