import * as z from 'zod';
import type { Version } from '../../../../shared/domain/records/version';
import { idSchema } from '../../../../shared/models/common';
import { versionsOfState } from '../../../vault/records/earlier';
import { earlierPair, earlierRun } from '../../../vault/records/earlier-likeness';
import { momentSchema, stamped } from './stamp';

/** What people decided about two pictures that look alike. */
const decisionSchema = z.strictObject({
  itemA: idSchema,
  itemB: idSchema,
  decision: z.string().max(60),
  at: momentSchema,
  ...stamped,
});
/** Screenshots joined into one conversation. */
const runSchema = z.strictObject({
  id: idSchema,
  title: z.string().max(1000),
  createdAt: momentSchema,
  pieces: z
    .array(z.strictObject({ position: z.int(), itemId: idSchema, top: z.int(), bottom: z.int() }))
    .max(100_000),
  ...stamped,
});

/** The sections that were for them. */
export const likenessSections = {
  decisions: z.array(decisionSchema).max(1_000_000).default([]),
  runs: z.array(runSchema).max(100_000).default([]),
};
type LikenessSections = z.infer<z.ZodObject<typeof likenessSections>>;

export function likenessVersions(caseId: string, { decisions, runs }: LikenessSections): readonly Version[] {
  return [
    ...decisions.map(({ itemA: a, itemB: b, ...row }) => earlierPair({ ...row, caseId, a, b })),
    ...runs.map(({ pieces, ...row }) => {
      const inOrder = [...pieces].sort((one, other) => one.position - other.position);
      return earlierRun({ ...row, caseId, pieces: inOrder });
    }),
  ].flatMap(versionsOfState);
}
