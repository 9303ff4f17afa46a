import type { Draft } from '../../shared/models/vault';

/** Which form is being filled in, and about what. One draft is kept for each. */
export type DraftKey = Pick<Draft, 'form' | 'subject' | 'caseId'>;

export interface KeeperStore<K> {
  readonly save: (draft: K & Pick<Draft, 'body'>) => void;
  readonly remove: (key: K) => void;
  /** Runs something later; gives a function that calls it off. */
  readonly later: (milliseconds: number, run: () => void) => () => void;
}

/** Keeps what is being worked on and nobody has sent anywhere, by its key. */
export interface Keeper<K> {
  /** This is being typed; it is stored as soon as the typing stops. */
  readonly hold: (key: K, body: string) => void;
  /** The form is gone and nobody decided: what it held stays in the vault. */
  readonly release: (key: K) => void;
  /** It was saved or thrown away: no draft of it is to stay. */
  readonly drop: (key: K) => void;
  /** Everything being typed was thrown away. */
  readonly dropAll: () => void;
  /** The vault is about to be locked: everything being typed is sent now, before this returns. */
  readonly seal: () => void;
}

/** Long enough not to write at every key, short enough that a power cut takes half a sentence at most. */
export const storedAfter = 1_500;

interface Held<K> {
  readonly key: K;
  body: string;
  stored: string | null;
  callOff: () => void;
}

const nameOf = ({ form, subject, caseId }: DraftKey): string => `${form} ${caseId ?? ''} ${subject ?? ''}`;

/** Keeps what forms hold and nobody has saved, so that locking never costs a sentence. */
export function createDraftKeeper(store: KeeperStore<DraftKey>): Keeper<DraftKey> {
  return createKeeper(store, nameOf);
}

/** The same for anything that is worked on; `nameOf` tells its keys apart. */
export function createKeeper<K extends object>(
  { save, remove, later }: KeeperStore<K>,
  nameOf: (key: K) => string,
): Keeper<K> {
  const all = new Map<string, Held<K>>();
  let isSealed = false;

  function store(held: Held<K>): void {
    held.callOff();
    if (held.stored === held.body) return;
    held.stored = held.body;
    save({ ...held.key, body: held.body });
  }

  function drop(key: K): void {
    all.get(nameOf(key))?.callOff();
    all.delete(nameOf(key));
    remove(key);
  }

  return {
    hold: (key, body) => {
      if (isSealed) return;
      const held: Held<K> = all.get(nameOf(key)) ?? { key, body, stored: null, callOff: () => undefined };
      held.body = body;
      held.callOff();
      held.callOff = later(storedAfter, () => {
        store(held);
      });
      all.set(nameOf(key), held);
    },
    release: (key) => {
      const held = all.get(nameOf(key));
      if (held === undefined || isSealed) return;
      store(held);
      all.delete(nameOf(key));
    },
    drop: (key) => {
      if (!isSealed) drop(key);
    },
    dropAll: () => {
      for (const { key } of [...all.values()]) drop(key);
    },
    seal: () => {
      for (const held of all.values()) store(held);
      // What happens on the page from here on is the locking itself, and no decision of a person.
      isSealed = true;
    },
  };
}
