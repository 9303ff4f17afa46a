import * as z from 'zod';

export const quarterSchema = z.string().regex(/^\d{4}-Q[1-4]$/);

/** What figures are asked for: quarters up to one, and, for somebody else, below which count none is shown. */
export const figuresChoiceSchema = z.object({
  last: quarterSchema,
  quarters: z.int().min(1).max(12),
  /** For the office alone every count is shown; a page that leaves is always anonymised. */
  isAnonymised: z.boolean(),
  threshold: z.int().min(3).max(20),
  showZero: z.boolean(),
});
export type FiguresChoice = z.infer<typeof figuresChoiceSchema>;
/** Five is what the office's funders and health bodies ask for most (NHS Digital, ONS practice): the office may ask for another. */
export const usualThreshold = 5;

export const figureTableSchema = z.object({
  id: z.string(),
  title: z.string(),
  definition: z.string(),
  notCounted: z.string(),
  /** How many columns on the left name the row. */
  labels: z.int(),
  head: z.array(z.string()),
  /** A null is a count that is not shown. */
  rows: z.array(z.object({ labels: z.array(z.string()), cells: z.array(z.int().nullable()) })),
});
export type FigureTable = z.infer<typeof figureTableSchema>;

export const figuresReportSchema = z.object({
  choice: figuresChoiceSchema,
  period: z.string(),
  tables: z.array(figureTableSchema),
  /** Days from the beginning of a case to its first assessment, the middle one; null where there are too few to say it. */
  medianDays: z.number().nullable(),
  /** Counts that are not shown. */
  hidden: z.int(),
});
export type FiguresReport = z.infer<typeof figuresReportSchema>;
