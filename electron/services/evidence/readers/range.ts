import type { FileStore, StoredFile } from '../../context';

/** Read whole and kept while it is being read, when it is no larger. */
const keptWhole = 64 * 1024 * 1024;

/** Ranges of one stored file, decrypted on the way. */
export function rangesOf(
  files: FileStore,
  file: StoredFile,
): (start: number, end: number) => Promise<Uint8Array> {
  let whole: Promise<Buffer> | null = null;
  return async (start, end) => {
    if (file.bytes <= keptWhole) {
      whole ??= files.readAll(file);
      return (await whole).subarray(start, end);
    }
    const parts: Uint8Array[] = [];
    let at = 0;
    for await (const chunk of files.read(file)) {
      if (at + chunk.length > start)
        parts.push(chunk.subarray(Math.max(0, start - at), Math.max(0, end - at)));
      at += chunk.length;
      if (at >= end) break;
    }
    return Buffer.concat(parts);
  };
}
