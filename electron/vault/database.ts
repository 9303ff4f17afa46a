import Database from 'better-sqlite3';
import type { Database as Db } from 'better-sqlite3';
import { HoldfastError } from '../../shared/errors';

const keyLength = 32;
const saltLength = 16;

/**
 * Opens (or makes) a SQLCipher 4 database with a raw key, so that SQLCipher derives nothing itself.
 * @param key 32 bytes @param salt 16 bytes; they become the first bytes of the file.
 * @throws HoldfastError `vault-damaged` when the key does not open it, `vault-in-use` when another process has it.
 */
export function openDatabase(path: string, key: Uint8Array, salt: Uint8Array): Db {
  if (key.length !== keyLength || salt.length !== saltLength) throw new HoldfastError('internal');
  const nativeBinding = process.env.HOLDFAST_SQLCIPHER_ADDON;
  const db = new Database(path, { timeout: 2000, ...(nativeBinding === undefined ? {} : { nativeBinding }) });
  try {
    // The cipher must be chosen before the key, the key before anything else; legacy 4 is the file format of
    // SQLCipher 4 that other readers understand.
    db.pragma("cipher='sqlcipher'");
    db.pragma('legacy=4');
    keyWith(db, key, salt);
    // One process, one vault. WAL in this mode keeps its index in memory: no shared-memory file beside the database.
    // The lock is the operating system's, so that it never outlives a crashed process. On POSIX it is lost when this
    // process opens and closes the file by other means: nothing else here may read vault.db while it is open.
    db.pragma('locking_mode=EXCLUSIVE');
    // A wrong key shows only at the first read.
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    for (const pragma of pragmas) db.pragma(pragma);
    db.pragma(`cache_size=-${cacheKiB}`);
    // Answers the mode it could set instead of failing.
    if (db.pragma('journal_mode=WAL', { simple: true }) !== 'wal') throw new HoldfastError('not-writable');
    // Takes the lock now, so that a second opener is told at once.
    db.exec('BEGIN IMMEDIATE; COMMIT');
    return db;
  } catch (error) {
    db.close();
    throw translated(error);
  }
}

/**
 * Decrypted pages kept in memory, in KiB. Taking a page apart costs more than reading it: with the library's 16 MB the index
 * of 100,000 entries was decrypted again for every filter (72 ms against 16 ms).
 */
const cacheKiB = 64 * 1024;

/** Spills stay in memory, commits reach the disk before they count, freed pages are overwritten, schemas are not trusted. */
const pragmas = [
  'temp_store=MEMORY',
  'synchronous=FULL',
  'foreign_keys=ON',
  'secure_delete=ON',
  'trusted_schema=OFF',
  'cell_size_check=ON',
  ...(process.platform === 'darwin' ? ['fullfsync=ON', 'checkpoint_fullfsync=ON'] : []),
];

function keyWith(db: Db, key: Uint8Array, salt: Uint8Array): void {
  const prefix = Buffer.from('raw:');
  const text = Buffer.alloc(prefix.length + 2 * (keyLength + saltLength));
  prefix.copy(text);
  writeHex(key, text, prefix.length);
  writeHex(salt, text, prefix.length + 2 * keyLength);
  try {
    // The types are better-sqlite3's own and do not know the method of the build with ciphers.
    (db as Db & { key(secret: Buffer): void }).key(text);
  } finally {
    text.fill(0);
  }
}

/** Hexadecimal digits without a string on the way: a string cannot be overwritten, so the key would stay in memory. */
function writeHex(bytes: Uint8Array, target: Buffer, start: number): void {
  const digit = (value: number): number => value + (value < 10 ? 0x30 : 0x57);
  for (const [index, byte] of bytes.entries()) {
    target[start + 2 * index] = digit(byte >> 4);
    target[start + 2 * index + 1] = digit(byte & 15);
  }
}

function translated(error: unknown): unknown {
  const code =
    typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
      ? error.code
      : '';
  // SQLite's codes may carry a second part, as in SQLITE_BUSY_RECOVERY.
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new HoldfastError('vault-in-use', { cause: error });
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return new HoldfastError('vault-damaged', { cause: error });
  return error;
}
