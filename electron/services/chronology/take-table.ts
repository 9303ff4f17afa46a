import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { HoldfastError } from '../../../shared/errors';
import { tableTakenSchema } from '../../../shared/models/table-taken';
import type { TableTaken } from '../../../shared/models/table-taken';
import type { VaultContext } from '../../vault/api';
import { atSeat } from '../evidence/inside/over-rooms';
import type { SeatFile } from '../evidence/inside/reader-seat';
import { silent } from '../evidence/identify-file';

/** Bytes of a table or chronology that is taken in. */
const mostBytes = 200 * 1024 * 1024;

type Source = { readonly text: string } | { readonly path: string };

/**
 * Has a table taken apart in the reading room. Throws `read-failed`, `file-too-large`, `table-spreadsheet`, `table-no-text` and
 * `table-unreadable`.
 */
export async function takeTable(
  { readers }: Pick<VaultContext, 'readers'>,
  source: Source,
): Promise<TableTaken> {
  if ('text' in source) return ask(readers, emptyFile, source.text);
  const handle = await open(source.path).catch(() => {
    throw new HoldfastError('read-failed');
  });
  try {
    return await ask(readers, await fileOf(handle), null);
  } finally {
    await handle.close().catch(() => undefined);
  }
}

const about = { name: 'table', mime: 'text/csv', kind: 'table' } as const;
const emptyFile: SeatFile = {
  ...about,
  bytes: 0,
  readRange: () => Promise.resolve(new Uint8Array(0)),
};

async function fileOf(handle: FileHandle): Promise<SeatFile> {
  const failed = (): never => {
    throw new HoldfastError('read-failed');
  };
  const { size } = await handle.stat().catch(failed);
  if (size > mostBytes) throw new HoldfastError('file-too-large');
  return {
    ...about,
    bytes: size,
    readRange: async (start, end) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(end, size) - start));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start).catch(failed);
      return bytes.subarray(0, bytesRead);
    },
  };
}

async function ask(
  readers: VaultContext['readers'],
  file: SeatFile,
  text: string | null,
): Promise<TableTaken> {
  const { signal } = new AbortController();
  const notes = await atSeat(readers, 'words', (seat) => seat.read(file, { text }, silent, signal, 'table'));
  const taken = tableTakenSchema.safeParse(notes);
  if (!taken.success) throw new HoldfastError('table-unreadable');
  return taken.data;
}
