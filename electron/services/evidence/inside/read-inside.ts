import { HoldfastError, isNotOfTheFile, reportError } from '../../../../shared/errors';
import type { ErrorCode } from '../../../../shared/errors';
import type { ImportResult } from '../../../../shared/models/evidence';
import type { VaultContext } from '../../../vault/api';
import { createIdentifier } from '../identify-file';
import type { Identifier } from '../identify-file';
import { createAllowance } from './allowance';
import type { Allowance } from './allowance';
import { createCollector } from './collector';
import { finishReading } from './finish-reading';
import { readItemToRead, waitingInside } from './item-to-read';
import type { ItemToRead } from './item-to-read';
import { holdingKinds, seatFor } from './kinds';
import { deepest } from '../../../readers/kit/limits';
import { overRooms } from './over-rooms';
import { RoomLost, createReaderSeat } from './reader-seat';
import type { ReaderSeat } from './reader-seat';
import { rowKeeper } from './row-keeper';
import { createTurns } from '../../../vault/turns';

export interface ReadingRun {
  readonly signal: AbortSignal;
  /** The import in which what comes out is reported; null where there is none. */
  readonly jobId: string | null;
  /** What became of each thing inside. */
  readonly report: (result: ImportResult) => void;
  /** An item's reading has ended. */
  readonly ended: (itemId: string) => void;
}

/** The same with the seat at which it is done: one for all that is inside of one file that was handed in, and for no other file. */
interface SeatedRun extends ReadingRun {
  readonly seat: ReaderSeat;
  readonly identifier: Identifier;
}

/** A reading that took the whole app with it so often is not begun again. */
const mostTries = 2;

/**
 * Reads what is inside an item that waits for it, and what is inside of that. Resolves when all of it is `done` or
 * `failed`; throws what is no fault of the file (`cancelled`, `disk-full`), and then it waits on.
 */
export async function readInside(context: VaultContext, itemId: string, run: ReadingRun): Promise<void> {
  const { file, file_name, kind } = readItemToRead(context, itemId);
  const seat = createReaderSeat(context.readers, seatFor(kind));
  const identifier = createIdentifier(context.readers);
  try {
    await readTree(context, itemId, { ...run, seat, identifier }, createAllowance(file.bytes), [], file_name);
  } finally {
    seat.close();
    identifier.close();
  }
}

async function readTree(
  context: VaultContext,
  itemId: string,
  run: SeatedRun,
  allowance: Allowance,
  above: readonly string[],
  name: string,
): Promise<void> {
  const path = [...above, name];
  const release = hold(context, itemId);
  if (release === null) return;
  try {
    await readOne(context, itemId, run, allowance, path);
  } catch (error) {
    // Erased while it was read: there is nothing left to write down.
    if (!(error instanceof HoldfastError) || error.code !== 'not-found') throw error;
    return;
  } finally {
    release();
  }
  for (const child of waitingInside(context, itemId)) {
    const { parent_place } = context.db
      .prepare('SELECT parent_place FROM evidence WHERE id = ?')
      .get(child) as { readonly parent_place: string };
    await readTree(context, child, run, allowance, path, parent_place);
  }
}

/** Readings that are tried again. */
const alone = createTurns();

/** Two jobs must not read the same item: each would report what is inside. */
const held = new WeakMap<object, Set<string>>();
function hold({ db }: VaultContext, itemId: string): (() => void) | null {
  const ids = held.get(db) ?? new Set();
  held.set(db, ids);
  if (ids.has(itemId)) return null;
  ids.add(itemId);
  return () => {
    ids.delete(itemId);
  };
}

async function readOne(
  context: VaultContext,
  itemId: string,
  run: SeatedRun,
  allowance: Allowance,
  path: readonly string[],
): Promise<void> {
  const item = readItemToRead(context, itemId);
  if (item.reading !== 'waiting') return;
  const { jobId, report, signal, identifier } = run;
  const deps = { context, item, allowance, identifier, jobId, signal, path, report };
  let collector = createCollector(deps);
  const outcome = await overRooms((room) => {
    const fresh = createCollector(deps);
    collector = fresh;
    const read = () => attempt(context, item, fresh, run);
    // One at a time from the second on: what takes the room with it once more is alone then.
    return room === 1 ? read() : alone(read, { signal });
  }).catch((error: unknown) => {
    if (error instanceof RoomLost) return { failure: error.code };
    throw error;
  });
  finishReading(context, item, collector, outcome);
  run.ended(itemId);
  context.changed('evidence', item.case_id);
  if (collector.pages.size > 0) context.changed('text', item.case_id);
}

async function attempt(
  context: VaultContext,
  item: ItemToRead,
  collector: ReturnType<typeof createCollector>,
  { seat, signal }: SeatedRun,
): Promise<{ readonly notes: unknown } | { readonly failure: ErrorCode }> {
  if (holdingKinds.has(item.kind) && item.depth >= deepest) return { failure: 'archive-unsafe' };
  if (begin(context, item.id) > mostTries) return { failure: 'unreadable-file' };
  const { file_name: name, mime, kind, file } = item;
  const readRange = (start: number, end: number): Promise<Uint8Array> =>
    context.files.readRange(file, start, end);
  const from = { name, mime, kind, bytes: file.bytes, readRange };
  try {
    const options = rowKeeper.options(context, item.id);
    const notes = await seat.read(from, options, collector.output, signal);
    rowKeeper.check(context, item.id, notes);
    return { notes };
  } catch (error) {
    const { code } = reportError(error);
    if (error instanceof RoomLost) {
      context.db.prepare('UPDATE readings SET tries = tries - 1 WHERE item_id = ?').run(item.id);
      throw error;
    }
    if (isNotOfTheFile(code) || signal.aborted) {
      context.db.prepare('UPDATE readings SET tries = 0 WHERE item_id = ?').run(item.id);
      throw error;
    }
    return { failure: code };
  }
}

/** Counts this try before it is made: a try that takes the app with it cannot count itself afterwards. */
function begin({ db, now }: VaultContext, itemId: string): number {
  const count = db.prepare(
    `INSERT INTO readings (item_id, tries, at) VALUES (?, 1, ?)
     ON CONFLICT (item_id) DO UPDATE SET tries = tries + 1 RETURNING tries`,
  );
  return count.pluck().get(itemId, now().toISOString()) as number;
}
