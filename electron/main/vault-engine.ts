import { createLabWindow } from '../lab/lab-window';
import type { LabWindow } from '../lab/lab-window';
import type { LabName } from '../vault-process/messages';
import { createTypesetter } from './typeset';
import { createVaultProcess } from './vault-process';
import type { VaultEvent, VaultProcess } from './vault-process';
import { labPreloadPath, readingRoomFolder, rendererFolder } from './paths';
import { join } from 'node:path';

export interface VaultEngine {
  readonly vault: VaultProcess;
  /** Ends the vault process, then the labs and the typesetting window, which may still show plain pages. */
  end(): Promise<void>;
}

/**
 * What each window holds of memory at most, in MB, beyond which it is ended: the largest picture that is decoded takes some 1,500, a
 * reader keeps no file whole.
 */
const decoders = { host: 'app', folder: join(rendererFolder, 'lab'), mostMemory: 3000 } as const;
const readingRoom = { host: 'readers', folder: readingRoomFolder, mostMemory: 1000 } as const;

/** A vault process with its labs and its typesetting window: what one open vault needs of Electron. */
export function createVaultEngine(deps: {
  /** Null where no page works on the vault (the demo). */
  readonly folder: string | null;
  readonly event: (message: VaultEvent) => void;
  /** The vault process went away by itself. */
  readonly lost: () => void;
}): VaultEngine {
  const labs = new Map<LabName, LabWindow>();
  let typesetter: ReturnType<typeof createTypesetter> | null = null;

  const vault = createVaultProcess({
    folder: deps.folder,
    typeset: (give, ready) => {
      typesetter ??= createTypesetter();
      return typesetter.print(give, ready);
    },
    // Decoding is wanted at once in every vault; recognising only when there is something to recognise.
    started: () => {
      openLab('pictures');
    },
    wantLab: openLab,
    restartLab: (name) => labs.get(name)?.restart(),
    restLab: (name) => {
      labs.get(name)?.dispose();
      labs.delete(name);
    },
    labBusy: (name, isBusy) => labs.get(name)?.watch(isBusy),
    event: deps.event,
    lost: () => {
      disposeWindows();
      deps.lost();
    },
  });

  function openLab(name: LabName): void {
    if (labs.has(name)) return;
    const lab = createLabWindow({
      preloadPath: labPreloadPath,
      ...(name === 'readers' ? readingRoom : decoders),
      givePort: (port) => {
        vault.giveLab(name, port);
      },
      lost: () => {
        vault.tellLabLost(name);
      },
    });
    labs.set(name, lab);
  }

  function disposeWindows(): void {
    for (const lab of labs.values()) lab.dispose();
    labs.clear();
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
