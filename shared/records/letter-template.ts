import * as z from 'zod';
import { shortText } from '../models/common';
import { caseworkKind, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { letterBlockSchema, letterReaderSchema, letterReaders, letterSorts } from './letter';

export const letterTemplateSchema = z.object({
  sort: oneOf(letterSorts).default('own'),
  reader: letterReaderSchema.default('agency'),
  /** What it is for, in a line. */
  what: shortText.default(''),
  title: shortText.min(1),
  /** The shipped template that this is a copy of, or empty. */
  copyOf: z.string().max(60).default(''),
  blocks: z.array(letterBlockSchema).max(1000).default([]),
});
export type LetterTemplate = z.infer<typeof letterTemplateSchema>;

export const letterTemplateFields: readonly FieldOf<LetterTemplate>[] = [
  { at: 'title', label: 'Title', as: 'line' },
  { at: 'what', label: 'What it is for', as: 'line' },
  { at: 'reader', label: 'For', as: 'choice', options: letterReaders },
  { at: 'sort', label: 'Kind', as: 'choice', options: letterSorts },
  { at: 'copyOf', label: 'Copy of', as: 'own', say: ({ copyOf }) => copyOf },
  {
    at: 'blocks',
    label: 'Text',
    as: 'own',
    say: ({ blocks }) => blocks.map(({ text }) => text).join('\n'),
  },
];

/** The office's own template of a letter, with places that are filled from the case. */
export const letterTemplateKind = caseworkKind<LetterTemplate>({
  kind: 'letter-template',
  body: letterTemplateSchema,
  fields: letterTemplateFields,
  ofOffice: true,
  title: ({ title }) => title,
});
