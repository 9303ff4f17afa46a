import { HoldfastError } from '../../../shared/errors';
import type { FsLayer } from '../fs-layer';
import { makeKeyFile, readKeyFiles, writeKeyFile } from '../key-file';
import type { KeyFile, Slot } from '../key-file';
import { findKey, makeSlot } from '../slots';
import type { SlotDeps } from '../slots';

/** The key slots of an open vault. It keeps the vault key to itself and overwrites it when the vault is closed. */
export interface KeyRing {
  /** The slot that opened the vault. */
  readonly mine: string;
  slots(): readonly Slot[];
  /** Throws `wrong-passphrase` unless the passphrase opens one's own slot. */
  confirm(passphrase: string): Promise<void>;
  /** Adds a slot for a new secret. `id` replaces the slot of that id: the old passphrase opens nothing from then on. */
  put(kind: Slot['kind'], secret: string, id?: string): Promise<Slot>;
  /** Takes slots away, from both copies of the key file. Throws `last-passphrase`. */
  remove(ids: readonly string[]): Promise<void>;
  /** True when the secret opens the slot. */
  opens(id: string, secret: string): Promise<boolean>;
  /** The key file as it is now: what a backup carries along. */
  current(): KeyFile;
  /** Lends the vault key for the length of a call. */
  withKey<T>(use: (vaultKey: Uint8Array) => T): T;
  destroy(): void;
}

export function createKeyRing(
  folder: string,
  vaultKey: Buffer,
  first: KeyFile,
  mine: string,
  deps: SlotDeps & { readonly layer: FsLayer },
): KeyRing {
  let file = first;

  /**
   * Writes the slots as two generations, one after the other, so that the copy before holds no slot that is gone. What is
   * on disk counts: another generation may have been written when the vault was opened.
   */
  async function write(slots: readonly Slot[], times: 1 | 2): Promise<void> {
    const [newest] = await readKeyFiles(folder);
    let generation = Math.max(file.generation, newest?.generation ?? 0);
    for (let time = 0; time < times; time += 1) {
      generation += 1;
      const next = makeKeyFile(vaultKey, { vaultId: file.vaultId, generation, slots: [...slots] });
      await writeKeyFile(folder, next, deps.layer);
      file = next;
    }
  }

  async function opens(id: string, secret: string): Promise<boolean> {
    const slot = file.slots.find((each) => each.id === id);
    if (slot === undefined) return false;
    const alone = makeKeyFile(vaultKey, { vaultId: file.vaultId, generation: 1, slots: [slot] });
    const found = await findKey([alone], secret, [slot.kind]);
    found?.vaultKey.fill(0);
    return found !== null;
  }

  return {
    mine,
    slots: () => file.slots,
    confirm: async (passphrase) => {
      if (!(await opens(mine, passphrase))) throw new HoldfastError('wrong-passphrase');
    },
    put: async (kind, secret, id) => {
      const made = await makeSlot(vaultKey, file.vaultId, secret, {
        ...deps,
        kind,
        ...(id === undefined ? {} : { newId: () => id }),
      });
      const replaced = file.slots.some((each) => each.id === made.id);
      await write(
        replaced ? file.slots.map((each) => (each.id === made.id ? made : each)) : [...file.slots, made],
        replaced ? 2 : 1,
      );
      return made;
    },
    remove: async (ids) => {
      const left = file.slots.filter(({ id }) => !ids.includes(id));
      if (!left.some(({ kind }) => kind === 'passphrase')) throw new HoldfastError('last-passphrase');
      if (left.length < file.slots.length) await write(left, 2);
    },
    opens,
    current: () => file,
    withKey: (use) => use(vaultKey),
    destroy: () => {
      vaultKey.fill(0);
    },
  };
}
