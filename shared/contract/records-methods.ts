import * as z from 'zod';
import { idSchema } from '../models/common';
import { recordHistorySchema, recordQuestionSchema, shownRecordSchema } from '../models/record';
import { method } from './method';

const byId = z.object({ id: idSchema });
const nothing = z.object({});
const kind = z.string().max(40);
const caseOrOffice = idSchema.nullable();
const body = z.record(z.string(), z.unknown());

/** Records of any kind: reading and writing them, their versions, and joining two of them. */
export const recordsMethods = {
  /**
   * All of a kind in a case, removed ones apart, in the order in which they were made. `caseId` is null for a kind of the office that is
   * written in the form of its fields (`officeForms`), and for these alone.
   */
  'records.list': method(z.object({ caseId: caseOrOffice, kind }), z.array(shownRecordSchema)),
  'records.create': method(z.object({ caseId: caseOrOffice, kind, body }), shownRecordSchema),
  /** `version` is the one that was on the screen; where another is shown by now it gives `conflict`. */
  'records.change': method(byId.extend({ version: idSchema, body }), shownRecordSchema),
  'records.remove': method(byId, nothing),
  'records.history': method(byId, recordHistorySchema),
  /** Makes an earlier version the newest one, as a version of its own, or brings a removed record back. */
  'records.bringBack': method(byId.extend({ version: idSchema }), nothing),
  /** Records of a case with two versions undecided. */
  'records.undecided': method(
    z.object({ caseId: idSchema }),
    z.array(z.object({ id: idSchema, kind: z.string(), title: z.string() })),
  ),
  'records.question': method(byId, recordQuestionSchema),
  /**
   * Joins the heads that were looked at. `choices`: for a field, the number of the side whose words stay; every field that both
   * changed needs one, or it gives `not-confirmed`. Other heads by now give `conflict`.
   */
  'records.join': method(
    byId.extend({
      heads: z.array(idSchema).min(2),
      keep: z.boolean(),
      choices: z.record(z.string(), z.int().min(0)),
    }),
    nothing,
  ),
};
