import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyAudit } from '../../electron/vault/audit';
import { databaseName } from '../../electron/vault/names';
import { migrations } from '../../electron/vault/migrations/index';
import { runMigrations } from '../../electron/vault/migrations/runner';
import { openWith } from '../../electron/vault/open-vault';
import { makeTestVault } from './test-vault';
import type { TestVault } from './test-vault';

/** The tables as they were when acts were not salted yet. */
const lastUnsalted = 230;

/** Acts as that version wrote them, after the two of a vault that was made and opened before slots were recorded. */
const acts = ['vault.create', 'vault.unlock', 'case.create', 'evidence.import', 'vault.lock'] as const;

export interface EarlierVault {
  readonly vault: TestVault;
  /** The rows of the record as they were before this version opened the vault. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** The head that a bundle of that time has in print. */
  readonly head: string;
  /** What this version finds in the tables as they were then, as when it checks an older backup. */
  readonly found: ReturnType<typeof verifyAudit>;
}

/** A vault of the version before acts were salted, with some acts, opened by this one. */
export async function makeEarlierVault(): Promise<EarlierVault> {
  const made = await makeTestVault();
  const { folder, vault } = made;
  const settings = made.context.db.prepare('SELECT name, value FROM settings').all();
  const key = vault.keys.withKey((vaultKey) => Buffer.from(vaultKey));
  vault.close();
  for (const name of [databaseName, `${databaseName}-wal`]) await rm(join(folder, name), { force: true });

  const db = openWith(folder, key, vault.vaultId);
  runMigrations(db, migrations, lastUnsalted);
  const addSetting = db.prepare('INSERT INTO settings (name, value) VALUES (@name, @value)');
  for (const setting of settings) addSetting.run(setting);
  const addAct = db.prepare(
    `INSERT INTO audit (seq, at, author, action, subject, detail, slot, previous, hash)
     VALUES (@seq, @at, @author, @action, @subject, @detail, @slot, @previous, @hash)`,
  );
  let previous = '0'.repeat(64);
  // Not so long ago that whoever opens it is asked about the clock.
  const hour = 3_600_000;
  const start = Date.now() - 24 * hour;
  for (const [index, action] of acts.entries()) {
    const act = {
      seq: index + 1,
      at: new Date(start + index * hour).toISOString(),
      author: 'Zoë',
      action,
      subject: index === 1 ? null : `subject ${index}`,
      detail: JSON.stringify({ number: index }),
      slot: index < 2 ? null : 'a slot',
    };
    const { seq, at, author, subject, detail, slot } = act;
    const fields = [previous, seq, at, author, action, subject, detail, ...(slot === null ? [] : [slot])];
    const hash = createHash('sha256').update(JSON.stringify(fields)).digest('hex');
    addAct.run({ ...act, previous, hash });
    previous = hash;
  }
  const rows = db.prepare('SELECT * FROM audit ORDER BY seq').all() as Record<string, unknown>[];
  const found = verifyAudit(db);
  db.close();
  return { vault: await made.reopen(), rows, head: previous, found };
}
