import { BrowserWindow, MessageChannelMain, session } from 'electron';
import type { MessagePortMain, Session, WebContents } from 'electron';
import { lockDownSession } from '../session-lockdown';
import { labPage, serveLab } from './lab-protocol';

export { labScheme } from './lab-protocol';

export interface LabWindow {
  /** Throws the page away, whatever it is doing, and starts a new one with a new port. */
  restart(): void;
  dispose(): void;
}

/** A page that crashes so often before it can be used will not get better: the vault then does without a lab. */
const mostCrashesInARow = 5;

let sessionReady: Promise<Session> | null = null;

/** One session for all labs: in memory, without permissions, reaching only the lab's own files. */
function labSession(folder: string): Promise<Session> {
  sessionReady ??= (async () => {
    const made = session.fromPartition('holdfast-lab', { cache: false });
    lockDownSession(made, ['lab', 'blob', 'data']);
    await serveLab(made, folder);
    return made;
  })();
  return sessionReady;
}

/** The hidden, sandboxed page that decodes what strangers made. When it crashes it is replaced. */
export function createLabWindow(deps: {
  readonly preloadPath: string;
  readonly labFolder: string;
  readonly givePort: (port: MessagePortMain) => void;
  readonly lost: () => void;
}): LabWindow {
  let window: BrowserWindow | null = null;
  let disposed = false;
  /** Crashes since a page was last ready. */
  let crashes = 0;
  /** Only the newest start may make a window: an older one that is still waiting would be forgotten about. */
  let newest = 0;

  async function start(): Promise<void> {
    newest += 1;
    const mine = newest;
    const own = await labSession(deps.labFolder);
    if (disposed || mine !== newest) return;
    const made = new BrowserWindow({
      show: false,
      webPreferences: {
        session: own,
        preload: deps.preloadPath,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        plugins: false,
        backgroundThrottling: false,
        devTools: false,
      },
    });
    window = made;
    made.webContents.on('render-process-gone', () => {
      if (window !== made) return;
      crashes += 1;
      replace();
    });
    made.webContents.on('will-navigate', (event) => {
      event.preventDefault();
    });
    made.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    await made.loadURL(labPage);
    if (window !== made) return;
    const { port1, port2 } = new MessageChannelMain();
    made.webContents.postMessage('holdfast-lab-port', null, [port2]);
    crashes = 0;
    deps.givePort(port1);
  }

  function drop(how: 'kill' | 'close'): void {
    const old = window;
    window = null;
    if (old === null || old.isDestroyed()) return;
    if (how === 'kill') endProcessOf(old.webContents);
    old.destroy();
  }

  function replace(): void {
    deps.lost();
    drop('kill');
    if (!disposed && crashes < mostCrashesInARow) void start().catch(() => undefined);
  }

  void start().catch(() => undefined);
  return {
    restart: replace,
    dispose: () => {
      disposed = true;
      drop('close');
    },
  };
}

/**
 * Ends the process of a page, also one in an endless loop, which answers to nothing else. Electron's own way,
 * `forcefullyCrashRenderer`, crashes it, which may leave its memory on the disk; what is killed leaves nothing.
 */
function endProcessOf(contents: WebContents): void {
  const pid = contents.getOSProcessId();
  // 0 where there is none any more; to the system that number would mean this process and all its kin.
  if (contents.isCrashed() || pid <= 0) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
