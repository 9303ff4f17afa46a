import type * as z from 'zod';
import { idSchema } from '../models/common';
import { permissionGivenSchema } from '../models/leaving-gate';
import type { RecordKind } from './define';
import { dateWords } from './words/date-words';
import { permissionText, recipientText } from './words/leaving-words';
import { lines } from './words/lines';

export const permissionRecordSchema = permissionGivenSchema.extend({ itemId: idSchema });
export type PermissionRecord = z.infer<typeof permissionRecordSchema>;

/** That somebody allowed one exhibit to go to one recipient, with who and when. One for each exhibit, never for all. */
export const permissionKind: RecordKind<PermissionRecord> = {
  kind: 'permission',
  schema: 1,
  body: permissionRecordSchema,
  about: ({ itemId }) => [itemId],
  title: ({ what, recipient }) => `${permissionText[what]}: ${recipientText(recipient)}`,
  lines: ({ itemId, recipient, what, givenBy, on, note }, nameOf) =>
    lines([
      ['itemId', 'Exhibit', nameOf(itemId)],
      ['recipient', 'May go to', recipientText(recipient)],
      ['what', 'By', permissionText[what]],
      ['givenBy', 'Given by', givenBy],
      ['on', 'On', dateWords(on)],
      ['note', 'In these words', note],
    ]),
  refs: ({ itemId }) => [itemId],
  words: ({ givenBy, note }) => [givenBy, note],
  merge: 'ask',
};
