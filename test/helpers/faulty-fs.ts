import type { FileHandleLayer, FsLayer } from '../../electron/vault/fs-layer';
import { realFs } from '../../electron/vault/fs-layer';

/**
 * Real file operations of which the n-th fails with a system error code; a failing write writes half first. `stays` makes
 * every later one fail too, removing included, as when a stick is pulled out.
 */
export function faultyFs(
  nth: number,
  code: 'ENOSPC' | 'EIO' | 'EFBIG' | 'ENODEV' | 'ENOENT',
  { stays = false }: { readonly stays?: boolean } = {},
): { readonly layer: FsLayer; readonly failed: () => boolean } {
  let count = 0;
  const fails = (): boolean => {
    count += 1;
    return stays ? count >= nth : count === nth;
  };
  const problem = (): Error => Object.assign(new Error(code), { code });
  const check = (): void => {
    if (fails()) throw problem();
  };
  const failing = (handle: FileHandleLayer): FileHandleLayer => failingHandle(handle, check);
  const layer: FsLayer = {
    create: async (path) => {
      check();
      return failing(await realFs.create(path));
    },
    reopen: async (path, at) => {
      check();
      return failing(await realFs.reopen(path, at));
    },
    rename: async (from, to) => {
      check();
      await realFs.rename(from, to);
    },
    syncFolder: async (path) => {
      check();
      await realFs.syncFolder(path);
    },
    makeFolder: async (path) => {
      check();
      await realFs.makeFolder(path);
    },
    remove: async (path) => {
      if (stays && count >= nth) throw problem();
      await realFs.remove(path);
    },
  };
  return { layer, failed: () => count >= nth };
}

/** A handle whose operations throw what `check` throws: a write after half of it, a closing once it was closed. */
export function failingHandle(handle: FileHandleLayer, check: () => void): FileHandleLayer {
  return {
    write: async (bytes, offset, length) => {
      try {
        check();
      } catch (error) {
        await handle.write(bytes, offset, Math.floor(length / 2));
        throw error;
      }
      return handle.write(bytes, offset, length);
    },
    sync: async () => {
      check();
      await handle.sync();
    },
    close: async () => {
      await handle.close();
      check();
    },
  };
}

/** Real file operations whose writes take at most `most` bytes at a time, as the operating system may. */
export function shortWritingFs(most: number): FsLayer {
  return {
    ...realFs,
    create: async (path) => {
      const handle = await realFs.create(path);
      return {
        ...handle,
        write: (bytes, offset, length) => handle.write(bytes, offset, Math.min(most, length)),
      };
    },
  };
}
