import * as z from 'zod';
import { idSchema } from './common';

const ids = z.array(idSchema).max(1_000_000).readonly();
const named = z.object({ records: ids, items: ids });

/**
 * What a person decided about a package, record by record and exhibit by exhibit. Whatever is not named is taken, but for what was
 * erased here or left out before.
 */
export const packageDecisionsSchema = z.object({
  /** Left out now: remembered, and offered again by the next package. */
  leaveOut: named,
  /** Erased here or left out before, and taken after all. */
  takeAfterAll: named,
});
export type PackageDecisions = z.infer<typeof packageDecisionsSchema>;

export const nothingDecided: PackageDecisions = {
  leaveOut: { records: [], items: [] },
  takeAfterAll: { records: [], items: [] },
};
