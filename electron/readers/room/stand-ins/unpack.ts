import { Gunzip, Unzlib } from 'fflate';
import { Transform } from 'readable-stream';

/** Unpacked bytes are given on in pieces of this size at most. */
const pieceSize = 64 * 1024;

/**
 * Unpacks a gzip, of several members where it has them. Handed to `pipe` and read in pieces; fails where the file breaks off or is
 * damaged.
 */
export function createGunzip(): Transform {
  let out: ((piece: Uint8Array) => void) | null = null;
  const unpacker = new Gunzip((piece) => out?.(piece));
  let hasEnded = false;
  const push = (bytes: Uint8Array, isLast: boolean): void => {
    hasEnded ||= isLast;
    unpacker.push(bytes, isLast);
  };
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      out = (piece) => {
        for (let at = 0; at < piece.length; at += pieceSize) this.push(piece.slice(at, at + pieceSize));
      };
      attempt(() => {
        push(chunk, false);
      }, done);
    },
    flush(done) {
      attempt(() => {
        if (!hasEnded) push(new Uint8Array(0), true);
      }, done);
    },
  });
}

function attempt(work: () => void, done: (error?: Error | null) => void): void {
  try {
    work();
  } catch (error) {
    done(error instanceof Error ? error : new Error('not unpacked'));
    return;
  }
  done();
}

/** Unpacks zlib data of a known kind at once. Throws RangeError for more than `maxOutputLength`, or what the library throws. */
export function inflateSync(
  packed: Uint8Array,
  { maxOutputLength }: { readonly maxOutputLength: number },
): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const unpacker = new Unzlib((piece) => {
    length += piece.length;
    if (length > maxOutputLength) throw new RangeError('too much comes out');
    pieces.push(piece.slice());
  });
  // A little at a time, so that a bomb is stopped before it has grown.
  const step = 1024;
  for (let at = 0; at < packed.length; at += step) {
    unpacker.push(packed.subarray(at, at + step), at + step >= packed.length);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
