import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { environment, readRuntime, root } from './runtime';

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Errors on the page's console, uncaught ones and breaches of its Content-Security-Policy among them. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts the real application on a vault folder, with a profile of its own. */
export async function startApp(vault: string, size = { width: 1280, height: 800 }): Promise<RunningApp> {
  const runtime = readRuntime();
  const profile = mkdtempSync(join(tmpdir(), 'holdfast-profile-'));
  const app = await _electron.launch({
    executablePath: runtime.electronPath,
    args: [
      ...runtime.electronArgs,
      join(root, 'out', 'main.cjs'),
      '--vault',
      vault,
      '--force-device-scale-factor=1',
      `--user-data-dir=${profile}`,
    ],
    env: environment(runtime.env),
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await resize(app, size);
  return {
    app,
    page,
    complaints,
    close: async () => {
      await app.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Sets the size of the page. 640 by 400 is what 200 % zoom leaves of 1280 by 800. */
export async function resize(
  app: ElectronApplication,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()
      .find((each) => each.isVisible())
      ?.setContentSize(width, height);
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

/** How many vault processes run: none while locked. */
export async function vaultProcesses(app: ElectronApplication): Promise<number> {
  return app.evaluate(
    ({ app: electron }) => electron.getAppMetrics().filter(({ name }) => name === 'Holdfast vault').length,
  );
}
