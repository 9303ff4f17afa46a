import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { HoldfastError } from '../../shared/errors';
import type { VaultStatus } from '../../shared/contract/vault-methods';
import type { VaultContext } from '../services/context';
import { appendAudit } from './audit';
import { createContext } from './context';
import type { ContextDeps } from './context';
import { openDatabase } from './database';
import { draftSuffix } from './durable';
import { createFileStore, sweepFiles } from './file-store';
import type { FsLayer } from './fs-layer';
import { realFs } from './fs-layer';
import {
  isAuthentic,
  keyFileName,
  makeKeyFile,
  previousKeyFileName,
  readKeyFiles,
  slotBinding,
  writeKeyFile,
} from './key-file';
import type { KeyFile, Slot } from './key-file';
import { deriveKey, keyLength, saltLength, unwrapKey, wrapKey } from './keys';
import { migrations } from './migrations/index';
import { runMigrations } from './migrations/runner';
import { defaultCost, derivePassphraseKey, shortestPassphrase } from './passphrase';
import type { ArgonCost } from './passphrase';
import { readSetting, writeSetting } from './settings';
import { newUuid } from './uuid';

export interface VaultDeps extends ContextDeps {
  /** Cheaper in tests only. */
  readonly cost?: ArgonCost;
  /** Fails on purpose in tests only. */
  readonly layer?: FsLayer;
}

export interface OpenVault {
  readonly context: VaultContext;
  readonly status: VaultStatus;
  /** Checkpoints and closes the database and overwrites the key. */
  readonly close: () => void;
}

const databaseName = 'vault.db';
const evidenceName = 'evidence';

/**
 * Makes a vault and opens it. Throws `weak-passphrase` (fewer than 12 characters) and `vault-exists`. vault.json is
 * written last: until it is there the folder holds no vault, and a second try clears what a crash left.
 */
export async function createVault(
  input: {
    readonly folder: string;
    readonly passphrase: string;
    readonly name: string;
    readonly officeName: string;
  },
  deps: VaultDeps,
): Promise<OpenVault> {
  if ([...input.passphrase.normalize('NFC')].length < shortestPassphrase)
    throw new HoldfastError('weak-passphrase');
  const layer = deps.layer ?? realFs;
  await layer.makeFolder(input.folder);
  await refuseStrangers(input.folder);
  await clearUnfinished(input.folder);
  await layer.makeFolder(join(input.folder, evidenceName));

  const newId = (): string => newUuid(deps.now(), deps.random);
  const vaultId = newId();
  const vaultKey = deps.random(keyLength);
  const slot = await makeSlot(vaultKey, vaultId, input.passphrase, deps);
  const db = openWith(input.folder, vaultKey, vaultId);
  try {
    runMigrations(db, migrations);
    db.transaction(() => {
      writeSetting(db, 'office.id', newId());
      writeSetting(db, 'office.name', input.officeName);
      writeSetting(db, slotName(slot.id), input.name);
      appendAudit(db, { action: 'vault.create', subject: vaultId }, deps.now(), input.name);
    })();
    db.pragma('wal_checkpoint(TRUNCATE)');
    await layer.syncFolder(input.folder);
    await writeKeyFile(input.folder, makeKeyFile(vaultKey, { vaultId, generation: 1, slots: [slot] }), layer);
    // A second copy at once: one damaged file must not lose a vault on its first day.
    await writeKeyFile(input.folder, makeKeyFile(vaultKey, { vaultId, generation: 2, slots: [slot] }), layer);
  } catch (error) {
    db.close();
    vaultKey.fill(0);
    throw error;
  }
  return opened(input.folder, db, vaultKey, input.name, [], deps);
}

/** Opens a vault. Throws `vault-missing`, `wrong-passphrase`, `vault-damaged`, `vault-newer` or `vault-in-use`. */
export async function unlockVault(
  input: { readonly folder: string; readonly passphrase: string },
  deps: VaultDeps,
): Promise<OpenVault> {
  const files = await readKeyFiles(input.folder);
  const found = await findKey(files, input.passphrase);
  if (found === null) throw new HoldfastError('wrong-passphrase');
  const { vaultKey, file, slot } = found;
  if (!existsSync(join(input.folder, databaseName))) throw new HoldfastError('vault-damaged');
  const db = openWith(input.folder, vaultKey, file.vaultId);
  try {
    runMigrations(db, migrations);
    const name = readSetting(db, slotName(slot.id)) ?? '';
    const notices = await sweep(input.folder, db);
    db.transaction(() => {
      appendAudit(db, { action: 'vault.unlock', subject: slot.id }, deps.now(), name);
    })();
    return opened(input.folder, db, vaultKey, name, notices, deps);
  } catch (error) {
    db.close();
    vaultKey.fill(0);
    throw error;
  }
}

function opened(
  folder: string,
  db: Database,
  vaultKey: Buffer,
  author: string,
  notices: readonly string[],
  deps: VaultDeps,
): OpenVault {
  const newId = (): string => newUuid(deps.now(), deps.random);
  const files = createFileStore({
    folder: join(folder, evidenceName),
    newId,
    random: deps.random,
    ...(deps.layer === undefined ? {} : { layer: deps.layer }),
  });
  return {
    context: createContext(db, files, newId, author, deps),
    status: { state: 'unlocked', slotName: author, notices: [...notices] },
    close: () => {
      vaultKey.fill(0);
      if (!db.open) return;
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}

async function makeSlot(
  vaultKey: Buffer,
  vaultId: string,
  passphrase: string,
  deps: VaultDeps,
): Promise<Slot> {
  const cost = deps.cost ?? defaultCost;
  const salt = deps.random(saltLength);
  const slot = {
    id: newUuid(deps.now(), deps.random),
    kind: 'passphrase' as const,
    kdf: { algorithm: 'argon2id' as const, ...cost, salt: salt.toString('base64') },
  };
  const wrapping = await derivePassphraseKey(passphrase, salt, cost);
  const wrapped = wrapKey(wrapping, vaultKey, slotBinding(vaultId, slot), deps.random);
  wrapping.fill(0);
  return { ...slot, wrapped: wrapped.toString('base64') };
}

/** Tries the passphrase on every slot, the newest key file first; the second one only when it differs. */
async function findKey(
  files: readonly KeyFile[],
  passphrase: string,
): Promise<{ readonly vaultKey: Buffer; readonly file: KeyFile; readonly slot: Slot } | null> {
  const tried = new Set<string>();
  let altered = false;
  for (const file of files) {
    for (const slot of file.slots) {
      const binding = `${slotBinding(file.vaultId, slot)} ${slot.wrapped}`;
      const wrapping = tried.has(binding)
        ? null
        : await derivePassphraseKey(passphrase, Buffer.from(slot.kdf.salt, 'base64'), slot.kdf);
      tried.add(binding);
      if (wrapping === null) continue;
      const vaultKey = unwrapKey(
        wrapping,
        Buffer.from(slot.wrapped, 'base64'),
        slotBinding(file.vaultId, slot),
      );
      wrapping.fill(0);
      if (vaultKey === null) continue;
      const authentic = files.find(
        (candidate) => candidate.slots.some(({ id }) => id === slot.id) && isAuthentic(vaultKey, candidate),
      );
      if (authentic !== undefined) return { vaultKey, file: authentic, slot };
      altered = true;
      vaultKey.fill(0);
    }
  }
  if (altered) throw new HoldfastError('vault-damaged');
  return null;
}

function openWith(folder: string, vaultKey: Buffer, vaultId: string): Database {
  const key = deriveKey(vaultKey, vaultId, 'database');
  const salt = deriveKey(vaultKey, vaultId, 'database salt', saltLength);
  try {
    return openDatabase(join(folder, databaseName), key, salt);
  } finally {
    key.fill(0);
  }
}

/** Names of people are case content too: they live in the encrypted database, never in vault.json. */
function slotName(slotId: string): string {
  return `slot.name.${slotId}`;
}

async function refuseStrangers(folder: string): Promise<void> {
  const ours = new Set([
    keyFileName,
    previousKeyFileName,
    databaseName,
    `${databaseName}-wal`,
    `${databaseName}-shm`,
    evidenceName,
  ]);
  for (const name of await readdir(folder)) {
    if (name === keyFileName || name === previousKeyFileName) throw new HoldfastError('vault-exists');
    if (!ours.has(name) && !name.endsWith(draftSuffix)) throw new HoldfastError('vault-exists');
  }
}

async function clearUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
}

/** Drops drafts that a crash left and says when files lie there that no row knows. Nothing else is deleted. */
async function sweep(folder: string, db: Database): Promise<readonly string[]> {
  const evidence = join(folder, evidenceName);
  if (!existsSync(evidence)) throw new HoldfastError('vault-damaged');
  for (const name of await readdir(folder)) {
    if (name.endsWith(draftSuffix)) await rm(join(folder, name), { force: true });
  }
  const onDisk = await sweepFiles(evidence);
  const known = new Set(db.prepare('SELECT id FROM files').pluck().all() as string[]);
  const strays = onDisk.filter((id) => !known.has(id)).length;
  const there = new Set(onDisk);
  const missing = [...known].filter((id) => !there.has(id)).length;
  return [...(strays > 0 ? ['unreferenced-files'] : []), ...(missing > 0 ? ['missing-files'] : [])];
}
