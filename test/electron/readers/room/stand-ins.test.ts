import { crc32 as crc32OfNode, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../electron/readers/room/stand-ins/crc32';
import { createGunzip, inflateSync } from '../../../../electron/readers/room/stand-ins/unpack';
import { createInflateRaw } from '../../../../electron/readers/room/stand-ins/zlib';

const anyBytes = fc.uint8Array({ maxLength: 5000 });

interface Unpacker extends AsyncIterable<unknown> {
  write(bytes: Uint8Array): unknown;
  end(): unknown;
}

/** What comes out when the packed bytes are put in, in pieces of so many. */
async function through(unpacker: Unpacker, packed: Uint8Array, piece = 1000): Promise<Buffer> {
  for (let at = 0; at < packed.length; at += piece) unpacker.write(packed.subarray(at, at + piece));
  unpacker.end();
  const out: Uint8Array[] = [];
  for await (const part of unpacker) out.push(part as Uint8Array);
  return Buffer.concat(out);
}

describe('what stands in for Node in the reading room', () => {
  it('gives the checksum that Node gives, whole and piece by piece', () => {
    fc.assert(
      fc.property(anyBytes, fc.nat(5000), (bytes, at) => {
        const sum = crc32OfNode(bytes);
        return crc32(bytes) === sum && crc32(bytes.subarray(at), crc32(bytes.subarray(0, at))) === sum;
      }),
    );
  });

  it('unpacks what Node has packed: zip’s form, and gzip of one member or several', async () => {
    await fc.assert(
      fc.asyncProperty(anyBytes, anyBytes, fc.integer({ min: 1, max: 3000 }), async (one, two, piece) => {
        const raw = await through(createInflateRaw(), deflateRawSync(one), piece);
        const members = Buffer.concat([gzipSync(one), gzipSync(two)]);
        const gzip = await through(createGunzip(), members, piece);
        expect(raw.equals(Buffer.from(one))).toBe(true);
        expect(gzip.equals(Buffer.concat([one, two]))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('fails at what breaks off in the middle', async () => {
    const words = Buffer.from('words that do not repeat: 0123456789'.repeat(50));
    const [raw, gzip] = [deflateRawSync(words), gzipSync(words)];
    await expect(through(createInflateRaw() as unknown as Unpacker, raw.subarray(0, 30))).rejects.toThrow();
    await expect(through(createGunzip() as unknown as Unpacker, gzip.subarray(0, 30))).rejects.toThrow();
  });

  it('stops a bomb before it has grown', () => {
    const bomb = deflateSync(Buffer.alloc(50_000_000));
    expect(() => inflateSync(bomb, { maxOutputLength: 100_000 })).toThrow(RangeError);
    const fine = deflateSync(Buffer.from('a caption'));
    expect(Buffer.from(inflateSync(fine, { maxOutputLength: 100 })).toString()).toBe('a caption');
  });
});
