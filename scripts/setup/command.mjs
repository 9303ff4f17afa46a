import { spawn, spawnSync } from 'node:child_process';
import { constants, setPriority } from 'node:os';

/** Lets everything else on the machine go first. What the program starts later takes after it. */
function stepBack({ pid }) {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or this system does not let it: then it only takes its share.
  }
}

/** Runs a program, its output shown; `last` lets all else go first. Resolves with the exit code. */
export function run(file, args, { last = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', ...options });
    if (last) stepBack(child);
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      resolve(signal === null ? (code ?? 1) : 1);
    });
  });
}

/** Runs a program quietly. `ok` is true for exit code 0; `text` is all it printed. */
export function runQuietly(file, args, options = {}) {
  const done = spawnSync(file, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options });
  return {
    ok: done.status === 0,
    text: `${done.stdout ?? ''}${done.stderr ?? ''}`,
    stdout: done.stdout ?? '',
  };
}

/** As `runQuietly`, for what takes minutes: other work goes on meanwhile. */
export function runAside(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const output of [child.stdout, child.stderr]) {
      output.setEncoding('utf8');
      output.on('data', (part) => (text += part));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ ok: code === 0, text }));
  });
}

/** npm as a program and its first arguments: on Windows it is a script that Node itself must run. */
export function npm() {
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script)) return [process.execPath, [script]];
  return process.platform === 'win32' ? ['npm.cmd', []] : ['npm', []];
}
