import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { UiEvent } from '../../shared/contract/bridge';
import { mainMethodNames, portMethodNames } from '../../shared/contract/ui-method-names';
import { handOverCopies } from './copying';
import { createVaultPort } from './vault-port';

type Ask = (input: unknown) => Promise<unknown>;

const listeners = new Set<(event: UiEvent) => void>();
const tell = (event: UiEvent): void => {
  for (const listener of listeners) listener(event);
};
const vault = createVaultPort(tell);
// The page must never see Electron's own event object.
ipcRenderer.on('holdfast:event', (_event, message: UiEvent) => {
  tell(message);
  if (message.type === 'seal') void seal();
});

handOverCopies();

/** Every form has just sent its draft; the window shows nothing more, and main is told when all of them are stored. */
async function seal(): Promise<void> {
  document.documentElement.style.visibility = 'hidden';
  await vault.settled();
  await ipcRenderer.invoke('holdfast:vault.sealed', {});
}

/** One function a method and no way to name another: the page can ask only what the contract lists. */
function methodsByArea(): Record<string, Record<string, Ask>> {
  const areas: Record<string, Record<string, Ask>> = {};
  const add = (name: string, ask: Ask): void => {
    const [area, verb] = name.split('.');
    if (area !== undefined && verb !== undefined) (areas[area] ??= {})[verb] = ask;
  };
  for (const name of mainMethodNames) add(name, (input) => ipcRenderer.invoke(`holdfast:${name}`, input));
  for (const name of portMethodNames) add(name, (input) => vault.call(name, input));
  return areas;
}

contextBridge.exposeInMainWorld('holdfast', {
  ...methodsByArea(),
  events: {
    on: (listener: (event: UiEvent) => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  },
  drops: {
    importFiles: (caseId: string, files: readonly File[]) =>
      ipcRenderer.invoke('holdfast:evidence.importDropped', {
        caseId,
        paths: files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
      }),
  },
});
