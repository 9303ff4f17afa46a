import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildFuzz } from './fuzz-build.mjs';

/** Bundles the fuzzer of test/fuzz and runs it on the Node that runs this. */
const { runFuzz } = await import(pathToFileURL(await buildFuzz()).href);
process.exitCode = await runFuzz(process.argv.slice(2), join(import.meta.dirname, '..'));
