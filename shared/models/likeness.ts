import * as z from 'zod';
import { originalReasons } from '../domain/likeness/better-original';
import { doubts } from '../domain/likeness/overlap';
import { idSchema, instantSchema, shortText } from './common';
import { bestDateSchema } from './evidence';

/** What screens show of a picture of a pair or run. */
export const likeItemSchema = z.object({
  id: idSchema,
  exhibitRef: z.string(),
  title: shortText,
  fileName: z.string().max(1024),
  mime: shortText,
  bytes: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  bestDate: bestDateSchema.nullable(),
  edited: z.boolean(),
});
export type LikeItem = z.infer<typeof likeItemSchema>;

const row = z.int().min(0).max(100_000);
const spans = z.array(z.object({ top: row, bottom: row })).readonly();

export const pairDecisions = ['same', 'different'] as const;
export const pairDecisionSchema = z.enum(pairDecisions);
export type PairDecision = z.infer<typeof pairDecisionSchema>;

/** Two pictures that look alike, how they differ, and what a person said about them. */
export const likePairSchema = z.object({
  a: likeItemSchema,
  b: likeItemSchema,
  /** Null when they do not look alike (any more) and only the decision is left. */
  comparison: z
    .object({
      /** Share of the rows with something on them that differ, 0 to 1. */
      differs: z.number().min(0).max(1),
      spansOfA: spans,
      spansOfB: spans,
      cropped: z
        .object({ which: z.enum(['a', 'b']), top: z.number(), bottom: z.number() })
        .readonly()
        .nullable(),
      sameScale: z.boolean(),
    })
    .nullable(),
  better: z
    .object({ which: z.enum(['a', 'b']), reasons: z.array(z.enum(originalReasons)).readonly() })
    .nullable(),
  decision: pairDecisionSchema.nullable(),
  /** By whom and when it was decided. */
  author: shortText.nullable(),
  at: instantSchema.nullable(),
});
export type LikePair = z.infer<typeof likePairSchema>;

/** Which other items an item looks the same as: said by a person, or only found. */
export const sameAsSchema = z.object({
  itemId: idSchema,
  others: z.array(z.object({ id: idSchema, exhibitRef: z.string(), decided: z.boolean() })).readonly(),
});
export type SameAs = z.infer<typeof sameAsSchema>;

/** The rows [top, bottom) of an upright original that a piece adds to a run. */
export const newPieceSchema = z
  .object({ itemId: idSchema, top: row, bottom: row })
  .refine(({ top, bottom }) => top < bottom);
export const runPieceSchema = z.object({ item: likeItemSchema, top: row, bottom: row });
export type RunPiece = z.infer<typeof runPieceSchema>;

/** What stands between a piece and the next one; rows are those of the upper original. */
export const joinSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('overlap'),
    rows: z.int(),
    doubt: z.enum(doubts).nullable(),
    offset: z.int(),
    top: z.int(),
    bottom: z.int(),
  }),
  z.object({ kind: z.literal('gap') }),
  z.object({ kind: z.literal('width') }),
]);
export type RunJoin = z.infer<typeof joinSchema>;

const joined = {
  pieces: z.array(runPieceSchema).readonly(),
  /** One fewer than pieces. */
  joins: z.array(joinSchema).readonly(),
};
export const joinedSchema = z.object(joined);
export type Joined = z.infer<typeof joinedSchema>;

/** Screenshots that overlap and that nobody has joined yet. */
export const conversationSchema = z.object({
  /** Of the first piece: no picture is in two of them. */
  id: idSchema,
  ...joined,
  leftOut: z
    .array(
      z.object({
        item: likeItemSchema,
        why: z.enum(['copy', 'nothing-new', 'differs']),
        /** Exhibit reference of the piece it is like. */
        of: z.string().nullable(),
      }),
    )
    .readonly(),
  perhaps: z
    .array(
      z.object({
        item: likeItemSchema,
        of: z.string(),
        where: z.enum(['above', 'below']),
        doubt: z.enum(doubts),
      }),
    )
    .readonly(),
  orderInDoubt: z.boolean(),
});
export type ProposedConversation = z.infer<typeof conversationSchema>;

export const runHeadSchema = z.object({
  id: idSchema,
  title: shortText,
  createdAt: instantSchema,
  author: shortText,
  /** Exhibit references of its pieces, in their order. */
  refs: z.array(z.string()).readonly(),
});
export type RunHead = z.infer<typeof runHeadSchema>;
export const runSchema = runHeadSchema.extend({ caseId: idSchema, ...joined });
export type Run = z.infer<typeof runSchema>;

/** What there is to look at, in numbers. */
export const likenessSummarySchema = z.object({
  /** Pairs nobody has decided. */
  pairs: z.int(),
  decided: z.int(),
  /** Conversations that can be joined. */
  conversations: z.int(),
  joined: z.int(),
  /** Pictures of the case that can be shown, how many were compared, and how many cannot be. */
  pictures: z.int(),
  compared: z.int(),
  notComparable: z.int(),
});
export type LikenessSummary = z.infer<typeof likenessSummarySchema>;

/** Pieces of one run, as they are sent to be saved. */
export const mostPieces = 500;
