import * as z from 'zod';
import { behaviourSchema, entryKinds, reportedSchema } from './chronology';
import { edtfSchema, idSchema } from './common';
import { jurisdictionSchema } from './jurisdiction';
import { orderDetailsSchema, registerBodySchema } from './register';

/** An entry as the room of police and court needs it: when, what sort of act, and what it says itself of a report. */
export const responseEntrySchema = z.object({
  id: idSchema,
  kind: z.enum(entryKinds),
  title: z.string(),
  /** `on or about 3 Nov 2026, about 21:00`. */
  printedDate: z.string(),
  /** Earliest and latest instant the date allows, as in `Entry`. */
  earliest: z.string(),
  latest: z.string(),
  behaviours: z.array(behaviourSchema),
  reported: reportedSchema.nullable(),
  /** The client has said that it was not reported. */
  unreported: z.literal(true).optional(),
});
export type ResponseEntry = z.infer<typeof responseEntrySchema>;

/** An order or bail of the register. */
export const responseOrderSchema = z.object({
  id: idSchema,
  name: z.string(),
  orderType: registerBodySchema.shape.orderType,
  from: edtfSchema.nullable(),
  until: edtfSchema.nullable(),
  order: orderDetailsSchema.nullable(),
});
export type ResponseOrder = z.infer<typeof responseOrderSchema>;

/** A hearing of the proceedings of a case. `id` is that of the proceedings. */
export const responseHearingSchema = z.object({
  id: idSchema,
  edtf: edtfSchema,
  what: z.string(),
  court: z.string(),
});
export type ResponseHearing = z.infer<typeof responseHearingSchema>;

/** What the records of police and court stand beside: read at once, in order of their dates. */
export const responseFactsSchema = z.object({
  /** Null where nobody has said. */
  jurisdiction: jurisdictionSchema.nullable(),
  enhancedRights: z.boolean().nullable(),
  entries: z.array(responseEntrySchema),
  orders: z.array(responseOrderSchema),
  hearings: z.array(responseHearingSchema),
});
export type ResponseFacts = z.infer<typeof responseFactsSchema>;
