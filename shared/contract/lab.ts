/**
 * What the vault asks of the lab and gets back, over one MessagePort. The lab gets bytes and gives back pixels and
 * text: no names, no paths, no ids of the vault. Answers are checked with schemas on the vault's side, because a
 * crafted file may have taken the lab over.
 */
import * as z from 'zod';
import { bands, mostRows } from '../domain/likeness/descriptor';
import { bytesSchema } from '../models/common';
import { fileSaidSchema, pictureSaidSchema } from './picture-said';
import { finishedPdfSchema } from '../models/finished-pdf';
import { tenthsSchema, turnBySchema } from '../models/page-turn';
import type { PageTurn } from '../models/page-turn';
import { wordsSchema } from '../models/text';

/** Largest picture the lab will decode, in pixels: 100 megapixels (security research 8). */
export const maxPixels = 100_000_000;

/** A picture, or one page of a file of several. */
export interface LabSource {
  readonly bytes: Uint8Array;
  readonly mime: string;
  /** From 1, of a PDF or a TIFF of several pages; null for a picture. */
  readonly page: number | null;
  /**
   * How it is stored, EXIF 1 to 8, as it was read when it was taken in: it is turned by this and by nothing else. 1 for a page
   * of a PDF.
   */
  readonly orientation: number;
  /** Tenths of a degree, clockwise, by which it is turned after that because it lay crooked; on white, with nothing cut off. */
  readonly straightened?: number;
}

export type LabRequest =
  /**
   * Reads what a picture or a PDF says about itself, and how it lies; nothing is decoded.
   */
  | { readonly type: 'facts'; readonly bytes: Uint8Array; readonly mime: string }
  /**
   * The same, and makes what an import needs of a picture: its thumbnail, and a copy for bundles where neither a screen nor a bundle
   * can take its own coding. `turns`: what a person has turned since. Sizes are read before anything is decoded.
   */
  | {
      readonly type: 'examine';
      readonly bytes: Uint8Array;
      readonly mime: string;
      readonly turns: readonly PageTurn[];
      readonly thumb: number;
    }
  /** Takes out what a picture says about itself and copies its data as it is, turned by a tag; null where only drawing it anew does that. */
  | {
      readonly type: 'clean';
      readonly bytes: Uint8Array;
      readonly mime: string;
      readonly orientation: number;
    }
  /** Decodes a picture once and makes all that is needed of it at import. */
  | (LabSource & {
      readonly type: 'image';
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
    })
  /** A picture of a film, from near its beginning. */
  | { readonly type: 'video'; readonly bytes: Uint8Array; readonly mime: string; readonly thumb: number }
  /** What a picture looks like, row by row, to find copies and overlaps (shared/domain/likeness). */
  | (LabSource & { readonly type: 'descriptor' })
  /** Opens a PDF: number of pages, sizes, text length, and a thumbnail of page 1. */
  | { readonly type: 'pdf'; readonly bytes: Uint8Array; readonly thumb: number }
  /**
   * Writes a PDF anew without its lock, and with pages turned and straightened: every later request about it gets what comes out. `password`: as a
   * person typed it, or null for a file that asks for none.
   */
  | {
      readonly type: 'pdf-open';
      readonly bytes: Uint8Array;
      readonly password: string | null;
      readonly turns: readonly PageTurn[];
    }
  /** Names the files that a PDF holds, without taking them out. */
  | { readonly type: 'pdf-held'; readonly bytes: Uint8Array }
  /** Takes one of them out, by its place in that list. */
  | { readonly type: 'pdf-file'; readonly bytes: Uint8Array; readonly at: number; readonly most: number }
  /** Draws one page of a PDF. `dpi` at most 200. */
  | {
      readonly type: 'pdf-page';
      readonly bytes: Uint8Array;
      readonly page: number;
      readonly dpi: number;
      readonly format: 'png' | 'jpeg';
    }
  /**
   * Takes a PDF apart for handing it on: pages `from` to `to` as they are printed, in a document of their own, and a picture
   * of each that must not go as it is, with the text that is seen on it. `drawn`: pages of which a picture is wanted in any case.
   */
  | {
      readonly type: 'pdf-clean';
      readonly bytes: Uint8Array;
      readonly from: number;
      readonly to: number;
      readonly drawn: readonly number[];
    }
  /** Draws pages of a PDF and of its copy and says where the copy looks otherwise. */
  | {
      readonly type: 'pdf-compare';
      readonly bytes: Uint8Array;
      readonly copy: Uint8Array;
      readonly pages: readonly number[];
    }
  /** The text that is seen on pages of a PDF and stands there as text, with its place. Pages `from` to `to`, the first is 1. */
  | { readonly type: 'pdf-text'; readonly bytes: Uint8Array; readonly from: number; readonly to: number }
  /**
   * Reads a finished PDF of `size` bytes as somebody else's program does: its pages, links, bookmarks, pictures. `parts` is all of it
   * but the data of pictures. `looks`: where on a page its number is looked for, and its text; `typed`: pages (from 1) that are set in type,
   * the others show evidence.
   */
  | {
      readonly type: 'pdf-finished';
      readonly size: number;
      readonly parts: readonly { readonly at: number; readonly bytes: Uint8Array }[];
      readonly looks: Readonly<Record<'typed' | 'upright' | 'landscape', PageLook>>;
      readonly typed: readonly number[];
      /** How many pages it is to have: the reading is shared out by that. */
      readonly pages: number;
    }
  /** A finished PDF of about so many pages will come: what reads it is started meanwhile. */
  | { readonly type: 'pdf-ready'; readonly pages: number }
  /** Reads the text off a picture, or off one page. */
  | (LabSource & {
      readonly type: 'recognise';
      /** Codes such as `eng`. One the lab has not been given fails with `language-unusable`. */
      readonly languages: readonly string[];
    })
  /** Gives the lab a language (trained data of Tesseract); opened for trial at once. */
  | { readonly type: 'language'; readonly bytes: Uint8Array; readonly code: string }
  /**
   * Paints boxes over a picture, or over one page, and encodes what is then to be seen and nothing else.
   */
  | (LabSource & {
      readonly type: 'redact';
      readonly boxes: readonly LabBox[];
      /** `either` is PNG, and JPEG where that would grow large (a page that is a photograph). */
      readonly format: 'png' | 'jpeg' | 'either';
    })
  /** Holds a redacted copy against its original: decodes both anew and measures. Of pages, one of both. */
  | (LabSource & {
      readonly type: 'check-redaction';
      /** Lies as it is seen: nothing of it is turned. */
      readonly copy: Uint8Array;
      readonly copyMime: string;
      readonly boxes: readonly LabBox[];
      /** How far from an edge the coding of the copy may blur it, in pixels. */
      readonly blur: number;
    });

/** Places on a page: left, bottom, right, top in points. */
export interface PageLook {
  readonly plate: readonly [number, number, number, number];
  readonly area: readonly [number, number, number, number];
}

/** What is covered, in fractions of the upright page, and the words printed there (or none). */
export interface LabBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly words: string;
}

const bytes = bytesSchema;
export const labPictureSchema = z.object({
  mime: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  bytes,
  width: z.int().positive(),
  height: z.int().positive(),
});

/** Size of what the boxes of a page's words are measured in. */
const side = z.int().positive().max(100_000);
const sizeSchema = z.object({ width: z.int().positive(), height: z.int().positive() });

/** Why a page of a PDF is handed on as a picture, or not at all (`unreadable`). */
export const pageReasons = [
  /** Text that nobody sees on it. */
  'hidden-text',
  /** A picture, or a part of one, that nobody sees on it. */
  'hidden-picture',
  /** Something beyond the edge of what is seen. */
  'outside-page',
  /** Its font is not in the file. */
  'no-font',
  /** Too much on it to be looked through. */
  'too-complex',
  /** A copy of it looked otherwise. */
  'looks-different',
  /** A part of it is damaged; what could be read is in the picture. */
  'damaged',
  'unreadable',
] as const;
export const pageReasonSchema = z.enum(pageReasons);
export type PageReason = z.infer<typeof pageReasonSchema>;

/** Files of one PDF that are listed. */
export const mostHeldFiles = 1000;

/** A file that a PDF holds, as the PDF says of it: nothing of it was looked into. */
const heldFileSchema = z.object({
  name: z.string().max(1000),
  mime: z.string().max(200).nullable(),
  bytes: z.int().min(0).nullable(),
  /** The page that it is pinned to; null for one that belongs to the whole document. */
  page: z.int().positive().nullable(),
});
export type HeldFile = z.infer<typeof heldFileSchema>;

const drawnSchema = z.object({
  /** Size after turning upright. */
  width: z.int().positive(),
  height: z.int().positive(),
  thumb: labPictureSchema,
  rendition: labPictureSchema.nullable(),
  tone: z.string().regex(/^#[0-9a-f]{6}$/),
});

export const labAnswerSchemas = {
  facts: fileSaidSchema,
  examine: z.object({
    facts: fileSaidSchema.shape.facts,
    picture: pictureSaidSchema,
    /** What was drawn, or why nothing was. */
    drawn: z.union([
      drawnSchema.extend({
        /** A copy for bundles is needed and was left for later, because the screen can do without it. */
        isCopyLater: z.boolean(),
      }),
      z.object({ reason: z.enum(['unreadable-image', 'file-too-large', 'unsupported-preview']) }),
    ]),
  }),
  clean: z.object({ bytes: bytes.nullable() }),
  image: drawnSchema,
  video: z.object({
    width: z.int().positive(),
    height: z.int().positive(),
    thumb: labPictureSchema,
    tone: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  descriptor: z
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
    /** What it says about itself, in its information dictionary and elsewhere. */
    facts: fileSaidSchema.shape.facts,
    /** Files that it holds beside its pages, and pages with marks for redaction that were never applied. */
    files: z.int().min(0).max(mostHeldFiles).default(0),
    marked: z.array(z.int().positive()).max(5000).default([]),
    thumb: labPictureSchema,
    tone: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  'pdf-open': z.object({ bytes }),
  'pdf-held': z.object({ files: z.array(heldFileSchema).max(mostHeldFiles) }),
  'pdf-file': z.object({ bytes }),
  'pdf-page': labPictureSchema,
  'pdf-clean': z.object({
    pages: z.int().positive().max(100_000),
    /** The pages without a reason, one after the other, as they are printed; null where there is none. */
    copied: bytes.nullable(),
    sheets: z
      .array(
        z.object({
          page: z.int().positive(),
          reason: pageReasonSchema.nullable(),
          /** In points, upright. */
          points: z.object({ width: z.number().positive(), height: z.number().positive() }),
          picture: labPictureSchema.nullable(),
          /** Nothing on it is anything but paper. */
          blank: z.boolean(),
          /** The text that is seen, placed in a page of so many units. */
          text: z.object({ width: side, height: side, words: wordsSchema }).nullable(),
        }),
      )
      .max(500),
    /** Files that are attached to it, and whether it is a form that keeps its answers beside the pages (XFA). */
    attachments: z.int().min(0),
    /** Of the pages asked for, those with marks for redaction that were never applied. */
    marked: z.array(z.int().positive()).max(500).default([]),
    xfa: z.boolean(),
  }),
  'pdf-compare': z.object({
    pages: z.int().min(0),
    different: z.array(z.int().positive()).max(500),
  }),
  'pdf-text': z.object({
    pages: z.int().positive().max(100_000),
    read: z
      .array(z.object({ page: z.int().positive(), width: side, height: side, words: wordsSchema }))
      .max(1000),
  }),
  'pdf-finished': finishedPdfSchema,
  'pdf-ready': z.null(),
  recognise: z.object({
    width: side,
    height: side,
    words: wordsSchema,
    /** Which engine, with its version. */
    engine: z.string().max(60),
    /** By how much it must seemingly be turned so that its letters stand upright; 0 where they do, or where that is not certain. */
    lies: turnBySchema.default(0),
    /** By how many tenths of a degree it must be turned, clockwise, so that its lines lie level; 0 where they do, or where that is not certain. */
    crooked: tenthsSchema.default(0),
  }),
  language: z.object({ engine: z.string().max(60) }),
  redact: z.object({
    picture: labPictureSchema,
    /** Size of a page in points, as it is read; null for a picture. */
    points: z.object({ width: z.number().positive(), height: z.number().positive() }).nullable(),
    /** Boxes that were too small for their words. */
    wordless: z.int().min(0),
  }),
  'check-redaction': z.object({
    /** Upright, in pixels. */
    original: sizeSchema,
    copy: sizeSchema,
    /** Pages of each. */
    pages: z.object({ original: z.int().positive(), copy: z.int().positive() }),
    /**
     * Differences of a colour (0 to 255) from the boxes painted afresh, over all pixels inside them: the worst where they
     * are plain, the worst in their words, and on average.
     */
    inside: z.object({
      pixels: z.int(),
      worst: z.number(),
      worstInWords: z.number(),
      mean: z.number(),
    }),
    /**
     * Differences from the original over the rest: of the pixels, on average and in the worst of its tiles; and of the
     * average colour of the worst tile, which coding with loss leaves alone.
     */
    outside: z.object({
      pixels: z.int(),
      worstTile: z.number(),
      worstColour: z.number(),
      mean: z.number(),
    }),
    /** Letters that can be taken out of the copy's page as text, and annotations on it. */
    letters: z.int(),
    annotations: z.int(),
  }),
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
      'encrypted-file',
      'certificate-locked',
      'unsupported-preview',
      'file-too-large',
      'language-unusable',
    ]),
  }),
]);
