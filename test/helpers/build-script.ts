import { join } from 'node:path';
import { build } from 'esbuild';

/** Builds a script of this folder into one file that a test can run as a process of its own, and kill. */
export async function buildScript(name: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['better-sqlite3', '@node-rs/argon2', 'sodium-native'],
    define: { 'import.meta.dirname': JSON.stringify(import.meta.dirname) },
    logLevel: 'error',
  });
}
