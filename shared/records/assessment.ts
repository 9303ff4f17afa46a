import * as z from 'zod';
import { idSchema, longText, shortText } from '../models/common';
import { caseworkKind } from './by-fields';
import type { FieldOf } from './by-fields';
import { box, dayOrNone, firstOf, idOrNone, line } from './casework-schemas';
import { dateWords } from './words/date-words';

/** Names of tools in use; any other name may be typed. No instrument's wording is shipped. */
export const knownTools = ['S-DASH', 'DASH', 'DARA', 'Stalking Screening Tool', 'SASH', 'SRP'] as const;

/** Something that raises or lowers the risk, in the assessor's words, with the entries it stands on. */
export const riskFactorSchema = z.object({
  text: longText,
  entryIds: z.array(idSchema).max(500).default([]),
});
export type RiskFactor = z.infer<typeof riskFactorSchema>;

export const assessmentSchema = z.object({
  tool: shortText.min(1),
  on: z.iso.date(),
  by: line,
  /** As the tool gives it: a number of ticks, a level, words. */
  result: line,
  partsNotCompleted: box,
  /** The form itself, among the exhibits or documents. */
  formId: idOrNone,
  factors: z.array(riskFactorSchema).max(200).default([]),
  clientView: box,
  judgement: box,
  /** What made this review necessary, where something did. */
  because: line,
  reviewOn: dayOrNone,
});
export type Assessment = z.infer<typeof assessmentSchema>;

export const assessmentFields: readonly FieldOf<Assessment>[] = [
  { at: 'tool', label: 'Tool', as: 'line' },
  { at: 'on', label: 'Assessed on', as: 'day' },
  { at: 'by', label: 'By', as: 'line' },
  { at: 'result', label: 'Result, as the tool gives it', as: 'line' },
  { at: 'partsNotCompleted', label: 'Parts not completed', as: 'box' },
  { at: 'formId', label: 'The form', as: 'exhibit' },
  {
    at: 'factors',
    label: 'What raises or lowers the risk',
    as: 'own',
    say: ({ factors }, nameOf) =>
      factors
        .map(({ text, entryIds }) =>
          firstOf(`${text}${entryIds.length === 0 ? '' : ` (${entryIds.map(nameOf).join('; ')})`}`),
        )
        .join('\n'),
  },
  { at: 'clientView', label: 'The client’s own view', as: 'box' },
  { at: 'judgement', label: 'Professional judgement', as: 'box' },
  { at: 'because', label: 'What made it necessary', as: 'line' },
  { at: 'reviewOn', label: 'To be reviewed on', as: 'day' },
];

/** A risk assessment by a named tool. */
export const assessmentKind = caseworkKind<Assessment>({
  kind: 'assessment',
  body: assessmentSchema,
  fields: assessmentFields,
  title: ({ tool, on }) => `${tool} of ${dateWords(on)}`,
  refs: ({ factors }) => factors.flatMap(({ entryIds }) => entryIds),
  words: ({ factors }) => factors.map(({ text }) => text),
});
