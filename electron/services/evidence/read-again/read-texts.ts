import * as z from 'zod';
import { HoldfastError, isNotOfTheFile, reportError } from '../../../../shared/errors';
import type { VaultContext } from '../../../vault/api';
import { allRows } from '../../../vault/rows/rows';
import { collectPages } from '../inside/collector';
import { replaceText } from '../inside/finish-reading';
import { readItemToRead } from '../inside/item-to-read';
import { readableKinds, seatFor } from '../inside/kinds';
import { atSeat } from '../inside/over-rooms';
import { rowKeeper } from '../inside/row-keeper';

type Db = Pick<VaultContext, 'db'>;

/** Called for an exhibit that was read elsewhere: what is written in it is read here. Must run inside a transaction. */
export function wantText({ db }: Db, itemId: string): void {
  db.prepare(
    `INSERT OR IGNORE INTO texts_to_read (item_id)
     SELECT id FROM evidence WHERE id = ? AND reading = 'done' AND kind IN (SELECT value FROM json_each(?))`,
  ).run(itemId, JSON.stringify([...readableKinds]));
}

/** Exhibits whose text waits to be read, the oldest first; of one case or of all. */
export function waitingForText({ db }: Db, caseId: string | null = null): readonly string[] {
  const sql = `SELECT t.item_id AS id FROM texts_to_read t JOIN evidence e ON e.id = t.item_id
    WHERE t.failed IS NULL AND (@caseId IS NULL OR e.case_id = @caseId) ORDER BY t.item_id`;
  return allRows(db, z.object({ id: z.string() }), sql, { caseId }).map(({ id }) => id);
}

/**
 * Reads the text of exhibits that came from another office, one after the other. Nothing else that a reader finds is taken: facts,
 * messages and files inside came along, and are what everybody's references and entries stand on.
 */
export async function readTexts(
  context: VaultContext,
  ids: readonly string[],
  signal: AbortSignal,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (const id of ids) {
    await before();
    if (signal.aborted) throw new HoldfastError('cancelled');
    await readText(context, id, signal);
  }
}

async function readText(context: VaultContext, itemId: string, signal: AbortSignal): Promise<void> {
  const { db, files } = context;
  try {
    const { file_name: name, mime, kind, file, case_id: caseId } = readItemToRead(context, itemId);
    const nothing = (): Promise<void> => Promise.resolve();
    const readRange = (start: number, end: number): Promise<Uint8Array> => files.readRange(file, start, end);
    const from = { name, mime, kind, bytes: file.bytes, readRange };
    const options = rowKeeper.options(context, itemId);
    const pages = await atSeat(context.readers, seatFor(kind), async (seat) => {
      const found = collectPages();
      const output = { text: found.text, fact: nothing, rows: nothing, child: nothing, skipped: nothing };
      await seat.read(from, options, output, signal);
      return found.pages;
    });
    context.whole(() => {
      // Erased meanwhile.
      if (db.prepare('DELETE FROM texts_to_read WHERE item_id = ?').run(itemId).changes === 0) return;
      replaceText(context, itemId, pages);
    });
    context.changed('text', caseId);
  } catch (error) {
    const { code } = reportError(error);
    if (code === 'not-found') return;
    if (isNotOfTheFile(code) || signal.aborted) throw error;
    db.prepare('UPDATE texts_to_read SET failed = ? WHERE item_id = ?').run(code, itemId);
  }
}
