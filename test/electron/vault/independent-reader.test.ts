import { spawnSync } from 'node:child_process';
import { createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fillVault } from '../../helpers/filled-vault';
import type { Filled } from '../../helpers/filled-vault';
import { makeTestVault } from '../../helpers/test-vault';
import type { TestVault } from '../../helpers/test-vault';

/** Somebody else's SQLCipher 4, fetched by the set-up; see scripts/setup/reader.mjs. */
function findReader(): string | null {
  const notes = join(import.meta.dirname, '../../../out/runtime.json');
  if (!existsSync(notes)) return null;
  return (
    z.object({ reader: z.string().nullish() }).parse(JSON.parse(readFileSync(notes, 'utf8'))).reader ?? null
  );
}
const reader = findReader();

const answerSchema = z.object({
  version: z.string(),
  damage: z.array(z.unknown()),
  integrity: z.string(),
  cases: z.array(z.string()),
  files: z.array(z.object({ id: z.string(), key: z.string(), sha256: z.string() })),
});

/** Runs in a process of its own, so that two SQLites never meet in one. */
const script = `
const { createRequire } = require('node:module');
const [reader, path, key] = process.argv.slice(1);
const Database = createRequire(reader + '/x.js')('@signalapp/sqlcipher').default;
const db = new Database(path);
db.pragma('key = "x\\'' + key + '\\'"');
const all = (sql) => db.prepare(sql).all();
process.stdout.write(JSON.stringify({
  version: String(Object.values(db.prepare('PRAGMA cipher_version').get())[0]),
  damage: all('PRAGMA cipher_integrity_check'),
  integrity: String(Object.values(db.prepare('PRAGMA integrity_check').get())[0]),
  cases: all('SELECT reference FROM cases').map((row) => row.reference),
  files: all('SELECT id, hex(key) AS key, sha256 FROM files ORDER BY id'),
}));
`;

let made: TestVault;
let filled: Filled;
let rawKey = '';

beforeAll(async () => {
  made = await makeTestVault();
  filled = await fillVault(made.vault);
  // Derived as the page about the format says, with none of Holdfast's code.
  rawKey = made.vault.keys.withKey((vaultKey) =>
    (['database', 'database salt'] as const)
      .map((purpose, index) =>
        Buffer.from(
          hkdfSync('sha256', vaultKey, made.vault.vaultId, `holdfast/1/${purpose}`, index === 0 ? 32 : 16),
        ).toString('hex'),
      )
      .join(''),
  );
  made.vault.close();
});
afterAll(() => made.close());

function readWithReader() {
  const done = spawnSync(
    process.execPath,
    ['-e', script, reader ?? '', join(made.folder, 'vault.db'), rawKey],
    { encoding: 'utf8' },
  );
  if (done.status !== 0) throw new Error(done.stderr);
  return answerSchema.parse(JSON.parse(done.stdout));
}

describe.skipIf(reader === null)('a vault made today, in an independent SQLCipher 4', () => {
  it('opens with the database key, is whole, and shows its rows', () => {
    const answer = readWithReader();
    expect(answer.version).toMatch(/^4\./);
    expect(answer).toMatchObject({ damage: [], integrity: 'ok', cases: ['FV-1'] });
    expect(answer.files.map(({ sha256 }) => sha256)).toEqual(filled.hashes);
  });

  it('gives the keys with which every original is decrypted to its recorded SHA-256', () => {
    for (const { id, key, sha256 } of readWithReader().files) {
      const sealed = readFileSync(join(made.folder, 'evidence', id.slice(-2), id));
      const header = sealed.subarray(0, 24);
      const plain: Buffer[] = [];
      const chunk = 65_536 + 16;
      for (let at = 24, number = 0; at < sealed.length; at += chunk, number += 1) {
        const piece = sealed.subarray(at, at + chunk);
        const nonce = Buffer.alloc(12);
        nonce.writeUIntBE(number, 5, 6);
        nonce[11] = at + chunk >= sealed.length ? 1 : 0;
        const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce);
        decipher.setAAD(header).setAuthTag(piece.subarray(-16));
        plain.push(decipher.update(piece.subarray(0, -16)), decipher.final());
      }
      expect(createHash('sha256').update(Buffer.concat(plain)).digest('hex')).toBe(sha256);
    }
  });

  it('is found damaged there when one bit is flipped, so that the test above can fail', () => {
    const path = join(made.folder, 'vault.db');
    const whole = readFileSync(path);
    const changed = Buffer.from(whole);
    const at = 3 * 4096 + 100;
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(path, changed);
    let found: string;
    try {
      const { damage, integrity } = readWithReader();
      found = damage.length > 0 || integrity !== 'ok' ? 'damage' : 'nothing';
    } catch {
      found = 'damage';
    } finally {
      writeFileSync(path, whole);
    }
    expect(found).toBe('damage');
  });
});
