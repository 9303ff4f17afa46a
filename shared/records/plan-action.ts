import * as z from 'zod';
import { caseworkKind, labelOf, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { box, dayOrNone, headOf, idList, idOrNone, line } from './casework-schemas';
import { longText } from '../models/common';

/** RARA: remove, avoid, reduce or accept the risk (College of Policing, Authorised Professional Practice). */
export const planApproaches = [
  { id: 'remove', label: 'Remove' },
  { id: 'avoid', label: 'Avoid' },
  { id: 'reduce', label: 'Reduce' },
  { id: 'accept', label: 'Accept' },
] as const;

export const planActionSchema = z.object({
  approach: oneOf(planApproaches),
  text: longText.min(1),
  owner: line,
  due: dayOrNone,
  doneOn: dayOrNone,
  outcome: box,
  assessmentId: idOrNone,
  entryIds: idList,
});
export type PlanAction = z.infer<typeof planActionSchema>;

export const planActionFields: readonly FieldOf<PlanAction>[] = [
  { at: 'approach', label: 'Approach', as: 'choice', options: planApproaches },
  { at: 'text', label: 'What will be done', as: 'box' },
  { at: 'owner', label: 'Whose', as: 'line' },
  { at: 'due', label: 'By', as: 'day' },
  { at: 'doneOn', label: 'Done on', as: 'day' },
  { at: 'outcome', label: 'What came of it', as: 'box' },
  { at: 'assessmentId', label: 'After the assessment', as: 'record' },
  { at: 'entryIds', label: 'Stands on', as: 'entries' },
];

/** One action of the plan that answers a risk. */
export const planActionKind = caseworkKind<PlanAction>({
  kind: 'plan-action',
  body: planActionSchema,
  fields: planActionFields,
  title: ({ approach, text }) => `${labelOf(planApproaches, approach)}: ${headOf(text)}`,
});
