import * as z from 'zod';
import { longText } from '../models/common';
import { caseworkKind } from './by-fields';
import type { FieldOf } from './by-fields';
import { dayOrNone, headOf, line } from './casework-schemas';

export const legalHoldSchema = z.object({
  reason: longText.min(1),
  from: dayOrNone,
  /** When it ended; null while it holds. */
  endedOn: dayOrNone,
  by: line,
});
export type LegalHold = z.infer<typeof legalHoldSchema>;

export const legalHoldFields: readonly FieldOf<LegalHold>[] = [
  { at: 'reason', label: 'Why nothing may be erased', as: 'box' },
  { at: 'from', label: 'From', as: 'day' },
  { at: 'endedOn', label: 'Ended on', as: 'day' },
  { at: 'by', label: 'Decided by', as: 'line' },
];

/** That a case must be kept: proceedings, a homicide review, a complaint. While it holds nothing of the case is erased. */
export const legalHoldKind = caseworkKind<LegalHold>({
  kind: 'legal-hold',
  body: legalHoldSchema,
  fields: legalHoldFields,
  title: ({ reason }) => `Legal hold: ${headOf(reason)}`,
});
