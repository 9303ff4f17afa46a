import type { WebContents } from 'electron';

/** How long the page may take to hand over what is being typed, in milliseconds. A page that hangs loses it. */
const sealWithin = 1_500;

export interface Sealing {
  /** Asks the page to store what is being typed; resolves when it has, or when it took too long. */
  ask(): Promise<void>;
  /** The page says that all of it is stored. */
  done(): void;
}

/** What is being typed goes into the vault before the vault is closed, whatever the reason. */
export function createSealing(contents: WebContents): Sealing {
  let finish: (() => void) | null = null;
  return {
    ask: () => {
      if (contents.isDestroyed() || contents.isCrashed()) return Promise.resolve();
      return new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, sealWithin);
        finish = () => {
          clearTimeout(timer);
          resolve();
        };
        contents.send('holdfast:event', { type: 'seal' });
      });
    },
    done: () => finish?.(),
  };
}
