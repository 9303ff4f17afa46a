import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fromChildSchema } from './messages';
import type { FromChild, Order, ToChild } from './messages';
import type { Fault, FuzzTarget } from './target';

/** What a process that reads inputs needs to be started. */
export interface Setting {
  /** The built half that reads inputs. */
  readonly child: string;
  /** A folder for scratch files. */
  readonly folder: string;
  /** Milliseconds without a new input after which a process is ended. */
  readonly hang: number;
  /** Whether an answer may come too late: nothing is measured on a machine that is busy with other work. */
  readonly isTimed: boolean;
}

export interface Found {
  readonly number: number;
  readonly fault: Fault;
}

export interface Watched {
  readonly found: readonly Found[];
  /** Inputs that were read. */
  readonly tried: number;
  /** Answers that were different from each other, of the process that lasted longest. */
  readonly answers: number;
}

const usualMemory = 1024;
const usualSlow = 5000;
const lookEvery = 200;
/** Milliseconds until the first input, on a machine that is busy with other work. */
const mostToStart = 120_000;
/** Processes that may end badly before a target is given up. */
const mostRestarts = 40;

interface Run {
  readonly next: number | null;
  readonly found: readonly Found[];
  readonly answers: number;
  /** Why it ended, where it did not end by itself. */
  readonly ended: Fault | null;
  readonly at: number;
}

/** Reads inputs of a target, in as many processes as it takes: one that hangs, grows or falls over is ended, and the rest go on. */
export async function watchInputs(
  setting: Setting,
  target: FuzzTarget,
  order: Pick<Order, 'seed' | 'from' | 'until' | 'time'>,
): Promise<Watched> {
  const began = performance.now();
  const found: Found[] = [];
  let { from } = order;
  let answers = 0;
  for (let restarts = 0; restarts < mostRestarts; restarts += 1) {
    const time = order.time === null ? null : order.time - (performance.now() - began);
    if (time !== null && time <= 0) break;
    const run = await runOnce(setting, target, { ...order, from, time });
    found.push(...run.found);
    answers = Math.max(answers, run.answers);
    if (run.ended !== null) found.push({ number: run.at, fault: run.ended });
    from = run.next ?? run.at + 1;
    const isMore = run.ended !== null || run.found.some(({ fault }) => fault.kind === 'memory');
    if (!isMore || (order.until !== null && from >= order.until)) break;
  }
  return { found, tried: from - order.from, answers };
}

async function runOnce(
  setting: Setting,
  target: FuzzTarget,
  order: Pick<Order, 'seed' | 'from' | 'until' | 'time'>,
): Promise<Run> {
  const scratch = await mkdtemp(join(setting.folder, 'run-'));
  const progress = join(scratch, 'progress');
  const found: Found[] = [];
  let done: Extract<FromChild, { type: 'done' }> | null = null;
  const at = async (): Promise<number> => {
    const line = await readFile(progress).catch(() => Buffer.alloc(0));
    return line.length === 8 ? line.readDoubleLE() : order.from - 1;
  };
  const child = start(setting, target, { ...order, progress }, scratch);
  const guard = guardOf(child, setting, order.from, at);
  child.on('message', (message) => {
    const told = fromChildSchema.parse(message);
    if (told.type === 'ready') ask(child, { go: true });
    if (told.type === 'fault') found.push(told);
    if (told.type === 'done') {
      done = told;
      child.disconnect();
    }
  });
  const code = await ended(child);
  guard.stop();
  const last = await at();
  await rm(scratch, { recursive: true, force: true });
  const finished = done as Extract<FromChild, { type: 'done' }> | null;
  const why = finished === null ? (guard.why() ?? crashOf(code)) : null;
  if (why !== null && last < order.from)
    throw new Error(`${target.name} could not be started: ${why.detail}`);
  return { next: finished?.next ?? null, found, answers: finished?.answers ?? 0, ended: why, at: last };
}

function start(
  { child, isTimed, folder: shared }: Setting,
  { name, memory = usualMemory, slow: own = usualSlow }: FuzzTarget,
  order: Pick<Order, 'seed' | 'from' | 'until' | 'time' | 'progress'>,
  folder: string,
): ChildProcess {
  const whole: Order = {
    ...order,
    target: name,
    memory,
    slow: isTimed ? own : Number.MAX_VALUE,
  };
  return fork(child, [JSON.stringify(whole)], {
    // Whatever is written by a name alone lands there, and so do temporary files.
    cwd: folder,
    env: {
      ...process.env,
      ...{ TMPDIR: folder, TEMP: folder, TMP: folder },
      // It is started very often, and is large.
      NODE_COMPILE_CACHE: join(shared, 'compiled'),
    },
    execArgv: [`--max-old-space-size=${memory}`, '--stack-trace-limit=30'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function ask(child: ChildProcess, message: ToChild): void {
  child.send(message, () => undefined);
}

const ended = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => child.once('exit', (code, signal) => resolve(String(signal ?? code))));

const crashOf = (code: string): Fault => ({
  kind: 'crash',
  sign: `ended with ${code}`,
  detail: `ended with ${code}`,
});

/** Ends a process that stays at one input for too long. */
function guardOf(
  child: ChildProcess,
  { hang }: Setting,
  from: number,
  at: () => Promise<number>,
): { readonly why: () => Fault | null; readonly stop: () => void } {
  let why: Fault | null = null;
  let last = Number.NaN;
  let since = performance.now();
  const timer = setInterval(() => {
    void at().then((number) => {
      if (number !== last) {
        last = number;
        since = performance.now();
        return;
      }
      const most = number < from ? Math.max(hang, mostToStart) : hang;
      if (performance.now() - since > most && why === null) {
        why = { kind: 'hang', sign: 'never came to an end', detail: `no answer in ${hang} ms` };
        child.kill('SIGKILL');
      }
    });
  }, lookEvery);
  return { why: () => why, stop: () => clearInterval(timer) };
}

/** A process that is asked about inputs one at a time, and started anew when one of them ended it. */
export interface Trial {
  readonly faultOf: (input: Buffer) => Promise<Fault | null>;
  /** What the last one that came to an end was answered with, in short. */
  readonly lastAnswer: () => string;
  readonly close: () => Promise<void>;
}

/** Tries inputs by themselves: each as if it were the first, as far as the target starts anew. */
export function openTrial(setting: Setting, target: FuzzTarget): Trial {
  let current: {
    readonly child: ChildProcess;
    readonly folder: string;
    readonly ready: Promise<void>;
  } | null = null;

  let answer = '';

  async function running(): Promise<NonNullable<typeof current>> {
    if (current !== null) return current;
    const folder = await mkdtemp(join(setting.folder, 'try-'));
    const order = { seed: 0, from: 0, until: 0, time: null, progress: join(folder, 'progress') };
    const child = start(setting, target, order, folder);
    const ready = new Promise<void>((resolve) => child.once('message', () => resolve()));
    current = { child, folder, ready };
    return current;
  }

  async function close(): Promise<void> {
    if (current === null) return;
    const { child, folder } = current;
    current = null;
    if (child.exitCode === null && child.signalCode === null) {
      const gone = ended(child);
      child.kill('SIGKILL');
      await gone;
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  async function faultOf(input: Buffer): Promise<Fault | null> {
    const { child, ready } = await running();
    await ready;
    const fault = await new Promise<Fault | null>((resolve) => {
      const timer = setTimeout(() => {
        resolve({ kind: 'hang', sign: 'never came to an end', detail: `no answer in ${setting.hang} ms` });
      }, setting.hang);
      const over = (result: Fault | null): void => {
        clearTimeout(timer);
        child.removeAllListeners('message').removeAllListeners('exit');
        resolve(result);
      };
      child.once('exit', (code, signal) => over(crashOf(String(signal ?? code))));
      child.on('message', (message) => {
        const told = fromChildSchema.parse(message);
        if (told.type !== 'tried') return;
        answer = told.answer;
        over(told.fault);
      });
      ask(child, { input: input.toString('base64') });
    });
    if (fault !== null && ['hang', 'crash', 'memory'].includes(fault.kind)) await close();
    return fault;
  }

  return { faultOf, lastAnswer: () => answer, close };
}
