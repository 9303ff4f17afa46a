import * as z from 'zod';
import { errorCodes } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import { bytesSchema } from '../../../shared/models/common';
import { factSchema } from '../../../shared/models/evidence';
import { messageRowSchema } from '../../../shared/models/message';
import { longestPiece, longestText, mostRowsAtATime } from './limits';
import type { ReaderFile } from './reader';

/**
 * What crosses between the vault process and a seat of the readers. The seat asks, each ask with a number of its
 * own, and is answered once: that is how it waits until there is room. `run` says for which file.
 */
const code = z.enum(errorCodes);
const ask = { run: z.int(), id: z.int() };
const bytes = bytesSchema.refine(({ length }) => length <= longestPiece);

export const childSchema = z.object({
  place: z.string().min(1).max(1024),
  name: z.string().min(1).max(1024),
  modified: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/)
    .nullable(),
  written: z.string().max(2000).optional(),
});

export const fromSeatSchema = z.discriminatedUnion('type', [
  /** It listens: its time begins. */
  z.object({ type: z.literal('ready') }),
  z.object({
    type: z.literal('read'),
    ...ask,
    start: z.int().min(0),
    length: z.int().min(1).max(longestPiece),
  }),
  z.object({
    type: z.literal('text'),
    ...ask,
    page: z.int().min(1).max(100_000),
    text: z.string().max(longestText),
  }),
  z.object({ type: z.literal('fact'), ...ask, fact: factSchema.omit({ id: true }) }),
  z.object({ type: z.literal('rows'), ...ask, rows: z.array(messageRowSchema).max(mostRowsAtATime) }),
  z.object({ type: z.literal('child'), ...ask, child: childSchema }),
  z.object({ type: z.literal('piece'), ...ask, bytes }),
  z.object({ type: z.literal('child-end'), ...ask, code: code.nullable() }),
  z.object({ type: z.literal('skipped'), ...ask, child: childSchema, code }),
  z.object({ type: z.literal('done'), run: z.int(), notes: z.unknown() }),
  z.object({ type: z.literal('failed'), run: z.int(), code }),
]);
export type FromSeat = z.infer<typeof fromSeatSchema>;

/** What a seat is asked to do with a file: take it apart, only say what it is, or give the rows of a table for the chronology. */
export type SeatWork = 'read' | 'identify' | 'table';

/** What the vault says to a seat. It alone has that end of the line, so that a seat needs no schema for it. */
export type ToSeat =
  | {
      readonly type: 'start';
      readonly run: number;
      readonly work: SeatWork;
      readonly file: Pick<ReaderFile, 'name' | 'mime' | 'kind' | 'bytes'>;
      readonly options: unknown;
    }
  | Answer;

/** `value`: the bytes that were asked for; `enough`: no more of this content is wanted. */
export type Answer =
  | {
      readonly type: 'answer';
      readonly id: number;
      readonly value: Uint8Array | null;
      readonly enough: boolean;
    }
  | { readonly type: 'refusal'; readonly id: number; readonly code: ErrorCode };
