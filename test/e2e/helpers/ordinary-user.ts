import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readRuntime, root } from './runtime';

/** Nobody that this system knows, so with no rights but everybody's. */
export const ordinaryUser = 23_456;

export interface Staged {
  readonly folder: string;
  readonly electron: string;
  readonly app: string;
  /** A folder that the ordinary user may write to. */
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  remove(): void;
}

/**
 * A copy of Electron and of the built app that an ordinary user may read and run, with Chromium's sandbox helper set up as
 * an installation does (owned by root, mode 4755). Must be made by root.
 */
export function stageForOrdinaryUser(): Staged {
  const runtime = readRuntime();
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-ordinary-'));
  chmodSync(folder, 0o755);
  const distribution = join(folder, 'electron');
  cpSync(dirname(runtime.electronPath), distribution, { recursive: true, verbatimSymlinks: true });
  const helper = join(distribution, 'chrome-sandbox');
  if (existsSync(helper)) {
    chownSync(helper, 0, 0);
    chmodSync(helper, 0o4755);
  }
  const app = join(folder, 'app');
  mkdirSync(app);
  for (const part of [
    'package.json',
    'out',
    'resources/sample-case',
    'node_modules/better-sqlite3',
    'node_modules/@node-rs',
    // What the native modules are loaded by.
    ...[
      'sodium-native',
      'require-addon',
      'which-runtime',
      'bare-assert',
      'bare-addon-resolve',
      'bare-module-resolve',
      'bare-semver',
    ]
      .map((name) => `node_modules/${name}`)
      .filter((part) => existsSync(join(root, part))),
  ]) {
    cpSync(join(root, part), join(app, part), { recursive: true, dereference: true });
  }
  const addon = runtime.env.HOLDFAST_SQLCIPHER_ADDON;
  if (addon !== undefined) copyFileSync(addon, join(folder, 'addon.node'));
  const home = join(folder, 'home');
  mkdirSync(home);
  chownSync(home, ordinaryUser, ordinaryUser);
  const authority = process.env.XAUTHORITY;
  if (authority !== undefined && existsSync(authority)) {
    copyFileSync(authority, join(home, 'xauthority'));
    chownSync(join(home, 'xauthority'), ordinaryUser, ordinaryUser);
  }
  return {
    folder,
    electron: join(distribution, 'electron'),
    app,
    home,
    env: {
      HOME: home,
      TMPDIR: home,
      ...(addon === undefined ? {} : { HOLDFAST_SQLCIPHER_ADDON: join(folder, 'addon.node') }),
      ...(authority === undefined ? {} : { XAUTHORITY: join(home, 'xauthority') }),
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}
