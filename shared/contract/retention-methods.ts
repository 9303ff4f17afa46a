import * as z from 'zod';
import { idSchema, longText, sha256Schema } from '../models/common';
import { erasureSchema, officeDutySchema, retentionCaseSchema } from '../models/retention';
import { method } from './method';

/** How long what is kept, and requests for somebody's own data. */
export const retentionMethods = {
  /** Every closed case beside the office's rules, those whose time is over first. */
  'retention.cases': method(z.object({}), z.array(retentionCaseSchema)),
  'retention.duties': method(z.object({}), z.array(officeDutySchema).readonly()),
  /** Keeps a case longer than the rule says, with a reason. */
  'retention.keepLonger': method(
    z.object({ caseId: idSchema, reason: longText.min(1), until: z.iso.date().nullable() }),
    z.object({}),
  ),
  /**
   * In how many cases a name or a number stands; `byCase` also says in which, and how often. Asked for apart, since who looks over
   * a shoulder must not read of whom there is a case.
   */
  'retention.find': method(
    z.object({ text: z.string().trim().min(2).max(200), byCase: z.boolean() }),
    z.object({
      cases: z.int(),
      found: z.array(z.object({ caseId: idSchema, reference: z.string(), hits: z.int(), more: z.boolean() })),
    }),
  ),
  'retention.erasures': method(z.object({}), z.array(erasureSchema)),
  /** The certificate of an erasure: what by numbers, when, by whom. `target` is the token of a path. */
  'retention.certificate': method(
    z.object({ seq: z.int(), target: idSchema }),
    z.object({ pages: z.int(), bytes: z.int(), sha256: sha256Schema }),
  ),
} as const;
