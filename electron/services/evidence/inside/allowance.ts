import { HoldfastError } from '../../../../shared/errors';
import { mostBytes, mostFiles } from '../../../readers/kit/limits';

/** What may still come out of one file that was handed in, with all that is inside of what is inside. */
export interface Allowance {
  /** Throws `archive-too-large` when it was one file too many. */
  takeFile(): void;
  /** The same content, which breaks with `archive-too-large` where it is a byte too long. */
  counted(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  isSpent(): boolean;
}

export function createAllowance(bytes: number): Allowance {
  let files = mostFiles;
  let left = mostBytes(bytes);
  async function* counted(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of content) {
      left -= piece.length;
      if (left < 0) throw new HoldfastError('archive-too-large');
      yield piece;
    }
  }
  return {
    takeFile: () => {
      files -= 1;
      if (files < 0) throw new HoldfastError('archive-too-large');
    },
    counted,
    isSpent: () => left < 0,
  };
}
