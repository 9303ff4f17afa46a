import { HoldfastError } from '../../../shared/errors';
import { compoundFile } from '../mail/email';
import { readOffice } from './office';
import { readRtf } from './rtf';
import type { ReaderFile, ReaderOutput } from '../kit/reader';
import { Buffer } from '../kit/node';

/** `EncryptedPackage`: what Office makes of a document that wants a password (MS-OFFCRYPTO 2.3.4.1). */
const locked = Buffer.from('EncryptedPackage', 'utf16le');
/** The directory that names it lies near the start or the end of the file. */
const searched = 1024 * 1024;

/** The words of an office document. Those of Office before 2007 are stored and listed, and said not to be shown. */
export async function readDocument(file: ReaderFile, out: ReaderOutput): Promise<unknown> {
  const head = Buffer.from(await file.read(0, 8));
  if (head.subarray(0, 2).toString('latin1') === 'PK') return readOffice(file, out);
  if (head.subarray(0, 5).toString('latin1') === '{\\rtf') return readRtf(file, out);
  if (head.toString('hex') === compoundFile) {
    const start = Buffer.from(await file.read(0, searched));
    const end = Buffer.from(await file.read(Math.max(0, file.bytes - searched), searched));
    if (start.includes(locked) || end.includes(locked)) throw new HoldfastError('encrypted-file');
  }
  throw new HoldfastError('unsupported-preview');
}
