import * as z from 'zod';
import { sha256Schema } from './common';

/** What a chronology is written as. The full ones hold every field, to be read back in. */
export const exportFormats = ['pdf', 'docx', 'csv', 'csv-full', 'json-full'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Formats that hold every field and nothing covered. */
export function isFull(format: ExportFormat): boolean {
  return format === 'csv-full' || format === 'json-full';
}

export const exportedSchema = z.object({
  entries: z.int(),
  /** Null where it has no pages. */
  pages: z.int().nullable(),
  bytes: z.int(),
  sha256: sha256Schema,
});
export type Exported = z.infer<typeof exportedSchema>;

/** A table that somebody pasted or chose, as rows of cells. */
export const plainTableSchema = z.object({
  kind: z.literal('table'),
  rows: z.array(z.array(z.string().max(50_000)).max(200)).max(5001),
  /** The number of each row in the table, empty rows counted, as a spreadsheet shows it. */
  numbers: z.array(z.int().min(1)).max(5001),
  /** Numbers of the rows of which something is not in `rows`: cells behind the last column taken, the end of a very long one. */
  cut: z.array(z.int().min(1)).max(5001),
  /** Rows behind the last one taken. */
  leftOut: z.int(),
});

/** The same, or a chronology that Holdfast wrote in full. */
export const tableReadSchema = z.discriminatedUnion('kind', [
  plainTableSchema,
  z.object({
    kind: z.literal('full'),
    entries: z.int(),
    register: z.int(),
    /** Columns that somebody added, which nothing is taken from. */
    unused: z.array(z.string().max(200)).max(200),
  }),
]);
export type TableRead = z.infer<typeof tableReadSchema>;
