import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCommand } from '../../../electron/cli/export';
import { ensureOfficeKeys } from '../../../electron/services/offices/office';
import type { TableDeclaration } from '../../../electron/vault/declared/declaration';
import { declaredTables } from '../../../electron/vault/declared/tables';
import { emptyTables } from '../../helpers/every-table';
import { fillAllTables } from '../../helpers/filled-tables';
import { makeTestVault, testPassphrase } from '../../helpers/test-vault';
import type { TestVault } from '../../helpers/test-vault';

let made: TestVault;
let out: string;
let held: readonly Buffer[];
const rows = new Map<string, readonly string[]>();

/** Bytes as the export writes them. */
const plain = (value: unknown): unknown => (value instanceof Buffer ? value.toString('base64') : value);

/** What is declared to be written of a table, as lines. */
function declaredLines({ table, exported }: TableDeclaration): readonly string[] {
  if (exported.as === 'nothing') return [];
  const { db } = made.context;
  const keys = db.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0').pluck().all(table);
  const key = String(keys[0]);
  return (db.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[])
    .filter((row) => !Object.hasOwn(exported.withoutRows, String(row[key])))
    .map((row) =>
      JSON.stringify(
        Object.fromEntries(
          Object.entries(row)
            .filter(([name]) => !Object.hasOwn(exported.withoutColumns, name))
            .map(([name, value]) => [
              name,
              name === 'body' && exported.withoutSecrets !== undefined ? bodyOf(row) : plain(value),
            ]),
        ),
      ),
    )
    .sort();
}

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
  made = await makeTestVault();
  const { context } = made;
  await ensureOfficeKeys(context);
  await fillAllTables(made.vault);
  expect(emptyTables(context)).toEqual([]);
  for (const declaration of declaredTables) rows.set(declaration.table, declaredLines(declaration));
  const settings = context.db
    .prepare("SELECT value FROM settings WHERE name IN ('office.age-identity', 'office.signing-key')")
    .pluck()
    .all() as string[];
  const keys = context.db.prepare('SELECT key FROM files').pluck().all() as Buffer[];
  const vaultKey = made.vault.keys.withKey((key) => Buffer.from(key));
  held = [
    ...[...settings, testPassphrase, 'a password of a PDF'].map((text) => Buffer.from(text)),
    ...[...keys, vaultKey].flatMap((key) => [
      key,
      Buffer.from(key.toString('base64')),
      Buffer.from(key.toString('hex')),
    ]),
  ];
  // Beside the open vault: locking it would be an act of its own.
  await exportCommand({ folder: made.folder, out, secret: testPassphrase }, () => undefined);
});
afterAll(async () => {
  await made.close();
  await rm(out, { recursive: true, force: true });
});

/** A record's body without the password of a PDF. */
function bodyOf({ kind, body }: Record<string, unknown>): unknown {
  if (kind !== 'pdf-password' || typeof body !== 'string') return body;
  const { password: _password, ...rest } = JSON.parse(body) as Record<string, unknown>;
  return JSON.stringify(rest);
}

const fileOf = ({ table, exported }: TableDeclaration): string | null =>
  exported.as === 'nothing' ? null : (exported.file ?? `tables/${table}.jsonl`);

describe('unpacking a vault that has something in every table', () => {
  it('writes every table that is declared to be written as it is, but for what is declared to be held back', async () => {
    for (const declaration of declaredTables) {
      const file = fileOf(declaration);
      if (file === null) continue;
      const lines = (await readFile(join(out, file), 'utf8')).trimEnd().split('\n');
      expect([...lines].sort(), declaration.table).toEqual(rows.get(declaration.table));
    }
  });

  it('writes no other table', async () => {
    const files = (await readdir(join(out, 'tables'))).map((name) => `tables/${name}`);
    const declared = declaredTables.flatMap((each) => fileOf(each) ?? []);
    expect(files.sort()).toEqual(declared.filter((file) => file.startsWith('tables/')).sort());
  });

  it('writes no key and no passphrase into any file', async () => {
    const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((each) =>
      each.isFile(),
    );
    expect(held.length).toBeGreaterThan(10);
    for (const file of files) {
      const bytes = await readFile(join(file.parentPath, file.name));
      expect(held.filter((secret) => bytes.includes(secret)).length, file.name).toBe(0);
    }
  });
});
