import { dirname, join } from 'node:path';
import { finishing, newDraftName, renamePatiently, writeBehind } from './durable';
import type { FileHandleLayer, FsLayer } from './fs-layer';

/** How many files are made durable while others are written: the system has four threads for all that waits for a disk. */
const mostAtOnce = 2;

/** Files that count together: none before all of them are durable. */
export interface DurableBatch {
  /**
   * Writes a whole file to `path`, whose folder is there. That it is durable is known once `end` resolves. Each piece of `source` has
   * to stand until the next but one is asked for.
   */
  readonly write: (path: string, source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => Promise<void>;
  /**
   * Resolves when every file and its name is durable. Where one could not be made so it is taken away, and the next `write` and `end`
   * throw why. After it nothing more happens by itself, so that whoever clears up must have called it.
   */
  readonly end: () => Promise<void>;
}

/**
 * Each file goes the way of `writeDurably` (draft, fsync, close, rename, fsync of the folder), but for the waiting: while the disk makes
 * one durable the next is written, and a folder in which many files came to lie is made durable once, behind the last.
 */
export function durableBatch(layer: FsLayer): DurableBatch {
  const going = new Set<Promise<void>>();
  const folders = new Set<string>();
  const failures: unknown[] = [];
  const refuseFailed = (): void => {
    if (failures.length > 0) throw failures[0];
  };

  async function finish(handle: FileHandleLayer, draft: string, path: string): Promise<void> {
    try {
      await finishing(handle, () => handle.sync());
      folders.add(dirname(path));
      await renamePatiently(draft, path, layer);
    } catch (error) {
      failures.push(error);
      for (const each of [draft, path]) await layer.remove(each).catch(() => undefined);
    }
  }

  return {
    write: async (path, source) => {
      refuseFailed();
      const draft = join(dirname(path), newDraftName());
      const handle = await writeOut(draft, source, layer);
      while (going.size >= mostAtOnce) await Promise.race(going);
      const finished = finish(handle, draft, path).finally(() => going.delete(finished));
      going.add(finished);
    },
    end: async () => {
      await Promise.all(going);
      refuseFailed();
      await Promise.all([...folders].map((folder) => layer.syncFolder(folder)));
      folders.clear();
    },
  };
}

/** Writes a file that stays open, or is gone after a failure. */
async function writeOut(
  draft: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  layer: FsLayer,
): Promise<FileHandleLayer> {
  let handle: FileHandleLayer | null = null;
  try {
    handle = await layer.create(draft);
    await writeBehind(handle, source);
    return handle;
  } catch (error) {
    await handle?.close().catch(() => undefined);
    await layer.remove(draft).catch(() => undefined);
    throw error;
  }
}
