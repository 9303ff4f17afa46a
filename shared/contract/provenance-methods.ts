import * as z from 'zod';
import { clockTimeSchema, edtfSchema, idSchema, longText, shortText } from '../models/common';
import { evidenceDetailSchema } from '../models/evidence';
import {
  itemHistorySchema,
  provenanceRecordSchema,
  provenanceSchema,
  sharedProvenanceSchema,
} from '../models/provenance';
import { method } from './method';

/** Where an item came from as a person says it, and through whose hands it went. */
export const provenanceMethods = {
  'provenance.get': method(z.object({ id: idSchema }), provenanceRecordSchema),
  /** `version` is the one that was edited, 0 for none; another one in the vault gives `conflict`. */
  'provenance.save': method(
    z.object({ id: idSchema, version: z.int().min(0), provenance: provenanceSchema }),
    provenanceRecordSchema,
  ),
  /** Says the same of several items of one case: what is filled in becomes a new version, what is empty stays. */
  'provenance.saveMany': method(
    z.object({ ids: z.array(idSchema).min(1).max(20_000), provenance: sharedProvenanceSchema }),
    z.object({ changed: z.int(), same: z.int() }),
  ),
  /** Of how many items of a case somebody has said where they came from. */
  'provenance.count': method(z.object({ caseId: idSchema }), z.object({ items: z.int(), said: z.int() })),
  /** Adds the time of what an item shows, as a person reads or knows it; when it was made is another matter. */
  'evidence.sayShown': method(
    z.object({
      id: idSchema,
      edtf: edtfSchema,
      time: clockTimeSchema.nullable(),
      saidBy: shortText.min(1).max(120),
      reason: longText.min(1),
    }),
    evidenceDetailSchema,
  ),
  /** Earlier choices of dates with their reasons, and the copies that left the vault. */
  'evidence.history': method(z.object({ id: idSchema }), itemHistorySchema),
} as const;
