/**
 * How one stored file lies on disk (version 1):
 *
 *   header   4 bytes `HFE1`, 4 bytes chunk size (big-endian, 65536), 16 bytes file id (the UUID's bytes)
 *   chunks   AES-256-GCM of 65536 plain bytes each, the last one shorter or equal; 16 bytes tag behind each
 *
 * The nonce of a chunk is its number (11 bytes, big-endian, from 0) and one byte that is 1 for the last chunk and 0
 * before it: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015), as in age. The key is random and used
 * for this one file, so a nonce never repeats under a key. The header is additional data of every chunk, which ties
 * each to its file. Cut, moved, swapped, repeated or added chunks do not authenticate. Only an empty file has an empty
 * last chunk.
 */
import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { HoldfastError } from '../../shared/errors';
import { giveBack } from './give-back';

export const chunkSize = 65_536;
export const tagSize = 16;
export const headerSize = 24;
const magic = Buffer.from('HFE1', 'latin1');

/** The header of a file: `id` is a UUID in its text form. */
export function fileHeader(id: string): Buffer {
  const header = Buffer.alloc(headerSize);
  magic.copy(header, 0);
  header.writeUInt32BE(chunkSize, 4);
  Buffer.from(id.replaceAll('-', ''), 'hex').copy(header, 8);
  return header;
}

/** Length on disk of a file of so many plain bytes. */
export function sealedLength(bytes: number): number {
  return headerSize + bytes + chunksOf(bytes) * tagSize;
}

/** Number of chunks of a file of so many plain bytes. */
export function chunksOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / chunkSize));
}

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(number, 5, 6);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

/** Seals chunk `number` into `target`; `plain` has exactly `chunkSize` bytes unless it is the last. Gives how many bytes that took. */
function sealInto(
  target: Buffer,
  at: number,
  key: Uint8Array | KeyObject,
  chunk: { readonly header: Uint8Array; readonly number: number; readonly last: boolean },
  plain: Uint8Array,
): number {
  const { header, number, last } = chunk;
  const cipher = createCipheriv('aes-256-gcm', key, nonce(number, last), { authTagLength: tagSize });
  cipher.setAAD(header);
  const made = cipher.update(plain);
  const length = made.copy(target, at);
  giveBack(made);
  cipher.final();
  return length + cipher.getAuthTag().copy(target, at + length);
}

/** A chunk by itself. */
export function sealChunk(
  key: Uint8Array,
  header: Uint8Array,
  number: number,
  last: boolean,
  plain: Uint8Array,
): Buffer {
  const sealed = Buffer.allocUnsafeSlow(plain.length + tagSize);
  sealInto(sealed, 0, key, { header, number, last }, plain);
  return sealed;
}

/** Opens what sealChunk made. Throws `evidence-damaged`; no byte is given out that was not authenticated. */
export function openChunk(
  key: Uint8Array | KeyObject,
  header: Uint8Array,
  number: number,
  last: boolean,
  sealed: Uint8Array,
): Buffer {
  if (sealed.length < tagSize) throw new HoldfastError('evidence-damaged');
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, last), { authTagLength: tagSize });
  decipher.setAAD(header);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagSize));
  try {
    const plain = decipher.update(sealed.subarray(0, sealed.length - tagSize));
    // Nothing is left to be given out at the end (GCM pads nothing): this says whether all of it is authentic.
    decipher.final();
    return plain;
  } catch {
    throw new HoldfastError('evidence-damaged');
  }
}

/**
 * Cuts a stream into pieces of exactly `size` bytes; the last is shorter, and empty only when all was empty. A piece stands until the
 * next is asked for: it lies where the source gave it, or, where two of those have a part in it, in memory that is used again.
 */
export async function* inPieces(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly piece: Uint8Array; readonly last: boolean }> {
  const held = Buffer.allocUnsafeSlow(size);
  let length = 0;
  try {
    for await (const chunk of source) {
      let at = 0;
      if (length > 0) {
        at = Math.min(chunk.length, size - length);
        held.set(chunk.subarray(0, at), length);
        length += at;
        // Whether it is the last is known when there is something behind it.
        if (at === chunk.length) continue;
        yield { piece: held, last: false };
      }
      for (; chunk.length - at > size; at += size)
        yield { piece: chunk.subarray(at, at + size), last: false };
      // The source may use its memory again, so that what is kept past this turn is copied.
      held.set(chunk.subarray(at));
      length = chunk.length - at;
    }
    yield { piece: held.subarray(0, length), last: true };
  } finally {
    giveBack(held);
  }
}

/** Chunks that are given out together: a write of its own for each would cost more than sealing it. */
const chunksAtOnce = 16;

/** Memory to seal into: two pieces, so that one is written while the other is filled. */
export type SealRoom = readonly [Buffer, Buffer];

/** Room for a file of many chunks. */
export function sealRoom(): SealRoom {
  const room = (): Buffer => Buffer.allocUnsafeSlow(headerSize + chunksAtOnce * (chunkSize + tagSize));
  return [room(), room()];
}

/**
 * Encrypts a stream: the header and its chunks, several at once. They are given out in two pieces of memory by turns: what is
 * given out stands until the next but one is asked for, and the room is the caller's again when the last was used.
 */
export async function* seal(
  key: Uint8Array,
  id: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  room: SealRoom,
): AsyncGenerator<Buffer> {
  const header = fileHeader(id);
  // For many chunks: made ready for each of them anew, it would take longer than they do.
  const secret = createSecretKey(key);
  let [filled, other] = room;
  let number = 0;
  let length = header.copy(filled);
  for await (const { piece, last } of inPieces(source, chunkSize)) {
    length += sealInto(filled, length, secret, { header, number, last }, piece);
    if (last || length + chunkSize + tagSize > filled.length) {
      yield filled.subarray(0, length);
      [filled, other] = [other, filled];
      length = 0;
    }
    number += 1;
  }
}

/** Decrypts a stream, each chunk authenticated before it is given out. Throws `evidence-damaged`. */
export async function* open(
  key: Uint8Array,
  id: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const header = fileHeader(id);
  const secret = createSecretKey(key);
  let number = 0;
  for await (const { piece, last } of inPieces(afterHeader(header, source), chunkSize + tagSize)) {
    const plain = openChunk(secret, header, number, last, piece);
    if (last && plain.length === 0 && number > 0) throw new HoldfastError('evidence-damaged');
    yield plain;
    number += 1;
  }
}

async function* afterHeader(
  header: Buffer,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const seen = Buffer.alloc(headerSize);
  let length = 0;
  for await (const chunk of source) {
    const some = chunk.subarray(0, headerSize - length);
    seen.set(some, length);
    length += some.length;
    if (length === headerSize && some.length > 0 && !seen.equals(header))
      throw new HoldfastError('evidence-damaged');
    if (chunk.length > some.length) yield chunk.subarray(some.length);
  }
  if (length < headerSize) throw new HoldfastError('evidence-damaged');
}
