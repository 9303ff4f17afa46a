import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { openDisplay } from '../../scripts/setup/display.mjs';

/** The half of a benchmark that runs in Electron: one command at a time. */
export interface ElectronHalf {
  readonly ask: (command: object) => Promise<unknown>;
  readonly end: () => void;
}

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), answer: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);
const runtimeSchema = z.object({
  electronPath: z.string(),
  electronArgs: z.array(z.string()),
  env: z.record(z.string(), z.string()),
});

/** Starts a file of `out` in Electron, on a screen that nobody looks at. Resolves when it can be asked. */
export async function startElectron(
  out: string,
  file: string,
  args: readonly string[] = [],
): Promise<ElectronHalf> {
  const runtime = runtimeSchema.parse(JSON.parse(readFileSync(join(out, 'runtime.json'), 'utf8')));
  const display = await openDisplay();
  const child = spawn(runtime.electronPath, [...runtime.electronArgs, join(out, file), ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...runtime.env, ...display.env },
  });
  const end = (): void => {
    child.kill();
    display.stop();
  };
  try {
    await ask(child, null);
  } catch (error) {
    end();
    throw error;
  }
  return { ask: (command) => ask(child, command), end };
}

/** One command at a time over the channel of the child process. */
function ask(child: ChildProcess, command: object | null): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (): void => {
      reject(new Error('Electron ended.'));
    };
    child.once('exit', ended);
    child.once('message', (message) => {
      child.removeListener('exit', ended);
      const reply = answerSchema.parse(message);
      if (reply.ok) resolve(reply.answer);
      else reject(new Error(reply.error));
    });
    if (command !== null) child.send(command);
  });
}
