import { Worker } from 'node:worker_threads';
import { HoldfastError, reportError } from '../../../../shared/errors';
import type { ErrorCode } from '../../../../shared/errors';
import { threadLimits } from '../../../readers/kit/limits';
import type { ThreadLimits } from '../../../readers/kit/limits';
import { createPipe } from './pipe';
import type { Pipe } from './pipe';
import type { ReaderFile, ReaderOutput } from '../../../readers/kit/reader';
import { createClock } from './thread-clock';
import { fromThreadSchema } from '../../../readers/kit/thread-messages';
import type { Answer, FromThread, ToThread } from '../../../readers/kit/thread-messages';

/** One stored file, by ranges. Its key stays on this side. */
export interface ThreadFile extends Pick<ReaderFile, 'name' | 'mime' | 'kind' | 'bytes'> {
  /** From `start` to `end` (exclusive), clipped to the file. */
  readRange(start: number, end: number): Promise<Uint8Array>;
}

/** The readers in a thread of their own, which is ended when it takes too long or too much, and started again when needed. */
export interface ReaderThread {
  /**
   * Reads one file into `output`; gives the reader's notes. Throws what the reader throws, `reader-timeout`,
   * `unreadable-file` when the thread came to an end, `cancelled`, or what `output` throws. One file at a time.
   */
  read(file: ThreadFile, options: unknown, output: ReaderOutput, signal: AbortSignal): Promise<unknown>;
  close(): void;
}

/** Files given up on before the thread begins anew: each may have left a stream behind that waits for ever. */
const mostGivenUp = 25;
/** Asks that may be unanswered at a time; a reader needs two or three. */
const mostAsks = 64;

export function createReaderThread(script: string, limits: ThreadLimits = threadLimits): ReaderThread {
  let worker: Worker | null = null;
  let runs = 0;
  let givenUp = 0;

  function start(): Worker {
    const made = new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
      env: {},
      // What a broken file makes a library print is nobody's business and may hold content.
      stdout: true,
      stderr: true,
    });
    // Between two files nobody else listens, and an error without a listener would end the process.
    made.on('error', () => undefined);
    made.stdout.resume();
    made.stderr.resume();
    made.once('exit', () => {
      if (worker === made) worker = null;
    });
    worker = made;
    return made;
  }

  function end(): void {
    const before = worker;
    worker = null;
    givenUp = 0;
    void before?.terminate();
  }

  async function read(
    file: ThreadFile,
    options: unknown,
    output: ReaderOutput,
    signal: AbortSignal,
  ): Promise<unknown> {
    if (signal.aborted) throw new HoldfastError('cancelled');
    const thread = worker ?? start();
    runs += 1;
    const ended = await talk(thread, { run: runs, file, options, output, limits }, signal).catch(
      (error: unknown) => {
        end();
        throw error;
      },
    );
    if ('notes' in ended) return ended.notes;
    givenUp += 1;
    if (givenUp >= mostGivenUp) end();
    throw new HoldfastError(ended.failure);
  }

  return { read, close: end };
}

interface Talk {
  readonly run: number;
  readonly file: ThreadFile;
  readonly options: unknown;
  readonly output: ReaderOutput;
  readonly limits: ThreadLimits;
}

/** What the reader said at its end; a thread that came to a bad end, or a fault of the vault, is thrown. */
type Ended = { readonly notes: unknown } | { readonly failure: ErrorCode };

function talk(thread: Worker, { run, file, options, output, limits }: Talk, signal: AbortSignal) {
  return new Promise<Ended>((resolve, reject) => {
    let asks = 0;
    let over = false;
    let open: { readonly pipe: Pipe; readonly storing: Promise<void> } | null = null;
    const clock = createClock(limits, file.bytes, () => {
      finish(new HoldfastError('reader-timeout'));
    });
    const broken = (): void => {
      finish(new HoldfastError('unreadable-file'));
    };
    const cancel = (): void => {
      finish(new HoldfastError('cancelled'));
    };

    function finish(error: Error | Ended): void {
      if (over) return;
      over = true;
      clock.stop();
      thread.off('message', hear);
      thread.off('messageerror', broken);
      thread.off('error', broken);
      thread.off('exit', broken);
      signal.removeEventListener('abort', cancel);
      if (!(error instanceof Error)) {
        resolve(error);
        return;
      }
      // Whoever stores what was coming hears of it first, so that nothing of it is left when this is told.
      open?.pipe.end(error);
      const tell = (): void => {
        reject(error);
      };
      (open?.storing ?? Promise.resolve()).then(tell, tell);
    }

    function send(message: ToThread): void {
      const value = message.type === 'answer' ? message.value : null;
      thread.postMessage(message, value === null ? [] : [value.buffer as ArrayBuffer]);
    }

    function hear(message: unknown): void {
      const parsed = fromThreadSchema.safeParse(message);
      if (!parsed.success) {
        broken();
        return;
      }
      const { data } = parsed;
      // Of a file before: its reader had given up.
      if (data.run !== run) return;
      if (data.type === 'done' || data.type === 'failed') {
        if (open !== null || asks > 0) broken();
        else finish(data.type === 'done' ? { notes: data.notes } : { failure: data.code });
        return;
      }
      asks += 1;
      clock.stop();
      if (asks > mostAsks) {
        broken();
        return;
      }
      serve(data).then(
        (answer) => {
          asks -= 1;
          if (over) return;
          send(answer);
          if (asks === 0) clock.run();
        },
        (error: unknown) => {
          finish(error instanceof HoldfastError ? error : new HoldfastError(reportError(error).code));
        },
      );
    }

    async function serve(message: Exclude<FromThread, { type: 'done' | 'failed' }>): Promise<Answer> {
      const { id } = message;
      const done: Answer = { type: 'answer', id, value: null, enough: false };
      switch (message.type) {
        case 'read': {
          const bytes = await file.readRange(message.start, message.start + message.length);
          // A copy of its own: it is handed over, and must not be part of a larger buffer.
          return { ...done, value: Uint8Array.from(bytes) };
        }
        case 'text':
          await output.text(message.page, message.text);
          return done;
        case 'fact':
          await output.fact(message.fact);
          return done;
        case 'rows':
          await output.rows(message.rows);
          return done;
        case 'skipped':
          await output.skipped(childOf(message.child), message.code);
          return done;
        case 'child': {
          if (open !== null) throw new HoldfastError('unreadable-file');
          const pipe = createPipe();
          const storing = output.child(childOf(message.child), pipe.out).finally(() => {
            pipe.leave();
          });
          // Waited for at its end; until then nobody may call it unhandled.
          storing.catch(() => undefined);
          open = { pipe, storing };
          return done;
        }
        case 'piece': {
          if (open === null) throw new HoldfastError('unreadable-file');
          return { ...done, enough: !(await open.pipe.put(message.bytes)) };
        }
        case 'child-end': {
          if (open === null) throw new HoldfastError('unreadable-file');
          const { pipe, storing } = open;
          pipe.end(message.code === null ? undefined : new HoldfastError(message.code));
          await storing.finally(() => {
            open = null;
          });
          return done;
        }
      }
    }

    thread.on('message', hear);
    thread.once('messageerror', broken);
    thread.once('error', broken);
    thread.once('exit', broken);
    signal.addEventListener('abort', cancel, { once: true });
    const { name, mime, kind, bytes } = file;
    send({ type: 'start', run, file: { name, mime, kind, bytes }, options });
    clock.run();
  });
}

type Sent = Extract<FromThread, { type: 'child' }>['child'];
function childOf({ written, ...rest }: Sent) {
  return written === undefined ? rest : { ...rest, written };
}
