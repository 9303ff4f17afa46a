import * as z from 'zod';
import { idSchema, sha256Schema } from '../models/common';
import { figuresChoiceSchema, figuresReportSchema } from '../models/figures';
import { method } from './method';

/** Figures over the caseload. */
export const figuresMethods = {
  'figures.report': method(figuresChoiceSchema, figuresReportSchema),
  /** Writes the figures for somebody else: anonymised, whatever was chosen for the screen. `target` is the token of a path. */
  'figures.export': method(
    figuresChoiceSchema.extend({ format: z.enum(['pdf', 'csv']), target: idSchema }),
    z.object({ pages: z.int().nullable(), bytes: z.int(), sha256: sha256Schema }),
  ),
} as const;
