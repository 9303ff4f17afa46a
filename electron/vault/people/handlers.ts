import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';
import type { KeyHolder, RecoveryState } from '../../../shared/models/vault';
import type { OpenVault } from '../open-vault';
import { refuseWeakPassphrase } from '../passphrase';
import { makeRecoveryWords, readRecoveryWords } from '../recovery-words';
import { readSetting } from '../settings';
import { idleMinutes, setIdleMinutes } from './locking';
import { forgetSlot, readSlotAbout, writeSlotAbout } from './slot-rows';

type Methods =
  | 'people.list'
  | 'people.add'
  | 'people.changePassphrase'
  | 'people.remove'
  | 'recovery.state'
  | 'recovery.make'
  | 'recovery.test'
  | 'recovery.printed'
  | 'locking.get'
  | 'locking.set';

/** Who may open the vault, the recovery kit, and when the vault locks itself. */
export function peopleHandlers({ context, keys, idleChanged }: OpenVault): Pick<VaultHandlers, Methods> {
  const { db } = context;
  const at = (): string => context.now().toISOString();

  function list(): KeyHolder[] {
    return keys.slots().map(({ id, kind }) => {
      const { name, madeAt } = readSlotAbout(db, id);
      return { id, kind, name, createdAt: madeAt, isYou: id === keys.mine };
    });
  }

  /** What whoever guesses a passphrase of this office would try first. */
  const knownNames = (...more: readonly string[]): readonly string[] => [
    readSetting(db, 'office.name') ?? '',
    ...list().map(({ name }) => name),
    ...more,
  ];

  const kits = () => keys.slots().filter(({ kind }) => kind === 'recovery');

  /** The newest kit: the one to test. Slots stand in the order in which they were made, whatever the clock said then. */
  function newestKit() {
    const newest = kits().at(-1);
    return newest === undefined ? undefined : { id: newest.id, about: readSlotAbout(db, newest.id) };
  }

  function recoveryState(): RecoveryState {
    const kit = newestKit();
    return {
      kind: kit?.about.recovery?.kind ?? null,
      madeAt: kit?.about.madeAt ?? null,
      testedAt: kit?.about.recovery?.testedAt ?? null,
    };
  }

  return {
    'people.list': list,

    'people.add': async ({ own, name, passphrase }) => {
      await refuseWeakPassphrase(passphrase, knownNames(name));
      if (list().some((each) => sameName(each.name, name))) throw new HoldfastError('name-taken');
      await keys.confirm(own);
      const id = context.newId();
      // The name first: a crash in between leaves a name without a slot, which nobody sees, and never a nameless person.
      context.act({ action: 'people.add', subject: id }, () => {
        writeSlotAbout(db, id, { name, madeAt: at(), recovery: null });
      });
      try {
        await keys.put('passphrase', passphrase, id);
      } catch (error) {
        context.act({ action: 'people.add-failed', subject: id }, () => {
          forgetSlot(db, id);
        });
        throw error;
      }
      context.changed('vault', null);
      return list();
    },

    'people.changePassphrase': async ({ own, next }) => {
      await refuseWeakPassphrase(next, knownNames());
      await keys.confirm(own);
      await keys.put('passphrase', next, keys.mine);
      context.act({ action: 'people.change-passphrase', subject: keys.mine }, () => undefined);
      return {};
    },

    'people.remove': async ({ own, id }) => {
      if (!keys.slots().some((slot) => slot.id === id && slot.kind === 'passphrase')) {
        throw new HoldfastError('not-found');
      }
      if (id === keys.mine) throw new HoldfastError('conflict');
      await keys.confirm(own);
      await keys.remove([id]);
      context.act({ action: 'people.remove', subject: id }, () => {
        forgetSlot(db, id);
      });
      context.changed('vault', null);
      return list();
    },

    'recovery.state': recoveryState,

    'recovery.make': async ({ own, kind }) => {
      await keys.confirm(own);
      const { secret, label, sheets } = await makeRecoveryWords(kind, context.random);
      const id = context.newId();
      const madeAt = at();
      // Kits that were never proved are worth nothing beside the new one; a proved one stays until this one is.
      const unproved = kits()
        .map((slot) => slot.id)
        .filter((slotId) => readSlotAbout(db, slotId).recovery?.testedAt == null);
      context.act({ action: 'recovery.make', subject: id, detail: { kind } }, () => {
        writeSlotAbout(db, id, { name: 'Recovery kit', madeAt, recovery: { kind, label, testedAt: null } });
      });
      await keys.put('recovery', secret, id);
      await forgetKits(unproved);
      context.changed('vault', null);
      return {
        kind,
        label,
        madeAt,
        sheets: sheets.map((words, index) => ({ number: index + 1, of: sheets.length, words: [...words] })),
      };
    },

    'recovery.test': async ({ sheets }) => {
      const kit = newestKit();
      if (kit?.about.recovery == null) throw new HoldfastError('not-found');
      if (!(await keys.opens(kit.id, await readRecoveryWords(sheets)))) {
        throw new HoldfastError('words-wrong');
      }
      const { about } = kit;
      const { recovery } = about;
      context.act({ action: 'recovery.test', subject: kit.id }, () => {
        if (recovery !== null) {
          writeSlotAbout(db, kit.id, { ...about, recovery: { ...recovery, testedAt: at() } });
        }
      });
      await forgetKits(
        kits()
          .map(({ id }) => id)
          .filter((id) => id !== kit.id),
      );
      context.changed('vault', null);
      return recoveryState();
    },

    'recovery.printed': () => {
      context.act({ action: 'recovery.print', subject: newestKit()?.id ?? null }, () => undefined);
      return {};
    },

    'locking.get': () => ({ idleMinutes: idleMinutes(db) }),
    'locking.set': (next) => {
      context.act({ action: 'locking.set', subject: null, detail: { minutes: next.idleMinutes } }, () => {
        setIdleMinutes(db, next.idleMinutes);
      });
      idleChanged(next.idleMinutes);
      return next;
    },
  };

  async function forgetKits(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await keys.remove(ids);
    context.act({ action: 'recovery.forget', subject: null, detail: { kits: ids.length } }, () => {
      for (const id of ids) forgetSlot(db, id);
    });
  }
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLocaleLowerCase('en-GB') === other.trim().toLocaleLowerCase('en-GB');
}
