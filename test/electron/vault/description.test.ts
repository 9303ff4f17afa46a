import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listTables } from '../../../electron/vault/tables';
import { makeTestVault } from '../../helpers/test-vault';

it('every table of a vault is on the page that describes it, and nothing else is', async () => {
  const vault = await makeTestVault();
  const tables = listTables(vault.context.db)
    .filter(({ type }) => type !== 'shadow')
    .map(({ name }) => name);
  await vault.close();
  const page = readFileSync(join(import.meta.dirname, '../../../electron/vault/README.md'), 'utf8');
  const described = [...page.matchAll(/^\| (`[^|]+`) +\|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name),
  );
  expect(described.sort()).toEqual([...tables].sort());
});
