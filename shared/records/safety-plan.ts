import * as z from 'zod';
import { longText, shortText } from '../models/common';
import { caseworkKind } from './by-fields';
import type { FieldOf } from './by-fields';
import { answer, dayOrNone } from './casework-schemas';

export const safetyPlanSchema = z.object({
  on: dayOrNone,
  /** What stands on top of the paper: nothing that says what it is, where it is carried about. */
  heading: shortText.default('My notes'),
  parts: z
    .array(z.object({ heading: shortText.default(''), text: longText.default('') }))
    .max(50)
    .default([]),
  /** Whether the client says that it is safe to have it with them; null while nobody asked. */
  safeToCarry: answer,
});
export type SafetyPlan = z.infer<typeof safetyPlanSchema>;

export const safetyPlanFields: readonly FieldOf<SafetyPlan>[] = [
  { at: 'on', label: 'As of', as: 'day' },
  { at: 'heading', label: 'Heading on the paper', as: 'line' },
  { at: 'safeToCarry', label: 'Safe to carry, as the client says', as: 'yes-no' },
  {
    at: 'parts',
    label: 'Plan',
    as: 'own',
    say: ({ parts }) => parts.map(({ heading, text }) => `${heading}\n${text}`.trim()).join('\n\n'),
  },
];

/** The safety plan that a client takes along. One for each case; its versions are its history. */
export const safetyPlanKind = caseworkKind<SafetyPlan>({
  kind: 'safety-plan',
  body: safetyPlanSchema,
  fields: safetyPlanFields,
  title: () => 'Safety plan',
  onlyOneAbout: (_body, caseId) => caseId ?? '',
  words: ({ parts }) => parts.flatMap(({ heading, text }) => [heading, text]),
});
