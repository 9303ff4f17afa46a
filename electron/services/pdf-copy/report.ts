import * as z from 'zod';
import { pageReasonSchema } from '../../../shared/contract/lab';

/** What became of the pages of a PDF in the copy of it that is handed on. */
export const pdfReportSchema = z.object({
  pages: z.int().positive(),
  /** Of each page as it is read, in points. */
  sizes: z.array(z.object({ width: z.number().positive(), height: z.number().positive() })),
  /** Pages that are a picture of what is seen, or a slip that says they could not be read (`unreadable`), and why. */
  named: z.array(z.object({ page: z.int().positive(), reason: pageReasonSchema })),
  /** Files attached to it, which are no part of its pages. */
  attachments: z.int().min(0),
  /** A form that keeps its answers beside its pages: they are not on them. */
  xfa: z.boolean(),
  /** Pages of the original with marks for redaction that were never applied: the copy shows of them what a viewer shows. */
  marked: z.array(z.int().positive()).default([]),
});
export type PdfReport = z.infer<typeof pdfReportSchema>;
