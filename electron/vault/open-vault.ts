import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { HoldfastError } from '../../shared/errors';
import type { VaultStatus } from '../../shared/contract/vault-methods';
import type { VaultContext } from '../services/context';
import { appendAudit } from './audit';
import { createContext } from './context';
import type { ContextDeps } from './context';
import { openDatabase } from './database';
import { createFileStore } from './file-store';
import type { FsLayer } from './fs-layer';
import { realFs } from './fs-layer';
import { makeKeyFile, readKeyFiles, writeKeyFile } from './key-file';
import { deriveKey, keyLength, saltLength } from './keys';
import { migrations } from './migrations/index';
import { runMigrations } from './migrations/runner';
import { databaseName, evidenceName } from './names';
import { refuseWeakPassphrase } from './passphrase';
import { readSetting, writeSetting } from './settings';
import { findKey, makeSlot } from './slots';
import type { FoundKey, SlotDeps } from './slots';
import { newUuid } from './uuid';
import {
  abandonFolder,
  finishFolder,
  prepareFolder,
  probeVault,
  refuseIncomplete,
  sweepFolder,
} from './vault-folder';

export interface VaultDeps extends ContextDeps, Omit<SlotDeps, 'newId'> {
  /** Fails on purpose in tests only. */
  readonly layer?: FsLayer;
}

export interface OpenVault {
  readonly context: VaultContext;
  readonly status: VaultStatus;
  /** Checkpoints and closes the database and overwrites the key. */
  readonly close: () => void;
}

/**
 * Makes a vault and opens it. Throws `weak-passphrase` (fewer than 12 characters), or `vault-exists` for a folder that
 * holds a vault or anything else. vault.json is written when all else is on disk: until it is there the folder holds
 * no vault, and a second try clears what the first one left. A failure takes back what was made.
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
  refuseWeakPassphrase(input.passphrase);
  const { folder } = input;
  const layer = deps.layer ?? realFs;
  await prepareFolder(folder, layer);
  const newId = (): string => newUuid(deps.now(), deps.random);
  const vaultId = newId();
  const vaultKey = deps.random(keyLength);
  let db: Database | null = null;
  try {
    const slot = await makeSlot(vaultKey, vaultId, input.passphrase, { ...deps, newId });
    await layer.makeFolder(join(folder, evidenceName));
    // SQLite would make it readable by others, and its side files take their rights from it.
    await (await layer.create(join(folder, databaseName))).close();
    db = openWith(folder, vaultKey, vaultId);
    fillDatabase(db, { ...input, vaultId, slotId: slot.id, officeId: newId(), at: deps.now() });
    await layer.syncFolder(folder);
    await writeKeyFile(folder, makeKeyFile(vaultKey, { vaultId, generation: 1, slots: [slot] }), layer);
    await finishFolder(folder, layer);
    return opened(folder, db, vaultKey, input.name, [], deps);
  } catch (error) {
    db?.close();
    vaultKey.fill(0);
    await abandonFolder(folder);
    throw error;
  }
}

function fillDatabase(
  db: Database,
  made: { vaultId: string; slotId: string; officeId: string; officeName: string; name: string; at: Date },
): void {
  runMigrations(db, migrations);
  db.transaction(() => {
    writeSetting(db, 'office.id', made.officeId);
    writeSetting(db, 'office.name', made.officeName);
    writeSetting(db, slotName(made.slotId), made.name);
    appendAudit(db, { action: 'vault.create', subject: made.vaultId }, made.at, made.name);
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/**
 * Opens a vault and brings it to the newest tables. Throws `vault-missing`, `wrong-passphrase`, `vault-damaged`,
 * `vault-newer` or `vault-in-use`. Notices in the status: `unreferenced-files`, `missing-files`, `key-file-repaired`.
 */
export async function unlockVault(
  input: { readonly folder: string; readonly passphrase: string },
  deps: VaultDeps,
): Promise<OpenVault> {
  const { folder } = input;
  const found = await findKey(await keyFilesOf(folder), input.passphrase);
  if (found === null) throw new HoldfastError('wrong-passphrase');
  const { vaultKey, file, slot } = found;
  let db: Database | null = null;
  try {
    await refuseIncomplete(folder);
    db = openWith(folder, vaultKey, file.vaultId);
    runMigrations(db, migrations);
    const name = readSetting(db, slotName(slot.id)) ?? '';
    const notices = [
      ...(await sweepFolder(folder, db)),
      ...(await restoreCopies(folder, found, deps.layer ?? realFs)),
    ];
    const vault = opened(folder, db, vaultKey, name, notices, deps);
    vault.context.act({ action: 'vault.unlock', subject: slot.id }, () => undefined);
    return vault;
  } catch (error) {
    db?.close();
    vaultKey.fill(0);
    throw error;
  }
}

async function keyFilesOf(folder: string) {
  try {
    return await readKeyFiles(folder);
  } catch (error) {
    const lost =
      error instanceof HoldfastError &&
      error.code === 'vault-missing' &&
      (await probeVault(folder)) === 'locked';
    throw lost ? new HoldfastError('vault-damaged', { cause: error }) : error;
  }
}

/** One lost copy of the key file must not wait for the loss of the other. A folder that cannot be written is left as it is. */
async function restoreCopies(folder: string, found: FoundKey, layer: FsLayer): Promise<readonly string[]> {
  if (found.bothCopies) return [];
  const { vaultId, generation, slots } = found.file;
  const next = makeKeyFile(found.vaultKey, { vaultId, generation: generation + 1, slots });
  try {
    await writeKeyFile(folder, next, layer);
    return ['key-file-repaired'];
  } catch {
    return ['key-file-damaged'];
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
      try {
        db.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        db.close();
      }
    },
  };
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
