import { protectedBodySchema } from '../models/leaving-gate';
import type { ProtectedBody } from '../models/leaving-gate';
import type { RecordKind } from './define';
import { protectedWhatText } from './words/leaving-words';
import { lines } from './words/lines';

/** A line of the protected list: what of the client's side must never leave unseen (design, "What leaves"). */
export const protectedKind: RecordKind<ProtectedBody> = {
  kind: 'protected',
  schema: 1,
  body: protectedBodySchema,
  title: ({ text }) => text,
  lines: ({ what, text, whose, place }) =>
    lines([
      ['what', 'What it is', protectedWhatText[what]],
      ['text', 'Never to leave unseen', text],
      ['whose', 'Whose', whose],
      [
        'place',
        'Where it lies',
        place === null ? null : `${place.latitude}, ${place.longitude}, within ${place.metres} m`,
      ],
    ]),
  refs: () => [],
  words: ({ text, whose }) => [text, whose],
  merge: 'ask',
};
