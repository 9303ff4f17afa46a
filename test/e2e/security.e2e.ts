/**
 * The twenty items of Electron's security checklist (electronjs.org/docs/latest/tutorial/security, read 2026-08-22) and the
 * rest of the hardening, each asked of the running app. Item 19, the fuses, is read from the packaged binary: see
 * packaged.e2e.ts.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import * as z from 'zod';
import type { RunningApp } from './helpers/app';
import { readRuntime, root } from './helpers/runtime';
import { startOnNewVault } from './helpers/vault';

let folder = '';
let running: RunningApp;
let requests = 0;
const server = createServer((_request, response) => {
  requests += 1;
  response.end('reached');
});
let address = '';

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-security-'));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  running = await startOnNewVault(join(folder, 'vault'));
  // The lab's page starts with the vault, that of the readers with the first file or table.
  await running.page.evaluate(() => window.holdfast.chronology.readTable({ text: 'Date,What\n1/2/2026,a' }));
  await expect
    .poll(() => pages().then((all) => all.map(({ url }) => url)))
    .toEqual(expect.arrayContaining(['lab://app/index.html', 'lab://readers/index.html']));
});
test.afterAll(async () => {
  await running.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface PageFacts {
  readonly url: string;
  readonly preferences: Readonly<Record<string, unknown>>;
}

/** Every page of the app with the preferences Chromium really has for it. */
const pages = (): Promise<readonly PageFacts[]> =>
  running.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => ({
      url: contents.getURL(),
      preferences: (
        contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences(),
    })),
  );

async function expectPreference(name: string, wanted: (value: unknown) => boolean): Promise<void> {
  for (const { url, preferences } of await pages()) {
    expect(wanted(preferences[name]), `${name} of ${url}: ${String(preferences[name])}`).toBe(true);
  }
}
const off = (value: unknown): boolean => value === false || value === undefined;

test('1: every page is one of the app’s own, none comes from a network', async () => {
  for (const { url } of await pages()) expect(url).toMatch(/^(app:\/\/holdfast|lab:\/\/|print:\/\/)/);
});

test('2: no page has Node', async () => {
  await expectPreference('nodeIntegration', off);
  await expectPreference('nodeIntegrationInWorker', off);
  await expectPreference('nodeIntegrationInSubFrames', off);
  const found = await running.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in window),
  );
  expect(found).toEqual([]);
});

test('3: every page is kept apart from its preload script', async () => {
  await expectPreference('contextIsolation', (value) => value === true);
  const own = await running.page.evaluate(() => {
    // What the page changes in its own world must not change the preload's.
    Reflect.set(Array.prototype, 'map', () => ['taken over']);
    return Object.keys(window.holdfast).length;
  });
  await running.page.reload();
  expect(own).toBeGreaterThan(10);
});

test('4: every page asks for the sandbox', async () => {
  await expectPreference('sandbox', (value) => value === true);
});

test('5: no page gets a permission or a device, and none can ask', async () => {
  const answers = await running.page.evaluate(async () => {
    const refused = async (work: () => Promise<unknown>): Promise<string> => {
      try {
        await work();
        return 'granted';
      } catch {
        return 'refused';
      }
    };
    const queried = await Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'].map(async (name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          ({ state }) => state,
          () => 'denied',
        ),
      ),
    );
    return {
      queried,
      camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await refused(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
      clipboard: await refused(() => navigator.clipboard.readText()),
      place: await refused(
        () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      notification: await Notification.requestPermission(),
    };
  });
  expect(answers.queried.filter((state) => state !== 'denied')).toEqual([]);
  expect(answers).toMatchObject({
    camera: 'refused',
    screen: 'refused',
    clipboard: 'refused',
    place: 'refused',
    notification: 'denied',
  });
});

test('6, 8, 9, 10: nothing that weakens the page is switched on', async () => {
  await expectPreference('webSecurity', (value) => value !== false);
  await expectPreference('allowRunningInsecureContent', off);
  await expectPreference('experimentalFeatures', off);
  await expectPreference('enableBlinkFeatures', (value) => value === undefined || value === '');
  await expectPreference('spellcheck', off);
  await expectPreference('plugins', off);
});

test('7: the page’s own rules let nothing in, and its answers carry the headers', async () => {
  const headers = await running.app.evaluate(async ({ session }) => {
    const answer = await session.fromPartition('holdfast-ui').fetch('app://holdfast/index.html');
    return Object.fromEntries(answer.headers.entries());
  });
  const policy = headers['content-security-policy'] ?? '';
  for (const rule of [
    "default-src 'none'",
    "connect-src 'none'",
    'frame-src player:',
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ]) {
    expect(policy).toContain(rule);
  }
  // Sound and film are decoded in that frame, never here.
  expect(policy).not.toMatch(/unsafe|\*|https?:|wasm|media-src/);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  const ran = await running.page.evaluate(() => {
    const before = Reflect.get(window, 'intruder') as unknown;
    const script = document.createElement('script');
    try {
      script.textContent = 'window.intruder = true';
      document.body.append(script);
    } catch {
      // Trusted Types refuse it even earlier.
    }
    return before !== undefined || Reflect.get(window, 'intruder') !== undefined;
  });
  expect(ran).toBe(false);
});

test('11, 12: there is no webview', async () => {
  await expectPreference('webviewTag', off);
  const live = await running.page.evaluate(() => {
    const view = document.createElement('webview');
    document.body.append(view);
    const has = 'getWebContentsId' in view || 'loadURL' in view;
    view.remove();
    return has;
  });
  expect(live).toBe(false);
});

test('13: the page can be led nowhere else', async () => {
  for (const target of [
    'https://example.org/',
    'file:///etc/passwd',
    'data:text/html,hello',
    'app://other/',
  ]) {
    await running.page
      .evaluate(async (to) => {
        window.location.href = to;
        // Two frames later a navigation that is let through has begun.
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      }, target)
      .catch(() => undefined);
    const now = await running.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => [contents.getURL(), contents.isLoadingMainFrame()]),
    );
    expect(now).toContainEqual(['app://holdfast/index.html', false]);
    expect(now.map(([url]) => url)).not.toContain(target);
  }
});

test('14, 15: no window opens and nothing is handed to the system', async () => {
  const before = (await pages()).length;
  await running.app.evaluate(({ shell }) => {
    const handed: string[] = [];
    Reflect.set(globalThis, 'handed', handed);
    shell.openExternal = (url) => {
      handed.push(url);
      return Promise.resolve();
    };
    shell.openPath = (path) => {
      handed.push(path);
      return Promise.resolve('');
    };
  });
  const opened = await running.page.evaluate((to) => {
    const link = document.createElement('a');
    link.href = to;
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
    return window.open(to) !== null;
  }, address);
  expect(opened).toBe(false);
  expect((await pages()).length).toBe(before);
  const handed = await running.app.evaluate(() => Reflect.get(globalThis, 'handed') as readonly string[]);
  expect(handed).toEqual([]);
});

test('16: the app is built on an Electron that is kept up', () => {
  const { version } = readPackage();
  expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45);
  test.skip(
    !readRuntime().official,
    `these tests run on the test runtime; the app is built on Electron ${version}`,
  );
});

test('17: a page that is not the app’s own gets no answer, even with the same preload script', async () => {
  const answers = await running.app.evaluate(
    async ({ BrowserWindow, session }, preload) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, session: session.fromPartition('holdfast-ui'), sandbox: true },
      });
      await stranger.loadURL('about:blank');
      const ask = (code: string): Promise<unknown> =>
        stranger.webContents.executeJavaScript(code) as Promise<unknown>;
      const replies = [
        await ask('window.holdfast.vault.status({})'),
        await ask('window.holdfast.cases.list({})'),
        await ask("window.holdfast.paths.pick({ purpose: 'backup' })"),
      ];
      stranger.destroy();
      return replies;
    },
    join(root, 'out', 'preload.cjs'),
  );
  for (const answer of answers) expect(answer).toMatchObject({ ok: false });
  expect(answers[0]).toMatchObject({ error: { code: 'untrusted-sender' } });
});

test('18: the app’s own addresses reach its own files and nothing beside them', async () => {
  const tried = [
    'app://holdfast/../package.json',
    'app://holdfast/..%2f..%2fpackage.json',
    'app://holdfast/%2e%2e/%2e%2e/etc/passwd',
    'app://holdfast/..%5c..%5cpackage.json',
    'app://holdfast//etc/passwd',
    'app://holdfast/index.html%00.png',
    'app://holdfast/C:/Windows/win.ini',
    'app://holdfast/main.cjs',
    'app://other/index.html',
    'evidence://media/thumb/../../vault.json',
    'evidence://media/thumb/..%2f..%2fvault.json',
    'evidence://media/thumb/not-an-id',
    'evidence://other/thumb/01a20cc8-8e80-7137-babf-bcd948a56f47',
    'lab://lab/index.html',
    'file:///etc/passwd',
  ];
  const statuses = await running.app.evaluate(
    async ({ session }, addresses) =>
      Promise.all(
        addresses.map(async (each) => {
          try {
            return (await session.fromPartition('holdfast-ui').fetch(each)).status;
          } catch {
            return 0;
          }
        }),
      ),
    tried,
  );
  expect(statuses.map((status, index) => [tried[index], status >= 400 || status === 0])).toEqual(
    tried.map((each) => [each, true]),
  );
  expect(await running.page.evaluate(() => window.location.protocol)).toBe('app:');
});

test('20: the page sees no part of Electron, only named methods and plain events', async () => {
  const found = await running.page.evaluate(async () => {
    const odd: string[] = [];
    const visit = (value: unknown, path: string, depth: number): void => {
      if (typeof value === 'function') return;
      if (typeof value !== 'object' || value === null || depth > 3) odd.push(path);
      else for (const [name, part] of Object.entries(value)) visit(part, `${path}.${name}`, depth + 1);
    };
    visit(window.holdfast, 'holdfast', 0);
    const raw = ['ipcRenderer', 'electron', 'invoke', 'send', 'webUtils'].filter(
      (name) => name in window || name in window.holdfast,
    );
    const events: string[][] = [];
    const stop = window.holdfast.events.on((...all: unknown[]) => {
      events.push(
        all.map((each) =>
          Object.keys(each as object)
            .sort()
            .join(' '),
        ),
      );
    });
    await window.holdfast.cases.create({
      reference: 'S-1',
      alias: 'S',
      exhibitInitials: 'SS',
      safeContact: { rule: '' },
    });
    stop();
    return { odd, raw, events };
  });
  expect(found).toMatchObject({ odd: [], raw: [] });
  for (const event of found.events) expect(event).toEqual(['area caseId type']);
});

test('no session lets a connection through, looks words up, or downloads', async () => {
  const facts = await running.app.evaluate(async ({ session }, to) => {
    const reached: string[] = [];
    for (const name of ['holdfast-ui', 'holdfast-lab-app', 'holdfast-lab-readers', 'holdfast-print']) {
      const each = session.fromPartition(name);
      const answer = await each.fetch(to).then(
        () => 'reached',
        () => 'refused',
      );
      if (answer === 'reached' && name !== 'holdfast-print') reached.push(name);
    }
    const ui = session.fromPartition('holdfast-ui');
    return {
      reached,
      spelling: ui.isSpellCheckerEnabled(),
      languages: process.platform === 'darwin' ? [] : ui.getSpellCheckerLanguages(),
      stored: ui.getStoragePath(),
    };
  }, address);
  expect(facts).toEqual({ reached: [], spelling: false, languages: [], stored: null });
  const tried = await running.page.evaluate(async (to) => {
    const image = new Image();
    const failed = new Promise<string>((resolve) => {
      image.onload = () => {
        resolve('reached');
      };
      image.onerror = () => {
        resolve('refused');
      };
    });
    image.src = to;
    const fetched = await fetch(to).then(
      () => 'reached',
      () => 'refused',
    );
    return [await failed, fetched, navigator.sendBeacon(to) ? 'queued' : 'refused'];
  }, address);
  expect(tried.slice(0, 2)).toEqual(['refused', 'refused']);
  expect(requests).toBe(0);
});

test('the switches that keep Chromium from the network and from the keyring are on', async () => {
  const on = await running.app.evaluate(({ app }) =>
    [
      'disable-background-networking',
      'disable-component-update',
      'no-proxy-server',
      'host-resolver-rules',
      'disable-breakpad',
      'disable-http-cache',
    ].filter((name) => !app.commandLine.hasSwitch(name)),
  );
  expect(on).toEqual([]);
  expect(await running.app.evaluate(({ app }) => app.commandLine.getSwitchValue('password-store'))).toBe(
    'basic',
  );
});

function readPackage(): { readonly version: string } {
  const content: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    version: z.object({ devDependencies: z.object({ electron: z.string() }) }).parse(content).devDependencies
      .electron,
  };
}
