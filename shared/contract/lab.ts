/**
 * What the vault asks of the lab and gets back, over one MessagePort. The lab gets bytes and gives back pixels and
 * text: no names, no paths, no ids of the vault. Answers are checked with schemas on the vault's side, because a
 * crafted file may have taken the lab over.
 */
import { z } from 'zod';
import { bands, mostRows } from '../domain/likeness/row-print';
import { bytesSchema } from '../models/common';
import { wordsSchema } from '../models/text';

/** Largest picture the lab will decode, in pixels: 100 megapixels (security research 8). */
export const maxPixels = 100_000_000;

export type LabRequest =
  /** Decodes a picture once and makes all that is needed of it at import. */
  | {
      readonly type: 'image';
      readonly bytes: Uint8Array;
      readonly mime: string;
      /** Longest side of the thumbnail in pixels. */
      readonly thumb: number;
      /**
       * When given, also makes a copy for the bundle, not larger than this in either direction after turning it
       * upright. `png` keeps it without loss, `jpeg` is for photographs.
       */
      readonly rendition: {
        readonly maxWidth: number;
        readonly maxHeight: number;
        readonly format: 'png' | 'jpeg';
      } | null;
    }
  /** A picture of a film, from near its beginning. */
  | { readonly type: 'video'; readonly bytes: Uint8Array; readonly mime: string; readonly thumb: number }
  /** What a picture looks like, row by row, to find copies and overlaps (shared/domain/likeness). */
  | { readonly type: 'prints'; readonly bytes: Uint8Array; readonly mime: string }
  /** Opens a PDF: number of pages, sizes, text length, and a thumbnail of page 1. */
  | { readonly type: 'pdf'; readonly bytes: Uint8Array; readonly thumb: number }
  /** Draws one page of a PDF. `dpi` at most 200. */
  | {
      readonly type: 'pdf-page';
      readonly bytes: Uint8Array;
      readonly page: number;
      readonly dpi: number;
      readonly format: 'png' | 'jpeg';
    }
  /** The text that pages of a PDF carry themselves, with its place. Pages `from` to `to`, the first is 1. */
  | { readonly type: 'pdf-text'; readonly bytes: Uint8Array; readonly from: number; readonly to: number }
  /** Reads the text off a picture, or off one page of a PDF (`page` from 1; null for a picture). */
  | {
      readonly type: 'recognise';
      readonly bytes: Uint8Array;
      readonly mime: string;
      readonly page: number | null;
      /** Codes such as `eng`. One the lab has not been given fails with `language-unusable`. */
      readonly languages: readonly string[];
    }
  /** Gives the lab a language (trained data of Tesseract); opened for trial at once. */
  | { readonly type: 'language'; readonly bytes: Uint8Array; readonly code: string };

const bytes = bytesSchema;
const infoText = z.string().max(500).nullable();
export const labPictureSchema = z.object({
  mime: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  bytes,
  width: z.int().positive(),
  height: z.int().positive(),
});

/** Size of what the boxes of a page's words are measured in. */
const side = z.int().positive().max(100_000);

export const labAnswerSchemas = {
  image: z.object({
    /** Size after turning upright. */
    width: z.int().positive(),
    height: z.int().positive(),
    thumb: labPictureSchema,
    rendition: labPictureSchema.nullable(),
    tone: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  video: z.object({
    width: z.int().positive(),
    height: z.int().positive(),
    thumb: labPictureSchema,
    tone: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  prints: z
    .object({
      /** Size after turning upright. */
      width: z.int().positive(),
      height: z.int().positive().max(mostRows),
      rows: bytes,
    })
    .refine(({ height, rows }) => rows.length === height * bands),
  pdf: z.object({
    pages: z.int().positive().max(100_000),
    /** Width and height of each page in points (1/72 inch), after its own rotation; at most 5000 are listed. */
    sizes: z.array(z.object({ width: z.number().positive(), height: z.number().positive() })).max(5000),
    textLength: z.int(),
    /** Entries of its information dictionary as they stand there, null where there is none. */
    info: z
      .object({
        title: infoText,
        creator: infoText,
        producer: infoText,
        created: infoText,
        modified: infoText,
      })
      .optional(),
    thumb: labPictureSchema,
    tone: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  'pdf-page': labPictureSchema,
  'pdf-text': z.object({
    pages: z.int().positive().max(100_000),
    read: z
      .array(z.object({ page: z.int().positive(), width: side, height: side, words: wordsSchema }))
      .max(1000),
  }),
  recognise: z.object({
    width: side,
    height: side,
    words: wordsSchema,
    /** Which engine, with its version. */
    engine: z.string().max(60),
  }),
  language: z.object({ engine: z.string().max(60) }),
} as const;

export type LabAnswer<T extends LabRequest['type']> = z.output<(typeof labAnswerSchemas)[T]>;

export type LabMessage = { readonly id: number; readonly request: LabRequest };
export const labReplySchema = z.discriminatedUnion('ok', [
  z.object({ id: z.int(), ok: z.literal(true), value: z.unknown() }),
  z.object({
    id: z.int(),
    ok: z.literal(false),
    code: z.enum([
      'unreadable-image',
      'unreadable-pdf',
      'unsupported-preview',
      'file-too-large',
      'language-unusable',
    ]),
  }),
]);
