import { HoldfastError } from '../../shared/errors';

/** Players that may be open at a time: two side by side, and those of screens that were just left. */
const most = 8;

export interface Players {
  /** Gives a name of a player that plays this one recording; whoever does not know it cannot ask for it. */
  open(itemId: string): string;
  /** The recording of a player. Throws `not-found`. */
  itemOf(token: string): string;
  /** No player plays on: the vault is locked. */
  forget(): void;
}

/** Which frame plays which recording. `newToken` must be unguessable, and fit to be the host of an address. */
export function createPlayers(newToken: () => string): Players {
  const items = new Map<string, string>();
  return {
    open: (itemId) => {
      const token = newToken();
      items.set(token, itemId);
      const [oldest] = items.keys();
      if (items.size > most && oldest !== undefined) items.delete(oldest);
      return token;
    },
    itemOf: (token) => {
      const itemId = items.get(token);
      if (itemId === undefined) throw new HoldfastError('not-found');
      return itemId;
    },
    forget: () => {
      items.clear();
    },
  };
}
