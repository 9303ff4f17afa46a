import * as z from 'zod';
import { factName } from '../domain/facts/fact-names';
import { knownPlace } from '../domain/facts/known-place';
import { printDated } from '../domain/facts/uk-date';
import { idSchema, longText } from '../models/common';
import { bestDateSchema, factFieldSchema } from '../models/evidence';
import type { BestDate } from '../models/evidence';
import type { RecordKind } from './define';
import { lines } from './words/lines';

/** When an exhibit was made, which it is filed under; or the time of what it shows. */
const chosenFieldSchema = factFieldSchema.extract(['captured', 'shown']);
export type ChosenField = z.infer<typeof chosenFieldSchema>;

export const dateChoiceRecordSchema = z.object({
  itemId: idSchema,
  field: chosenFieldSchema,
  /** A newer Holdfast may know more places that a date comes from, and may say more of them: both stay as they are. */
  date: bestDateSchema.extend({ code: z.string().min(1).max(100) }).loose(),
  reason: longText,
});
export type DateChoiceRecord = z.infer<typeof dateChoiceRecordSchema>;

/** The date as this Holdfast can show it. */
export function dateOf({ date }: DateChoiceRecord): BestDate {
  return bestDateSchema.parse({ ...date, ...knownPlace(date) });
}

/** A date that somebody settled on for an exhibit, and why. */
export const dateChoiceKind: RecordKind<DateChoiceRecord> = {
  kind: 'date-choice',
  schema: 1,
  body: dateChoiceRecordSchema,
  about: ({ itemId }) => [itemId],
  onlyOneAbout: ({ itemId, field }) => choiceAbout(field, itemId),
  refs: ({ itemId }) => [itemId],
  title: (choice) => `${fieldText(choice.field)}: ${printDated(dateOf(choice))}`,
  lines: (choice, nameOf) =>
    lines([
      ['itemId', 'Exhibit', nameOf(choice.itemId)],
      ['field', 'What the date is of', fieldText(choice.field)],
      ['date', 'Date', `${printDated(dateOf(choice))} (${factName(dateOf(choice))})`],
      ['reason', 'Reason', choice.reason],
    ]),
  words: ({ reason }) => [reason],
  merge: 'ask',
};

/** What there is one record of this kind about: one of the two dates of an exhibit. */
export function choiceAbout(field: ChosenField, itemId: string): string {
  return `${field}/${itemId}`;
}

function fieldText(field: ChosenField): string {
  return field === 'captured' ? 'When it was made' : 'What time it shows';
}
