import * as z from 'zod';
import { plainTableSchema } from './chronology-export';
import { portableChronologySchema } from './portable';

/** A chronology that Holdfast wrote in full. */
const fullTableSchema = z.object({
  kind: z.literal('full'),
  ...portableChronologySchema.pick({ entries: true, register: true }).shape,
  /** Columns that somebody added, which nothing is taken from. */
  unused: z.array(z.string().max(200)).max(200),
});
export type FullTable = z.infer<typeof fullTableSchema>;
export type PlainTable = z.infer<typeof plainTableSchema>;

/** What a reader made of a table that somebody pasted or chose. */
export const tableTakenSchema = z.discriminatedUnion('kind', [plainTableSchema, fullTableSchema]);
export type TableTaken = z.infer<typeof tableTakenSchema>;
