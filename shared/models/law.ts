import * as z from 'zod';
import { behaviourSchema, behaviours, markSchema } from './chronology';
import { jurisdictionSchema } from './jurisdiction';
import { orderTypeSchema } from './register';

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
const label = z.string().min(1).max(120);
/** What was not seen in the source, to end the sentence "Not confirmed:"; null where all of it was. */
const doubt = words.nullable();

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

/** An act by its code, which is the same in every jurisdiction, with the letter and the words it has in this one. */
export const actSchema = z.strictObject({
  code: behaviourSchema,
  /** As printed: `(a)`. Null for an act that the list does not name. */
  label: label.nullable(),
  /** A few words, for a chip. */
  short: label,
  text: words,
  /** Under which act of this list it is counted, where the list does not name it. */
  equivalent: behaviourSchema.nullable(),
});
export type Act = z.infer<typeof actSchema>;

export const offenceKinds = ['harassment', 'stalking', 'related'] as const;
export type OffenceKind = (typeof offenceKinds)[number];
export const offenceSchema = z.strictObject({
  code: markSchema,
  section: label,
  name: words,
  kind: z.enum(offenceKinds),
  /** Every inner list needs support for one of its elements. */
  elements: z.array(z.array(markSchema).min(1)).min(1),
  mode: label,
  maximum: words,
  inForceFrom: z.iso.date(),
  /** Conduct before that day is not this offence. */
  notRetrospective: z.boolean(),
  note: words,
  doubt,
});
export type Offence = z.infer<typeof offenceSchema>;

/** A sort of order, bail or notice that a register may hold. One code has one name wherever it is used. */
export const lawOrderSchema = z.strictObject({
  id: orderTypeSchema,
  name: label,
  short: label,
  applicant: words,
  court: words,
  /** How long it holds at least; null where nothing is laid down. */
  minimum: words.nullable(),
  /** How long it holds at most, in hours or days; null where it may be longer, or nothing is laid down. */
  longest: z
    .union([z.strictObject({ hours: z.int().min(1) }), z.strictObject({ days: z.int().min(1) })])
    .nullable(),
  /** Whether its terms may end on different days. */
  perTermEnd: z.boolean(),
  /** Within how many days somebody must tell the police where they live, counted from what. */
  notification: z.strictObject({ days: z.int().min(1), from: words }).nullable(),
  breach: words,
  /** The official code of the offence of breaking it, where it was seen. */
  breachCode: label.nullable(),
  reach: words,
  /** The order that it is made for until that is decided. */
  isInterimOf: orderTypeSchema.nullable(),
  source: words,
  doubt,
});
export type OrderType = z.infer<typeof lawOrderSchema>;

const span = z.int().min(1).max(120);
export const timeLimitSchema = z
  .strictObject({
    id: markSchema,
    title: words,
    days: span.optional(),
    workingDays: span.optional(),
    months: span.optional(),
    /** What it is counted from, by a code: `latest-incident`, `decision`. */
    from: markSchema,
    /** The same in words, to follow "from". */
    fromWords: words,
    /** It is counted back from that day. */
    before: z.literal(true).optional(),
    /** Where it ends on a day that is no working day, it ends on the next that is. */
    nextWorkingDay: z.literal(true).optional(),
    text: words,
    source: words,
    /** Day it was checked, YYYY-MM-DD. */
    asAt: z.iso.date(),
    /** False where it was not seen in its source: it is shown as provisional. */
    confirmed: z.boolean(),
    offences: z.array(markSchema).default([]),
  })
  .refine(
    ({ days, workingDays, months }) =>
      [days, workingDays, months].filter((each) => each !== undefined).length === 1,
    'a limit is so many days, working days or months',
  );
export type TimeLimit = z.infer<typeof timeLimitSchema>;

const noted = z.strictObject({ text: words, source: words, doubt });
const named = z.strictObject({ name: label, text: words, source: words, doubt });

const lawShape = z.strictObject({
  id: jurisdictionSchema,
  name: words,
  /** Day the text was checked, YYYY-MM-DD. */
  asAt: z.iso.date(),
  source: words,
  note: words,
  prosecutor: label,
  /** What could not be confirmed on that day, with where it would have to be looked up. */
  notConfirmed: z.array(z.strictObject({ text: words, source: words })),
  /** How the list of acts is headed: over a form, over a column, and before a letter. */
  actList: z.strictObject({ title: label, act: words, column: label, prefix: label }),
  acts: z.array(actSchema),
  groups: z.array(
    z.strictObject({
      id: markSchema,
      title: words,
      source: words,
      elements: z.array(lawElementSchema).min(1),
    }),
  ),
  offences: z.array(offenceSchema),
  /** The effects that an offence names, in its words. */
  effectTerms: z.array(noted),
  defences: z.array(noted),
  orders: z.array(lawOrderSchema).min(1),
  timeLimits: z.array(timeLimitSchema),
  /** Offences and ways besides, for an advocate to ask about. */
  alternatives: z.array(named),
  reviewBodies: z.array(named),
});

const isOnce = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** Dated data with its sources (resources/law): changed when the law does, without a change of the program. */
export const lawSchema = lawShape
  .refine(
    ({ acts }) => isOnce(acts.map(({ code }) => code)) && acts.length === behaviours.length,
    'every act has its words, once',
  )
  .refine(
    ({ acts }) =>
      acts.every(
        ({ label: letter, code, equivalent }) => letter !== null || code === 'other' || equivalent !== null,
      ),
    'an act that the list does not name says under which it is counted',
  )
  .refine(
    ({ groups }) => isOnce(groups.flatMap(({ elements }) => elements.map(({ id }) => id))),
    'an element is there once',
  )
  .refine(({ groups, offences }) => {
    const ids = new Set(groups.flatMap(({ elements }) => elements.map(({ id }) => id)));
    return offences.every(({ elements }) => elements.flat().every((id) => ids.has(id)));
  }, 'an offence needs elements that are there')
  .refine(
    ({ offences, timeLimits }) =>
      timeLimits.every((limit) =>
        limit.offences.every((code) => offences.some((offence) => offence.code === code)),
      ),
    'a limit is of offences that are there',
  )
  .refine(
    ({ orders }) =>
      isOnce(orders.map(({ id }) => id)) &&
      orders.every(({ isInterimOf }) => isInterimOf === null || orders.some(({ id }) => id === isInterimOf)),
    'an order is there once, and so is what it is made for',
  )
  .refine(({ timeLimits }) => isOnce(timeLimits.map(({ id }) => id)), 'a limit is there once');
export type Law = z.infer<typeof lawSchema>;
