/** What a crash leaves behind: nothing. Each process of the app is crashed where the system writes core files. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { chooseToOpen, startApp, vaultProcesses } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { processTree } from './helpers/memory';
import { filesWith } from './helpers/left-behind';
import { readRuntime, root } from './helpers/runtime';
import { makeVaultThroughTheDoor } from './helpers/vault';

test.skip(process.platform !== 'linux', 'core files of this kind are a matter of Linux');

const words = ['velvet', 'anchor', 'thirty', 'puffins'];
/** In the case and in nothing else. */
const planted = 'quillonberry';

let folder = '';
const at = (...names: string[]): string => join(folder, ...names);

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-crashes-'));
  for (const name of ['bin', 'cores', 'home', 'temp']) mkdirSync(at(name));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

/** A program that starts another one where this system writes whole core files, as far as this user may ask for it. */
function whereCoresAreWritten(program: string): string {
  const path = at('bin', 'where-cores-are-written');
  const script = [
    '#!/bin/sh',
    `cd '${at('cores')}'`,
    // As many blocks as are soon written: whole ones of Chromium take minutes.
    'ulimit -c 4096',
    'echo 33 >/proc/self/coredump_filter',
    `exec '${program}' "$@"`,
  ];
  writeFileSync(path, `${script.join('\n')}\n`);
  chmodSync(path, 0o755);
  return path;
}

const cores = (): readonly string[] => readdirSync(at('cores'));

/** Crashes something small: where that leaves no file, no other crash would, and this system cannot prove anything. */
function systemWritesCores(): boolean {
  spawnSync(whereCoresAreWritten('/bin/sh'), ['-c', 'kill -SEGV $$']);
  const written = cores().length > 0;
  emptyCores();
  return written;
}

function emptyCores(): void {
  for (const name of cores()) rmSync(at('cores', name));
}

async function start(program: string): Promise<RunningApp> {
  const running = await startApp(
    at('vault'),
    undefined,
    { HOME: at('home'), TMPDIR: at('temp') },
    whereCoresAreWritten(program),
  );
  await makeVaultThroughTheDoor(running.page, words);
  return running;
}

const makeCase = (page: Page): Promise<string> =>
  page.evaluate(async (text) => {
    const made = await window.holdfast.cases.create({
      reference: 'CR-1',
      alias: text,
      exhibitInitials: 'CR',
      safeContact: { rule: text },
    });
    return made.ok ? made.value.id : made.error.code;
  }, planted);

/** Numbers of the processes that a crash is tried in: the vault's, the lab's, the page's. */
const processes = (app: ElectronApplication): Promise<readonly number[]> =>
  app.evaluate(({ app: electron, BrowserWindow }) => [
    ...electron
      .getAppMetrics()
      .filter(({ name }) => name === 'Holdfast vault')
      .map(({ pid }) => pid),
    ...BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId()),
  ]);

test('no process of the app leaves its memory on the disk when it crashes', async () => {
  const wouldShow = systemWritesCores();
  copyFileSync(join(root, 'scripts', 'package', 'holdfast.sh'), at('bin', 'holdfast'));
  symlinkSync(readRuntime().electronPath, at('bin', 'holdfast.bin'));
  const running = await start(at('bin', 'holdfast'));
  const { app, page, profile } = running;
  await makeCase(page);
  await page.getByText(planted).first().waitFor();
  await expect.poll(() => processes(app).then(({ length }) => length)).toBeGreaterThan(2);
  const status = await page.evaluate(() => window.holdfast.vault.status({}));
  expect(status).toMatchObject({ ok: true, value: { notices: [] } });

  for (const pid of await processes(app)) process.kill(pid, 'SIGSEGV');
  await expect.poll(() => vaultProcesses(app)).toBe(0);
  const all = processTree(app.process().pid ?? 0);
  await Promise.all([
    new Promise((resolve) => app.process().once('exit', resolve)),
    app
      .evaluate(() => {
        process.crash();
      })
      .catch(() => undefined),
  ]);
  // What the crash of the first process takes with it may still be ending.
  await expect.poll(() => all.filter((pid) => existsSync(`/proc/${pid}/exe`))).toEqual([]);

  expect(cores()).toEqual([]);
  for (const place of [profile, at('home'), at('temp')]) {
    expect(filesWith(place, [planted, words.join(' ')])).toEqual([]);
    const dumps = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.dmp$|(?:^|\/)core(?:\.\d+)?$/iu.test(name),
    );
    expect(dumps).toEqual([]);
  }
  rmSync(profile, { recursive: true, force: true });
  test.info().annotations.push({
    type: 'core files',
    description: wouldShow
      ? 'written by this system for other programs'
      : 'not written by this system at all',
  });
});

test('a decoder that hangs is ended without a trace, also where nothing keeps crashes from the disk', async () => {
  test.skip(!systemWritesCores(), 'this system writes no core files, whoever crashes');
  const { app, page, close } = await start(readRuntime().electronPath);
  try {
    const caseId = await makeCase(page);
    const lab = (): Promise<number> =>
      app.evaluate(({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
          webContents.getURL().startsWith('lab:'),
        );
        return window === undefined || window.webContents.isLoading()
          ? 0
          : window.webContents.getOSProcessId();
      });
    await expect.poll(lab).toBeGreaterThan(0);
    const first = await lab();
    // In this Chromium a page's first process, thrown away before anything was shown, sometimes crashes as it ends.
    emptyCores();
    await app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().startsWith('lab:'),
      );
      void window?.webContents.executeJavaScript('for (;;) {}').catch(() => undefined);
    });
    await chooseToOpen(app, [join(root, 'resources', 'sample-case', 'evidence', 'IMG_0398.PNG')]);
    await page.evaluate((id) => window.holdfast.evidence.pickFiles({ caseId: id }), caseId);
    await expect.poll(async () => ![0, first].includes(await lab())).toBe(true);
    expect(cores()).toEqual([]);

    // If a crash left nothing here, finding nothing would prove nothing.
    await app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().startsWith('lab:'),
      );
      window?.webContents.forcefullyCrashRenderer();
    });
    await expect.poll(() => cores().length).toBeGreaterThan(0);
  } finally {
    await close();
  }
});
