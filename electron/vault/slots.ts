import { HoldfastError } from '../../shared/errors';
import { isAuthentic, slotBinding } from './key-file';
import type { KeyFile, Slot } from './key-file';
import { saltLength, unwrapKey, wrapKey } from './keys';
import { calibrateCost } from './calibrate';
import { costFloor, derivePassphraseKey } from './passphrase';
import { looksLikeSheet } from './recovery-words';
import type { ArgonCost } from './passphrase';

export interface SlotDeps {
  readonly random: (length: number) => Buffer;
  readonly newId: () => string;
  /** Cost of new slots; measured on this computer unless a test says otherwise. */
  readonly cost?: ArgonCost;
  /** Lowered in tests only. */
  readonly costFloor?: ArgonCost;
}

/** A slot that gives the vault key to whoever knows the passphrase. Throws `internal` for a cost below the floor. */
export async function makeSlot(
  vaultKey: Uint8Array,
  vaultId: string,
  passphrase: string,
  deps: SlotDeps & { readonly kind?: Slot['kind'] },
): Promise<Slot> {
  const { m, t, p } = deps.cost ?? (await calibrated());
  const floor = deps.costFloor ?? costFloor;
  if (m < floor.m || t < floor.t || p < floor.p) throw new HoldfastError('internal');
  const salt = deps.random(saltLength);
  const slot = {
    id: deps.newId(),
    kind: deps.kind ?? ('passphrase' as const),
    kdf: { algorithm: 'argon2id' as const, m, t, p, salt: salt.toString('base64') },
  };
  const wrapping = await derivePassphraseKey(passphrase, salt, { m, t, p });
  try {
    const wrapped = wrapKey(wrapping, vaultKey, slotBinding(vaultId, slot), deps.random);
    return { ...slot, wrapped: wrapped.toString('base64') };
  } finally {
    wrapping.fill(0);
  }
}

let measured: Promise<ArgonCost> | null = null;

/** Measured once a process: the computer does not change while it runs. */
function calibrated(): Promise<ArgonCost> {
  measured ??= calibrateCost(async (cost) => {
    const before = performance.now();
    (await derivePassphraseKey('how long does this take', Buffer.alloc(saltLength), cost)).fill(0);
    return performance.now() - before;
  });
  return measured;
}

export interface FoundKey {
  readonly vaultKey: Buffer;
  /** The newest authentic copy. */
  readonly file: KeyFile;
  readonly slot: Slot;
  /** False when a copy is missing, damaged or not authentic. */
  readonly bothCopies: boolean;
}

/**
 * Tries the passphrase on every slot of the kinds, of the copies (newest first). Null when it opens none. Throws `vault-damaged` when
 * it opens a slot of a file that nobody with the vault key wrote.
 */
export async function findKey(
  copies: readonly KeyFile[],
  passphrase: string,
  kinds: readonly Slot['kind'][] = ['passphrase'],
): Promise<FoundKey | null> {
  const tried = new Set<string>();
  let altered = false;
  for (const { vaultId, slots } of copies) {
    for (const slot of slots.filter(({ kind }) => kinds.includes(kind))) {
      const bound = slotBinding(vaultId, slot);
      const once = `${bound} ${slot.wrapped}`;
      if (tried.has(once)) continue;
      tried.add(once);
      const vaultKey = await openSlot(slot, bound, passphrase);
      if (vaultKey === null) continue;
      const authentic = copies.filter((copy) => isAuthentic(vaultKey, copy));
      const file = authentic[0];
      if (file === undefined) altered = true;
      // A slot that only the older copy still has was removed: its passphrase no longer opens the vault.
      else if (file.slots.some(({ id, wrapped }) => id === slot.id && wrapped === slot.wrapped)) {
        return { vaultKey, file, slot, bothCopies: authentic.length > 1 };
      }
      vaultKey.fill(0);
    }
  }
  if (altered) throw new HoldfastError('vault-damaged');
  return null;
}

/** As findKey, for what somebody typed: a whole sheet of the recovery kit is tried on the kit's slots first. */
export function findKeyFor(copies: readonly KeyFile[], secret: string): Promise<FoundKey | null> {
  return findKey(copies, secret, looksLikeSheet(secret) ? ['recovery', 'passphrase'] : ['passphrase']);
}

async function openSlot(slot: Slot, bound: string, passphrase: string): Promise<Buffer | null> {
  const wrapping = await derivePassphraseKey(passphrase, Buffer.from(slot.kdf.salt, 'base64'), slot.kdf);
  try {
    return unwrapKey(wrapping, Buffer.from(slot.wrapped, 'base64'), bound);
  } finally {
    wrapping.fill(0);
  }
}
