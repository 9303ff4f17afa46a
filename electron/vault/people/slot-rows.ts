import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { instantSchema } from '../../../shared/models/common';
import { recoveryKindSchema } from '../../../shared/models/vault';
import { readSetting, writeSetting } from '../settings';

/** Names of people are case content too: they live in the encrypted database, never in vault.json. */
const aboutSchema = z.object({
  name: z.string(),
  madeAt: instantSchema.nullable(),
  recovery: z
    .object({ kind: recoveryKindSchema, label: z.string(), testedAt: instantSchema.nullable() })
    .nullable(),
});
export type SlotAbout = z.infer<typeof aboutSchema>;

/** What is known of a slot; a slot nobody has described yet has an empty name. */
export function readSlotAbout(db: Database, slotId: string): SlotAbout {
  const text = readSetting(db, `slot.${slotId}`);
  const nothing: SlotAbout = {
    name: readSetting(db, `slot.name.${slotId}`) ?? '',
    madeAt: null,
    recovery: null,
  };
  if (text === null) return nothing;
  const parsed = aboutSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : nothing;
}

export function writeSlotAbout(db: Database, slotId: string, about: SlotAbout): void {
  writeSetting(db, `slot.${slotId}`, JSON.stringify(about));
}

/** Forgets whose slot it was: the record of acts keeps the name beside what they did. */
export function forgetSlot(db: Database, slotId: string): void {
  db.prepare('DELETE FROM settings WHERE name IN (?, ?)').run(`slot.${slotId}`, `slot.name.${slotId}`);
}
