import { createHash, randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { hashInThread, hashOfMany } from '../../../../electron/services/seal/hash-thread';
import type { SlowHash } from '../../../../electron/services/seal/hash-thread';

describe('a hash in a thread of its own', () => {
  let hash: SlowHash;
  afterEach(() => hash.end());

  it.each([0, 1, 1024 * 1024, 9_000_001])(
    'is the SHA-256 of %i bytes, though each piece lies where the one before it lay',
    async (bytes) => {
      hash = hashInThread();
      const all = randomBytes(bytes);
      const piece = Buffer.alloc(1_300_000);
      for (let at = 0; at < all.length; at += piece.length) {
        const some = all.subarray(at, at + piece.length);
        piece.set(some);
        await hash.update(piece.subarray(0, some.length));
        piece.fill(0);
      }
      expect(await hash.digest()).toBe(createHash('sha256').update(all).digest('hex'));
    },
  );

  it('says so when the thread has ended, and does not wait for ever', async () => {
    hash = hashInThread();
    await hash.update(Buffer.alloc(10));
    await hash.end();
    await expect(hash.digest()).rejects.toThrow('ended');
  });

  it('is the same for few bytes, without a thread', async () => {
    hash = hashOfMany(3);
    await hash.update(Buffer.from('abc'));
    expect(await hash.digest()).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
