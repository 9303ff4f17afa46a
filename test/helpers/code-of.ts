import { reportError } from '../../shared/errors';

/** The error code that a promise or function ends in, as it would cross a process border; `no error` when it succeeds. */
export async function codeOf(work: Promise<unknown> | (() => unknown)): Promise<string> {
  try {
    await (typeof work === 'function' ? work() : work);
    return 'no error';
  } catch (error) {
    return reportError(error).code;
  }
}
