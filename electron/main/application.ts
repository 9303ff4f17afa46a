import { app } from 'electron';
import type { UiEvent } from '../../shared/contract/bridge';
import type { VaultStatus } from '../../shared/contract/vault-methods';
import { appScheme, serveApp } from './app-protocol';
import { evidenceScheme, serveEvidence } from './evidence-protocol';
import { setUpIpc } from './ipc';
import { setUpMenu } from './menu';
import { vaultFolder } from './paths';
import { lockDownSession } from './session-lockdown';
import { closedStatus, createUiHandlers } from './ui-handlers';
import { createVaultEngine } from './vault-engine';
import { createMainWindow, createUiSession, startPage } from './window';

/** The application, in the order in which its parts depend on each other. */
export async function startApplication(): Promise<void> {
  const folder = vaultFolder();
  let status: VaultStatus = closedStatus(folder);

  const uiSession = createUiSession();
  lockDownSession(uiSession, [appScheme.scheme, evidenceScheme.scheme, 'devtools']);
  await serveApp(uiSession);

  const tell = (event: UiEvent): void => {
    if (!window.isDestroyed()) window.webContents.send('holdfast:event', event);
  };
  const engine = createVaultEngine({
    event: tell,
    lost: () => {
      setStatus(closedStatus(folder));
      reloadPage();
    },
  });
  serveEvidence(uiSession, engine.vault);
  const window = createMainWindow(uiSession);

  function setStatus(next: VaultStatus): void {
    status = next;
    tell({ type: 'status', status });
  }

  /** A locked window must hold nothing of what it showed: its page is loaded anew and its caches are dropped. */
  function reloadPage(): void {
    if (window.isDestroyed()) return;
    void uiSession.clearCache();
    void uiSession.clearStorageData();
    void window.loadURL(startPage).catch(() => undefined);
  }

  async function lock(): Promise<void> {
    await engine.end();
    setStatus(closedStatus(folder));
    reloadPage();
  }

  setUpIpc(
    window.webContents,
    createUiHandlers({
      window,
      vault: engine.vault,
      folder,
      lock,
      status: () => status,
      opened: setStatus,
    }),
  );
  setUpMenu({
    lock: () => {
      void lock();
    },
    command: (command) => {
      tell({ type: 'command', command });
    },
  });

  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  // The hidden windows of an open vault would keep the process, and the key in it, alive.
  window.once('closed', () => {
    app.quit();
  });
  app.on('will-quit', (event) => {
    if (!engine.vault.running()) return;
    event.preventDefault();
    // Asked for while Electron is still inside this event, a second quit would be lost.
    void engine.end().finally(() => setImmediate(() => app.quit()));
  });

  await window.loadURL(startPage);
}
