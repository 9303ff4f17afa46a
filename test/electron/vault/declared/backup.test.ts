import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyDatabase } from '../../../../electron/vault/backup/copy';
import { declaredTables } from '../../../../electron/vault/declared/tables';
import { realFs } from '../../../../electron/vault/fs-layer';
import { databaseName } from '../../../../electron/vault/names';
import { openWith } from '../../../../electron/vault/open-vault';
import { emptyTables } from '../../../helpers/every-table';
import { fillAllTables } from '../../../helpers/filled-tables';
import { makeTestVault } from '../../../helpers/test-vault';
import { misfits } from './undeclared';

it('a backup holds every row of every declared table, and nothing that is not declared', async () => {
  const made = await makeTestVault();
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
  await fillAllTables(made.vault);
  expect(emptyTables(made.context)).toEqual([]);
  await copyDatabase(made.vault, join(folder, databaseName), realFs);
  const copy = made.vault.keys.withKey((key) => openWith(folder, key, made.vault.vaultId));
  const rowsOf = (db: typeof copy, table: string): readonly unknown[] =>
    db.prepare(`SELECT * FROM "${table}"`).all();
  for (const { table, backedUp } of declaredTables) {
    expect(backedUp, table).toBe('with-the-whole-database');
    expect(rowsOf(copy, table), table).toEqual(rowsOf(made.context.db, table));
  }
  expect(misfits(copy)).toEqual([]);
  copy.close();
  await made.close();
  await rm(folder, { recursive: true, force: true });
});
