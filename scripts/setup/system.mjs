import { existsSync } from 'node:fs';
import { runQuietly } from './command.mjs';
import { say, SetupProblem } from './say.mjs';

const libraries = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1'];

/** Programs the tests read finished files with, each by the package that brings it. */
const testTools = { qpdf: 'qpdf', pdftotext: 'poppler-utils', age: 'age', strace: 'strace' };

function has(program) {
  return runQuietly('sh', ['-c', `command -v ${program}`]).ok;
}

/** Names of the shared libraries that a program asks for and the system does not have. */
export function missingLibraries(lddOutput) {
  return lddOutput
    .split('\n')
    .filter((line) => line.includes('=> not found'))
    .map((line) => line.trim().split(' ')[0]);
}

/** Debian packages still needed: Electron's libraries, a virtual display where there is no screen, the tests' readers. */
function packagesNeeded(electron, forTests) {
  const needed = [];
  if (missingLibraries(runQuietly('ldd', [electron]).text).length > 0) needed.push(...libraries);
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY && !has('Xvfb')) needed.push('xvfb', 'xauth');
  if (forTests) for (const [tool, name] of Object.entries(testTools)) if (!has(tool)) needed.push(name);
  return needed;
}

/** Installs what the system lacks where it may (root on Debian), and else says the one command. Linux only. */
export function prepareSystem(electron, { forTests }) {
  if (process.platform !== 'linux') return;
  const needed = packagesNeeded(electron, forTests);
  if (needed.length === 0) return;
  const command = `apt-get update && apt-get install -y --no-install-recommends ${needed.join(' ')}`;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    throw new SetupProblem(`The system lacks: ${needed.join(', ')}.`, `sudo sh -c '${command}'`);
  }
  say(`Installing system packages: ${needed.join(', ')}.`);
  const done = runQuietly('sh', ['-c', command], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (!done.ok)
    throw new SetupProblem(`System packages could not be installed.\n${done.text.slice(-800)}`, command);
}
