import { HoldfastError, isNotOfTheFile, reportError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import { headSize, identitySchema } from '../../../shared/models/identity';
import type { Identity } from '../../../shared/models/identity';
import { seatLimits } from '../../readers/kit/limits';
import type { ReaderOutput } from '../../readers/kit/reader';
import type { FileStore, ReadingRoom, StoredFile } from '../../vault/api';
import { overRooms } from './inside/over-rooms';
import { createReaderSeat } from './inside/reader-seat';
import type { ReaderSeat } from './inside/reader-seat';

/** What nobody could tell is kept as it is and shown by its name. */
const unknown: Identity = { kind: 'other', mime: 'application/octet-stream' };

/** A file of nothing needs nobody to look at it. */
export const empty: Identified = {
  identity: { kind: 'other', mime: 'application/x-empty' },
  failed: null,
};

/** A beginning is looked through in some milliseconds. */
const limits = { ...seatLimits, idleMs: 5000, baseMs: 10_000 };

const nothing = (): Promise<never> => Promise.reject(new HoldfastError('unreadable-file'));
/** For work whose answer is all that is wanted. */
export const silent: ReaderOutput = {
  text: nothing,
  fact: nothing,
  rows: nothing,
  child: nothing,
  skipped: nothing,
};

/** Says what files are, by their first bytes or by their lists of what is in them, at seats of the reading room that one import keeps. */
export interface Identifier {
  /** By its first bytes alone. Throws `cancelled`, and what is no fault of the file. */
  byHead(head: Buffer, signal: AbortSignal): Promise<Identified>;
  /** The same by all of it, where its beginning does not tell enough. */
  fully(files: FileStore, file: StoredFile, found: Identified, signal: AbortSignal): Promise<Identified>;
  close(): void;
}

export interface Identified {
  readonly identity: Identity;
  /** Why it could not be told, or null. */
  readonly failed: ErrorCode | null;
}

export function createIdentifier(room: ReadingRoom): Identifier {
  const all: ReaderSeat[] = [];
  const free: ReaderSeat[] = [];

  /** Files are read ahead of each other; a seat works on one at a time. */
  function take(): ReaderSeat {
    const before = free.pop();
    if (before !== undefined) return before;
    const made = createReaderSeat(room, 'identify', limits);
    all.push(made);
    return made;
  }

  async function ask(
    head: Buffer,
    bytes: number,
    readRange: (start: number, end: number) => Promise<Uint8Array>,
    signal: AbortSignal,
  ): Promise<Identified> {
    const file = { name: 'file', mime: unknown.mime, kind: unknown.kind, bytes, readRange };
    const askOnce = async (): Promise<unknown> => {
      const seat = take();
      try {
        return await seat.read(file, { head: Uint8Array.from(head) }, silent, signal, 'identify');
      } finally {
        free.push(seat);
      }
    };
    try {
      return { identity: identitySchema.parse(await overRooms(askOnce)), failed: null };
    } catch (error) {
      const { code } = reportError(error);
      if (signal.aborted || isNotOfTheFile(code)) throw error;
      return { identity: unknown, failed: code === 'reader-timeout' ? code : 'unreadable-file' };
    }
  }

  return {
    byHead: async (head, signal) =>
      head.length === 0
        ? empty
        : ask(head, head.length, (start, end) => Promise.resolve(head.subarray(start, end)), signal),
    fully: async (files, file, found, signal) => {
      if (!tellsMore(found.identity)) return found;
      const range = (start: number, end: number): Promise<Buffer> => files.readRange(file, start, end);
      const whole = await ask(await range(0, headSize), file.bytes, range, signal);
      // The beginning told something: that stays.
      return whole.failed === null ? whole : found;
    },
    close: () => {
      for (const seat of all) seat.close();
    },
  };
}

/** True when all of the file tells more than its beginning. */
function tellsMore({ mime }: Identity): boolean {
  return mime === 'application/zip' || mime === 'application/x-cfb';
}
