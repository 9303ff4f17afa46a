import * as z from 'zod';
import { idSchema, shortText } from '../models/common';
import { caseworkKind, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { dayOrNone, idOrNone, line } from './casework-schemas';

/** One part of a letter: a heading, a paragraph, a line of a list, or a row of a table (cells apart by tabs). `ids`: what it cites. */
export const letterBlockSchema = z.object({
  as: z.enum(['heading', 'text', 'item', 'row']),
  text: z.string().max(20_000),
  ids: z.array(idSchema).max(2000).default([]),
});
export type LetterBlock = z.infer<typeof letterBlockSchema>;

export const letterSorts = [
  { id: 'response-review', label: 'Response review' },
  { id: 'report-pack', label: 'Report to the first officer' },
  { id: 'marac', label: 'MARAC referral' },
  { id: 'spo-request', label: 'Request for a stalking protection order' },
  { id: 're-record', label: 'Request to record it as stalking' },
  { id: 'vrr', label: 'Request for a review of a decision' },
  { id: 'safety-plan', label: 'Safety plan' },
  { id: 'own', label: 'Letter' },
] as const;

/** Whom a letter is for: by this goes what it says of the client, and what the gate asks before it leaves. */
export const letterReaders = [
  { id: 'force', label: 'The police' },
  { id: 'prosecutor', label: 'The prosecutor' },
  { id: 'commissioner', label: 'A police and crime commissioner' },
  { id: 'marac', label: 'MARAC' },
  { id: 'court', label: 'A family court' },
  { id: 'agency', label: 'Another agency' },
  { id: 'client', label: 'The client' },
  { id: 'own', label: 'Our own use' },
] as const;
export const letterReaderSchema = oneOf(letterReaders);
export type LetterReader = z.infer<typeof letterReaderSchema>;

export const letterSchema = z.object({
  sort: oneOf(letterSorts),
  /** Somebody outside, about whom the most is asked, where nobody has said. */
  reader: letterReaderSchema.default('agency'),
  /** The template it began as, by its id. */
  templateId: z.string().max(60).default(''),
  title: shortText.min(1),
  to: line,
  on: dayOrNone,
  /** The report or decision that it is about, so that it can be filled again. */
  reportId: idOrNone,
  eventId: idOrNone,
  blocks: z.array(letterBlockSchema).max(5000).default([]),
});
export type Letter = z.infer<typeof letterSchema>;
export type LetterSort = Letter['sort'];

export const letterFields: readonly FieldOf<Letter>[] = [
  { at: 'sort', label: 'Kind', as: 'choice', options: letterSorts },
  { at: 'templateId', label: 'Began as', as: 'own', say: ({ templateId }) => templateId },
  { at: 'title', label: 'Title', as: 'line' },
  { at: 'reader', label: 'For', as: 'choice', options: letterReaders },
  { at: 'to', label: 'To', as: 'line' },
  { at: 'on', label: 'Date', as: 'day' },
  { at: 'reportId', label: 'About the report', as: 'record' },
  { at: 'eventId', label: 'About the decision', as: 'record' },
  {
    at: 'blocks',
    label: 'Text',
    as: 'own',
    say: ({ blocks }) => blocks.map(({ text }) => text).join('\n'),
  },
];

/** A letter or document that was filled from the case and edited by a person. */
export const letterKind = caseworkKind<Letter>({
  kind: 'letter',
  body: letterSchema,
  fields: letterFields,
  title: ({ title }) => title,
  refs: ({ blocks }) => blocks.flatMap(({ ids }) => ids),
  words: ({ blocks }) => blocks.map(({ text }) => text),
});
