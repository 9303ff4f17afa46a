import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { kindOf, processTree } from './helpers/memory';
import { ordinaryUser, stageForOrdinaryUser } from './helpers/ordinary-user';
import { environment, readRuntime, root } from './helpers/runtime';
import { connectionAttempts } from './helpers/system-calls';

const isRoot = process.getuid?.() === 0;
const can = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

let work = '';
test.beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'holdfast-network-'));
});
test.afterEach(() => {
  rmSync(work, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

async function ended(
  child: ChildProcess,
): Promise<{ readonly code: number | null; readonly output: string }> {
  let output = '';
  child.stdout?.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (output += text.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, output };
}

test('the whole main job, without a route to any network and with every system call traced, tries no connection', async () => {
  test.skip(!can('strace', '-V'), 'strace is not there');
  test.skip(!can('unshare', '-n', 'true'), 'this user may not leave the network');
  const runtime = readRuntime();
  const trace = join(work, 'trace');
  const traced = (...command: readonly string[]): ChildProcess =>
    spawn(
      'unshare',
      ['-n', 'strace', '-f', '-qq', '-e', 'trace=network', '-s', '200', '-o', trace, ...command],
      {
        env: environment(runtime.env),
      },
    );

  // If this trace could not see an attempt, seeing none would prove nothing.
  await ended(traced(process.execPath, '-e', "require('net').connect(9, '192.0.2.1').on('error', () => {})"));
  expect(connectionAttempts(readFileSync(trace, 'utf8')).length).toBeGreaterThan(0);

  const demo = await ended(
    traced(
      runtime.electronPath,
      ...runtime.electronArgs,
      join(root, 'out', 'demo.cjs'),
      '--out',
      join(work, 'demo'),
    ),
  );
  expect(demo.output).toContain('pages');
  expect(demo.code).toBe(0);
  const seen = readFileSync(trace, 'utf8');
  expect(seen).toContain('AF_UNIX');
  expect(connectionAttempts(seen)).toEqual([]);
});

test('the main job runs as an ordinary user with Chromium’s sandbox on', async () => {
  test.skip(!isRoot, 'only root can set up the sandbox helper and become an ordinary user');
  const staged = stageForOrdinaryUser();
  try {
    const args = readRuntime().electronArgs.filter((arg) => arg !== '--no-sandbox');
    const child = spawn(
      staged.electron,
      [...args, join(staged.app, 'out', 'demo.cjs'), '--out', join(staged.home, 'demo')],
      { env: { ...environment({}), ...staged.env }, uid: ordinaryUser, gid: ordinaryUser, cwd: staged.home },
    );
    const finished = ended(child);
    const state = { over: false };
    void finished.finally(() => {
      state.over = true;
    });
    const modes = new Set<string>();
    while (!state.over) {
      for (const pid of processTree(child.pid ?? 0)) {
        if (kindOf(pid) !== 'renderer') continue;
        try {
          const status = readFileSync(`/proc/${pid}/status`, 'utf8');
          const mode = /^Seccomp:\s*(\d)/m.exec(status)?.[1] ?? '';
          const uid = /^Uid:\s*(\d+)/m.exec(status)?.[1] ?? '';
          // A process shows 0 for the moment before it has shut itself in.
          if (mode !== '0') modes.add(`${uid} ${mode}`);
        } catch {
          // It has ended meanwhile.
        }
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { code, output } = await finished;
    expect(output).toContain('pages');
    expect(code).toBe(0);
    expect([...modes]).toEqual([`${ordinaryUser} 2`]);
  } finally {
    staged.remove();
  }
});
