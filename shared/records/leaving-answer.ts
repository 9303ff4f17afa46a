import * as z from 'zod';
import { idSchema } from '../models/common';
import { recipientSchema } from '../models/leaving-gate';
import type { RecordKind } from './define';
import { recipientText } from './words/leaving-words';
import { lines } from './words/lines';

export const leavingAnswerSchema = z.object({
  /** Null: for whoever gets it. */
  recipient: recipientSchema.nullable(),
  /** What was found: words, or a place, of the protected list. */
  code: z.enum(['protected-words', 'protected-place']),
  /** Where: in an exhibit, or in a record such as an entry; both null for what belongs to neither, such as a title. */
  itemId: idSchema.nullable(),
  recordId: idSchema.nullable(),
  /** Which line of the list; for a place that is near none, `anyPlace`. */
  protectedId: z.string().min(1).max(100),
  why: z.string().trim().min(1).max(20_000),
});
export type LeavingAnswer = z.infer<typeof leavingAnswerSchema>;

/** Stands for a line of the list where an original says of itself where it was made, wherever that is. */
export const anyPlace = 'any place';

/** What an answer is about: the same finding again is not asked about again. */
export function answeredKey({
  recipient,
  code,
  itemId,
  recordId,
  protectedId,
}: Omit<LeavingAnswer, 'why'>): string {
  return [recipient ?? 'anybody', code, itemId ?? '', recordId ?? '', protectedId].join(' ');
}

/** That what was found goes to somebody all the same, because a person said so and why. */
export const leavingAnswerKind: RecordKind<LeavingAnswer> = {
  kind: 'leaving-answer',
  schema: 1,
  body: leavingAnswerSchema,
  about: ({ itemId }) => (itemId === null ? [] : [itemId]),
  onlyOneAbout: (answer, caseId) => `${caseId ?? ''} ${answeredKey(answer)}`,
  title: ({ recipient }) =>
    `May leave all the same${recipient === null ? '' : `: ${recipientText(recipient)}`}`,
  lines: ({ recipient, code, itemId, recordId, protectedId, why }, nameOf) =>
    lines([
      ['recipient', 'May go to', recipient === null ? 'whoever gets it' : recipientText(recipient)],
      ['code', 'What was found', foundText({ code, protectedId })],
      ['itemId', 'Exhibit', itemId === null ? null : nameOf(itemId)],
      ['recordId', 'Where', recordId === null ? null : nameOf(recordId)],
      ['why', 'Why it may leave', why],
    ]),
  refs: ({ itemId, recordId }) => [itemId, recordId].filter((id) => id !== null),
  words: ({ why }) => [why],
  merge: 'ask',
};

function foundText({ code, protectedId }: Pick<LeavingAnswer, 'code' | 'protectedId'>): string {
  if (code === 'protected-words') return 'Protected words';
  return protectedId === anyPlace ? 'The place where the original was made' : 'A protected place';
}
