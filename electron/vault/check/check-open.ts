import { join } from 'node:path';
import type { CheckReport } from '../../../shared/models/vault';
import type { JobControl } from '../api';
import { deriveKey, saltLength } from '../keys';
import { evidenceName } from '../names';
import type { OpenVault } from '../open-vault';
import { checkDatabase } from './database';
import { checkFiles } from './files';
import { createFindings } from './findings';
import { checkFolder } from './folder';
import { checkKeyFiles } from './key-files';
import { checkPages } from './pages';

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

type Control = Pick<JobControl, 'signal' | 'progress'>;

/**
 * Checks the vault that is open, while people work on. Finds and tells; changes nothing but the log it empties. Waits for
 * its turn: a file that is just being erased would be told as one that belongs to nothing.
 */
export function checkOpenVault(
  vault: OpenVault,
  depth: CheckReport['depth'],
  control: Control,
): Promise<CheckReport> {
  return vault.context.alone(() => checkNow(vault, depth, control), {
    signal: control.signal,
    waiting: () => {
      control.progress({ step: 'waiting' });
    },
  });
}

async function checkNow(
  vault: OpenVault,
  depth: CheckReport['depth'],
  control: Control,
): Promise<CheckReport> {
  const { context, folder, keys } = vault;
  const findings = createFindings();
  control.progress({ step: 'checking' });
  const { key, salt, whole } = keys.withKey((vaultKey) => ({
    key: deriveKey(vaultKey, vault.vaultId, 'database'),
    salt: deriveKey(vaultKey, vault.vaultId, 'database salt', saltLength),
    whole: checkKeyFiles(folder, vaultKey, findings),
  }));
  await whole;
  await checkFolder(folder, findings);
  // Everything that counts must lie in the database file itself before its pages are read.
  context.db.pragma('wal_checkpoint(TRUNCATE)');
  const { pages, damaged } = await checkPages(key, salt, vault.readRaw, pause).finally(() => key.fill(0));
  for (const page of damaged) findings.add('database-page-damaged', String(page));
  const audit = checkDatabase(context.db, findings);
  const files = await checkFiles(context.db, join(folder, evidenceName), context.files, {
    full: depth === 'full',
    findings,
    signal: control.signal,
    progress: (done, total) => {
      control.progress({ done, total });
    },
  });
  const list = findings.list();
  return {
    depth,
    at: context.now().toISOString(),
    ok: list.every(({ harm }) => !harm),
    findings: list,
    ...files,
    pages,
    ...audit,
  };
}
