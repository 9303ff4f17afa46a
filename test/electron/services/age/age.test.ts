import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Decrypter,
  Encrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { openAge } from '../../../../electron/services/age/open';
import type { AgeKey } from '../../../../electron/services/age/open';
import { newHead, sealAge, sealedBytes } from '../../../../electron/services/age/seal';
import type { AgeLock } from '../../../../electron/services/age/seal';
import { codeOf } from '../../../helpers/code-of';
import { useTempFolders } from '../../../helpers/temp-folder';
import { readVectors } from './vectors';

const tempFolder = useTempFolders();
const passphrase = 'copper lantern drifts beyond the quarry';
const chunk = 64 * 1024;
/** Nothing, one byte, and one less, exactly and one more than one chunk, two, and a whole batch of sixteen. */
const sizes = [
  0,
  1,
  ...[1, 2, 16, 17, 32].flatMap((each) => [each * chunk - 1, each * chunk, each * chunk + 1]),
];

let identity: string;
let recipient: string;
let second: { identity: string; recipient: string };
beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  const other = await generateX25519Identity();
  second = { identity: other, recipient: await identityToRecipient(other) };
});

const bytesOf = (size: number): Buffer => {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += 1) bytes[at] = (at * 31 + (at >> 8)) & 0xff;
  return bytes;
};
async function* inPieces(bytes: Uint8Array, piece = 100_000): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}
async function all(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of pieces) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
const seal = async (plain: Uint8Array, lock?: AgeLock, piece?: number): Promise<Buffer> =>
  all(
    sealAge(await newHead(lock ?? { type: 'recipients', recipients: [recipient] }), inPieces(plain, piece)),
  );
const open = async (sealed: Uint8Array, key?: AgeKey, piece?: number): Promise<Buffer> =>
  all(await openAge(inPieces(sealed, piece), key ?? { type: 'identity', identity }));
const refused = (sealed: Uint8Array, key?: AgeKey): Promise<string> => codeOf(() => open(sealed, key));

describe('a file that is sealed with age', () => {
  it('opens again whatever its length, and has the length that was foretold', async () => {
    for (const size of sizes) {
      const plain = bytesOf(size);
      const head = await newHead({ type: 'recipients', recipients: [recipient] });
      const sealed = await all(sealAge(head, inPieces(plain)));
      expect(sealed.length).toBe(sealedBytes(head, size));
      expect((await open(sealed)).equals(plain)).toBe(true);
    }
  });

  it('is the same whatever the pieces in which it came, and as they were for the same head', async () => {
    const plain = bytesOf(3 * chunk + 5);
    const head = await newHead({ type: 'recipients', recipients: [recipient] });
    const once = await all(sealAge(head, inPieces(plain)));
    for (const piece of [1000, chunk, 7 * chunk]) {
      expect((await all(sealAge(head, inPieces(plain, piece)))).equals(once)).toBe(true);
      expect((await open(once, undefined, piece)).equals(plain)).toBe(true);
    }
    expect((await open(once, undefined, 1)).equals(plain)).toBe(true);
  });

  it('is read by the library that others use, and reads what that has sealed', async () => {
    for (const size of sizes.slice(0, 8)) {
      const plain = bytesOf(size);
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      expect(Buffer.from(await decrypter.decrypt(await seal(plain))).equals(plain)).toBe(true);
      const encrypter = new Encrypter();
      encrypter.addRecipient(recipient);
      expect((await open(await encrypter.encrypt(plain))).equals(plain)).toBe(true);
    }
  });

  it('goes both ways between here and the age command', async ({ skip }) => {
    if (spawnSync('age', ['--version']).error !== undefined) skip('the age command is not installed');
    const folder = await tempFolder();
    const path = (name: string): string => join(folder, name);
    writeFileSync(path('key'), `${identity}\n`);
    for (const size of sizes) {
      const plain = bytesOf(size);
      writeFileSync(path('ours.age'), await seal(plain));
      const out = execFileSync('age', ['-d', '-i', path('key'), path('ours.age')], { maxBuffer: 1e9 });
      expect(out.equals(plain)).toBe(true);
      writeFileSync(path('plain'), plain);
      execFileSync('age', ['-r', recipient, '-r', second.recipient, '-o', path('theirs.age'), path('plain')]);
      expect((await open(readFileSync(path('theirs.age')))).equals(plain)).toBe(true);
    }
  });

  it('opens with the key of each of several offices, and with no other', async () => {
    const plain = bytesOf(1000);
    const sealed = await seal(plain, { type: 'recipients', recipients: [recipient, second.recipient] });
    expect((await open(sealed)).equals(plain)).toBe(true);
    expect((await open(sealed, { type: 'identity', identity: second.identity })).equals(plain)).toBe(true);
    const third = await generateX25519Identity();
    expect(await refused(sealed, { type: 'identity', identity: third })).toBe('package-wrong-key');
    expect(await refused(sealed, { type: 'passphrase', passphrase })).toBe('package-wrong-key');
  });

  it('opens with its passphrase here and in the library, and with no other', async () => {
    const plain = bytesOf(1000);
    const sealed = await seal(plain, { type: 'passphrase', passphrase });
    expect(sealed.toString('latin1').split('\n')[1]).toMatch(/^-> scrypt \S{22} 17$/u);
    expect((await open(sealed, { type: 'passphrase', passphrase })).equals(plain)).toBe(true);
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    expect(Buffer.from(await decrypter.decrypt(sealed)).equals(plain)).toBe(true);
    expect(await refused(sealed, { type: 'passphrase', passphrase: `${passphrase}s` })).toBe(
      'package-wrong-key',
    );
    expect(await refused(sealed)).toBe('package-wrong-key');
  });

  it('opens with a passphrase of the least work there is, and leaves no fault for the next one behind', async () => {
    const sealed = await seal(bytesOf(10));
    for (const work of [1, 2, 3]) {
      const encrypter = new Encrypter();
      encrypter.setPassphrase(passphrase);
      encrypter.setScryptWorkFactor(work);
      const theirs = await encrypter.encrypt(new Uint8Array(bytesOf(10)));
      expect(await open(theirs, { type: 'passphrase', passphrase })).toEqual(bytesOf(10));
      expect(await open(sealed)).toEqual(bytesOf(10));
    }
  });

  it('is never sealed for nobody, for one twice, for too many, or for a post-quantum key beside another', async () => {
    const hybrid = await identityToRecipient(await generateHybridIdentity());
    const many = Array.from(
      { length: 65 },
      (_each, at) => `${recipient.slice(0, -2)}${String(at).padStart(2, 'q')}`,
    );
    for (const recipients of [[], [recipient, recipient], many, [recipient, hybrid], [hybrid], ['age1x']])
      expect(await codeOf(() => newHead({ type: 'recipients', recipients }))).toBe('invalid-input');
  });
});

describe('a sealed file that is not as it was', () => {
  it('is refused when it is cut at any chunk or in one', async () => {
    const head = await newHead({ type: 'recipients', recipients: [recipient] });
    const sealed = await all(sealAge(head, inPieces(bytesOf(20 * chunk))));
    const payload = head.header.length + head.nonce.length;
    for (let at = 0; at < 20; at += 1)
      for (const more of [-1, 0, 1, 16]) {
        const cut = sealed.subarray(0, payload + at * (chunk + 16) + more);
        expect(await refused(cut)).toBe('package-damaged');
      }
    for (let at = 0; at < payload; at += 7)
      expect(await refused(sealed.subarray(0, at))).toBe('package-damaged');
  });

  it('is refused with a bit turned anywhere, with chunks in another order and with bytes behind its end', async () => {
    const head = await newHead({ type: 'recipients', recipients: [recipient] });
    for (const size of [0, 10, chunk, 2 * chunk, 16 * chunk]) {
      const sealed = await all(sealAge(head, inPieces(bytesOf(size))));
      for (let nth = 0; nth < 60; nth += 1) {
        const copy = Buffer.from(sealed);
        const at = Math.floor((sealed.length * nth) / 60);
        copy[at] = (copy[at] ?? 0) ^ 1;
        expect(['package-damaged', 'package-wrong-key']).toContain(await refused(copy));
      }
      for (const more of [Buffer.alloc(1), Buffer.alloc(16), Buffer.alloc(chunk + 16), sealed])
        expect(await refused(Buffer.concat([sealed, more]))).toBe('package-damaged');
    }
    const sealed = await all(sealAge(head, inPieces(bytesOf(3 * chunk))));
    const at = head.header.length + head.nonce.length;
    const [first, next] = [at, at + chunk + 16].map((from) => sealed.subarray(from, from + chunk + 16));
    const swapped = [sealed.subarray(0, at), next ?? first, first, sealed.subarray(at + 2 * (chunk + 16))];
    expect(await refused(Buffer.concat(swapped.filter((each) => each !== undefined)))).toBe(
      'package-damaged',
    );
  });

  it('gives what came whole before it failed, and no more', async () => {
    const plain = bytesOf(3 * chunk + 100);
    const sealed = await seal(plain);
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    const given: Uint8Array[] = [];
    const code = await codeOf(async () => {
      for await (const piece of await openAge(inPieces(sealed), { type: 'identity', identity }))
        given.push(Buffer.from(piece));
    });
    expect(code).toBe('package-damaged');
    expect(Buffer.concat(given).equals(plain.subarray(0, 3 * chunk))).toBe(true);
  });
});

describe('the header of a sealed file', () => {
  const mac = `--- ${'A'.repeat(43)}\n`;
  const body = `${'A'.repeat(43)}\n`;
  const salt = 'A'.repeat(22);
  const header = (slots: readonly string[]): Buffer =>
    Buffer.from(['age-encryption.org/v1\n', ...slots, mac, 'x'.repeat(100)].join(''));
  const key: AgeKey = { type: 'passphrase', passphrase };

  it('with 64 slots for a passphrase is refused before one of them is tried', async () => {
    const slots = Array.from({ length: 64 }, () => `-> scrypt ${salt} 20\n${body}`);
    const began = performance.now();
    expect(await refused(header(slots), key)).toBe('package-damaged');
    expect(await refused(header([...slots.slice(0, 1), `-> X25519 ${'A'.repeat(43)}\n${body}`]), key)).toBe(
      'package-damaged',
    );
    // One of them alone takes seconds.
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('that asks for more work than 2^20 is refused by that name, without the work', async () => {
    for (const work of ['21', '30', '99', '1000'])
      expect(await refused(header([`-> scrypt ${salt} ${work}\n${body}`]), key)).toBe('package-costly');
    for (const work of ['0', '01', '-1', '1e1', ''])
      expect(await refused(header([`-> scrypt ${salt} ${work}\n${body}`]), key)).toBe('package-damaged');
  });

  it('with too many slots, or without an end, is refused', async () => {
    const slot = `-> X25519 ${'A'.repeat(43)}\n${body}`;
    expect(await refused(header(Array.from({ length: 65 }, () => slot)))).toBe('package-damaged');
    expect(await refused(Buffer.from(`age-encryption.org/v1\n${slot.repeat(3000)}`))).toBe('package-damaged');
    expect(await refused(Buffer.alloc(10_000_000, '-> a\n'))).toBe('package-damaged');
    expect(await refused(Buffer.alloc(0))).toBe('package-damaged');
  });
});

describe('the public test vectors of age (C2SP/CCTV)', () => {
  const folder = process.env.HOLDFAST_AGE_VECTORS;
  it('are opened and refused as they say', async ({ skip }) => {
    const vectors = readVectors(folder ?? skip('HOLDFAST_AGE_VECTORS names no folder'));
    expect(vectors.length).toBeGreaterThan(80);
    const wrong: string[] = [];
    for (const { name, key, expected, payload, sealed } of vectors) {
      const given = createHash('sha256');
      const code = await codeOf(async () => {
        for await (const piece of await openAge(inPieces(sealed), key)) given.update(piece);
      });
      const isRight = expected.includes(code) && (payload === null || payload === given.digest('hex'));
      if (!isRight) wrong.push(`${name}: ${code}, not ${expected.join(' or ')}`);
    }
    expect(wrong).toEqual([]);
  });
});
