import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { run } from './setup/command.mjs';
import { openDisplay } from './setup/display.mjs';
import { root } from './setup/runtime.mjs';
import { say } from './setup/say.mjs';
import { chooseTests } from './test-choice.mjs';
import { addCounts, countPlaywright, countVitest, summaryLine } from './test-summary.mjs';

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** End-to-end tests that run at once: each waits for its app for most of the time, so more than there are processors. */
const sideBySide = 3;

/** Paths of every test, from the project's root. */
function testFiles() {
  return readdirSync(join(root, 'test'), { recursive: true })
    .map((file) => `test/${file.split(sep).join('/')}`)
    .filter((file) => /\.(?:test\.(?:ts|mjs)|e2e\.ts)$/u.test(file))
    .sort();
}

/**
 * Runs the unit and service tests, then the end-to-end tests in real Electron, and ends with one line for both. A
 * runner that stopped without a result counts as a failure. A word that is no option names the file or the test to run.
 */
export async function runTests(runtime, env, args) {
  const results = join(root, 'test-results');
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const units = join(results, 'units.json');
  const ends = join(results, 'e2e.json');
  const only = args.includes('--units') ? 'units' : args.includes('--e2e') ? 'e2e' : 'all';
  const pattern = args.filter((arg) => !arg.startsWith('--')).join(' ');
  const chosen = chooseTests(pattern, testFiles(), (file) => readFileSync(join(root, file), 'utf8'));
  const counts = [];

  if (only !== 'e2e' && chosen.units !== null) {
    say('Unit and service tests.');
    const code = await run(
      runtime.node,
      [
        join(root, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${units}`,
        ...chosen.units.files,
        ...(chosen.units.name === null ? [] : ['-t', chosen.units.name]),
      ],
      { env: { ...env, CI: '1' } },
    );
    counts.push(countVitest(readJson(units), code, chosen.units.name === null ? '' : pattern));
  }
  if (only !== 'units' && chosen.ends !== null) {
    say('End-to-end tests in real Electron.');
    // A screen for each of those that run side by side: on one, the windows of all would meet the same pointer.
    const displays = await Promise.all(Array.from({ length: sideBySide }, () => openDisplay()));
    const screens = displays.flatMap(({ env: { DISPLAY } }) => (DISPLAY === undefined ? [] : [DISPLAY]));
    try {
      const code = await run(
        runtime.node,
        [
          join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
          'test',
          '--reporter=list,json',
          ...chosen.ends.files,
          ...(chosen.ends.name === null ? [] : ['--grep', chosen.ends.name, '--pass-with-no-tests']),
        ],
        {
          env: {
            ...env,
            ...runtime.env,
            ...displays[0].env,
            HOLDFAST_SCREENS: screens.join(' '),
            HOLDFAST_WORKERS: String(sideBySide),
            CI: '1',
            PLAYWRIGHT_JSON_OUTPUT_NAME: ends,
          },
        },
      );
      counts.push(countPlaywright(readJson(ends), code));
    } finally {
      for (const display of displays) display.stop();
    }
  }
  const total = addCounts(counts);
  if (total.passed + total.failed + total.skipped === 0) {
    say(`No test file and no test is called "${pattern}".`);
    return 1;
  }
  if (total.skipped > 0) say(`${total.skipped} skipped:`);
  for (const reason of total.reasons) say(`skipped: ${reason}`);
  say(summaryLine(total));
  return total.failed === 0 ? 0 : 1;
}
