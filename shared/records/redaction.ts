import * as z from 'zod';
import { idSchema } from '../models/common';
import { redactionBoxesSchema } from '../models/redaction';
import type { RecordKind } from './define';
import { lines } from './words/lines';
import { reasonWords } from './words/redaction-words';

const redactionRecordSchema = z.object({
  itemId: idSchema,
  boxes: redactionBoxesSchema,
});
export type RedactionRecord = z.infer<typeof redactionRecordSchema>;

/** What somebody decided to be covered in a redacted copy, and why. The copy itself is a file that was made by it. */
export const redactionKind: RecordKind<RedactionRecord> = {
  kind: 'redaction',
  schema: 1,
  body: redactionRecordSchema,
  title: () => 'What is covered in a redacted copy',
  lines: ({ itemId, boxes }, nameOf) =>
    lines([
      ['itemId', 'Exhibit', nameOf(itemId)],
      [
        'boxes',
        'Covered',
        boxes
          .map(({ page, reason, note }) =>
            [`page ${page}: ${reasonWords[reason]}`, note].filter((each) => each !== '').join(', '),
          )
          .join('; '),
      ],
    ]),
  refs: ({ itemId }) => [itemId],
  about: ({ itemId }) => [itemId],
  words: ({ boxes }) => boxes.flatMap(({ note, words }) => [note, words]),
  merge: 'append',
};
