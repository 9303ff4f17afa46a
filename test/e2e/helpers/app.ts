import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { environment, readRuntime, root } from './runtime';

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Where Chromium keeps what is its own. */
  readonly profile: string;
  /** Errors on the page's console, uncaught ones and breaches of its Content-Security-Policy among them. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** On a screen that nobody looks at, Chromium may stop drawing, and a test would wait for a frame that never comes. */
const steadily = ['--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding'];

/**
 * About one start in fifty, Playwright attaches its debugger and then waits for ever, before any of the app's code has
 * run. Only that is tried again: a start that fails in the app is not a time-out here.
 */
async function launch(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  for (let left = 2; ; left -= 1) {
    try {
      return await _electron.launch(options);
    } catch (error) {
      if (left === 0 || !(error instanceof Error) || error.name !== 'TimeoutError') throw error;
    }
  }
}

/**
 * Starts the real application on a vault folder, with a profile of its own and, where given, another environment or another
 * program than Electron itself, which gets what Electron would, or another build than the one of this checkout.
 */
export async function startApp(
  vault: string,
  size = { width: 1280, height: 800 },
  env: Readonly<Record<string, string>> = {},
  program: string | null = null,
  built = join(root, 'out'),
): Promise<RunningApp> {
  const runtime = readRuntime();
  const profile = mkdtempSync(join(tmpdir(), 'holdfast-profile-'));
  const app = await launch({
    executablePath: program ?? runtime.electronPath,
    args: [
      ...runtime.electronArgs,
      ...steadily,
      join(built, 'main.cjs'),
      '--vault',
      vault,
      '--force-device-scale-factor=1',
      `--user-data-dir=${profile}`,
    ],
    env: environment({ ...runtime.env, ...env }),
    timeout: 60_000,
  });
  const page = await app.firstWindow();
  // As for what is expected: only what hangs should meet it. A test's own time is the end of all waiting.
  page.setDefaultTimeout(120_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const window = await app.browserWindow(page);
  await window.evaluate(async (each: BrowserWindow) => {
    if (each.isVisible()) return;
    await new Promise<void>((resolve) => {
      each.once('show', () => {
        resolve();
      });
    });
  });
  await resize(app, page, size);
  return {
    app,
    page,
    profile,
    complaints,
    close: async () => {
      await app.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Sets the size of the page, and how much it is zoomed: 2 is the 200 % that WCAG 1.4.4 asks for. */
export async function resize(
  app: ElectronApplication,
  page: Page,
  size: { readonly width: number; readonly height: number; readonly zoom?: number },
): Promise<void> {
  const window = await app.browserWindow(page);
  await window.evaluate((each: BrowserWindow, { width, height, zoom }) => {
    each.setContentSize(width, height);
    each.webContents.setZoomFactor(zoom ?? 1);
  }, size);
}

/** Answers the system's own open dialog, which no test can press. */
export async function chooseToOpen(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    },
    [...paths],
  );
}

/** Answers the system's own save dialog. */
export async function chooseToSave(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** Answers the box in which main asks before something is done, by the place of its button. */
export async function answerBox(app: ElectronApplication, response: number): Promise<void> {
  await app.evaluate(({ dialog }, given) => {
    dialog.showMessageBox = () => Promise.resolve({ response: given, checkboxChecked: false });
  }, response);
}

/** How many vault processes run: none while locked. */
export async function vaultProcesses(app: ElectronApplication): Promise<number> {
  return app.evaluate(
    ({ app: electron }) => electron.getAppMetrics().filter(({ name }) => name === 'Holdfast vault').length,
  );
}

/** Presses a key as the operating system gives it to the window: before the page, and before any dialog of the page. */
export async function pressInWindow(
  app: ElectronApplication,
  keyCode: string,
  modifiers: readonly ('control' | 'shift')[] = [],
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [code, held]) => {
      const window = BrowserWindow.getAllWindows().find((each) => each.isVisible());
      window?.focus();
      window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: code, modifiers: [...held] });
      window?.webContents.sendInputEvent({ type: 'keyUp', keyCode: code, modifiers: [...held] });
    },
    [keyCode, modifiers] as const,
  );
}
