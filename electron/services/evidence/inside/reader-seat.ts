import { HoldfastError, reportError } from '../../../../shared/errors';
import type { ErrorCode } from '../../../../shared/errors';
import { seatLimits } from '../../../readers/kit/limits';
import type { SeatLimits } from '../../../readers/kit/limits';
import { createPipe } from './pipe';
import type { Pipe } from './pipe';
import type { ReaderFile, ReaderOutput } from '../../../readers/kit/reader';
import { createClock } from './seat-clock';
import { fromSeatSchema } from '../../../readers/kit/seat-messages';
import type { Answer, FromSeat, SeatWork, ToSeat } from '../../../readers/kit/seat-messages';
import type { ReadingRoom, SeatLine, SeatListener, SeatScript } from '../../../vault/api';

/** One stored file, by ranges. Its key stays on this side. */
export interface SeatFile extends Pick<ReaderFile, 'name' | 'mime' | 'kind' | 'bytes'> {
  /** From `start` to `end` (exclusive), clipped to the file. */
  readRange(start: number, end: number): Promise<Uint8Array>;
}

/** A seat in the room of the readers, which is ended when it takes too long or too much, and taken anew when needed. */
export interface ReaderSeat {
  /**
   * Has one file worked on, by default read, into `output`; gives the reader's notes. Throws what the reader throws,
   * `reader-timeout`, `unreadable-file` when the seat came to an end, `cancelled`, or what `output` throws. One file at a time.
   */
  read(
    file: SeatFile,
    options: unknown,
    output: ReaderOutput,
    signal: AbortSignal,
    work?: SeatWork,
  ): Promise<unknown>;
  close(): void;
}

/** The whole room came to an end, with every seat in it: whether by this file, nobody knows. */
export class RoomLost extends HoldfastError {
  constructor() {
    super('unreadable-file');
  }
}

/** Files given up on before a seat is taken anew: each may have left a stream behind that waits for ever. */
const mostGivenUp = 25;
/** Asks that may be unanswered at a time; a reader needs two or three. */
const mostAsks = 64;

const codesOfLoss = { alone: 'unreadable-file', absent: 'runtime-unsupported' } as const;

/** Whoever talks with a seat at the moment; between two files nobody does. */
interface Sitting {
  readonly line: SeatLine;
  listener: SeatListener | null;
  /** Before it listens nothing that takes time is its fault. */
  isReady: boolean;
}

export function createReaderSeat(
  room: ReadingRoom,
  what: SeatScript,
  limits: SeatLimits = seatLimits,
): ReaderSeat {
  let sitting: Sitting | null = null;
  let runs = 0;
  let givenUp = 0;

  function sit(): Sitting {
    const made: Sitting = {
      listener: null,
      isReady: false,
      line: room.sit(what, {
        heard: (message) => {
          made.isReady = true;
          made.listener?.heard(message);
        },
        lost: (how) => {
          if (sitting === made) sitting = null;
          made.listener?.lost(how);
        },
      }),
    };
    sitting = made;
    return made;
  }

  function leave(): void {
    const before = sitting;
    sitting = null;
    givenUp = 0;
    before?.line.leave();
  }

  async function read(
    file: SeatFile,
    options: unknown,
    output: ReaderOutput,
    signal: AbortSignal,
    work: SeatWork = 'read',
  ): Promise<unknown> {
    if (signal.aborted) throw new HoldfastError('cancelled');
    const seat = sitting ?? sit();
    runs += 1;
    const ended = await talk(seat, { run: runs, work, file, options, output, limits }, signal).catch(
      (error: unknown) => {
        leave();
        throw error;
      },
    );
    if ('notes' in ended) return ended.notes;
    givenUp += 1;
    if (givenUp >= mostGivenUp) leave();
    throw new HoldfastError(ended.failure);
  }

  return { read, close: leave };
}

interface Talk {
  readonly run: number;
  readonly work: SeatWork;
  readonly file: SeatFile;
  readonly options: unknown;
  readonly output: ReaderOutput;
  readonly limits: SeatLimits;
}

/** What the reader said at its end; a seat that came to a bad end, or a fault of the vault, is thrown. */
type Ended = { readonly notes: unknown } | { readonly failure: ErrorCode };

function talk(seat: Sitting, { run, work, file, options, output, limits }: Talk, signal: AbortSignal) {
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
      seat.listener = null;
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

    function send(message: ToSeat): void {
      seat.line.post(message);
    }

    function hear(message: unknown): void {
      const parsed = fromSeatSchema.safeParse(message);
      if (!parsed.success) {
        broken();
        return;
      }
      const { data } = parsed;
      if (data.type === 'ready') {
        if (asks === 0) clock.run();
        return;
      }
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

    async function serve(message: Exclude<FromSeat, { type: 'ready' | 'done' | 'failed' }>): Promise<Answer> {
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

    seat.listener = {
      heard: hear,
      lost: (how) => {
        finish(how === 'all' ? new RoomLost() : new HoldfastError(codesOfLoss[how]));
      },
    };
    signal.addEventListener('abort', cancel, { once: true });
    const { name, mime, kind, bytes } = file;
    send({ type: 'start', run, work, file: { name, mime, kind, bytes }, options });
    if (seat.isReady) clock.run();
  });
}

type Sent = Extract<FromSeat, { type: 'child' }>['child'];
function childOf({ written, ...rest }: Sent) {
  return written === undefined ? rest : { ...rest, written };
}
