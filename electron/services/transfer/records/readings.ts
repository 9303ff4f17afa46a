import * as z from 'zod';
import { idSchema } from '../../../../shared/models/common';
import type { VaultContext } from '../../../vault/api';
import { allRows, parseJson } from '../../../vault/rows/rows';
import { momentSchema } from './stamp';

/** What reading an item found in it: every file with the item it became, or why it was not taken out. */
export const readingSchema = z.strictObject({
  itemId: idSchema,
  notes: z.unknown(),
  at: momentSchema,
  files: z
    .array(
      z.strictObject({
        place: z.string().max(1024),
        name: z.string().max(1024),
        itemId: idSchema.nullable(),
        copy: z.boolean(),
        reason: z.string().max(60).nullable(),
      }),
    )
    .max(100_000),
});
type RecordReading = z.infer<typeof readingSchema>;

const text = z.string();
const readingRow = z.object({ item_id: text, notes: text, at: text });
const fileRow = z.object({
  place: text,
  name: text,
  item_id: text.nullable(),
  copy: z.int(),
  reason: text.nullable(),
});

export function readReadings({ db }: Pick<VaultContext, 'db'>, caseId: string): RecordReading[] {
  return allRows(
    db,
    readingRow,
    'SELECT r.* FROM readings r JOIN evidence e ON e.id = r.item_id WHERE e.case_id = ? ORDER BY r.item_id',
    caseId,
  ).map(({ item_id, notes, at }) => ({
    itemId: item_id,
    notes: parseJson(z.unknown(), notes),
    at,
    files: allRows(
      db,
      fileRow,
      'SELECT place, name, item_id, copy, reason FROM inside WHERE parent_id = ? ORDER BY position',
      item_id,
    ).map((file) => ({
      place: file.place,
      name: file.name,
      itemId: file.item_id,
      copy: file.copy === 1,
      reason: file.reason,
    })),
  }));
}

/**
 * Joins what reading exhibits found: of those in `read` all of it, of others the files inside that came in only now. What lay inside
 * and is not here (erased, or left out) is not listed. Must run inside an act.
 */
export function joinReadings(
  { db }: Pick<VaultContext, 'db'>,
  readings: readonly RecordReading[],
  { read, newItems }: { readonly read: ReadonlySet<string>; readonly newItems: ReadonlySet<string> },
): void {
  const isHere = db.prepare('SELECT 1 FROM evidence WHERE id = ?');
  const reading = db.prepare(
    `INSERT INTO readings (item_id, notes, at) VALUES (?, ?, ?)
     ON CONFLICT (item_id) DO UPDATE SET notes = excluded.notes, at = excluded.at`,
  );
  const file = db.prepare(
    `INSERT OR IGNORE INTO inside (parent_id, place, position, name, item_id, copy, reason)
     VALUES (@parentId, @place, @position, @name, @itemId, @copy, @reason)`,
  );
  for (const { itemId: parentId, notes, at, files } of readings) {
    if (isHere.get(parentId) === undefined) continue;
    const isRead = read.has(parentId);
    if (isRead) reading.run(parentId, JSON.stringify(notes ?? null), at);
    files.forEach((each, position) => {
      const { itemId } = each;
      const comes =
        itemId === null ? isRead : isRead ? isHere.get(itemId) !== undefined : newItems.has(itemId);
      if (comes) file.run({ ...each, parentId, position, copy: each.copy ? 1 : 0 });
    });
  }
}
