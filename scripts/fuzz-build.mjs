import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** Bundles the half that reads inputs, and the half that starts and watches it. Gives where the second lies. */
export async function buildFuzz() {
  await build({
    entryPoints: { 'fuzz-child': join(root, 'test/fuzz/child.ts'), fuzz: join(root, 'test/fuzz/run.ts') },
    outdir: join(root, 'out'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.18',
    // Native addons stay outside, as in the app.
    external: ['better-sqlite3', '@node-rs/argon2', 'sodium-native'],
    // Helpers look for fixtures from where they lie.
    define: { 'import.meta.dirname': JSON.stringify(join(root, 'test', 'helpers')) },
    logLevel: 'warning',
  });
  return join(root, 'out', 'fuzz.cjs');
}
