import { HoldfastError } from '../../../shared/errors';
import { readGzip } from './gzip';
import type { ReaderFile, ReaderOutput } from '../kit/reader';
import { isTar, readTar } from './tar';
import { readZip } from './zip';
import { Buffer } from '../kit/node';

/** Takes out what is in an archive. Formats without a reader (7z, RAR) are stored and listed, and said to be unread. */
export async function readArchive(file: ReaderFile, out: ReaderOutput): Promise<unknown> {
  const head = await file.read(0, 512);
  const start = Buffer.from(head.subarray(0, 4)).toString('latin1');
  if (start.startsWith('PK')) return readZip(file, out);
  if (start.startsWith('\u001f\u008b')) return readGzip(file, out);
  if (isTar(head)) return { format: 'tar', files: await readTar(file.stream(), out) };
  throw new HoldfastError('unreadable-file');
}
