import { randomBytes, randomUUID } from 'node:crypto';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Database as Db } from 'better-sqlite3';
import { caseHandlers } from '../../electron/services/cases/handlers';
import { createContext } from '../../electron/vault/context';
import { openDatabase } from '../../electron/vault/database';
import { createFileStore } from '../../electron/vault/file-store';
import { deriveKey, saltLength } from '../../electron/vault/keys';
import { migrations } from '../../electron/vault/migrations/index';
import { runMigrations } from '../../electron/vault/migrations/runner';
import { writeSetting } from '../../electron/vault/settings';
import { createNewId } from '../../electron/vault/uuid';
import { testDeps } from '../helpers/test-vault';
import type { Measured } from './result';
import { inTurns, timed } from './rounds';
import { fillRows, size } from './vault-rows';

interface Prepared {
  readonly folder: string;
  readonly vaultKey: Buffer;
  readonly vaultId: string;
  readonly plain: string;
}

/** What an unlock does behind the passphrase: from the vault key to an open database with the newest tables. */
function openVaultDatabase({ folder, vaultKey, vaultId }: Omit<Prepared, 'plain'>): Db {
  const key = deriveKey(vaultKey, vaultId, 'database');
  const salt = deriveKey(vaultKey, vaultId, 'database salt', saltLength);
  const db = openDatabase(join(folder, 'vault.db'), key, salt);
  runMigrations(db, migrations);
  return db;
}

function contextOf(db: Db, folder: string) {
  const deps = testDeps();
  const newId = createNewId(deps);
  const files = createFileStore({ folder: join(folder, 'evidence'), newId, random: deps.random });
  return createContext(db, files, newId, { name: 'Bench', slot: 'bench' }, deps);
}

/** A filled vault database, and a copy of that very file with the encryption taken off. */
async function prepare(folder: string): Promise<Prepared> {
  await mkdir(folder);
  const made = { folder, vaultKey: randomBytes(32), vaultId: randomUUID() };
  const db = openVaultDatabase(made);
  writeSetting(db, 'office.id', randomUUID());
  fillRows(db, 20_260_302);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();

  const plain = join(folder, 'plain.db');
  await copyFile(join(folder, 'vault.db'), plain);
  const copy = new Database(plain);
  copy.pragma("cipher='sqlcipher'");
  copy.pragma('legacy=4');
  const key = deriveKey(made.vaultKey, made.vaultId, 'database').toString('hex');
  const salt = deriveKey(made.vaultKey, made.vaultId, 'database salt', saltLength).toString('hex');
  copy.pragma(`key="raw:${key}${salt}"`);
  // Taking off the encryption is refused in WAL mode.
  copy.pragma('journal_mode=DELETE');
  copy.pragma("rekey=''");
  copy.pragma('journal_mode=WAL');
  copy.close();
  return { ...made, plain };
}

/** The statement that the caseload sends, taken from the handler itself so that the two can never differ. */
function caseloadSql(prepared: Prepared): string {
  const sent: string[] = [];
  const db = new Database(prepared.plain, { verbose: (sql) => sent.push(String(sql)) });
  try {
    const list = caseHandlers(contextOf(db, prepared.folder))['cases.list'];
    sent.length = 0;
    void list({});
  } finally {
    db.close();
  }
  const [only, more] = sent;
  if (only === undefined || more !== undefined)
    throw new Error('The caseload is not one statement any more.');
  return only;
}

/** Opens a database and reads the caseload as the app does. */
function caseloadOf(prepared: Prepared, open: () => Db): () => Promise<number> {
  return async () => {
    let db: Db | null = null;
    let listed = 0;
    const time = await timed(async () => {
      db = open();
      listed = (await caseHandlers(contextOf(db, prepared.folder))['cases.list']({})).length;
    }).finally(() => db?.close());
    if (listed !== size.cases) throw new Error('A case was not listed.');
    return time;
  };
}

const tool = 'better-sqlite3, the same build without a cipher, on an unencrypted copy of the file';

/** Opening a large vault with the vault key in hand, and its first screen. */
export async function openBench(
  parent: string,
  rounds: number,
  say: (line: string) => void,
): Promise<readonly Measured[]> {
  say('Filling a vault.');
  const prepared = await prepare(join(parent, 'filled'));
  const sql = caseloadSql(prepared);
  // Milliseconds each, so more rounds cost nothing and steady the median.
  const many = rounds * 5;

  say('Opening it.');
  const opened = await inTurns(
    many,
    () => {
      let db: Db | null = null;
      return timed(() => {
        db = openVaultDatabase(prepared);
      }).finally(() => db?.close());
    },
    () => {
      let db: Db | null = null;
      return timed(() => {
        db = new Database(prepared.plain);
        db.prepare('SELECT count(*) FROM sqlite_master').get();
      }).finally(() => db?.close());
    },
  );

  say('Opening it and reading the caseload.');
  const counts = { theirs: 0 };
  const listed = await inTurns(
    many,
    caseloadOf(prepared, () => openVaultDatabase(prepared)),
    () => {
      let db: Db | null = null;
      return timed(() => {
        db = new Database(prepared.plain);
        counts.theirs = db.prepare(sql).all().length;
      }).finally(() => db?.close());
    },
  );
  say('The same without the encryption.');
  const alone = await inTurns(
    many,
    caseloadOf(prepared, () => openVaultDatabase(prepared)),
    caseloadOf(prepared, () => new Database(prepared.plain)),
  );
  if (counts.theirs !== size.cases) throw new Error('A case was not listed.');

  const rows = `${size.cases} cases, ${size.cases * size.entries} entries, ${size.cases * size.items * size.facts} facts`;
  return [
    {
      name: 'unlock-without-kdf',
      unit: 'ms',
      ours: opened.ours,
      theirs: { tool, values: opened.theirs },
      compared:
        `A vault of ${rows}, files in a warm cache. Ours: keys derived from the vault key, opened, the key proved by a first ` +
        'read, settings, lock taken for one process, tables checked for their version. Theirs opens and reads the same first row.',
    },
    {
      name: 'open-and-caseload',
      unit: 'ms',
      ours: listed.ours,
      theirs: { tool, values: listed.theirs },
      compared:
        `The same vault. Ours: opened as above, cases.list through a real context, each row checked by its schema. ` +
        'Theirs: opened, the same SELECT, rows not checked.',
    },
    {
      name: 'caseload-encryption',
      unit: 'ms',
      ours: alone.ours,
      theirs: { tool: `our own handler over ${tool}`, values: alone.theirs },
      compared: 'As above, with the same code on both sides: what remains is the price of the encryption.',
    },
  ];
}
