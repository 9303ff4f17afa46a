import { existsSync } from 'node:fs';
import type {
  VaultInput,
  VaultMethodName,
  VaultOutput,
  VaultStatus,
} from '../../shared/contract/vault-methods';
import type { doorMethods } from '../../shared/contract/vault-methods';
import { HoldfastError } from '../../shared/errors';
import { inspectBackup } from '../vault/backup/inspect';
import { restoreVault } from '../vault/backup/restore';
import { createVault, unlockVault } from '../vault/open-vault';
import type { OpenVault, VaultDeps } from '../vault/open-vault';
import { noAnswers } from '../../shared/models/opening';
import type { OpeningAnswers } from '../../shared/models/opening';
import { refuseWeakPassphrase } from '../vault/passphrase';
import { readSlotAbout, writeSlotAbout } from '../vault/people/slot-rows';
import { readRecoveryWords, suggestPassphrase } from '../vault/recovery-words';

export type DoorMethodName = keyof typeof doorMethods | 'vault.create' | 'vault.unlock';

export interface Door {
  /** The folder the page's own methods work on. */
  workOn(folder: string): void;
  knows(method: VaultMethodName): method is DoorMethodName;
  handle(method: DoorMethodName, input: VaultInput<DoorMethodName>): Promise<unknown>;
}

/** What can be done while no vault is open: make one, open one, open it with the recovery kit, restore one. */
export function createDoor(context: {
  readonly deps: VaultDeps;
  readonly isOpen: () => boolean;
  readonly opened: (vault: OpenVault) => VaultStatus;
}): Door {
  const { deps, isOpen, opened } = context;
  let folder: string | null = null;

  function here(): string {
    if (folder === null) throw new HoldfastError('internal');
    return folder;
  }

  const handlers: {
    readonly [N in DoorMethodName]: (input: VaultInput<N>) => Promise<VaultOutput<N>> | VaultOutput<N>;
  } = {
    'vault.create': async (input) => opened(await createVault(input, deps)),
    'vault.unlock': async (input) => opened(await unlockVault(input, deps)),
    'door.create': async (input) => opened(await createVault({ ...input, folder: here() }, deps)),
    'door.unlock': async (input) => opened(await unlockVault({ ...input, folder: here() }, deps)),
    'door.recover': async (input) => opened(await recoverVault({ ...input, folder: here() }, deps)),
    'door.suggestPassphrase': () => ({ passphrase: suggestPassphrase(deps.random) }),
    'restore.inspect': ({ source }) => inspectBackup(deps.pathOf(source)),
    'restore.start': async ({ source, snapshot, secret }) => {
      const target = here();
      const words = 'sheets' in secret ? await readRecoveryWords(secret.sheets) : secret.passphrase;
      const from = deps.pathOf(source);
      return deps.jobs.start('restore', null, async (control) => {
        await restoreVault({ from, snapshot, secret: words, target }, { ...deps, control });
        if (!existsSync(target)) throw new HoldfastError('internal');
        return { resultId: null };
      });
    },
  };

  return {
    workOn: (next) => {
      folder ??= next;
    },
    knows: (method): method is DoorMethodName => Object.hasOwn(handlers, method),
    handle: async (method, input) => {
      if (isOpen() && method !== 'door.suggestPassphrase') throw new HoldfastError('conflict');
      return await (handlers[method] as (given: typeof input) => unknown)(input);
    },
  };
}

/**
 * Opens with the recovery kit, gives the person a new passphrase (in place of the one of the same name) and opens again
 * as that person. Throws `words-wrong` and its kin, `weak-passphrase`.
 */
export async function recoverVault(
  input: {
    readonly folder: string;
    readonly sheets: readonly string[];
    readonly name: string;
    readonly passphrase: string;
    readonly answers?: OpeningAnswers;
  },
  deps: VaultDeps,
): Promise<OpenVault> {
  await refuseWeakPassphrase(input.passphrase, [input.name]);
  const secret = await readRecoveryWords(input.sheets);
  const { folder, answers = noAnswers } = input;
  const vault = await unlockVault({ folder, passphrase: secret, answers }, deps).catch((error: unknown) => {
    throw error instanceof HoldfastError && error.code === 'wrong-passphrase'
      ? new HoldfastError('words-wrong')
      : error;
  });
  const { context, keys } = vault;
  try {
    const wanted = input.name.trim().toLocaleLowerCase('en-GB');
    const same = keys
      .slots()
      .find(
        ({ id, kind }) =>
          kind === 'passphrase' &&
          readSlotAbout(context.db, id).name.trim().toLocaleLowerCase('en-GB') === wanted,
      );
    const id = same?.id ?? context.newId();
    context.act({ action: 'recovery.use', subject: id }, () => {
      if (same === undefined) {
        writeSlotAbout(context.db, id, {
          name: input.name,
          madeAt: context.now().toISOString(),
          recovery: null,
        });
      }
    });
    await keys.put('passphrase', input.passphrase, id);
  } finally {
    vault.close();
  }
  return unlockVault({ folder: input.folder, passphrase: input.passphrase }, deps);
}
