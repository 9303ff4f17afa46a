/**
 * A process to be killed: makes or opens the vault of its first argument and stores files until it dies. It says `ready`
 * when it begins, then the id and SHA-256 of each file whose row is committed: what it said must never be lost.
 */
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createVault, unlockVault } from '../../electron/vault/open-vault';
import { probeVault } from '../../electron/vault/vault-folder';
import { testDeps, testPassphrase } from './test-vault';

async function write(folder: string): Promise<never> {
  const say = (line: string): void => {
    writeSync(1, `${line}\n`);
  };
  say('ready');
  const input = { folder, passphrase: testPassphrase, name: 'A', officeName: 'B' };
  const isNew = (await probeVault(folder)) === 'none';
  const { context } = await (isNew ? createVault(input, testDeps()) : unlockVault(input, testDeps()));
  say('open');
  for (;;) {
    const file = await context.files.write([randomBytes(1 + (randomBytes(4).readUInt32BE() % 300_000))]);
    context.act({ action: 'test.store', subject: file.id }, () => {
      context.db
        .prepare('INSERT INTO files (id, key, sha256, bytes, created_at) VALUES (?, ?, ?, ?, ?)')
        .run(file.id, file.key, file.sha256, file.bytes, context.now().toISOString());
    });
    say(`${file.id} ${file.sha256}`);
  }
}

void write(process.argv[2] ?? '');
