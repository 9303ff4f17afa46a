import * as z from 'zod';
import { idSchema, shortText } from '../models/common';
import {
  conversationSchema,
  joinedSchema,
  likePairSchema,
  likenessSummarySchema,
  mostPieces,
  newPieceSchema,
  pairDecisionSchema,
  runHeadSchema,
  runSchema,
  sameAsSchema,
} from '../models/likeness';
import { method } from './method';

const caseId = z.object({ caseId: idSchema });
const byId = z.object({ id: idSchema });
const nothing = z.object({});

/** Pictures that look alike, and screenshots joined into a run. */
export const likenessMethods = {
  'likeness.summary': method(caseId, likenessSummarySchema),
  'likeness.pairs': method(
    caseId,
    z.object({ open: z.array(likePairSchema).readonly(), decided: z.array(likePairSchema).readonly() }),
  ),
  /** For every item that looks the same as others, which. */
  'likeness.sameAs': method(caseId, z.array(sameAsSchema).readonly()),
  /** Writes down what a person sees, or takes it back (null). Nothing is ever removed by it. */
  'likeness.decide': method(
    z.object({ a: idSchema, b: idSchema, decision: pairDecisionSchema.nullable() }),
    nothing,
  ),
  'likeness.conversations': method(caseId, z.array(conversationSchema).readonly()),
  /** Items in an order a person chose, cut where they overlap. Not saved. */
  'likeness.join': method(z.object({ itemIds: z.array(idSchema).min(1).max(mostPieces) }), joinedSchema),
  /** These do not belong together: they are not proposed again. */
  'likeness.setApart': method(z.object({ itemIds: z.array(idSchema).min(2).max(mostPieces) }), nothing),
  'likeness.runs': method(caseId, z.array(runHeadSchema).readonly()),
  'likeness.runsOf': method(z.object({ itemId: idSchema }), z.array(runHeadSchema).readonly()),
  'likeness.run': method(byId, runSchema),
  'likeness.saveRun': method(
    z.object({
      caseId: idSchema,
      /** Null for a new one. */
      id: idSchema.nullable(),
      title: shortText.min(1),
      pieces: z.array(newPieceSchema).min(1).max(mostPieces),
      /** Pictures that were proposed and taken out by a person. */
      setApart: z.array(idSchema).max(mostPieces).default([]),
    }),
    runSchema,
  ),
  /** Forgets that they were joined; the exhibits stay. */
  'likeness.removeRun': method(byId, nothing),
} as const;
