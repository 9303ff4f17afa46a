import * as fs from 'node:fs/promises';

/** An open file, as far as durable writing needs it. */
export interface FileHandleLayer {
  /** May write less than asked, as the operating system may. */
  write(bytes: Uint8Array, offset: number, length: number): Promise<number>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The file operations every durable write goes through, so that tests can make the n-th one fail. */
export interface FsLayer {
  /** Creates a file that must not exist yet, readable by its owner only. */
  create(path: string): Promise<FileHandleLayer>;
  /** Opens a file that is there, cut off at a length, to go on behind it. What has none goes the usual way. */
  reopen?(path: string, at: number): Promise<FileHandleLayer>;
  rename(from: string, to: string): Promise<void>;
  /** Makes the names in a folder durable. */
  syncFolder(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  remove(path: string): Promise<void>;
}

async function create(path: string): Promise<FileHandleLayer> {
  const handle = await fs.open(path, 'wx', 0o600);
  return {
    write: async (bytes, offset, length) => (await handle.write(bytes, offset, length)).bytesWritten,
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

async function reopen(path: string, at: number): Promise<FileHandleLayer> {
  const handle = await fs.open(path, 'r+');
  try {
    await handle.truncate(at);
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error;
  }
  let place = at;
  return {
    write: async (bytes, offset, length) => {
      const { bytesWritten } = await handle.write(bytes, offset, length, place);
      place += bytesWritten;
      return bytesWritten;
    },
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot fsync a folder (EPERM); there the rename is as durable as the file system makes it.
  if (process.platform === 'win32') return;
  const handle = await fs.open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export const realFs: Required<FsLayer> = {
  create,
  reopen,
  rename: (from, to) => fs.rename(from, to),
  syncFolder,
  makeFolder: async (path) => {
    await fs.mkdir(path, { recursive: true, mode: 0o700 });
  },
  remove: (path) => fs.rm(path, { force: true }),
};
