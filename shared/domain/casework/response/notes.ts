import * as z from 'zod';
import file from '../../../../resources/casework/response-notes.json' with { type: 'json' };
import { jurisdictionSchema } from '../../../models/jurisdiction';
import type { Jurisdiction } from '../../../models/jurisdiction';

/** What is said beside a part of the response, each with its source. */
export const responseNoteIds = [
  'search-2b',
  'spo-limbs',
  'updates',
  'statement',
  'information-request',
  'warning',
  'other-than-stalking',
] as const;
export type ResponseNoteId = (typeof responseNoteIds)[number];

const noteSchema = z.strictObject({
  id: z.enum(responseNoteIds),
  jurisdictions: z.array(jurisdictionSchema).min(1),
  text: z.string().min(1).max(600),
  source: z.string().min(1).max(300),
  /** Day it was checked. */
  asAt: z.iso.date(),
  /** False where not all of it was seen in its source: that is said with it. */
  confirmed: z.boolean(),
});
export type ResponseNote = z.infer<typeof noteSchema>;

export const responseNotes: readonly ResponseNote[] = z.array(noteSchema).parse(file);

/** What there is to say where the case is; null where nothing is. Where nobody said where, as in England and Wales. */
export function responseNote(id: ResponseNoteId, jurisdiction: Jurisdiction | null): ResponseNote | null {
  const place = jurisdiction ?? 'england-and-wales';
  return responseNotes.find((note) => note.id === id && note.jurisdictions.includes(place)) ?? null;
}
