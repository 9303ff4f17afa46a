import { createHash } from 'node:crypto';
import { plainForHash } from '../../shared/domain/copied';

/** How long something of a case may stand on the system's clipboard, in milliseconds. */
export const copiedFor = 60_000;

/** A clipboard of the system: the one there is everywhere, or the one of Linux that holds what was last selected. */
export interface SystemClipboard {
  readonly write: (text: string) => Promise<void>;
  readonly read: () => Promise<string>;
  readonly clear: () => Promise<void>;
}

export interface Copies {
  /** Puts text on the clipboard. */
  copy(text: string): Promise<void>;
  /** Something was selected on the page, and where the system has a clipboard for that, it stands there now: its SHA-256. */
  selected(sha256: string): void;
  /** True while something that came from here may still be on one of them. */
  any(): boolean;
  /** Takes from the clipboards what came from here; what somebody has copied elsewhere since then stays. */
  clear(): Promise<void>;
}

interface Place {
  put(sha256: string): void;
  any(): boolean;
  clear(): Promise<void>;
}

/** What Holdfast put on a clipboard is known by its hash alone, and goes after a minute. */
function createPlace(system: SystemClipboard): Place {
  let put: string | null = null;
  let timer: NodeJS.Timeout | null = null;

  async function clear(): Promise<void> {
    const mine = put;
    if (timer !== null) clearTimeout(timer);
    [put, timer] = [null, null];
    if (mine !== null && hashOf(await system.read()) === mine) await system.clear();
  }

  return {
    put: (sha256) => {
      if (timer !== null) clearTimeout(timer);
      put = sha256;
      timer = setTimeout(() => void clear().catch(() => undefined), copiedFor);
    },
    any: () => put !== null,
    clear,
  };
}

/** The one way from Holdfast to the system's clipboards. `selection` is null where a system has none. */
export function createCopies(system: {
  readonly clipboard: SystemClipboard;
  readonly selection: SystemClipboard | null;
}): Copies {
  const clipboard = createPlace(system.clipboard);
  const selection = system.selection === null ? null : createPlace(system.selection);
  return {
    copy: async (text) => {
      await system.clipboard.write(text);
      clipboard.put(hashOf(text));
    },
    selected: (sha256) => selection?.put(sha256),
    any: () => clipboard.any() || selection?.any() === true,
    clear: async () => {
      // A clipboard that does not answer must not keep the vault open, nor the other one as it is.
      await Promise.allSettled([clipboard.clear(), selection?.clear()]);
    },
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(plainForHash(text)).digest('hex');
}
