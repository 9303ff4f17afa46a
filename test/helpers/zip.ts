import { ZipFile } from 'yazl';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer | string;
  /** Kept in DOS form: local time in steps of two seconds. */
  readonly mtime?: Date;
  readonly compress?: boolean;
  /** POSIX mode: `0o120777` makes it a link. */
  readonly mode?: number;
}

/** A zip with these files, made by a writer that has nothing to do with the reader under test. */
export async function zipOf(
  entries: readonly ZipEntry[],
  options: { zip64?: boolean } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, bytes, mtime, compress, mode } of entries) {
    zip.addBuffer(Buffer.from(bytes), name, {
      // eslint-disable-next-line no-restricted-syntax -- The writer turns it into a clock time of this computer's zone again.
      mtime: mtime ?? new Date(2026, 2, 3, 21, 0, 4),
      compress: compress ?? true,
      forceDosTimestamp: true,
      ...(mode === undefined ? {} : { mode }),
      ...(options.zip64 === undefined ? {} : { forceZip64Format: options.zip64 }),
    });
  }
  zip.end({ forceZip64Format: options.zip64 ?? false, comment: '' });
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** Writes the names of a zip anew, each as long as before: its writer refuses names that lead outside. */
export function renamed(zip: Buffer, from: string, to: string | Buffer): Buffer {
  const [before, after] = [Buffer.from(from), Buffer.from(to)];
  if (before.length !== after.length) throw new Error('a name must keep its length');
  const out = Buffer.from(zip);
  for (let at = out.indexOf(before); at >= 0; at = out.indexOf(before, at + 1)) after.copy(out, at);
  return out;
}
