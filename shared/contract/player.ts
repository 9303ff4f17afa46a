/**
 * What the page and the frame that plays a recording say to each other. The frame decodes what a stranger made, in a process
 * without the vault's port; what comes from it is checked, because the recording may have taken it over.
 */
import * as z from 'zod';

const seconds = z.number().min(0).max(10_000_000);

/** From the frame to the page. */
export const fromPlayerSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('state'),
    at: seconds,
    /** Null while nobody knows. */
    length: seconds.nullable(),
    paused: z.boolean(),
  }),
  /** The recording cannot be played. */
  z.object({ type: z.literal('failed') }),
  /** Answers `there`. */
  z.object({ type: z.literal('here') }),
]);
export type FromPlayer = z.output<typeof fromPlayerSchema>;

/** From the page to the frame. */
export const toPlayerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('play') }),
  z.object({ type: z.literal('pause') }),
  z.object({ type: z.literal('seek'), to: seconds }),
  z.object({ type: z.literal('speed'), speed: z.number().min(0.25).max(4) }),
  z.object({ type: z.literal('volume'), volume: z.number().min(0).max(1) }),
  /** Asks whether the frame still answers. */
  z.object({ type: z.literal('there') }),
]);
export type ToPlayer = z.output<typeof toPlayerSchema>;
