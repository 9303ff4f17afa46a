import { HoldfastError, isNotOfTheFile, reportError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';

/** Throws on what ends the whole bundle; gives the code of anything else, with which the exhibit alone is dealt with. */
export function codeUnlessStopping(error: unknown): ErrorCode {
  const { code } = reportError(error);
  if (isNotOfTheFile(code)) throw error instanceof HoldfastError ? error : new HoldfastError(code);
  return code;
}
