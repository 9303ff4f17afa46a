import { HoldfastError } from '../../../shared/errors';
import { mostBytes } from '../kit/limits';
import { createPlaces } from '../kit/names';
import type { ReaderFile, ReaderOutput } from '../kit/reader';
import { openZip } from './zip-file';
import type { ZipEntry } from './zip-file';

/**
 * Takes out every file of a zip. Links, locked and damaged entries are skipped with the reason. An archive whose entries
 * lie over each other, or that says more comes out than may, is refused before anything of it is unpacked.
 */
export async function readZip(file: ReaderFile, out: ReaderOutput): Promise<unknown> {
  const { entries, close } = await openZip(file);
  try {
    const files = entries.filter(({ isFolder }) => !isFolder);
    if (files.reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes(file.bytes)) {
      throw new HoldfastError('archive-too-large');
    }
    if (overlap(files)) throw new HoldfastError('archive-unsafe');
    const placeOf = createPlaces();
    for (const entry of files) {
      const child = placeOf(entry.path, entry.modified);
      if (entry.isLink) await out.skipped(child, 'archive-unsafe');
      else if (entry.isEncrypted) await out.skipped(child, 'encrypted-file');
      else if (!entry.isReadable) await out.skipped(child, 'unreadable-file');
      else await out.child(child, entry.content());
    }
    if (files.length > 0 && files.every(({ isEncrypted }) => isEncrypted)) {
      throw new HoldfastError('encrypted-file');
    }
    return { format: 'zip', files: files.length };
  } finally {
    close();
  }
}

/** Entries that share their bytes turn one small stream into thousands of files (a bomb without any nesting). */
function overlap(entries: readonly ZipEntry[]): boolean {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  return sorted.some(({ offset, packed }, index) => {
    const next = sorted[index + 1];
    // The local header is 30 bytes and the name behind it, which need not be as long as in the list.
    return next !== undefined && offset + 30 + packed > next.offset;
  });
}
