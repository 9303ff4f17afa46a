import { HoldfastError } from '../../../shared/errors';
import { identify } from '../../formats/identify';
import { Buffer } from '../kit/node';
import type { Reader } from '../kit/reader';

/** Says what a file is: its notes are an `Identity`. The rest of it is only asked for where the beginning does not tell enough. */
export const identifyFile: Reader = async (file, _out, options) => {
  const head = headIn(options);
  if (head === null) throw new HoldfastError('unreadable-file');
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  return identify(bytes, {
    bytes: file.bytes,
    read: async (start, end) => {
      const read = await file.read(start, Math.max(0, end - start));
      return Buffer.from(read.buffer, read.byteOffset, read.byteLength);
    },
  });
};

/** The beginning of the file, which whoever asks has in hand. */
function headIn(options: unknown): Uint8Array | null {
  if (typeof options !== 'object' || options === null || !('head' in options)) return null;
  return options.head instanceof Uint8Array ? options.head : null;
}
