import { lstat } from 'node:fs/promises';
import { HoldfastError } from '../../../shared/errors';

/** Throws `target-exists`: a pack never takes the place of anything. */
export async function refuseWhatIsThere(target: string): Promise<void> {
  if (await isThere(target)) throw new HoldfastError('target-exists');
}

export async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}
