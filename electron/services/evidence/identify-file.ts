import * as z from 'zod';
import { HoldfastError, isNotOfTheFile, reportError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import { evidenceKindSchema } from '../../../shared/models/evidence';
import type { EvidenceKind } from '../../../shared/models/evidence';
import { seatLimits } from '../../readers/kit/limits';
import type { ReaderOutput } from '../../readers/kit/reader';
import type { FileStore, ReadingRoom, StoredFile } from '../../vault/api';
import { RoomLost, createReaderSeat } from './inside/reader-seat';
import type { ReaderSeat } from './inside/reader-seat';

/** What a file is by its content. */
export interface Identity {
  readonly kind: EvidenceKind;
  readonly mime: string;
}

/** First bytes that are wanted for it. */
export const headSize = 64 * 1024;

const identitySchema = z.object({ kind: evidenceKindSchema, mime: z.string().min(1).max(200) });

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
    for (let tries = 1; ; tries += 1) {
      const seat = take();
      try {
        const file = { name: 'file', mime: unknown.mime, kind: unknown.kind, bytes, readRange };
        const notes = await seat.read(file, { head: Uint8Array.from(head) }, silent, signal, 'identify');
        return { identity: identitySchema.parse(notes), failed: null };
      } catch (error) {
        if (error instanceof RoomLost && tries < mostTries) continue;
        const { code } = reportError(error);
        if (signal.aborted || isNotOfTheFile(code)) throw error;
        return { identity: unknown, failed: code === 'reader-timeout' ? code : 'unreadable-file' };
      } finally {
        free.push(seat);
      }
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

/** A room that was lost may have been lost by another file: it is asked again. */
const mostTries = 3;

/** True when all of the file tells more than its beginning. */
function tellsMore({ mime }: Identity): boolean {
  return mime === 'application/zip' || mime === 'application/x-cfb';
}
