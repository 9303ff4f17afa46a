import { HoldfastError } from '../../../shared/errors';
import { Lookahead } from '../age/lookahead';

/**
 * The tar of a package: plain files under short names and nothing else, so that there is nothing in it that two readers could
 * read in two ways (POSIX.1-1988 "ustar", IEEE Std 1003.1 pax, "ustar Interchange Format").
 */
const blockBytes = 512;
/** Behind the last member come zeros: two blocks, or as many as a tool fills its record with. */
const endBytes = 2 * blockBytes;
const mostEndBytes = 1024 * 1024;
const mostOctal = 8 ** 11;
const zeros = Buffer.alloc(64 * 1024);
const magics = ['ustar\u000000', 'ustar  \u0000'];

/** A file to write into a tar, or one that is read out of it. */
export interface TarMember {
  readonly name: string;
  readonly bytes: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/** How long a tar of members of these lengths is. */
export function tarBytes(lengths: readonly number[]): number {
  return lengths.reduce((sum, bytes) => sum + blockBytes + bytes + restOfBlock(bytes), endBytes);
}

/** A tar of these members, readable by their owner alone. The same members and time give the same bytes. */
export async function* writeTar(
  members: Iterable<TarMember> | AsyncIterable<TarMember>,
  at: Date,
): AsyncGenerator<Uint8Array, void> {
  for await (const { name, bytes, content } of members) {
    yield headOf(name, bytes, at);
    let written = 0;
    for await (const piece of content) {
      written += piece.length;
      yield piece;
    }
    if (written !== bytes) throw new HoldfastError('evidence-damaged');
    if (restOfBlock(bytes) > 0) yield Buffer.alloc(restOfBlock(bytes));
  }
  yield Buffer.alloc(endBytes);
}

/**
 * The members of a tar, each to be read to its end before the next is asked for. Throws `package-damaged` for all that is no plain
 * file: links, devices, folders, longer names or other sizes in headers of their own, a name twice, bytes behind the end.
 */
export async function* readTar(plain: AsyncIterable<Uint8Array>): AsyncGenerator<TarMember, void> {
  const from = new Lookahead(plain[Symbol.asyncIterator]());
  const names = new Set<string>();
  try {
    for (;;) {
      const head = await exactly(from, blockBytes);
      if (isZero(head)) break;
      const { name, bytes } = readHead(head);
      if (names.has(name)) throw new HoldfastError('package-damaged');
      names.add(name);
      const left = { bytes };
      yield { name, bytes, content: contentOf(from, left) };
      if (left.bytes > 0) throw new HoldfastError('package-damaged');
      const rest = await exactly(from, restOfBlock(bytes));
      if (!isZero(rest)) throw new HoldfastError('package-damaged');
    }
    await readEnd(from);
  } finally {
    await from.end();
  }
}

/** A whole member in memory. Throws `package-damaged` above `most` bytes. */
export async function wholeMember({ bytes, content }: TarMember, most: number): Promise<Buffer> {
  if (bytes > most) throw new HoldfastError('package-damaged');
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

export function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += zeros.length) {
    const some = bytes.subarray(at, at + zeros.length);
    if (zeros.compare(some, 0, some.length, 0, some.length) !== 0) return false;
  }
  return true;
}

async function* contentOf(from: Lookahead, left: { bytes: number }): AsyncGenerator<Uint8Array, void> {
  while (left.bytes > 0) {
    const piece = await from.some(left.bytes);
    if (piece.length === 0) throw new HoldfastError('package-damaged');
    left.bytes -= piece.length;
    yield piece;
  }
}

async function readEnd(from: Lookahead): Promise<void> {
  let length = 0;
  for (;;) {
    const piece = await from.some(mostEndBytes);
    if (piece.length === 0) break;
    length += piece.length;
    if (length > mostEndBytes || !isZero(piece)) throw new HoldfastError('package-damaged');
  }
  if (length < blockBytes) throw new HoldfastError('package-damaged');
}

async function exactly(from: Lookahead, bytes: number): Promise<Buffer> {
  await from.fill(bytes);
  if (from.waiting < bytes) throw new HoldfastError('package-damaged');
  return from.take(bytes);
}

function restOfBlock(bytes: number): number {
  return (blockBytes - (bytes % blockBytes)) % blockBytes;
}

function headOf(name: string, bytes: number, at: Date): Buffer {
  const head = Buffer.alloc(blockBytes);
  head.write(name, 0, 100, 'latin1');
  head.write('0000600\u00000000000\u00000000000\u0000', 100, 'latin1');
  if (bytes < mostOctal) head.write(octal(bytes, 11), 124, 'latin1');
  else {
    // GNU's way for 8 GiB and more, which every tar of today reads.
    head[124] = 0x80;
    head.writeUIntBE(bytes, 130, 6);
  }
  head.write(octal(Math.floor(at.getTime() / 1000), 11), 136, 'latin1');
  head.write('0', 156, 'latin1');
  head.write('ustar\u000000', 257, 'latin1');
  head.write(`${octal(sumOf(head), 6)}\u0000 `, 148, 'latin1');
  return head;
}

function readHead(head: Buffer): { readonly name: string; readonly bytes: number } {
  const text = (from: number, to: number): string => head.toString('latin1', from, to);
  const [name = ''] = text(0, 100).split('\u0000');
  const bytes = sizeOf(head.subarray(124, 136));
  const isPlain =
    magics.includes(text(257, 265)) &&
    octalOf(text(148, 156)) === sumOf(head) &&
    ['0', '\u0000'].includes(text(156, 157)) &&
    // No target of a link, and no first part of a longer name.
    isZero(head.subarray(157, 257)) &&
    isZero(head.subarray(345, 500)) &&
    isZero(head.subarray(name.length, 100));
  if (!isPlain || bytes === null || !/^[\w.-]+(\/[\w.-]+)*$/.test(name) || name.includes('..'))
    throw new HoldfastError('package-damaged');
  return { name, bytes };
}

function sizeOf(field: Buffer): number | null {
  if (field[0] !== 0x80) return octalOf(field.toString('latin1'));
  const bytes = field.readUIntBE(6, 6);
  return isZero(field.subarray(1, 6)) && bytes >= mostOctal ? bytes : null;
}

function octalOf(text: string): number | null {
  const digits = /^ *([0-7]+)[ \u0000]*$/.exec(text)?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 8);
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

/** The sum of a head's bytes, with spaces where the sum stands. */
function sumOf(head: Buffer): number {
  const withoutSum = head.subarray(0, 148).reduce((sum, each) => sum + each, 8 * 0x20);
  return head.subarray(156).reduce((sum, each) => sum + each, withoutSum);
}
