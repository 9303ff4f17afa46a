import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { FsLayer } from '../../electron/vault/fs-layer';
import { realFs } from '../../electron/vault/fs-layer';

type Op =
  | {
      readonly type: 'create' | 'sync' | 'close' | 'remove' | 'folder' | 'sync-folder';
      readonly path: string;
    }
  | { readonly type: 'write'; readonly path: string; readonly bytes: Buffer }
  | { readonly type: 'rename'; readonly path: string; readonly to: string };

export interface Recording {
  readonly layer: FsLayer;
  /** Notes the moment after the last operation: what the database has committed since counts too. */
  readonly end: () => void;
  readonly ops: readonly (Op & { readonly database: ReadonlyMap<string, Buffer> })[];
}

/** Real file operations that are written down, with the database files as they were at each moment. */
export function recordedFs(root: string): Recording {
  const ops: (Op & { readonly database: ReadonlyMap<string, Buffer> })[] = [];
  const note = (op: Op): void => {
    const database = new Map<string, Buffer>();
    for (const name of ['vault.db', 'vault.db-wal']) {
      const path = join(root, name);
      if (existsSync(path)) database.set(name, readFileSync(path));
    }
    ops.push({ ...op, database });
  };
  const at = (path: string): string => relative(root, path);
  const layer: FsLayer = {
    create: async (path) => {
      const handle = await realFs.create(path);
      note({ type: 'create', path: at(path) });
      return {
        write: async (bytes, offset, length) => {
          const written = await handle.write(bytes, offset, length);
          note({
            type: 'write',
            path: at(path),
            bytes: Buffer.from(bytes.subarray(offset, offset + written)),
          });
          return written;
        },
        sync: async () => {
          await handle.sync();
          note({ type: 'sync', path: at(path) });
        },
        close: async () => {
          await handle.close();
          note({ type: 'close', path: at(path) });
        },
      };
    },
    rename: async (from, to) => {
      await realFs.rename(from, to);
      note({ type: 'rename', path: at(from), to: at(to) });
    },
    syncFolder: async (path) => {
      await realFs.syncFolder(path);
      note({ type: 'sync-folder', path: at(path) });
    },
    makeFolder: async (path) => {
      await realFs.makeFolder(path);
      note({ type: 'folder', path: at(path) });
    },
    remove: async (path) => {
      await realFs.remove(path);
      note({ type: 'remove', path: at(path) });
    },
  };
  return {
    layer,
    ops,
    end: () => {
      note({ type: 'close', path: '' });
    },
  };
}

/** What a power cut does to what was not synced: keeps it, loses all of it, or keeps half of each file. */
export type Loss = 'nothing' | 'unsynced' | 'half';

/**
 * The folder as a power cut after the first `count` operations may leave it. `start` is the folder before all of them. Bytes
 * that were not synced are lost or cut as `loss` says; so are names (new files, renames, removals) whose folder was not
 * synced, when `loss` is not `nothing`.
 */
export function replay(
  start: string,
  target: string,
  ops: Recording['ops'],
  count: number,
  loss: Loss,
): void {
  cpSync(start, target, { recursive: true });
  const done = ops.slice(0, count);
  const contents = new Map<string, { bytes: Buffer; synced: number }>();
  const pendingNames: { readonly folder: string; readonly undo: () => void }[] = [];
  const full = (path: string): string => join(target, path);
  const contentOf = (path: string) => contents.get(path) ?? { bytes: Buffer.alloc(0), synced: 0 };
  for (const op of done) {
    switch (op.type) {
      case 'folder':
        mkdirSync(full(op.path), { recursive: true });
        break;
      case 'create':
        contents.set(op.path, { bytes: Buffer.alloc(0), synced: 0 });
        break;
      case 'write': {
        const { bytes, synced } = contentOf(op.path);
        contents.set(op.path, { bytes: Buffer.concat([bytes, op.bytes]), synced });
        break;
      }
      case 'sync': {
        const { bytes } = contentOf(op.path);
        contents.set(op.path, { bytes, synced: bytes.length });
        break;
      }
      case 'rename': {
        const moved = contentOf(op.path);
        const before = contents.get(op.to);
        const onDisk = existsSync(full(op.to)) ? readFileSync(full(op.to)) : null;
        contents.delete(op.path);
        contents.set(op.to, moved);
        pendingNames.push({
          folder: dirname(op.to),
          undo: () => {
            contents.set(op.path, moved);
            contents.delete(op.to);
            if (before !== undefined) contents.set(op.to, before);
            else if (onDisk !== null) writeFileSync(full(op.to), onDisk);
          },
        });
        break;
      }
      case 'remove':
        contents.delete(op.path);
        rmSync(full(op.path), { force: true });
        break;
      case 'sync-folder': {
        const kept = pendingNames.filter(({ folder }) => folder !== op.path && folder !== (op.path || '.'));
        pendingNames.splice(0, pendingNames.length, ...kept);
        break;
      }
      case 'close':
        break;
    }
  }
  if (loss !== 'nothing') for (const { undo } of pendingNames.reverse()) undo();
  for (const [path, { bytes, synced }] of contents) {
    const length =
      loss === 'nothing'
        ? bytes.length
        : loss === 'unsynced'
          ? synced
          : synced + Math.floor((bytes.length - synced) / 2);
    const draft = `${full(path)}.replayed`;
    mkdirSync(dirname(draft), { recursive: true });
    writeFileSync(draft, bytes.subarray(0, length));
    renameSync(draft, full(path));
  }
  const last = done.at(-1)?.database ?? new Map<string, Buffer>();
  if (done.length > 0) {
    for (const name of ['vault.db', 'vault.db-wal']) {
      const bytes = last.get(name);
      if (bytes === undefined) rmSync(full(name), { force: true });
      else writeFileSync(full(name), bytes);
    }
  }
}
