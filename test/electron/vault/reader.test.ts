/** A reader written from electron/vault/README.md alone: it must stay free of Holdfast's own code below the line. */
import { createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashRaw } from '@node-rs/argon2';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { writeExtract } from '../../../shared/domain/acts/extract-lines';
import { extractCase } from '../../../electron/vault/act-extract';
import { makeEarlierVault } from '../../helpers/earlier-vault';
import { fillVault } from '../../helpers/filled-vault';
import { makeTestVault, testPassphrase } from '../../helpers/test-vault';

interface Slot {
  id: string;
  kind: string;
  kdf: { algorithm: string; m: number; t: number; p: number; salt: string };
  wrapped: string;
}

it('a vault can be read by following its description', async () => {
  const vault = await makeTestVault();
  const { context, folder } = vault;
  const stored = await context.files.write([Buffer.alloc(100_000, 'x')]);
  context.act({ action: 'test', subject: null }, () => {
    context.db
      .prepare('INSERT INTO files (id, key, sha256, bytes, created_at) VALUES (?, ?, ?, ?, ?)')
      .run(stored.id, stored.key, stored.sha256, stored.bytes, '');
  });
  vault.vault.close();

  // ---- from here on nothing but the description ----
  const gcm = (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, body: Uint8Array): Buffer => {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAAD(aad);
    decipher.setAuthTag(body.subarray(body.length - 16));
    return Buffer.concat([decipher.update(body.subarray(0, body.length - 16)), decipher.final()]);
  };
  const text = readFileSync(join(folder, 'vault.json'), 'utf8');
  const { checksum, ...rest } = JSON.parse(text) as { checksum: string } & Record<string, unknown>;
  expect(createHash('sha256').update(JSON.stringify(rest)).digest('base64')).toBe(checksum);

  const { vaultId, slots, format, generation, mac } = rest as {
    vaultId: string;
    slots: Slot[];
    format: number;
    generation: number;
    mac: string;
  };
  const slot = slots[0] as Slot;
  const { m, t, p, salt } = slot.kdf;
  const wrapping = await hashRaw(Buffer.from(testPassphrase.normalize('NFC')), {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- an ambient const enum has no value to import
    algorithm: 2,
    salt: Buffer.from(salt, 'base64'),
    memoryCost: m,
    timeCost: t,
    parallelism: p,
    outputLen: 32,
  });
  const wrapped = Buffer.from(slot.wrapped, 'base64');
  const bound = Buffer.from(`holdfast/1/slot ${vaultId} ${slot.id} argon2id ${m} ${t} ${p} ${salt}`);
  const vaultKey = gcm(wrapping, wrapped.subarray(0, 12), bound, wrapped.subarray(12));
  const derive = (purpose: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', vaultKey, vaultId, `holdfast/1/${purpose}`, length));

  const list = slots.map((s) => [
    s.id,
    s.kind,
    s.kdf.algorithm,
    s.kdf.m,
    s.kdf.t,
    s.kdf.p,
    s.kdf.salt,
    s.wrapped,
  ]);
  const signed = JSON.stringify([format, vaultId, generation, list]);
  expect(createHmac('sha256', derive('vault.json', 32)).update(signed).digest('base64')).toBe(mac);

  const nativeBinding = process.env.HOLDFAST_SQLCIPHER_ADDON;
  const db = new Database(join(folder, 'vault.db'), nativeBinding === undefined ? {} : { nativeBinding });
  db.pragma("cipher='sqlcipher'");
  db.pragma('legacy=4');
  db.pragma(
    `key="x'${derive('database', 32).toString('hex')}${derive('database salt', 16).toString('hex')}'"`,
  );
  const row = db.prepare('SELECT id, key, sha256, bytes FROM files').get() as {
    id: string;
    key: Buffer;
    sha256: string;
  };
  db.close();

  const sealed = readFileSync(join(folder, 'evidence', row.id.slice(-2), row.id));
  expect(sealed.toString('latin1', 0, 4)).toBe('HFE1');
  const size = sealed.readUInt32BE(4) + 16;
  const plain: Buffer[] = [];
  for (let at = 24, number = 0; at < sealed.length; at += size, number += 1) {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(number, 7);
    nonce[11] = at + size >= sealed.length ? 1 : 0;
    plain.push(gcm(row.key, nonce, sealed.subarray(0, 24), sealed.subarray(at, at + size)));
  }
  expect(createHash('sha256').update(Buffer.concat(plain)).digest('hex')).toBe(row.sha256);
  expect(Buffer.concat(plain).equals(Buffer.alloc(100_000, 'x'))).toBe(true);

  await vault.close();
});

interface ActRow {
  seq: number;
  at: string;
  author: string;
  action: string;
  subject: string | null;
  detail: string;
  slot: string | null;
  salt: string | null;
  case_id: string | null;
  case_number: number | null;
  previous: string;
  hash: string;
}

it('the record of acts and an extract of one case can be verified by following their description', async () => {
  const { vault, head: printedBefore } = await makeEarlierVault();
  const { context, folder } = vault;
  const { caseId } = await fillVault(vault.vault, 'A-1');
  await fillVault(vault.vault, 'B-1');
  const printed = context.auditHead();
  const rows = context.db.prepare('SELECT * FROM audit ORDER BY seq').all() as ActRow[];
  const file = join(folder, '..', 'extract.jsonl');
  const lines = [...writeExtract(extractCase(context.db, caseId))];
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));

  // ---- from here on nothing but the description ----
  const h = (list: readonly unknown[]): string =>
    createHash('sha256').update(JSON.stringify(list), 'utf8').digest('hex');

  let previous = '0'.repeat(64);
  let salted = 0;
  const inCase = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const { seq, at, author, action, subject, detail, slot, salt } = row;
    expect([seq, row.previous]).toEqual([index + 1, previous]);
    if (row.case_id !== null) {
      inCase.set(row.case_id, (inCase.get(row.case_id) ?? 0) + 1);
      expect(row.case_number).toBe(inCase.get(row.case_id));
    } else expect(row.case_number).toBeNull();
    if (salt === null) {
      expect([salted, row.case_id]).toEqual([0, null]);
      const said = [previous, seq, at, author, action, subject, detail];
      expect(h(slot === null ? said : [...said, slot])).toBe(row.hash);
    } else {
      const said = [seq, at, author, action, subject, detail, slot, row.case_id, row.case_number];
      const inner = h(['holdfast-act-v1', salt, ...said]);
      const list =
        salted === 0
          ? ['holdfast-acts-begin-v1', seq - 1, previous, inner]
          : ['holdfast-acts-v1', previous, inner];
      expect(h(list)).toBe(row.hash);
      salted += 1;
    }
    previous = row.hash;
  }
  expect(previous).toBe(printed);
  // Both rules, two cases, and the acts of the office.
  expect([rows.length - salted, inCase.size]).toEqual([5, 2]);

  const text = readFileSync(file, 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  const [heading, ...steps] = text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as unknown) as [
    {
      holdfast: string;
      format: number;
      caseId: string;
      sealed: { acts: number; head: string };
      head: string;
    },
    ...(
      (Omit<ActRow, 'case_id' | 'case_number'> & { caseId: string; caseNumber: number }) | { inner: string }
    )[],
  ];
  expect(heading).toMatchObject({ holdfast: 'extract of the record of acts', format: 1, caseId });
  expect(heading.sealed).toEqual({ acts: 5, head: printedBefore });
  let [acts, end, shown] = [heading.sealed.acts, heading.sealed.head, 0];
  for (const [index, step] of steps.entries()) {
    acts += 1;
    let inner: string;
    if ('inner' in step) ({ inner } = step);
    else {
      const { seq, at, author, action, subject, detail, slot, salt, caseNumber } = step;
      shown += 1;
      expect([seq, step.caseId, caseNumber]).toEqual([acts, caseId, shown]);
      inner = h([
        'holdfast-act-v1',
        ...[salt, seq, at, author, action, subject, detail, slot, step.caseId, caseNumber],
      ]);
    }
    end = h(
      index === 0 ? ['holdfast-acts-begin-v1', acts - 1, end, inner] : ['holdfast-acts-v1', end, inner],
    );
  }
  expect([end, heading.head]).toEqual([printed, printed]);
  expect(shown).toBe(inCase.get(caseId));

  await vault.close();
});
