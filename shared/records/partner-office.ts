import * as z from 'zod';
import { instantSchema } from '../models/common';
import { officeCardSchema, officeStandings } from '../models/office';
import type { RecordKind } from './define';
import { lines } from './words/lines';

const partnerOfficeRecordSchema = officeCardSchema.extend({
  standing: z.enum(officeStandings),
  addedAt: instantSchema,
  addedBy: z.string(),
  /** When and by whom its words were compared last, whatever came of it; null when nobody has. */
  compared: z.object({ at: instantSchema, by: z.string() }).nullable(),
});
export type PartnerOfficeRecord = z.infer<typeof partnerOfficeRecordSchema>;

const standingWords: Readonly<Record<PartnerOfficeRecord['standing'], string>> = {
  new: 'not compared yet',
  compared: 'compared',
  refused: 'refused',
  retired: 'not used any more',
};

/** Another office in the address book: its card, and what was found when its words were compared. */
export const partnerOfficeKind: RecordKind<PartnerOfficeRecord> = {
  kind: 'partner-office',
  schema: 1,
  body: partnerOfficeRecordSchema,
  ofOffice: true,
  title: ({ name }) => name,
  lines: ({ name, standing, compared }) =>
    lines([
      ['name', 'Name', name],
      ['standing', 'Its words are', standingWords[standing]],
      ['compared', 'Compared by', compared?.by ?? ''],
    ]),
  refs: () => [],
  words: null,
  merge: 'ask',
};
