import { z } from 'zod';
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

export function writeReadings({ db }: Pick<VaultContext, 'db'>, readings: readonly RecordReading[]): void {
  const reading = db.prepare('INSERT INTO readings (item_id, notes, at) VALUES (?, ?, ?)');
  const file = db.prepare(
    `INSERT INTO inside (parent_id, place, position, name, item_id, copy, reason)
     VALUES (@parentId, @place, @position, @name, @itemId, @copy, @reason)`,
  );
  for (const { itemId: parentId, notes, at, files } of readings) {
    reading.run(parentId, JSON.stringify(notes ?? null), at);
    files.forEach((each, position) => {
      file.run({ ...each, parentId, position, copy: each.copy ? 1 : 0 });
    });
  }
}
