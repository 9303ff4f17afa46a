import { randomBytes } from 'node:crypto';
import { ClipboardItem, MessageChannelMain, app, clipboard, powerMonitor } from 'electron';
import type { UiEvent } from '../../shared/contract/bridge';
import type { VaultStatus } from '../../shared/contract/vault-methods';
import type { ErrorCode } from '../../shared/errors';
import { quietKinds } from '../../shared/models/job';
import { readClock, ticks } from '../clock';
import { appScheme, serveApp } from './app-protocol';
import { evidenceScheme, serveEvidence } from './evidence-protocol';
import { mayAsk } from './player-guard';
import { playerScheme, servePlayers } from './player-protocol';
import { createPlayers } from './players';
import { setUpIpc } from './ipc';
import { createCopies } from './copies';
import { createLockTriggers } from './lock-triggers';
import { setUpMenu } from './menu';
import { vaultFolder } from './paths';
import { createSealing } from './sealing';
import { lockDownSession } from '../session-lockdown';
import { systemClipboards } from './system-clipboard';
import { closedStatus, createUiHandlers } from './ui-handlers';
import { createVaultEngine } from './vault-engine';
import type { VaultEvent } from './vault-process';
import { blankPage, createMainWindow, createUiSession, startPage } from './window';

/** The application, in the order in which its parts depend on each other. */
export async function startApplication(): Promise<void> {
  const folder = vaultFolder();
  let status: VaultStatus = closedStatus(folder);
  let locking: Promise<void> | null = null;
  const running = new Set<string>();

  const uiSession = createUiSession();
  const schemes = [appScheme, evidenceScheme, playerScheme].map(({ scheme }) => scheme);
  lockDownSession(uiSession, [...schemes, 'about', 'devtools'], mayAsk);
  await serveApp(uiSession);

  const tell = (event: UiEvent): void => {
    if (!window.isDestroyed()) window.webContents.send('holdfast:event', event);
  };
  const copies = createCopies(systemClipboards({ clipboard, ClipboardItem }, process.platform));
  const engine = createVaultEngine({
    folder,
    event: follow,
    lost: () => {
      // Nobody asked for it, so somebody must be told; the page is loaded anew and shows what stands in the status.
      const wasNone = status.state === 'none';
      forget();
      void copies.clear();
      const isMade = status.state !== 'none';
      status = { ...status, notices: [wasNone && !isMade ? 'vault-not-made' : 'vault-stopped'] };
      void reloadPage();
    },
  });
  serveEvidence(uiSession, engine.vault);
  // A letter first: digits alone would be read as the number of a computer.
  const players = createPlayers(() => `p${randomBytes(16).toString('hex')}`);
  servePlayers(uiSession, engine.vault, players);
  const window = createMainWindow(uiSession);
  const sealing = createSealing(window.webContents);
  const triggers = createLockTriggers({
    power: powerMonitor,
    contents: window.webContents,
    lock: () => void lock(),
    busy: () => running.size > 0,
    now: ticks,
    wall: () => readClock().getTime(),
  });

  /** What main must know of an open vault: that it is open, whether it works, and when to lock it. */
  function follow(event: VaultEvent): void {
    switch (event.type) {
      case 'opened':
        status = event.status;
        tell({ type: 'status', status });
        return;
      case 'clock-jumped':
        void lock('clock-jumped');
        return;
      case 'idle':
        triggers.setIdleMinutes(event.minutes);
        return;
      case 'screen':
        window.setContentProtection(event.isPrivate);
        return;
      case 'job':
        // Quiet work goes on after the next unlock: it keeps nobody from being locked out in time.
        if (quietKinds.includes(event.job.kind)) return;
        if (event.job.state === 'running') running.add(event.job.id);
        else running.delete(event.job.id);
        return;
      case 'changed':
        return;
    }
  }

  function forget(): void {
    running.clear();
    players.forget();
    status = closedStatus(folder);
    if (!window.isDestroyed()) window.setContentProtection(true);
  }

  /**
   * A locked window must hold nothing of what it showed. The page is left for an empty one of another kind, for which
   * Chromium starts another process and ends the old one with all its memory; then it is loaded anew.
   */
  async function reloadPage(): Promise<void> {
    if (window.isDestroyed()) return;
    try {
      await window.loadURL(blankPage);
      await Promise.all([
        uiSession.clearCache(),
        uiSession.clearStorageData(),
        uiSession.clearCodeCaches({}),
      ]);
      await window.loadURL(startPage);
    } catch {
      // A load that another one overtakes is no fault.
    }
  }

  /** Seals what is being typed, ends the vault process, and throws away what the page showed. */
  async function lockNow(why: ErrorCode | null): Promise<void> {
    if (status.state === 'unlocked') await sealing.ask();
    await Promise.all([engine.end(), copies.clear()]);
    forget();
    if (why !== null) status = { ...status, notices: [why] };
    await reloadPage();
  }

  /** `why` is shown on the locked screen, where nobody has asked for it. */
  function lock(why: ErrorCode | null = null): Promise<void> {
    if (status.state !== 'unlocked' && !engine.vault.running()) return Promise.resolve();
    locking ??= lockNow(why).finally(() => {
      locking = null;
    });
    return locking;
  }

  setUpIpc(
    window.webContents,
    createUiHandlers({
      window,
      vault: engine.vault,
      players,
      folder,
      lock,
      status: () => status,
      copies,
      sealed: () => {
        sealing.done();
      },
      connect: async () => {
        const { port1, port2 } = new MessageChannelMain();
        await engine.vault.connect(port1);
        window.webContents.postMessage('holdfast:port', null, [port2]);
      },
    }),
  );
  setUpMenu({
    lock: () => void lock(),
    command: (command) => {
      tell({ type: 'command', command });
    },
  });

  // Before the page sees any key: a dialog, or a page that hangs, must not keep the vault open.
  window.webContents.on('before-input-event', (event, { type, control, meta, alt, key }) => {
    if (type !== 'keyDown' || alt || !(control || meta) || key.toLowerCase() !== 'l') return;
    event.preventDefault();
    void lock();
  });
  // Windows says so here, and not by a power event, when somebody signs out or shuts down.
  window.on('session-end', () => void lock());
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  window.on('close', (event) => {
    if (status.state !== 'unlocked') return;
    event.preventDefault();
    window.hide();
    void sealing.ask().finally(() => {
      forget();
      window.close();
    });
  });
  // The hidden windows of an open vault would keep the process, and the key in it, alive.
  window.once('closed', () => {
    triggers.stop();
    app.quit();
  });
  app.on('will-quit', (event) => {
    if (!engine.vault.running() && !copies.any()) return;
    event.preventDefault();
    // Asked for while Electron is still inside this event, a second quit would be lost.
    void Promise.all([engine.end(), copies.clear()]).finally(() => setImmediate(() => app.quit()));
  });

  await window.loadURL(startPage);
}
