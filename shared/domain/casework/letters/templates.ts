import * as z from 'zod';
import chase from '../../../../resources/letters/chase-answer.json' with { type: 'json' };
import employer from '../../../../resources/letters/employer.json' with { type: 'json' };
import officer from '../../../../resources/letters/ask-officer.json' with { type: 'json' };
import summary from '../../../../resources/letters/client-summary.json' with { type: 'json' };
import support from '../../../../resources/letters/support.json' with { type: 'json' };
import { letterBlockSchema, letterReaderSchema } from '../../../records/letter';
import type { LetterBlock } from '../../../records/letter';

/** A template of a letter that ships with Holdfast: dated, with where its wording comes from. An office changes a copy of it. */
const shippedSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{2,40}$/u),
  title: z.string().min(1).max(200),
  what: z.string().min(1).max(200),
  reader: letterReaderSchema,
  asAt: z.iso.date(),
  source: z.string().min(1),
  blocks: z.array(letterBlockSchema).min(1),
});

export interface Template {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly reader: z.infer<typeof letterReaderSchema>;
  readonly blocks: readonly LetterBlock[];
  /** Of one that ships: the day it was written for, and where its wording comes from. */
  readonly shipped: { readonly asAt: string; readonly source: string } | null;
}

export const shippedTemplates: readonly Template[] = [officer, chase, support, employer, summary].map(
  (file) => {
    const { asAt, source, ...template } = shippedSchema.parse(file);
    return { ...template, shipped: { asAt, source } };
  },
);
