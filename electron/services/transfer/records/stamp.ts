import * as z from 'zod';

/** Whose version a row is: kept as it came, so that two copies of a case can be merged one day. */
export const stamped = { office: z.string().max(64), author: z.string().max(200), hlc: z.string().max(40) };

/** The same columns as they come out of the database. */
export const stampRow = { office: z.string(), author: z.string(), hlc: z.string() };

interface Stamped {
  readonly office: string;
  readonly author: string;
  readonly hlc: string;
}

export function stampOf({ office, author, hlc }: Stamped): Stamped {
  return { office, author, hlc };
}

/** When something was written down, as the database has it. */
export const momentSchema = z.string().max(40);
