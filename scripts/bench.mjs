import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Bundles the benchmarks of test/bench and runs them on the Node that runs this. */
const root = join(import.meta.dirname, '..');
const outfile = join(root, 'out', 'bench.cjs');
await build({
  entryPoints: [join(root, 'test/bench/run.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  // Native addons stay outside, as in the app.
  external: ['better-sqlite3', '@node-rs/argon2', '@playwright/test'],
  // The helpers that start the app look for it from where they lie.
  define: { 'import.meta.dirname': JSON.stringify(join(root, 'test', 'e2e', 'helpers')) },
  logLevel: 'warning',
});
// The half of the text benchmark that draws and reads in Chromium.
await build({
  entryPoints: [join(root, 'test/bench/ocr-electron.ts')],
  outfile: join(root, 'out', 'bench-ocr.cjs'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.18',
  external: ['electron'],
  logLevel: 'warning',
});
const { runBenchmarks } = await import(pathToFileURL(outfile).href);
process.exitCode = await runBenchmarks(process.argv.slice(2), root);
