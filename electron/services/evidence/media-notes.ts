import * as z from 'zod';
import { suggestTitle } from '../../../shared/domain/facts/title';
import type { VaultContext } from '../../vault/api';
import { readItemFacts } from '../items/item-rows';
import { suggestName } from '../items/name-item';

/** What the reader of recordings notes; it runs beside the vault, so it is checked. */
const notesSchema = z.object({
  format: z.literal('recording'),
  durationMs: z.int().min(0).nullable(),
  hasVideo: z.boolean().nullable(),
  width: z.int().positive().max(100_000).nullable(),
  height: z.int().positive().max(100_000).nullable(),
});

/** Voice memos come in the container of films: without a picture in it, it is a sound recording. */
const soundOf: Readonly<Record<string, string>> = {
  'video/mp4': 'audio/mp4',
  'video/quicktime': 'audio/mp4',
  'video/3gpp': 'audio/3gpp',
  'video/webm': 'audio/webm',
};

/** Keeps how long a recording is, how large its picture, and whether it has one. Runs in the act that ends its reading. */
export function keepMediaNotes({ db }: Pick<VaultContext, 'db'>, itemId: string, notes: unknown): void {
  const parsed = notesSchema.safeParse(notes);
  if (!parsed.success) return;
  const { durationMs, hasVideo, width, height } = parsed.data;
  // What the lab saw of it counts before what it says of itself.
  db.prepare(
    `UPDATE evidence SET duration_ms = ?, width = coalesce(width, ?), height = coalesce(height, ?)
     WHERE id = ? AND kind IN ('audio', 'video')`,
  ).run(durationMs, width, height, itemId);
  if (hasVideo !== false) return;
  const change = db.prepare(
    "UPDATE evidence SET kind = 'audio', mime = ? WHERE id = ? AND kind = 'video' AND mime = ?",
  );
  for (const [film, mime] of Object.entries(soundOf)) {
    if (change.run(mime, itemId, film).changes === 0) continue;
    suggestName(db, itemId, suggestTitle({ kind: 'audio', mime, facts: readItemFacts({ db }, itemId) }));
  }
}
