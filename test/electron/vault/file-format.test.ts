import { createDecipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chunkSize,
  fileHeader,
  headerSize,
  open,
  seal,
  sealRoom,
  sealChunk,
  sealedLength,
  tagSize,
} from '../../../electron/vault/file-format';
import { codeOf } from '../../helpers/code-of';

const id = '0193b5a0-0000-7000-8000-0123456789ab';
const otherId = '0193b5a0-0000-7000-8000-0123456789ac';
const key = randomBytes(32);
const sealedChunk = chunkSize + tagSize;

async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  // What is given out stands until the next is asked for.
  for await (const part of source) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
const sealAll = (plain: Uint8Array): Promise<Buffer> => collect(seal(key, id, [plain], sealRoom()));
const openAll = (sealed: Uint8Array, as = id, withKey = key): Promise<Buffer> =>
  collect(open(withKey, as, [sealed]));

/** Bytes that are not all alike, made fast. */
function content(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let index = 0; index < length; index += 1) bytes[index] = (index * 31 + (index >> 8)) & 255;
  return bytes;
}

/** Lengths in bytes around the edges of some chunks, where mistakes are, and of more than are sealed at once. */
const lengths = fc
  .tuple(fc.constantFrom(0, 1, 2, 3, 15, 16, 17, 33), fc.integer({ min: -2, max: 2 }))
  .map(([chunks, more]) => Math.max(0, chunks * chunkSize + more));
const pieces = fc.integer({ min: 1, max: 200_000 });

function* cut(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('a sealed file', () => {
  it('opens to what was sealed, whatever its length and however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(lengths, pieces, pieces, async (length, inSize, outSize) => {
        const plain = content(length);
        const sealed = await collect(seal(key, id, cut(plain, inSize), sealRoom()));
        expect(sealed.length).toBe(sealedLength(length));
        expect((await collect(open(key, id, cut(sealed, outSize)))).equals(plain)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('is not fooled by a source that uses one buffer again and again', async () => {
    const buffer = Buffer.alloc(1000);
    function* reused(): Generator<Buffer> {
      for (let turn = 0; turn < 200; turn += 1) yield buffer.fill(turn);
    }
    const expected = Buffer.concat(Array.from({ length: 200 }, (_, turn) => Buffer.alloc(1000, turn)));
    expect((await openAll(await collect(seal(key, id, reused(), sealRoom())))).equals(expected)).toBe(true);
  });

  it('is refused when any one bit of it is turned', async () => {
    await fc.assert(
      fc.asyncProperty(lengths, fc.nat(), fc.integer({ min: 0, max: 7 }), async (length, where, bit) => {
        const sealed = await sealAll(content(length));
        const at = where % sealed.length;
        sealed[at] = (sealed[at] ?? 0) ^ (1 << bit);
        expect(await codeOf(openAll(sealed))).toBe('evidence-damaged');
      }),
      { numRuns: 150 },
    );
  });

  it('is refused in every part of its header', async () => {
    const sealed = await sealAll(content(10));
    for (let at = 0; at < headerSize; at += 1) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(await codeOf(openAll(altered)), `byte ${at}`).toBe('evidence-damaged');
    }
  });

  it('is refused when cut anywhere, at the border of a chunk too', async () => {
    await fc.assert(
      fc.asyncProperty(lengths, fc.nat(), async (length, where) => {
        const sealed = await sealAll(content(length));
        expect(await codeOf(openAll(sealed.subarray(0, where % sealed.length)))).toBe('evidence-damaged');
      }),
      { numRuns: 100 },
    );
    const sealed = await sealAll(content(3 * chunkSize));
    for (const chunks of [0, 1, 2]) {
      const short = sealed.subarray(0, headerSize + chunks * sealedChunk);
      expect(await codeOf(openAll(short)), `${chunks} chunks left`).toBe('evidence-damaged');
    }
  });

  it('is refused when anything is added', async () => {
    await fc.assert(
      fc.asyncProperty(lengths, fc.uint8Array({ minLength: 1, maxLength: 100 }), async (length, more) => {
        const sealed = await sealAll(content(length));
        expect(await codeOf(openAll(Buffer.concat([sealed, more])))).toBe('evidence-damaged');
      }),
      { numRuns: 60 },
    );
    const whole = await sealAll(content(chunkSize));
    expect(await codeOf(openAll(Buffer.concat([whole, whole.subarray(headerSize)])))).toBe(
      'evidence-damaged',
    );
  });

  it('is refused when two chunks change places, one is repeated or one is left out', async () => {
    const sealed = await sealAll(content(4 * chunkSize));
    const chunk = (number: number): Buffer =>
      sealed.subarray(headerSize + number * sealedChunk, headerSize + (number + 1) * sealedChunk);
    const header = sealed.subarray(0, headerSize);
    for (const order of [
      [1, 0, 2, 3],
      [0, 2, 1, 3],
      [0, 1, 3, 2],
      [0, 1, 1, 3],
      [0, 1, 2, 2, 3],
      [0, 1, 3],
      [1, 2, 3],
    ]) {
      const altered = Buffer.concat([header, ...order.map(chunk)]);
      expect(await codeOf(openAll(altered)), order.join()).toBe('evidence-damaged');
    }
    expect(await codeOf(openAll(Buffer.concat([header, ...[0, 1, 2, 3].map(chunk)])))).toBe('no error');
  });

  it('is refused as another file, and with another key', async () => {
    const sealed = await sealAll(content(100));
    expect(await codeOf(openAll(sealed, otherId))).toBe('evidence-damaged');
    expect(await codeOf(openAll(sealed, id, randomBytes(32)))).toBe('evidence-damaged');
    const renamed = Buffer.from(sealed);
    Buffer.from(otherId.replaceAll('-', ''), 'hex').copy(renamed, 8);
    expect(await codeOf(openAll(renamed, otherId))).toBe('evidence-damaged');
  });

  it('gives out nothing of a chunk that does not hold, but all before it', async () => {
    const plain = content(3 * chunkSize);
    const sealed = await sealAll(plain);
    const at = headerSize + sealedChunk + 5;
    sealed[at] = (sealed[at] ?? 0) ^ 1;
    const given: Uint8Array[] = [];
    const reading = (async () => {
      for await (const part of open(key, id, [sealed])) given.push(part);
    })();
    expect(await codeOf(reading)).toBe('evidence-damaged');
    expect(Buffer.concat(given).equals(plain.subarray(0, chunkSize))).toBe(true);
  });

  it('has one form only: an empty last chunk behind others is refused even when the key made it', async () => {
    const header = fileHeader(id);
    const full = sealChunk(key, header, 0, false, content(chunkSize));
    const empty = sealChunk(key, header, 1, true, Buffer.alloc(0));
    expect(await codeOf(openAll(Buffer.concat([header, full, empty])))).toBe('evidence-damaged');
  });

  it('can be opened by a reader written from the description alone', async () => {
    const plain = content(2 * chunkSize + 7);
    const sealed = await sealAll(plain);
    const size = sealed.readUInt32BE(4);
    const out: Buffer[] = [];
    for (let at = 24, number = 0; at < sealed.length; number += 1) {
      const end = Math.min(at + size + 16, sealed.length);
      const nonce = Buffer.alloc(12);
      nonce.writeUInt32BE(number, 7);
      nonce[11] = end === sealed.length ? 1 : 0;
      const decipher = createDecipheriv('aes-256-gcm', key, nonce);
      decipher.setAAD(sealed.subarray(0, 24));
      decipher.setAuthTag(sealed.subarray(end - 16, end));
      out.push(decipher.update(sealed.subarray(at, end - 16)), decipher.final());
      at = end;
    }
    expect(Buffer.concat(out).equals(plain)).toBe(true);
  });
});
