import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { HoldfastError } from '../../shared/errors';
import { noAnswers } from '../../shared/models/opening';
import type { OpeningAnswers } from '../../shared/models/opening';
import type { VaultStatus } from '../../shared/contract/vault-methods';
import type { VaultContext } from './api';
import { actSaltLength, appendAudit } from './audit';
import { forgetAttempts, noteFailedUnlock, readAttempts } from './attempts';
import type { Attempts } from './attempts';
import { backupState } from './backup/places';
import { createContext } from './context';
import type { ContextDeps } from './context';
import { openDatabase } from './database';
import { createFileStore } from './file-store';
import type { FsLayer } from './fs-layer';
import { realFs } from './fs-layer';
import { removeErased } from './erased-files';
import { makeKeyFile, readKeyFiles, writeKeyFile } from './key-file';
import type { KeyFile } from './key-file';
import { deriveKey, keyLength, saltLength } from './keys';
import { migrations } from './migrations/index';
import { runMigrations } from './migrations/runner';
import { databaseName, evidenceName } from './names';
import { refuseWeakPassphrase } from './passphrase';
import { createKeyRing } from './people/key-ring';
import type { KeyRing } from './people/key-ring';
import { idleMinutes } from './people/locking';
import { isScreenPrivate } from './people/screen';
import { readSlotAbout, writeSlotAbout } from './people/slot-rows';
import { askAboutClock, settleClock } from './own-clock';
import type { ClockConfirmed } from './own-clock';
import { placeWarning } from './place';
import { askAboutPlace, settlePlace, whenMade } from './same-place';
import type { PlaceAnswered } from './same-place';
import { sweepScratchNow } from './scratch';
import { renewSeries } from './series-renewal';
import { writeSetting } from './settings';
import { findKeyFor, makeSlot } from './slots';
import type { FoundKey, SlotDeps } from './slots';
import { createNewId } from './uuid';
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
  /** Somebody chose another time until the vault locks itself. */
  readonly idleChanged?: (minutes: number) => void;
  /** Somebody chose whether the window may be seen in screenshots. */
  readonly screenChanged?: (isPrivate: boolean) => void;
  /** Whether a crash could leave the memory of this process on the disk. */
  readonly crashLeavesMemory?: () => boolean;
}

export interface OpenVault {
  readonly context: VaultContext;
  readonly status: VaultStatus;
  readonly folder: string;
  readonly vaultId: string;
  readonly keys: KeyRing;
  readonly layer: FsLayer;
  /** What a scratch vault is opened with when a backup is tried out. */
  readonly deps: VaultDeps;
  /** Minutes without input until the app locks it. */
  readonly idleMinutes: () => number;
  readonly idleChanged: (minutes: number) => void;
  /** Whether the window is to be kept out of screenshots. */
  readonly isScreenPrivate: () => boolean;
  readonly screenChanged: (isPrivate: boolean) => void;
  /** Reads the database file as it lies on disk, from a byte on, into the whole buffer; gives the bytes read. */
  readonly readRaw: (target: Buffer, position: number) => number;
  /** Checkpoints and closes the database and overwrites the key. */
  readonly close: () => void;
}

/**
 * Makes a vault and opens it. Throws `weak-passphrase`, or `vault-exists` for a folder that
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
  await refuseWeakPassphrase(input.passphrase, [input.name, input.officeName]);
  const { folder } = input;
  const layer = deps.layer ?? realFs;
  await prepareFolder(folder, layer);
  const newId = createNewId(deps);
  const vaultId = newId();
  const vaultKey = deps.random(keyLength);
  let db: Database | null = null;
  try {
    const slot = await makeSlot(vaultKey, vaultId, input.passphrase, { ...deps, newId });
    await layer.makeFolder(join(folder, evidenceName));
    // SQLite would make it readable by others, and its side files take their rights from it.
    await (await layer.create(join(folder, databaseName))).close();
    db = openWith(folder, vaultKey, vaultId);
    fillDatabase(db, {
      ...input,
      vaultId,
      slotId: slot.id,
      officeId: newId(),
      at: deps.now(),
      salt: deps.random(actSaltLength),
    });
    await layer.syncFolder(folder);
    const file = makeKeyFile(vaultKey, { vaultId, generation: 1, slots: [slot] });
    await writeKeyFile(folder, file, layer);
    await finishFolder(folder, layer);
    return opened(folder, db, { vaultKey, file, slot }, input.name, dangers(deps), deps);
  } catch (error) {
    db?.close();
    vaultKey.fill(0);
    await abandonFolder(folder);
    throw error;
  }
}

function fillDatabase(
  db: Database,
  made: {
    folder: string;
    vaultId: string;
    slotId: string;
    officeId: string;
    officeName: string;
    name: string;
    at: Date;
    salt: Buffer;
  },
): void {
  runMigrations(db, migrations);
  const folderMade = whenMade(made.folder);
  db.transaction(() => {
    writeSetting(db, 'office.id', made.officeId);
    writeSetting(db, 'office.name', made.officeName);
    if (folderMade !== null) settlePlace(db, { made: folderMade, answer: null });
    writeSlotAbout(db, made.slotId, { name: made.name, madeAt: made.at.toISOString(), recovery: null });
    const actor = { name: made.name, slot: made.slotId };
    const act = { action: 'vault.create', subject: made.vaultId, caseId: null };
    appendAudit(db, act, { at: made.at, actor, salt: made.salt });
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
}

/**
 * Opens a vault and brings it to the newest tables. Throws `vault-missing`, `wrong-passphrase`, `vault-damaged`,
 * `vault-newer` or `vault-in-use`. Notices in the status: `unreferenced-files`, `missing-files`, `key-file-repaired`,
 * `key-file-damaged`, `attempts` (failed unlocks since the last good one), `cloud-folder`, `network-folder`,
 * `kit-untested`, `backup-overdue`. A whole sheet of recovery words opens it too. Throws `clock-asked` or `place-asked`, and leaves
 * the rows as they are, where a person must answer first (own-clock.ts, same-place.ts): it is called again with the answer.
 */
export async function unlockVault(
  input: { readonly folder: string; readonly passphrase: string; readonly answers?: OpeningAnswers },
  deps: VaultDeps,
): Promise<OpenVault> {
  const { folder, answers = noAnswers } = input;
  const layer = deps.layer ?? realFs;
  const copies = await keyFilesOf(folder);
  const found = await findKeyFor(copies, input.passphrase);
  if (found === null) {
    await noteFailedUnlock(folder, deps.now(), layer);
    throw new HoldfastError('wrong-passphrase');
  }
  const { vaultKey, file, slot } = found;
  let db: Database | null = null;
  try {
    await refuseIncomplete(folder);
    db = openWith(folder, vaultKey, file.vaultId);
    runMigrations(db, migrations);
    const asked = askBeforeOpening(db, folder, answers, deps);
    const { name } = readSlotAbout(db, slot.id);
    await finishErasing(folder, db, layer);
    const attempts = await readAttempts(folder);
    const warning = placeWarning(folder);
    const notices = [
      ...(await sweepFolder(folder, db)),
      ...(await restoreCopies(folder, found, layer)),
      ...(attempts === null ? [] : ['attempts']),
      ...(warning === null ? [] : [warning]),
      ...dangers(deps),
      ...(kitIsUnproved(db, file) ? ['kit-untested'] : []),
      ...(backupState(db, deps.now()).overdue ? ['backup-overdue'] : []),
    ];
    const vault = opened(folder, db, found, name, notices, deps);
    recordAnswers(vault.context, asked);
    recordUnlock(vault.context, slot.id, attempts);
    renewSeries(vault.context);
    await forgetAttempts(folder, layer);
    return vault;
  } catch (error) {
    db?.close();
    vaultKey.fill(0);
    throw error;
  }
}

interface Answered {
  readonly clock: ClockConfirmed | null;
  readonly place: PlaceAnswered | null;
}

function askBeforeOpening(
  db: Database,
  folder: string,
  answers: OpeningAnswers,
  { now }: Pick<VaultDeps, 'now'>,
): Answered {
  const clock = askAboutClock(db, now(), answers.clock);
  return { clock, place: askAboutPlace(db, folder, answers.place) };
}

function recordAnswers({ act, db }: VaultContext, { clock, place }: Answered): void {
  if (clock !== null) {
    act({ action: 'clock.confirm', subject: null, detail: { ...clock } }, () => {
      settleClock(db);
    });
  }
  if (place === null) return;
  if (place.answer === null) settlePlace(db, place);
  else
    act({ action: 'vault.place', subject: null, detail: { answer: place.answer } }, () => {
      settlePlace(db, place);
    });
}

/** Failed unlocks go into the record now: it could not be written while nobody had the key. */
function recordUnlock(context: VaultContext, slotId: string, attempts: Attempts | 'damaged' | null): void {
  if (attempts === 'damaged') {
    context.act({ action: 'unlock.failed-unknown', subject: null }, () => undefined);
  } else if (attempts !== null) {
    for (const at of attempts.times) {
      context.act({ action: 'unlock.failed', subject: null, detail: { at } }, () => undefined);
    }
    if (attempts.more > 0) {
      context.act(
        { action: 'unlock.failed', subject: null, detail: { more: attempts.more } },
        () => undefined,
      );
    }
  }
  context.act({ action: 'vault.unlock', subject: slotId }, () => undefined);
}

/** Removes files whose keys were destroyed when the app was stopped in the middle of an erasure. */
async function finishErasing(folder: string, db: Database, layer: FsLayer): Promise<void> {
  await removeErased(
    db,
    createFileStore({ folder: join(folder, evidenceName), newId: randomUUID, random: randomBytes, layer }),
  );
}

function kitIsUnproved(db: Database, file: KeyFile): boolean {
  return !file.slots.some(
    ({ id, kind }) => kind === 'recovery' && readSlotAbout(db, id).recovery?.testedAt != null,
  );
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

/** What of this run, and not of the vault, is to be told. */
function dangers({ crashLeavesMemory }: VaultDeps): readonly string[] {
  return crashLeavesMemory?.() === true ? ['core-files'] : [];
}

function opened(
  folder: string,
  db: Database,
  found: Pick<FoundKey, 'vaultKey' | 'file' | 'slot'>,
  name: string,
  notices: readonly string[],
  deps: VaultDeps,
): OpenVault {
  const newId = createNewId(deps);
  const layer = deps.layer ?? realFs;
  const files = createFileStore({
    folder: join(folder, evidenceName),
    newId,
    random: deps.random,
    layer,
  });
  const context = createContext(db, files, newId, { name, slot: found.slot.id }, deps);
  const keys = createKeyRing(folder, found.vaultKey, found.file, found.slot.id, { ...deps, newId, layer });
  let raw: number | null = null;
  return {
    context,
    folder,
    vaultId: found.file.vaultId,
    keys,
    layer,
    deps,
    status: { state: 'unlocked', slotName: name, notices: [...notices] },
    idleMinutes: () => idleMinutes(db),
    idleChanged: deps.idleChanged ?? (() => undefined),
    isScreenPrivate: () => isScreenPrivate(db),
    screenChanged: deps.screenChanged ?? (() => undefined),
    readRaw: (target, position) => {
      // Kept open until the database is closed: on POSIX, closing it would drop SQLite's own lock on the file.
      raw ??= openSync(join(folder, databaseName), 'r');
      return readSync(raw, target, 0, target.length, position);
    },
    close: () => {
      keys.destroy();
      if (!db.open) return;
      try {
        recordLock(context);
        db.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        db.close();
        if (raw !== null) closeSync(raw);
        // A backup that is being tried out ends here: what it was tried out with goes with it.
        sweepScratchNow(folder);
      }
    },
  };
}

/** A disk that is full must not keep a vault from being locked. */
function recordLock(context: VaultContext): void {
  try {
    context.act({ action: 'vault.lock', subject: null }, () => undefined);
  } catch {
    return;
  }
}

/** Opens the database of a vault folder. Both derived keys are overwritten again. */
export function openWith(
  folder: string,
  vaultKey: Uint8Array,
  vaultId: string,
  name: string = databaseName,
): Database {
  const key = deriveKey(vaultKey, vaultId, 'database');
  const salt = deriveKey(vaultKey, vaultId, 'database salt', saltLength);
  try {
    return openDatabase(join(folder, name), key, salt);
  } finally {
    key.fill(0);
  }
}
