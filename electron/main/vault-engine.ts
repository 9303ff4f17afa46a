import { createLabWindow } from '../lab/lab-window';
import { createTypesetter } from './typeset';
import { createVaultProcess } from './vault-process';
import type { VaultEvent, VaultProcess } from './vault-process';
import { labPreloadPath, rendererFolder } from './paths';
import { join } from 'node:path';

export interface VaultEngine {
  readonly vault: VaultProcess;
  /** Ends the vault process, then the lab and the typesetting window, which may still show plain pages. */
  end(): Promise<void>;
}

/** A vault process with its lab and its typesetting window: what one open vault needs of Electron. */
export function createVaultEngine(deps: {
  /** Null where no page works on the vault (the demo). */
  readonly folder: string | null;
  readonly event: (message: VaultEvent) => void;
  /** The vault process went away by itself. */
  readonly lost: () => void;
}): VaultEngine {
  let lab: ReturnType<typeof createLabWindow> | null = null;
  let typesetter: ReturnType<typeof createTypesetter> | null = null;

  const vault = createVaultProcess({
    folder: deps.folder,
    typeset: (give, ready) => {
      typesetter ??= createTypesetter();
      return typesetter.print(give, ready);
    },
    started: () => {
      lab ??= createLabWindow({
        preloadPath: labPreloadPath,
        labFolder: join(rendererFolder, 'lab'),
        givePort: (port) => {
          vault.giveLab(port);
        },
        lost: () => {
          vault.tellLabLost();
        },
      });
    },
    restartLab: () => lab?.restart(),
    event: deps.event,
    lost: () => {
      disposeWindows();
      deps.lost();
    },
  });

  function disposeWindows(): void {
    lab?.dispose();
    lab = null;
    typesetter?.dispose();
    typesetter = null;
  }

  return {
    vault,
    end: async () => {
      await vault.end();
      disposeWindows();
    },
  };
}
