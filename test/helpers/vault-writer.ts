/**
 * A process to be killed: makes or opens the vault of its first argument and stores files and writes entries until it dies. It
 * says `ready` when it begins, then the id and SHA-256 of each file whose row is committed, and the id of each version: what it
 * said must never be lost.
 */
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createVault, unlockVault } from '../../electron/vault/open-vault';
import { probeVault } from '../../electron/vault/vault-folder';
import { nothingMore } from '../../shared/domain/entry-content';
import { filledCase } from './filled-vault';
import { testDeps, testPassphrase } from './test-vault';

async function write(folder: string): Promise<never> {
  const say = (line: string): void => {
    writeSync(1, `${line}\n`);
  };
  say('ready');
  const input = { folder, passphrase: testPassphrase, name: 'A', officeName: 'B' };
  const isNew = (await probeVault(folder)) === 'none';
  const { context } = await (isNew ? createVault(input, testDeps()) : unlockVault(input, testDeps()));
  const { records, newId } = context;
  const caseId = newId();
  context.act({ action: 'test.case', subject: caseId }, () =>
    records.create('case', { id: caseId, caseId, body: { ...filledCase, reference: caseId } }),
  );
  say('open');
  let entryId: string | null = null;
  for (;;) {
    const file = await context.files.write([randomBytes(1 + (randomBytes(4).readUInt32BE() % 300_000))]);
    context.act({ action: 'test.store', subject: file.id }, () => {
      context.db
        .prepare('INSERT INTO files (id, key, sha256, bytes, created_at) VALUES (?, ?, ?, ?, ?)')
        .run(file.id, file.key, file.sha256, file.bytes, context.now().toISOString());
    });
    say(`${file.id} ${file.sha256}`);
    const title = file.sha256;
    const written = context.act({ action: 'test.entry', subject: null }, () => {
      const body = { ...nothingMore, edtf: '2026-03-01', time: null, title };
      // Some are changed over and over, and now and then there is another.
      if (entryId !== null && file.sha256 < 'c') return records.change(entryId, body);
      entryId = newId();
      return records.create('entry', { id: entryId, caseId, body });
    });
    say(`version ${written.id}`);
  }
}

void write(process.argv[2] ?? '');
