import * as z from 'zod';
import after from '../../../resources/transfer/after.json' with { type: 'json' };

const schema = z.object({
  asAt: z.iso.date(),
  note: z.string(),
  overdue: z.object({ days: z.int().min(1), source: z.string(), confirmed: z.boolean() }),
  breach: z.object({
    hours: z.int().min(1),
    rule: z.string(),
    source: z.string(),
    people: z.string(),
    peopleSource: z.string(),
    kept: z.string(),
    keptSource: z.string(),
    confirmed: z.boolean(),
  }),
});

/** Dated data with its sources: how long a receipt may take, and what a loss asks for. */
export const afterRules = schema.parse(after);
