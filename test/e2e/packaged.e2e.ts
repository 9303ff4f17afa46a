/**
 * The packaged app itself: its fuse wire, and what it does when somebody tries to use it as something else. Runs when
 * HOLDFAST_PACKAGED names the packaged binary, as `npm run check:security` does.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { kindOf, processTree } from './helpers/memory';

const binary = process.env.HOLDFAST_PACKAGED;
test.skip(
  binary === undefined,
  'there is no packaged app here: `npm run check:security` packs one and runs this',
);

/** The fuse wire, after electronjs.org/docs/latest/tutorial/fuses: sentinel, version, length, one character each. */
function readFuses(path: string): readonly boolean[] {
  // On Linux a script bears the name of the program.
  const bytes = readFileSync(existsSync(`${path}.bin`) ? `${path}.bin` : path);
  const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  const at = bytes.indexOf(sentinel);
  expect(at).toBeGreaterThan(0);
  const start = at + sentinel.length;
  expect(bytes[start]).toBe(1);
  const length = bytes[start + 1] ?? 0;
  return [...bytes.subarray(start + 2, start + 2 + length)].map((fuse) => fuse === '1'.charCodeAt(0));
}

const wanted: readonly (readonly [string, number, boolean])[] = [
  ['RunAsNode', 0, false],
  ['EnableCookieEncryption', 1, false],
  ['EnableNodeOptionsEnvironmentVariable', 2, false],
  ['EnableNodeCliInspectArguments', 3, false],
  ['EnableEmbeddedAsarIntegrityValidation', 4, true],
  ['OnlyLoadAppFromAsar', 5, true],
  ['LoadBrowserProcessSpecificV8Snapshot', 6, false],
  ['GrantFileProtocolExtraPrivileges', 7, false],
];

for (const [name, index, on] of wanted) {
  test(`19: the fuse ${name} is ${on ? 'on' : 'off'} in the packaged binary`, () => {
    expect(readFuses(binary ?? '')[index]).toBe(on);
  });
}

/** Runs the packaged app until it ends by itself or for some seconds. */
function runPackaged(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'holdfast-packaged-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const done = spawnSync(binary ?? '', [...sandbox, `--user-data-dir=${profile}`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 15_000,
    killSignal: 'SIGKILL',
  });
  rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  return { text: `${done.stdout}${done.stderr}`, code: done.status };
}

test('19: the packaged app does not run somebody’s script in its place', () => {
  const { text } = runPackaged(['-e', 'console.log("RAN" + 1)', '--holdfast-probe'], {
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: '--require /nonexistent/intruder.js',
  });
  expect(text).not.toContain('RAN1');
  expect(text).not.toContain('intruder');
});

for (const debugging of [
  '--inspect=0',
  '--inspect-brk=0',
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
]) {
  test(`19: the packaged app does not start to be debugged with ${debugging}`, () => {
    const { text, code } = runPackaged([debugging]);
    expect(text).not.toMatch(/(Debugger|DevTools) listening/);
    expect(code).not.toBe(0);
    // Null when it was killed because it went on running.
    expect(code).not.toBeNull();
  });
}

test('no process of the packaged app leaves its memory on the disk when it crashes, and none can change that', async () => {
  test.skip(process.platform !== 'linux', 'core files of this kind are a matter of Linux');
  const profile = mkdtempSync(join(tmpdir(), 'holdfast-packaged-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const started = spawn(
    '/bin/sh',
    [
      '-c',
      'ulimit -c unlimited; echo 33 >/proc/self/coredump_filter; exec "$0" "$@"',
      binary ?? '',
      ...sandbox,
      `--user-data-dir=${profile}`,
    ],
    { stdio: 'ignore' },
  );
  const root = started.pid ?? 0;
  try {
    await expect.poll(() => processTree(root).map(kindOf)).toContain('renderer');
    const checked: string[] = [];
    for (const pid of processTree(root)) {
      const filter = readFileSync(`/proc/${pid}/coredump_filter`, 'utf8').trim();
      // One that has ended, and whose end nobody has asked for yet, has no memory that could be left.
      if (filter === '') continue;
      checked.push(kindOf(pid));
      expect(Number.parseInt(filter, 16), kindOf(pid)).toBe(0);
      expect(readFileSync(`/proc/${pid}/limits`, 'utf8')).toMatch(/^Max core file size\s+([01])\s+\1\s/mu);
    }
    expect(checked).toEqual(expect.arrayContaining(['main', 'renderer']));
  } finally {
    for (const pid of processTree(root).toReversed()) process.kill(pid, 'SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
});

/** Packages in the archive, by the list at its head: four numbers, then JSON. */
function packagesInArchive(path: string): readonly string[] {
  const bytes = readFileSync(path);
  const head = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as {
    readonly files: Readonly<Record<string, { readonly files?: Readonly<Record<string, object>> }>>;
  };
  const { files = {} } = head.files.node_modules ?? {};
  return Object.entries(files).flatMap(([name, { files: within = {} }]: [string, { files?: object }]) =>
    name.startsWith('@') ? Object.keys(within).map((part) => `${name}/${part}`) : [name],
  );
}

test('the licences of every part lie beside the packaged program, with those of Electron and Chromium', () => {
  const folder = dirname(binary ?? '');
  const notices = readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  const packages = packagesInArchive(join(folder, 'resources', 'app.asar'));
  expect(packages).toContain('better-sqlite3');
  for (const name of packages) expect(notices).toContain(`${name} `);
  expect(readFileSync(join(folder, 'LICENSE.electron.txt'), 'utf8')).toContain('Electron contributors');
  expect(readFileSync(join(folder, 'LICENSES.chromium.html'), 'utf8')).toContain('zlib');
});
