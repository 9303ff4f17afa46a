import { openSync, writeSync } from 'node:fs';
import { inputMaker } from './inputs';
import { judge, watchForStray } from './judge';
import { orderSchema, toChildSchema } from './messages';
import type { FromChild, Order } from './messages';
import type { Fault, FuzzTarget, Started } from './target';
import { targets } from './targets/all';
import { everyFault } from './targets/every-fault';

/**
 * The process in which a target reads inputs: it may hang, fill its memory or fall over, and whoever started it sees that. Before each
 * input it writes its number down.
 */
function tell(message: FromChild): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()));
}

/** One input in so many is read twice, to see whether the answer is the same. */
const everyNth = 8;
/** Inputs that are read even where the time is over: on a machine that is busy it is over at once. */
const fewest = 10;
/** Answers that are told apart, so that it can be seen whether inputs get anywhere. */
const mostAnswers = 100_000;

const peak = (): number => process.resourceUsage().maxRSS / 1024;

/** A fault of this input: its own, or that it took too long or too much memory. */
async function tryOne(
  order: Order,
  started: Started,
  input: Buffer,
  isTwice: boolean,
): Promise<{ readonly fault: Fault | null; readonly answer: string }> {
  const before = peak();
  const { fault, answer, cpu } = await judge(started, input, isTwice);
  if (fault !== null) return { fault, answer };
  if (cpu > order.slow)
    return { answer, fault: { kind: 'slow', sign: 'took too long', detail: `${cpu} ms` } };
  const now = peak();
  const isLarge = now > order.memory && now > before;
  return {
    answer,
    fault: isLarge
      ? { kind: 'memory', sign: 'took too much memory', detail: `${Math.round(now)} MiB` }
      : null,
  };
}

async function readAll(order: Order, target: FuzzTarget, started: Started): Promise<void> {
  const make = inputMaker(target, await target.seeds(), order.seed);
  const file = openSync(order.progress, 'w');
  const line = Buffer.alloc(8);
  const began = performance.now();
  const answers = new Set<string>();
  let number = order.from;
  for (; order.until === null || number < order.until; number += 1) {
    const isOver = order.time !== null && performance.now() - began > order.time;
    if (isOver && number - order.from >= fewest) break;
    line.writeDoubleLE(number);
    writeSync(file, line, 0, line.length, 0);
    const { fault, answer } = await tryOne(order, started, make(number), number % everyNth === 0);
    if (answers.size < mostAnswers) answers.add(answer);
    if (fault === null) continue;
    await tell({ type: 'fault', number, fault });
    // What it takes does not become less: the rest is read by another process.
    if (fault.kind === 'memory') {
      number += 1;
      break;
    }
  }
  await tell({ type: 'done', next: number, answers: answers.size });
}

async function run(): Promise<void> {
  const order = orderSchema.parse(JSON.parse(process.argv[2] ?? ''));
  const target = [...targets, everyFault].find(({ name }) => name === order.target);
  if (target === undefined) throw new Error(`there is no target ${order.target}`);
  watchForStray();
  const started = await target.start();
  process.on('message', (message) => {
    const asked = toChildSchema.parse(message);
    const answered =
      'go' in asked
        ? readAll(order, target, started)
        : tryOne(order, started, Buffer.from(asked.input, 'base64'), true).then((tried) =>
            tell({ type: 'tried', ...tried }),
          );
    answered.catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    });
  });
  // Whoever started it is gone, or wants no more.
  process.on('disconnect', () => {
    void Promise.resolve(started.stop?.()).finally(() => process.exit(0));
  });
  await tell({ type: 'ready' });
}

void run();
