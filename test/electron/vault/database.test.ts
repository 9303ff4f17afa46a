import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Database } from 'better-sqlite3';
import { openDatabase } from '../../../electron/vault/database';
import { codeOf } from '../../helpers/code-of';
import { useTempFolders } from '../../helpers/temp-folder';

const tempFolder = useTempFolders();
const key = randomBytes(32);
const salt = randomBytes(16);
const opened: Database[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});
function open(path: string, withKey = key): Database {
  const db = openDatabase(path, withKey, salt);
  opened.push(db);
  return db;
}

/** Another process tries to read a database; gives the code SQLite answers it with. */
async function readElsewhere(path: string): Promise<string> {
  const script = `
    const Database = require(${JSON.stringify(createRequire(import.meta.url).resolve('better-sqlite3'))});
    const nativeBinding = process.env.HOLDFAST_SQLCIPHER_ADDON;
    const db = new Database(process.argv[1], { timeout: 0, ...(nativeBinding ? { nativeBinding } : {}) });
    try { db.prepare('SELECT count(*) FROM sqlite_master').get(); console.log('read'); }
    catch (error) { console.log(error.code); }`;
  const child = spawn(process.execPath, ['-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child, 'close');
  return said.trim();
}

describe('the database', () => {
  it('starts with the given salt, has no plain header, and reads back what was written', async () => {
    const path = join(await tempFolder(), 'db');
    const db = open(path);
    db.exec("CREATE TABLE t (x TEXT) STRICT; INSERT INTO t VALUES ('canary of the database')");
    db.close();
    const bytes = await readFile(path);
    expect(bytes.subarray(0, 16).equals(salt)).toBe(true);
    // Bytes 16 to 23 of a plain header are page size, versions and fractions; format 4 of SQLCipher hides them too.
    expect(bytes.subarray(16, 24).equals(Buffer.from([0x10, 0x00, 2, 2, 80, 64, 32, 32]))).toBe(false);
    expect(bytes.includes('canary of the database')).toBe(false);
    expect(open(path).prepare('SELECT x FROM t').pluck().get()).toBe('canary of the database');
  });

  it('is written with the cipher and the format that other readers of SQLCipher 4 expect', async () => {
    const db = open(join(await tempFolder(), 'db'));
    const ask = (sql: string): unknown => db.prepare(sql).pluck().get();
    expect(ask("SELECT sqlite3mc_config('cipher')")).toBe('sqlcipher');
    expect(ask("SELECT sqlite3mc_config('sqlcipher', 'legacy')")).toBe(4);
    expect(db.pragma('page_size', { simple: true })).toBe(4096);
  });

  it('does not open with another key, and is not changed by the attempt', async () => {
    const path = join(await tempFolder(), 'db');
    open(path).exec('CREATE TABLE t (x TEXT) STRICT');
    opened.splice(0).forEach((db) => db.close());
    const before = await readFile(path);
    expect(await codeOf(() => open(path, randomBytes(32)))).toBe('vault-damaged');
    expect((await readFile(path)).equals(before)).toBe(true);
  });

  it('is told to be damaged when a bit of its first page is turned', async () => {
    const path = join(await tempFolder(), 'db');
    open(path).exec('CREATE TABLE t (x TEXT) STRICT');
    opened.splice(0).forEach((db) => db.close());
    for (const at of [0, 15, 16, 1000, 4095]) {
      const bytes = await readFile(path);
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      await writeFile(path, altered);
      // The salt is not used with a raw key, but the page is authenticated with a key made from it.
      expect(await codeOf(() => open(path)), `byte ${at}`).toBe('vault-damaged');
      await writeFile(path, bytes);
    }
  });

  it('keeps its promises about safety each time it is opened, not only the first', async () => {
    const path = join(await tempFolder(), 'db');
    for (let turn = 0; turn < 2; turn += 1) {
      const db = open(path);
      const pragma = (name: string): unknown => db.pragma(name, { simple: true });
      expect({
        journal: pragma('journal_mode'),
        synchronous: pragma('synchronous'),
        foreignKeys: pragma('foreign_keys'),
        tempStore: pragma('temp_store'),
        secureDelete: pragma('secure_delete'),
        trusted: pragma('trusted_schema'),
        cells: pragma('cell_size_check'),
        locking: pragma('locking_mode'),
      }).toEqual({
        journal: 'wal',
        synchronous: 2,
        foreignKeys: 1,
        tempStore: 2,
        secureDelete: 1,
        trusted: 0,
        cells: 1,
        locking: 'exclusive',
      });
      db.close();
    }
  });

  it('can be used by one process at a time, and by another as soon as it is closed', async () => {
    const path = join(await tempFolder(), 'db');
    const db = open(path);
    db.exec('CREATE TABLE t (x TEXT) STRICT');
    expect(await readElsewhere(path)).toBe('SQLITE_BUSY');
    db.close();
    expect(await readElsewhere(path)).toBe('SQLITE_NOTADB');
  });

  it('has no file for shared memory beside it', async () => {
    const folder = await tempFolder();
    open(join(folder, 'db')).exec('CREATE TABLE t (x TEXT) STRICT');
    expect((await readdir(folder)).sort()).toEqual(['db', 'db-wal']);
  });

  it('takes keys of the right length only', async () => {
    const path = join(await tempFolder(), 'db');
    expect(await codeOf(() => openDatabase(path, randomBytes(31), salt))).toBe('internal');
    expect(await codeOf(() => openDatabase(path, key, randomBytes(15)))).toBe('internal');
  });
});
