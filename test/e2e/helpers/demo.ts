import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import * as z from 'zod';
import { environment, readRuntime, root } from './runtime';
import { forgetPlace, makeSlotCheap } from './vault';

const filesSchema = z.array(
  z.object({
    name: z.string(),
    sha256: z.string().nullable(),
    bytes: z.number().nullable(),
    kind: z.string().nullable(),
    outcome: z.enum(['stored', 'stored-no-preview', 'duplicate', 'failed', 'cancelled']),
    reason: z.string().optional(),
  }),
);
const countsSchema = z.object({
  in: z.number(),
  stored: z.number(),
  duplicate: z.number(),
  failed: z.number(),
});
const reportSchema = z.object({
  ok: z.boolean(),
  files: filesSchema,
  counts: countsSchema,
  /** What came inside those files, such as what was attached to an e-mail. */
  inside: z.object({ files: filesSchema, counts: countsSchema }),
  entries: z.number(),
  bundle: z.object({ pages: z.number(), sha256: z.string(), bytes: z.number() }),
  timings_ms: z.record(z.string(), z.number()),
  runtime: z.object({
    electron: z.string(),
    node: z.string(),
    chrome: z.string(),
    sqlite: z.string(),
    cipher: z.string(),
  }),
});

export interface Demo {
  readonly code: number;
  readonly output: string;
  readonly folder: string;
  readonly report: z.infer<typeof reportSchema>;
}

export const demoPassphrase = 'lighthouse marble cycle orchard';

/** Runs the demo in real Electron into `folder`. */
export async function runDemo(folder: string, args: readonly string[] = []): Promise<Demo> {
  const runtime = readRuntime();
  const child = spawn(
    runtime.electronPath,
    [...runtime.electronArgs, join(root, 'out', 'demo.cjs'), '--out', folder, ...args],
    { env: environment(runtime.env), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => {
      resolve(exit ?? 1);
    });
  });
  try {
    const report: unknown = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    return { code, output, folder, report: reportSchema.parse(report) };
  } catch (cause) {
    throw new Error(`the demo left no report that can be read:\n${output}`, { cause });
  }
}

const resultSchema = z.object({ code: z.number(), output: z.string(), report: reportSchema });

/**
 * The one run of the demo that all workers share: whoever comes first makes it, the others wait for it. It lies with the results,
 * which every start of the tests empties.
 */
async function sharedDemo(): Promise<{
  readonly folder: string;
  readonly result: z.infer<typeof resultSchema>;
}> {
  const place = join(root, 'test-results', 'shared-demo');
  const folder = join(place, 'out');
  const told = join(place, 'result.json');
  mkdirSync(join(root, 'test-results'), { recursive: true });
  try {
    // Only one can make a folder that is not there.
    mkdirSync(place);
    const { code, output, report } = await runDemo(folder);
    // Opened dozens of times from here on, and what a slot costs by default is not what those tests are about.
    await makeSlotCheap(join(folder, 'vault'), demoPassphrase);
    writeFileSync(`${told}.part`, JSON.stringify({ code, output, report }));
    renameSync(`${told}.part`, told);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    await expect.poll(() => existsSync(told), { timeout: 600_000 }).toBe(true);
  }
  return { folder, result: resultSchema.parse(JSON.parse(readFileSync(told, 'utf8'))) };
}

/** Copies the vault that the demo made into a folder, for a test that changes it; nobody is asked whether it is a copy. */
export async function copyDemoVault(demo: string, folder: string): Promise<void> {
  cpSync(join(demo, 'vault'), folder, { recursive: true });
  await forgetPlace(folder, demoPassphrase);
}

/** Tests that share one run of the demo, on a copy of what it made for each worker: two cannot have one vault open. */
export const test = base.extend<object, { readonly demo: Demo }>({
  demo: [
    // Playwright reads what a fixture needs off this pattern; this one needs nothing.
    async ({}, use) => {
      const shared = await sharedDemo();
      const folder = mkdtempSync(join(tmpdir(), 'holdfast-demo-'));
      cpSync(shared.folder, folder, { recursive: true });
      await forgetPlace(join(folder, 'vault'), demoPassphrase);
      const { output, ...rest } = shared.result;
      await use({ ...rest, folder, output: output.replaceAll(shared.folder, folder) });
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 900_000 },
  ],
});
