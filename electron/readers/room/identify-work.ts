import { HoldfastError } from '../../../shared/errors';
import { bufferOf } from '../../formats/buffer-of';
import { identify } from '../../formats/identify';
import type { Reader } from '../kit/reader';

/** Says what a file is: its notes are an `Identity`. The rest of it is only asked for where the beginning does not tell enough. */
export const identifyFile: Reader = async (file, _out, options) => {
  const head = headIn(options);
  if (head === null) throw new HoldfastError('unreadable-file');
  return identify(bufferOf(head), {
    bytes: file.bytes,
    read: async (start, end) => bufferOf(await file.read(start, Math.max(0, end - start))),
  });
};

/** The beginning of the file, which whoever asks has in hand. */
function headIn(options: unknown): Uint8Array | null {
  if (typeof options !== 'object' || options === null || !('head' in options)) return null;
  return options.head instanceof Uint8Array ? options.head : null;
}
