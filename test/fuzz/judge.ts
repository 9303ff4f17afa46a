import { createHash } from 'node:crypto';
import { HoldfastError } from '../../shared/errors';
import { WrongAnswer } from './target';
import type { Fault, FaultKind, Started } from './target';

/** What an input came to. */
export interface Verdict {
  readonly fault: Fault | null;
  /** The answer, or the code it was refused with, in short: the same for the same answer. */
  readonly answer: string;
  /** Milliseconds of processor time. */
  readonly cpu: number;
}

/** Errors nobody waited for: in the app they end the process. */
const stray: unknown[] = [];

/** Keeps what is thrown behind everybody's back, to be asked about after each input. */
export function watchForStray(): void {
  process.on('unhandledRejection', (error) => stray.push(error));
  process.on('uncaughtException', (error) => stray.push(error));
}

/** Asks once, or twice where the answers are to be compared. */
export async function judge({ read }: Started, input: Buffer, isTwice: boolean): Promise<Verdict> {
  const before = process.cpuUsage();
  const first = await ask(read, input);
  const { user, system } = process.cpuUsage(before);
  const cpu = Math.round((user + system) / 1000);
  if (first.fault !== null || !isTwice) return { ...first, cpu };
  const second = await ask(read, input);
  if (second.fault !== null) return { ...second, cpu };
  if (second.answer === first.answer) return { ...first, cpu };
  const detail = `${first.answer}\n${second.answer}`;
  return { ...first, cpu, fault: { kind: 'unsteady', sign: 'another answer to the same input', detail } };
}

async function ask(read: Started['read'], input: Buffer): Promise<Omit<Verdict, 'cpu'>> {
  let verdict: Omit<Verdict, 'cpu'>;
  try {
    verdict = { fault: null, answer: shortOf(await read(Buffer.from(input))) };
  } catch (error) {
    verdict = verdictOf(error);
  }
  // What was rejected or thrown beside it is told by now.
  await new Promise((resolve) => setImmediate(resolve));
  const [thrown] = stray.splice(0);
  return thrown === undefined || verdict.fault !== null
    ? verdict
    : { fault: faultOf('uncaught', thrown, 'nobody waited for: '), answer: '' };
}

function verdictOf(error: unknown): Omit<Verdict, 'cpu'> {
  if (error instanceof WrongAnswer) return { fault: faultOf('wrong-answer', error), answer: '' };
  if (error instanceof HoldfastError && error.code !== 'internal') return { fault: null, answer: error.code };
  return { fault: faultOf('uncaught', error), answer: '' };
}

function faultOf(kind: FaultKind, error: unknown, before = ''): Fault {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const frame = /^ +at (?:async )?([\w.<>[\] ]+?) \(/mu.exec(stack)?.[1] ?? '';
  const said = message.replaceAll(/\d+/gu, '#').slice(0, 80);
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const because = cause instanceof Error ? `\ncaused by ${cause.stack ?? cause.message}` : '';
  return { kind, sign: `${before}${name}: ${said} in ${frame}`, detail: `${stack}${because}` };
}

function shortOf(answer: unknown): string {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- What JSON cannot say is undefined, whatever the types say.
  const text = JSON.stringify(answer) ?? 'undefined';
  return text.length <= 200 ? text : createHash('sha256').update(text).digest('hex');
}
