import { HoldfastError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import { inBlocks } from '../kit/in-blocks';
import type { Reader, ReaderChild, ReaderFile, ReaderOutput } from '../kit/reader';
import type { FromSeat, SeatWork, ToSeat } from '../kit/seat-messages';

type Ask = Exclude<FromSeat, { type: 'ready' | 'done' | 'failed' }>;
/** An ask before it has its numbers. The union is taken apart so that each of its forms keeps its own fields. */
type Question<A = Ask> = A extends Ask ? Omit<A, 'run' | 'id'> : never;
type Start = Extract<ToSeat, { type: 'start' }>;
type Value = { readonly value: Uint8Array | null; readonly enough: boolean };

/** What of a thread's or a worker's own port a seat uses. */
export interface SeatPort {
  post(message: FromSeat, transfer: readonly ArrayBuffer[]): void;
  hear(listener: (message: unknown) => void): void;
}

/** The seat's own end of the line: it asks for bytes, gives what readers find, and waits for each answer. */
export function listen(port: SeatPort, works: Readonly<Partial<Record<SeatWork, Reader>>>): void {
  const waiting = new Map<
    number,
    { readonly resolve: (value: Value) => void; readonly reject: (error: Error) => void }
  >();
  let asked = 0;

  function ask(run: number, question: Question, transfer: readonly ArrayBuffer[] = []): Promise<Value> {
    asked += 1;
    const id = asked;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      port.post({ ...question, run, id }, transfer);
    });
  }

  async function handle({ run, work, file, options }: Start): Promise<void> {
    try {
      const reader = works[work];
      if (reader === undefined) throw new HoldfastError('unsupported-preview');
      const notes = await reader(fileOf(run, file), outputOf(run), options);
      port.post({ type: 'done', run, notes: notes ?? null }, []);
    } catch (error) {
      port.post({ type: 'failed', run, code: codeOfFailure(error) }, []);
    }
  }

  function fileOf(run: number, about: Start['file']): ReaderFile {
    const fetch = async (start: number, length: number): Promise<Uint8Array> => {
      const { value } = await ask(run, { type: 'read', start, length });
      if (value === null) throw new HoldfastError('read-failed');
      return value;
    };
    return inBlocks(about, fetch);
  }

  function outputOf(run: number): ReaderOutput {
    const tell = async (question: Question): Promise<void> => {
      await ask(run, question);
    };
    return {
      text: async (page, text) => {
        await tell({ type: 'text', page, text });
        return true;
      },
      fact: (fact) => tell({ type: 'fact', fact }),
      rows: (rows) => tell({ type: 'rows', rows: [...rows] }),
      skipped: (child, code) => tell({ type: 'skipped', child, code }),
      child: (child, content) => hand(run, child, content),
    };
  }

  async function hand(run: number, child: ReaderChild, content: AsyncIterable<Uint8Array>): Promise<void> {
    await ask(run, { type: 'child', child });
    let code: ErrorCode | null = null;
    try {
      for await (const bytes of inHandfuls(content)) {
        const { enough } = await ask(run, { type: 'piece', bytes }, [bytes.buffer]);
        if (enough) break;
      }
    } catch (error) {
      code = codeOfFailure(error);
    }
    await ask(run, { type: 'child-end', code });
  }

  port.hear((message) => {
    if (!isFromVault(message)) return;
    const data = message;
    if (data.type === 'start') {
      void handle(data);
      return;
    }
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.type === 'answer') asker?.resolve(data);
    else asker?.reject(new HoldfastError(data.code));
  });
  port.post({ type: 'ready' }, []);
}

/**
 * True for what the vault says. It alone has the other end of the line, and a seat is started for every file: a library of schemas
 * would take longer to load than most files take to be read.
 */
function isFromVault(message: unknown): message is ToSeat {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    ['start', 'answer', 'refusal'].includes(String(message.type))
  );
}

/** Handed over at a time: unpacked in crumbs of 16 kB, a film would cross in a hundred thousand questions. */
const handful = 256 * 1024;

/** The same content in pieces of a good size, each in a buffer of its own, because it is given away. */
async function* inHandfuls(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let held: Uint8Array<ArrayBuffer> = new Uint8Array(handful);
  let length = 0;
  for await (const piece of content) {
    for (let at = 0; at < piece.length;) {
      const part = piece.subarray(at, at + handful - length);
      held.set(part, length);
      length += part.length;
      at += part.length;
      if (length < handful) continue;
      yield held;
      held = new Uint8Array(handful);
      length = 0;
    }
  }
  if (length > 0) yield held.slice(0, length);
}

/** Content breaks in a library that knows no codes. */
function codeOfFailure(error: unknown): ErrorCode {
  return error instanceof HoldfastError ? error.code : 'unreadable-file';
}
