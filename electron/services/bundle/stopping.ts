import { HoldfastError, reportError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';

/** What says nothing about an exhibit: the disk, the vault, or a person's wish. Only these end a bundle. */
const stopping: readonly ErrorCode[] = [
  'cancelled',
  'disk-full',
  'not-writable',
  'vault-locked',
  'vault-in-use',
  'vault-damaged',
];

/** Throws on what ends the whole bundle; gives the code of anything else, with which the exhibit alone is dealt with. */
export function codeUnlessStopping(error: unknown): ErrorCode {
  const { code } = reportError(error);
  if (stopping.includes(code)) throw error instanceof HoldfastError ? error : new HoldfastError(code);
  return code;
}
