import { HoldfastError } from '../../../shared/errors';
import { mostWork } from './passphrase';
import { mostRecipients } from './seal';

/** First line of every age file. */
export const firstLine = 'age-encryption.org/v1\n';
/** Room for 64 of the largest slots there are (post-quantum keys of 1.6 KB). */
const mostHeaderBytes = 160 * 1024;
const newline = 0x0a;

/** The header of a sealed file, and what was read behind it. */
export interface HeaderRead {
  readonly header: Buffer;
  readonly rest: Buffer;
}

/**
 * Reads as far as the header goes, and looks at what it would ask for before any key is tried: few slots, and a passphrase alone
 * and of bearable cost. Throws `package-damaged`, or `package-costly` for a passphrase that would take minutes and gigabytes.
 */
export async function readHeader(source: AsyncIterator<Uint8Array>): Promise<HeaderRead> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let ends = -1;
  while (ends < 0) {
    const next = await source.next();
    if (next.done === true || length > mostHeaderBytes) throw new HoldfastError('package-damaged');
    // The source may use its memory again.
    pieces.push(Buffer.from(next.value));
    length += next.value.length;
    ends = headerEnd(Buffer.concat(pieces));
  }
  const read = Buffer.concat(pieces);
  if (ends > mostHeaderBytes) throw new HoldfastError('package-damaged');
  const header = read.subarray(0, ends);
  refuseCostly(header.toString('latin1'));
  return { header, rest: read.subarray(ends) };
}

/** Where the line of the header's seal ends, or -1 while it has not come yet. */
function headerEnd(read: Buffer): number {
  const start = read.toString('latin1', 0, firstLine.length);
  if (!firstLine.startsWith(start)) throw new HoldfastError('package-damaged');
  const seal = read.indexOf('\n---');
  return seal < 0 ? -1 : read.indexOf(newline, seal + 1) + 1 || -1;
}

function refuseCostly(header: string): void {
  const slots = header.split('\n').filter((line) => line.startsWith('->'));
  const passphrases = slots.filter((slot) => slot.startsWith('-> scrypt '));
  if (slots.length > mostRecipients || (passphrases.length > 0 && slots.length > 1))
    throw new HoldfastError('package-damaged');
  const [, , , work] = passphrases[0]?.split(' ') ?? [];
  if (work !== undefined && /^[1-9]\d*$/.test(work) && Number(work) > mostWork)
    throw new HoldfastError('package-costly');
}
