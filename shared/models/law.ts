import { z } from 'zod';
import { behaviourSchema, markSchema } from './chronology';

/** How an entry comes to speak to an element. `mark`: a person says so; the others follow from what was entered. */
export const supportRuleSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('incident') }),
  z.strictObject({ rule: z.literal('act'), acts: z.array(behaviourSchema).min(1) }),
  z.strictObject({ rule: z.literal('mark') }),
  z.strictObject({ rule: z.literal('fear') }),
  z.strictObject({ rule: z.literal('effect') }),
  z.strictObject({ rule: z.literal('changes') }),
  z.strictObject({ rule: z.literal('breach') }),
]);
export type SupportRule = z.infer<typeof supportRuleSchema>;

const words = z.string().min(1).max(500);

export const lawElementSchema = z
  .strictObject({
    id: markSchema,
    title: words,
    text: words,
    source: words,
    /** Occasions it takes before the element is said to have support. They may be on one day. */
    atLeast: z.int().min(1).max(9),
    /** What is said of it while there are fewer, to end a sentence. */
    asks: words.optional(),
    /**
     * What is an occasion: an entry, or, where the conduct itself is counted, each minute in which one of the calls and
     * messages came that an entry stands for.
     */
    counts: z.enum(['entries', 'conduct']).default('entries'),
    any: z.array(supportRuleSchema).min(1),
  })
  .refine(
    ({ atLeast, asks }) => atLeast > 1 === (asks !== undefined),
    'what it asks for is said where it is more than one',
  );
export type LawElement = z.infer<typeof lawElementSchema>;

/** Dated data with its sources (resources/law): changed when the law does, without a change of the program. */
export const lawSchema = z.strictObject({
  id: markSchema,
  name: words,
  /** Day the text was checked, YYYY-MM-DD. */
  asAt: z.iso.date(),
  note: words,
  /** What could not be confirmed on that day, with where it would have to be looked up. */
  notConfirmed: z.array(z.strictObject({ text: words, source: words })),
  groups: z.array(
    z.strictObject({
      id: markSchema,
      title: words,
      source: words,
      elements: z.array(lawElementSchema).min(1),
    }),
  ),
  offences: z.array(
    z.strictObject({
      id: markSchema,
      title: words,
      kind: z.enum(['harassment', 'stalking']),
      note: words,
      /** Every inner list needs support for one of its elements. */
      needs: z.array(z.array(markSchema).min(1)).min(1),
    }),
  ),
  timeLimits: z.array(
    z.strictObject({
      id: markSchema,
      title: words,
      months: z.int().min(1).max(120),
      text: words,
      source: words,
      offences: z.array(markSchema),
    }),
  ),
});
export type Law = z.infer<typeof lawSchema>;
