import { BrowserWindow, MessageChannelMain, app, session } from 'electron';
import type { MessagePortMain, Session, WebContents } from 'electron';
import { lockDownSession } from '../session-lockdown';
import { labPage, serveLab } from './lab-protocol';
import type { LabHost } from './lab-protocol';

export { labScheme } from './lab-protocol';

export interface LabWindow {
  /** Throws the page away, whatever it is doing, and starts a new one with a new port. */
  restart(): void;
  /** While it is busy its memory is measured, and it is ended when it has grown too large. */
  watch(isBusy: boolean): void;
  dispose(): void;
}

/** A page that crashes so often before it can be used will not get better: the vault then does without a lab. */
const mostCrashesInARow = 5;

/** How often the memory of a busy window is measured, in milliseconds. */
const measureEvery = 200;

const sessions = new Map<LabHost, Promise<Session>>();

/** One session for all windows of a kind: in memory, without permissions, reaching only its own files. */
function labSession(host: LabHost, folder: string): Promise<Session> {
  const before = sessions.get(host);
  if (before !== undefined) return before;
  const ready = (async () => {
    const made = session.fromPartition(`holdfast-lab-${host}`, { cache: false });
    lockDownSession(made, host === 'app' ? ['lab', 'blob', 'data'] : ['lab']);
    await serveLab(made, host, folder);
    return made;
  })();
  sessions.set(host, ready);
  return ready;
}

/** The hidden, sandboxed page that decodes what strangers made. When it crashes it is replaced. */
export function createLabWindow(deps: {
  readonly preloadPath: string;
  readonly host: LabHost;
  readonly folder: string;
  /** Memory that it may hold, in MB. */
  readonly mostMemory: number;
  readonly givePort: (port: MessagePortMain) => void;
  readonly lost: () => void;
}): LabWindow {
  let window: BrowserWindow | null = null;
  let disposed = false;
  /** Crashes since a page was last ready. */
  let crashes = 0;
  /** Only the newest start may make a window: an older one that is still waiting would be forgotten about. */
  let newest = 0;
  let measuring: NodeJS.Timeout | null = null;

  async function start(): Promise<void> {
    newest += 1;
    const mine = newest;
    const own = await labSession(deps.host, deps.folder);
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
    await made.loadURL(labPage(deps.host));
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

  /** Bytes that a decoder or a reader was made to ask for without end show here before the computer runs out of them. */
  function measure(): void {
    if (window === null || window.isDestroyed()) return;
    const pid = window.webContents.getOSProcessId();
    const found = app.getAppMetrics().find((each) => each.pid === pid);
    if (found !== undefined && found.memory.workingSetSize > deps.mostMemory * 1024) replace();
  }

  function watch(isBusy: boolean): void {
    if (!isBusy && measuring !== null) clearInterval(measuring);
    if (isBusy) measuring ??= setInterval(measure, measureEvery);
    else measuring = null;
  }

  void start().catch(() => undefined);
  return {
    restart: replace,
    watch,
    dispose: () => {
      disposed = true;
      watch(false);
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
