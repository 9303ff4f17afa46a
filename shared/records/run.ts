import * as z from 'zod';
import { shortText } from '../models/common';
import { newPieceSchema } from '../models/likeness';
import type { RecordKind } from './define';
import { lines } from './words/lines';

const runRecordSchema = z.object({
  title: shortText,
  /** Screenshots from the top of the conversation down, each with the rows it adds. */
  pieces: z.array(newPieceSchema).max(100_000),
});
export type RunRecord = z.infer<typeof runRecordSchema>;

/** Screenshots that somebody joined into one conversation. */
export const runKind: RecordKind<RunRecord> = {
  kind: 'run',
  schema: 1,
  body: runRecordSchema,
  title: ({ title }) => title,
  lines: ({ title, pieces }, nameOf) =>
    lines([
      ['title', 'Name', title],
      [
        'pieces',
        'Screenshots',
        pieces.map(({ itemId, top, bottom }) => `${nameOf(itemId)}, rows ${top} to ${bottom}`).join('; '),
      ],
    ]),
  refs: ({ pieces }) => [...new Set(pieces.map(({ itemId }) => itemId))],
  words: ({ title }) => [title],
  merge: 'ask',
};
