import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { UiEvent } from '../../shared/contract/bridge';
import { uiMethodNames } from '../../shared/contract/ui-method-names';

/** One function a method and no way to name another channel: the page can ask only what the contract lists. */
function methodsByArea(): Record<string, Record<string, (input: unknown) => Promise<unknown>>> {
  const areas: Record<string, Record<string, (input: unknown) => Promise<unknown>>> = {};
  for (const name of uiMethodNames) {
    const [area, verb] = name.split('.');
    if (area === undefined || verb === undefined) continue;
    const methods = (areas[area] ??= {});
    methods[verb] = (input) => ipcRenderer.invoke(`holdfast:${name}`, input);
  }
  return areas;
}

contextBridge.exposeInMainWorld('holdfast', {
  ...methodsByArea(),
  events: {
    on: (listener: (event: UiEvent) => void) => {
      // The page must never see Electron's own event object.
      const forward = (_event: unknown, message: UiEvent) => {
        listener(message);
      };
      ipcRenderer.on('holdfast:event', forward);
      return () => {
        ipcRenderer.removeListener('holdfast:event', forward);
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
