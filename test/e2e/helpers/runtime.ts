import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

export const root = join(import.meta.dirname, '..', '..', '..');

const runtimeSchema = z.object({
  electronPath: z.string(),
  /** False for the test runtime that stands in where the official download cannot be reached. */
  official: z.boolean(),
  electronArgs: z.array(z.string()),
  env: z.record(z.string(), z.string()),
});

/** Where real Electron is on this machine, as the set-up scripts wrote it down. */
export function readRuntime(): z.infer<typeof runtimeSchema> {
  return runtimeSchema.parse(JSON.parse(readFileSync(join(root, 'out', 'runtime.json'), 'utf8')));
}

/** The screen of this worker, where each has one of its own: no test moves the pointer over the window of another. */
function ownScreen(): Record<string, string> {
  const screens = (process.env.HOLDFAST_SCREENS ?? '').split(' ').filter((each) => each !== '');
  const mine = screens[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
  return mine === undefined ? {} : { DISPLAY: mine };
}

/** The environment of the tests with what the runtime needs. */
export function environment(extra: Readonly<Record<string, string>>): Record<string, string> {
  const defined = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return { ...Object.fromEntries(defined), ...ownScreen(), ...extra };
}
