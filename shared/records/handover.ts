import type * as z from 'zod';
import { idSchema } from '../models/common';
import { handoverBodySchema } from '../models/continuity';
import type { RecordKind } from './define';
import { dateWords } from './words/date-words';
import { lines } from './words/lines';

export const handoverRecordSchema = handoverBodySchema.extend({
  itemId: idSchema,
  /** The same for all exhibits that changed hands at once. */
  handoverId: idSchema,
  /** The record that this one puts right, or null. */
  corrects: idSchema.nullable(),
});
export type HandoverRecord = z.infer<typeof handoverRecordSchema>;

/**
 * One handover of one exhibit. What was written down stays as it is: it is put right by a record of its own that names it, so
 * that two offices which put one right both keep what they wrote.
 */
export const handoverKind: RecordKind<HandoverRecord> = {
  kind: 'handover',
  schema: 1,
  body: handoverRecordSchema,
  title: ({ from, to, edtf }) => `${from} → ${to}, ${dateWords(edtf)}`,
  lines: (handover, nameOf) =>
    lines([
      ['itemId', 'Exhibit', nameOf(handover.itemId)],
      ['from', 'From', handover.from],
      ['to', 'To', handover.to],
      ['edtf', 'Date', dateWords(handover.edtf)],
      ['time', 'Time', handover.time],
      ['planned', 'When it was written down', handover.planned ? 'still to come' : ''],
      ['place', 'Place', handover.place],
      ['purpose', 'What for', handover.purpose],
      ['seal', 'Seal or packaging', handover.seal],
      ['fingerprintConfirmed', 'Fingerprint compared', handover.fingerprintConfirmed ? 'yes' : ''],
      ['confirmation', 'Signed or confirmed', handover.confirmation],
      ['note', 'Note', handover.note],
      ['corrects', 'Puts right', handover.corrects === null ? '' : nameOf(handover.corrects)],
    ]),
  refs: ({ itemId, corrects }) => (corrects === null ? [itemId] : [itemId, corrects]),
  about: ({ itemId }) => [itemId],
  words: ({ from, to, place, purpose, seal, confirmation, note }) => [
    ...[from, to, place, purpose, seal, confirmation, note],
  ],
  merge: 'append',
};
