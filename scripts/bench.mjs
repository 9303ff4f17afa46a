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
  external: ['better-sqlite3', '@node-rs/argon2', 'sodium-native', '@playwright/test'],
  // The helpers that start the app look for it from where they lie.
  define: { 'import.meta.dirname': JSON.stringify(join(root, 'test', 'e2e', 'helpers')) },
  logLevel: 'warning',
});
// The halves that run in Electron: one draws and reads in Chromium, one builds bundles as the app does.
for (const name of ['ocr', 'bundle']) {
  await build({
    entryPoints: [join(root, `test/bench/${name}-electron.ts`)],
    outfile: join(root, 'out', `bench-${name}.cjs`),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.18',
    external: ['electron', 'sodium-native'],
    logLevel: 'warning',
  });
}
// Two vaults in a process of their own, so that its memory can be told.
await build({
  entryPoints: [join(root, 'test/bench/transfer-half.ts')],
  outfile: join(root, 'out', 'bench-transfer.cjs'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  external: ['better-sqlite3', '@node-rs/argon2', 'sodium-native'],
  define: { 'import.meta.dirname': JSON.stringify(join(root, 'test', 'helpers')) },
  logLevel: 'warning',
});
const { runBenchmarks } = await import(pathToFileURL(outfile).href);
process.exitCode = await runBenchmarks(process.argv.slice(2), root);
