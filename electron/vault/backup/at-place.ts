import { stat } from 'node:fs/promises';
import { HoldfastError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import type { FsLayer } from '../fs-layer';

/**
 * What a stick says when it is pulled out, is failing, or is full. The same codes from the computer's own disk mean
 * something else, so they are told apart where they arise.
 */
const meanings: ReadonlyMap<string, ErrorCode> = new Map(
  Object.entries({
    ENOSPC: 'backup-place-full',
    EDQUOT: 'backup-place-full',
    EIO: 'backup-place-gone',
    ENODEV: 'backup-place-gone',
    ENXIO: 'backup-place-gone',
    ESTALE: 'backup-place-gone',
    ENOENT: 'backup-place-gone',
    ENOTDIR: 'backup-place-gone',
  } satisfies Record<string, ErrorCode>),
);

/** The error of an operation at the place of a backup, under its own code. */
export function placeProblem(error: unknown): unknown {
  if (error instanceof HoldfastError || !(error instanceof Error) || !('code' in error)) return error;
  const code = meanings.get(String(error.code));
  return code === undefined ? error : new HoldfastError(code, { cause: error });
}

const told = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw placeProblem(error);
  }
};

/** File operations at the place of a backup. */
export function layerAtPlace(layer: FsLayer): FsLayer {
  return {
    create: async (path) => {
      const handle = await told(layer.create(path));
      return {
        write: (bytes, offset, length) => told(handle.write(bytes, offset, length)),
        sync: () => told(handle.sync()),
        close: () => told(handle.close()),
      };
    },
    rename: (from, to) => told(layer.rename(from, to)),
    syncFolder: (path) => told(layer.syncFolder(path)),
    makeFolder: (path) => told(layer.makeFolder(path)),
    remove: (path) => told(layer.remove(path)),
  };
}

/** A backup whose folder is not there any more is not damaged: somebody has pulled the stick out. */
export async function unlessGone(error: unknown, folder: string): Promise<unknown> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere ? error : new HoldfastError('backup-place-gone', { cause: error });
}
