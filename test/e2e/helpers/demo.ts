import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { z } from 'zod';
import { environment, readRuntime, root } from './runtime';

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

/** Tests that share one run of the demo. */
export const test = base.extend<object, { readonly demo: Demo }>({
  demo: [
    // Playwright reads what a fixture needs off this pattern; this one needs nothing.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'holdfast-demo-'));
      await use(await runDemo(folder));
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});
