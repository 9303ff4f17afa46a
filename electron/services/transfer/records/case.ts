import * as z from 'zod';
import { caseStatusSchema, exhibitInitialsSchema, safeContactSchema } from '../../../../shared/models/case';
import { idSchema, instantSchema } from '../../../../shared/models/common';
import { momentSchema, stamped } from './stamp';

const answers = ['voicemailOk', 'textOk', 'emailOk'] as const;

/** Packages of an older Holdfast wrote a no where nobody had answered, and say so by not being `asked`: it is not known. */
function withoutUnasked(carried: unknown): unknown {
  const parsed = z.looseObject({ asked: z.literal(true).optional() }).safeParse(carried);
  if (!parsed.success || parsed.data.asked === true) return carried;
  const kept = Object.entries(parsed.data).filter(
    ([name, value]) => value !== false || !answers.some((each) => each === name),
  );
  return { ...Object.fromEntries(kept), asked: true };
}

/** Safe contact as it travelled in packages of format 1 and 2: an answer nobody gave was left out. */
const carriedSafeContactSchema = z.preprocess(
  withoutUnasked,
  safeContactSchema.extend({
    voicemailOk: z.boolean().optional(),
    textOk: z.boolean().optional(),
    emailOk: z.boolean().optional(),
    asked: z.literal(true),
  }),
);
export const caseSchema = z.strictObject({
  id: idSchema,
  reference: z.string().min(1).max(40),
  alias: z.string().max(80),
  exhibitInitials: exhibitInitialsSchema,
  nextExhibit: z.int().min(1),
  status: caseStatusSchema,
  safeContact: carriedSafeContactSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  ...stamped,
});

/** A producer of exhibits as it travelled until format 4. */
export const producerSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(200),
  createdAt: momentSchema,
  ...stamped,
});
