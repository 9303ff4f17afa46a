import { z } from 'zod';
import { idSchema } from '../models/common';
import type { RecordKind } from './define';
import { printed } from './words/printed';

export const exhibitRecordSchema = z.object({
  itemId: idSchema,
  /** Null while nobody wrote one: then it is called what its file suggests. */
  title: z.string().min(1).max(200).nullable(),
  /** The reference that the police gave it; ours stands beside it. Empty while there is none. */
  policeRef: z.string().max(200),
});
export type ExhibitRecord = z.infer<typeof exhibitRecordSchema>;

/** What a person calls an exhibit. */
export const exhibitKind: RecordKind<ExhibitRecord> = {
  kind: 'exhibit',
  schema: 1,
  body: exhibitRecordSchema,
  about: ({ itemId }) => [itemId],
  onlyOneAbout: ({ itemId }) => itemId,
  refs: ({ itemId }) => [itemId],
  title: ({ title, policeRef }) =>
    title ?? (policeRef === '' ? 'An exhibit' : `Police reference ${policeRef}`),
  print: ({ itemId, title, policeRef }, nameOf) =>
    printed([
      ['itemId', 'Exhibit', nameOf(itemId)],
      ['title', 'Title', title],
      ['policeRef', 'Police reference', policeRef],
    ]),
  // An exhibit is found by its own row, whoever called it so.
  words: null,
  merge: 'ask',
};
