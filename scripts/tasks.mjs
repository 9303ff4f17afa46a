import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './setup/command.mjs';
import { openDisplay } from './setup/display.mjs';
import { prepareNode, prepareRuntime, root } from './setup/runtime.mjs';
import { say } from './setup/say.mjs';
import { clearResults, prove, runTests } from './test.mjs';

const tool = (...parts) => join(root, 'node_modules', ...parts);

/** The pinned Node comes first on the path, so that every tool runs on it. */
function withNode(node) {
  return {
    ...process.env,
    PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
  };
}

/** Runs a script on the pinned Node. */
async function onNode(command, options = {}) {
  const node = await prepareNode();
  return run(node, command, { env: withNode(node), ...options });
}

async function build(args = []) {
  return onNode([join(root, 'scripts', 'build.mjs'), ...args]);
}

/** Starts real Electron on a built file, on the screen there is or on a private one. */
async function inElectron(entry, args) {
  const runtime = await prepareRuntime();
  say('Building.');
  // As it is handed to people: React's own checks, which only tests need, cost half a processor during an import.
  const built = await build(['--release']);
  if (built !== 0) return built;
  const display = await openDisplay();
  try {
    return await run(runtime.electronPath, [...runtime.electronArgs, entry, ...args], {
      env: { ...process.env, ...runtime.env, ...display.env },
    });
  } finally {
    display.stop();
  }
}

const typescript = tool('typescript', 'bin', 'tsc');
const projects = ['shared', 'electron', 'renderer', 'test'];
/** All projects, whatever one of them says, so that a change shows every error at once. */
const types = async (_args, options) => {
  const codes = [];
  for (const name of projects)
    codes.push(await onNode([typescript, '-p', join(root, name, 'tsconfig.json')], options));
  return Math.max(...codes);
};
const lint = (_args, options) =>
  onNode([tool('eslint', 'bin', 'eslint.js'), '--max-warnings', '0', '.'], options);
const format = (args, options) =>
  onNode(
    [
      tool('prettier', 'bin', 'prettier.cjs'),
      args.includes('--check') ? '--check' : '--write',
      '--log-level',
      'warn',
      '.',
    ],
    options,
  );
const test = async (args, proofs = []) => {
  await prepareNode();
  clearResults();
  const proving = prove(proofs);
  const runtime = await prepareRuntime({ forTests: true });
  say('Building.');
  const built = await build();
  return built !== 0 ? built : runTests(runtime, withNode(runtime.node), args, proving);
};
/** What is proved without running anything, each as it is shown and as its log is called. */
const proofs = [
  { title: 'Types', name: 'types', start: (options) => types([], options) },
  { title: 'Lint', name: 'lint', start: (options) => lint([], options) },
  { title: 'Format', name: 'format', start: (options) => format(['--check'], options) },
];

/** The tests that ask the running and the packaged app about its hardening. */
const securityTests = [
  'security',
  'packaged',
  'no-network',
  'keyring',
  'memory',
  'crashes',
  'copying',
  'nothing-outside',
].map((name) => `e2e/${name}.e2e`);

/** What `npm run NAME` does. Each resolves with an exit code. */
export const tasks = {
  start: (args) => inElectron(join(root, 'out', 'main.cjs'), args),
  demo: (args) => inElectron(join(root, 'out', 'demo.cjs'), args),
  build,
  types: (args) => types(args),
  lint: (args) => lint(args),
  format: (args) => format(args),
  test: (args) => test(args),
  bench: async (args) => {
    await prepareRuntime({ forTests: true });
    // Some of it measures the app itself, as it is handed to people.
    const built = await build(['--release']);
    return built !== 0 ? built : onNode([join(root, 'scripts', 'bench.mjs'), ...args]);
  },
  fuzz: async (args) => {
    await prepareRuntime({ forTests: true });
    // The port reads what is inside files in the app's own thread.
    const built = await build();
    return built !== 0 ? built : onNode([join(root, 'scripts', 'fuzz.mjs'), ...args]);
  },
  // What this version writes, kept for the tests of every later one.
  'earlier-vault': async (args) => {
    await prepareRuntime({ forTests: true });
    const built = await build();
    return built !== 0 ? built : onNode([join(root, 'scripts', 'earlier-vault.mjs'), ...args]);
  },
  check: () => test([], proofs),
  // The vault without Electron: nobody's data depends on the app.
  vault: async (args) => {
    const cli = join(root, 'out', 'vault-cli.cjs');
    const built = existsSync(cli) ? 0 : await build();
    return built === 0 ? onNode([cli, ...args]) : built;
  },
  'sample-case': async () => {
    const runtime = await prepareRuntime();
    const display = await openDisplay();
    try {
      return await run(
        runtime.electronPath,
        [...runtime.electronArgs, join(root, 'scripts', 'sample-case', 'main.cjs')],
        { env: { ...process.env, ...display.env } },
      );
    } finally {
      display.stop();
    }
  },
  pictures: async (args) => {
    const runtime = await prepareRuntime();
    const built = await build();
    if (built !== 0) return built;
    const display = await openDisplay();
    try {
      return await run(runtime.node, [join(root, 'scripts', 'pictures.mjs'), ...args], {
        env: { ...withNode(runtime.node), ...display.env },
      });
    } finally {
      display.stop();
    }
  },
  'check:deps': async (args) => {
    const built = await build();
    return built !== 0 ? built : onNode([join(root, 'scripts', 'check-deps.mjs'), ...args]);
  },
  'check:security': async () => {
    say('Packing the app, to look at the very thing that people would install.');
    const packed = await tasks.package([]);
    if (packed !== 0) return packed;
    const runtime = await prepareRuntime({ forTests: true });
    const built = await build();
    if (built !== 0) return built;
    const display = await openDisplay();
    try {
      return await run(
        runtime.node,
        [tool('@playwright', 'test', 'cli.js'), 'test', '--reporter=list', ...securityTests],
        {
          env: {
            ...withNode(runtime.node),
            ...runtime.env,
            ...display.env,
            CI: '1',
            HOLDFAST_PACKAGED: join(root, 'dist', 'linux-unpacked', 'holdfast'),
          },
        },
      );
    } finally {
      display.stop();
    }
  },
  package: async (args) => {
    const runtime = await prepareRuntime();
    const built = await build(['--release']);
    if (built !== 0) return built;
    const { problems } = JSON.parse(readFileSync(join(root, 'out', 'licences.json'), 'utf8'));
    for (const problem of problems) say(`Not packed, for its licence: ${problem}.`);
    if (problems.length > 0) return 1;
    const offline = runtime.official
      ? []
      : ['--linux', 'dir', `-c.electronDist=${dirname(runtime.electronPath)}`, '-c.electronVersion=33.2.1'];
    if (!existsSync(tool('electron-builder', 'cli.js'))) return 1;
    return onNode([tool('electron-builder', 'cli.js'), ...offline, ...args]);
  },
};
