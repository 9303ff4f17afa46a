import { app, clipboard, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { forwardedMethods } from '../../shared/contract/vault-methods';
import type { VaultStatus } from '../../shared/contract/vault-methods';
import type { UiMethodName } from '../../shared/contract/ui-methods';
import type { UiHandlers } from './ipc';
import { hasVault } from './paths';
import type { VaultProcess } from './vault-process';
import { suggestPackageName } from '../services/transfer/suggest-name';
import { suggestBundleName } from '../../shared/domain/bundle/file-name';
import { exportName } from './export-name';

interface Deps {
  readonly window: BrowserWindow;
  readonly vault: VaultProcess;
  readonly folder: string;
  readonly lock: () => Promise<void>;
  readonly status: () => VaultStatus;
  readonly opened: (status: VaultStatus) => void;
}

const notSaved = { saved: false, bytes: null, sha256: null };

/** Status of a vault nobody has unlocked: only whether there is one. */
export function closedStatus(folder: string): VaultStatus {
  return { state: hasVault(folder) ? 'locked' : 'none', slotName: null, notices: [] };
}

/** What main answers for the page: dialogs and the lock are its own, everything else goes to the vault process. */
export function createUiHandlers(deps: Deps): UiHandlers {
  const { vault, window, folder } = deps;

  // The system's own "recent files" must not learn what was opened or saved.
  const privately = { properties: ['dontAddToRecent' as const] };

  async function pick(kind: 'openFile' | 'openDirectory', caseId: string) {
    const chosen = await dialog.showOpenDialog(window, {
      properties: [kind, 'multiSelections', ...privately.properties],
    });
    return chosen.canceled || chosen.filePaths.length === 0
      ? null
      : vault.call('evidence.import', { caseId, paths: chosen.filePaths });
  }

  async function saveAs(name: string): Promise<string | null> {
    const chosen = await dialog.showSaveDialog(window, {
      defaultPath: name,
      properties: ['showOverwriteConfirmation', 'createDirectory', ...privately.properties],
    });
    return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
  }

  const own: Omit<UiHandlers, keyof typeof forwardedMethods> = {
    'app.info': () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      platform: process.platform,
      vaultFolder: folder,
    }),
    'vault.status': () => deps.status(),
    'vault.create': async (input) => {
      const status = await vault.call('vault.create', { ...input, folder });
      deps.opened(status);
      return status;
    },
    'vault.unlock': async ({ passphrase }) => {
      const status = await vault.call('vault.unlock', { folder, passphrase });
      deps.opened(status);
      return status;
    },
    'vault.lock': async () => {
      await deps.lock();
      return closedStatus(folder);
    },
    'evidence.pickFiles': ({ caseId }) => pick('openFile', caseId),
    'evidence.pickFolder': ({ caseId }) => pick('openDirectory', caseId),
    'evidence.importDropped': (input) => vault.call('evidence.import', input),
    'evidence.saveCopy': async ({ id }) => {
      const item = await vault.call('evidence.get', { id });
      const path = await saveAs(exportName(item));
      return path === null
        ? notSaved
        : { saved: true, ...(await vault.call('evidence.saveCopy', { id, path })) };
    },
    'bundle.save': async ({ id }) => {
      const bundle = await vault.call('bundle.get', { id });
      const owner = await vault.call('cases.get', { id: bundle.caseId });
      const path = await saveAs(suggestBundleName(bundle.options, owner.reference));
      return path === null ? notSaved : { saved: true, ...(await vault.call('bundle.save', { id, path })) };
    },
    'transfer.export': async ({ caseId, lock }) => {
      const path = await saveAs(suggestPackageName(new Date()));
      return path === null ? null : vault.call('transfer.export', { caseId, lock, path });
    },
    'transfer.import': async ({ passphrase }) => {
      const chosen = await dialog.showOpenDialog(window, {
        properties: ['openFile', ...privately.properties],
        filters: [{ name: 'Holdfast package', extensions: ['hfcase'] }],
      });
      const path = chosen.filePaths[0];
      return path === undefined ? null : vault.call('transfer.import', { path, passphrase });
    },
    'transfer.copyRecipient': async () => {
      const { recipient } = await vault.call('transfer.office', {});
      // Newer Electron gives a promise here, older ones are done at once.
      await clipboard.writeText(recipient);
      return {};
    },
  };

  const forwarded = Object.fromEntries(
    (Object.keys(forwardedMethods) as (keyof typeof forwardedMethods & UiMethodName)[]).map((name) => [
      name,
      // Input was checked with this method's schema in ipc.ts; output is checked in vault-process.ts.
      (input: unknown) => vault.call(name, input as never),
    ]),
  ) as unknown as Pick<UiHandlers, keyof typeof forwardedMethods>;

  return { ...forwarded, ...own };
}
