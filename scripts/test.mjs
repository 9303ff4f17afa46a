import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './setup/command.mjs';
import { openDisplay } from './setup/display.mjs';
import { root } from './setup/runtime.mjs';
import { say } from './setup/say.mjs';
import { addCounts, countPlaywright, countVitest, summaryLine } from './test-summary.mjs';

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Runs the unit and service tests, then the end-to-end tests in real Electron, and ends with one line for both. A
 * runner that stopped without a result counts as a failure.
 */
export async function runTests(runtime, env, args) {
  const results = join(root, 'test-results');
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const units = join(results, 'units.json');
  const ends = join(results, 'e2e.json');
  const only = args.includes('--units') ? 'units' : args.includes('--e2e') ? 'e2e' : 'all';
  const counts = [];

  if (only !== 'e2e') {
    say('Unit and service tests.');
    const code = await run(
      runtime.node,
      [
        join(root, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${units}`,
      ],
      { env: { ...env, CI: '1' } },
    );
    counts.push(countVitest(readJson(units), code));
  }
  if (only !== 'units') {
    say('End-to-end tests in real Electron.');
    const display = await openDisplay();
    try {
      const code = await run(
        runtime.node,
        [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'],
        { env: { ...env, ...runtime.env, ...display.env, CI: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: ends } },
      );
      counts.push(countPlaywright(readJson(ends), code));
    } finally {
      display.stop();
    }
  }
  const total = addCounts(counts);
  if (total.skipped > 0) say(`${total.skipped} skipped:`);
  for (const reason of total.reasons) say(`skipped: ${reason}`);
  say(summaryLine(total));
  return total.failed === 0 ? 0 : 1;
}
