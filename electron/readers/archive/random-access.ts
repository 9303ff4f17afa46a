import { Readable } from '../kit/node';
import { RandomAccessReader } from 'yauzl';
import { longestPiece } from '../kit/limits';
import type { ReaderFile } from '../kit/reader';
import type { Buffer } from '../kit/node';

/** A file as the zip library wants one. */
export class RandomAccess extends RandomAccessReader {
  readonly #file: ReaderFile;

  constructor(file: ReaderFile) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const file = this.#file;
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let at = start; at < end; at += longestPiece)
        yield file.read(at, Math.min(longestPiece, end - at));
    }
    return Readable.from(pieces(), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#file.read(position, length).then(
      (bytes) => {
        buffer.set(bytes, offset);
        callback(bytes.length < length ? new Error('the end came too early') : null);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error('not read'));
      },
    );
  }
}
