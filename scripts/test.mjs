import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

const results = join(root, 'test-results');

/** Paths of every test, from the project's root. */
function testFiles() {
  return readdirSync(join(root, 'test'), { recursive: true })
    .map((file) => `test/${file.split(sep).join('/')}`)
    .filter((file) => /\.(?:test\.(?:ts|mjs)|e2e\.ts)$/u.test(file))
    .sort();
}

/**
 * Does something beside the end-to-end tests, at a lower priority. What it prints is kept in a file and shown in one piece when it
 * ends: line by line it would be mixed with what they print.
 *
 * @param start is given what to start programs with, and gives the exit code
 */
async function beside(title, name, start) {
  const log = join(results, `${name}.log`);
  const output = openSync(log, 'w');
  let code = 1;
  try {
    code = await start({ stdio: ['ignore', output, output], last: true });
    return code;
  } catch (error) {
    say(String(error));
    return code;
  } finally {
    closeSync(output);
    process.stdout.write(`${title}: ${code === 0 ? 'done' : 'failed'}.\n${readFileSync(log, 'utf8')}`);
  }
}

async function runUnits({ runtime, env, chosen, pattern }, how) {
  const report = join(results, 'units.json');
  const start = (options) =>
    run(
      runtime.node,
      [
        join(root, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...chosen.units.files,
        ...(chosen.units.name === null ? [] : ['-t', chosen.units.name]),
      ],
      { env: { ...env, CI: '1' }, ...options },
    );
  const code = await how(start);
  return countVitest(readJson(report), code, chosen.units.name === null ? '' : pattern);
}

async function runEnds({ runtime, env, chosen }, displays) {
  const report = join(results, 'e2e.json');
  const screens = displays.flatMap(({ env: { DISPLAY } }) => (DISPLAY === undefined ? [] : [DISPLAY]));
  say('End-to-end tests in real Electron.');
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
        // Nothing goes back to an earlier line: what runs beside prints in between.
        PLAYWRIGHT_FORCE_TTY: '0',
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    },
  );
  return countPlaywright(readJson(report), code);
}

/** Does `work` with a screen for each of the tests that run side by side: on one, the windows of all would meet the same pointer. */
async function withDisplays(work) {
  const displays = await Promise.all(Array.from({ length: sideBySide }, () => openDisplay()));
  try {
    return await work(displays);
  } finally {
    for (const display of displays) display.stop();
  }
}

/** Says what the counts come to, in one last line; the exit code. */
function conclude(total, pattern, failedProofs) {
  if (total.passed + total.failed + total.skipped === 0) {
    say(`No test file and no test is called "${pattern}".`);
    return 1;
  }
  if (total.skipped > 0) say(`${total.skipped} skipped:`);
  for (const reason of total.reasons) say(`skipped: ${reason}`);
  for (const title of failedProofs) say(`${title} failed: see above.`);
  say(summaryLine(total));
  return total.failed === 0 && failedProofs.length === 0 ? 0 : 1;
}

/** Throws the results of the last run away. */
export function clearResults() {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
}

/**
 * Proves side by side, at a lower priority, what needs the packages alone: it begins while the rest is still being fetched and
 * compiled, which takes one processor. Resolves with the titles of those that failed.
 *
 * @param proofs each a title, the name of its log, and `start` as `beside` takes it
 */
export async function prove(proofs) {
  const codes = await Promise.all(proofs.map(({ title, name, start }) => beside(title, name, start)));
  return proofs.filter((_, index) => codes[index] !== 0).map(({ title }) => title);
}

/**
 * Runs the end-to-end tests in real Electron, which wait for their apps half of the time, and beside them, at a lower priority
 * and after the other proofs, the unit and service tests. Ends with one line for all tests. A runner that stopped without a
 * result counts as a failure. A word that is no option names the file or the test to run.
 *
 * @param proving what else is being proved, as `prove` gives it
 */
export async function runTests(runtime, env, args, proving = Promise.resolve([])) {
  const only = args.includes('--units') ? 'units' : args.includes('--e2e') ? 'e2e' : 'all';
  const pattern = args.filter((arg) => !arg.startsWith('--')).join(' ');
  const chosen = chooseTests(pattern, testFiles(), (file) => readFileSync(join(root, file), 'utf8'));
  const what = { runtime, env, chosen, pattern };
  const units = only !== 'e2e' && chosen.units !== null;
  if (only === 'units' || chosen.ends === null) {
    if (units) say('Unit and service tests.');
    const counts = units ? [await runUnits(what, (start) => start())] : [];
    return conclude(addCounts(counts), pattern, await proving);
  }
  return withDisplays(async (displays) => {
    const rest = async () => {
      const failed = await proving;
      if (!units) return { failed, counts: [] };
      const count = await runUnits(what, (start) => beside('Unit and service tests', 'units', start));
      return { failed, counts: [count] };
    };
    const [ends, { failed, counts }] = await Promise.all([runEnds(what, displays), rest()]);
    return conclude(addCounts([...counts, ends]), pattern, failed);
  });
}
