import * as z from 'zod';
import { factSchema } from '../models/evidence';

const pixels = z.int().min(0).max(10_000_000);
const orientation = z.int().min(1).max(8);

/** How a file's pictures lie and how many there are (electron/formats/picture-layout). */
export const pictureLayoutSchema = z.object({
  /** Of the picture, or of the first page; EXIF 1 to 8. */
  orientation,
  /** Upright, in pixels, of a TIFF of two pages or more; else null. */
  pages: z
    .array(z.object({ width: pixels, height: pixels, orientation }))
    .max(10_000)
    .nullable(),
  /** Pictures of a file that moves or keeps several; 1 for any other. */
  pictures: z.int().min(1).max(1_000_000),
  /** It has more or larger pages than are looked at. */
  tooLarge: z.boolean(),
});
export type PictureLayout = z.infer<typeof pictureLayoutSchema>;
export type PageLayout = NonNullable<PictureLayout['pages']>[number];

/** Size and coding as the header has them (shared/domain/pictures/picture-header). */
const headerSchema = z.object({
  width: z.int().min(0).max(0xffff_ffff),
  height: z.int().min(0).max(0xffff_ffff),
  png: z
    .object({
      colourType: z.int().min(0).max(255),
      bitDepth: z.int().min(0).max(255),
      interlaced: z.boolean(),
      transparent: z.boolean(),
      movesApart: z.boolean(),
    })
    .nullable(),
  jpegComponents: z.int().min(0).max(255).nullable(),
  complete: z.boolean(),
});

/** How a picture lies and how it is coded. */
export const pictureSaidSchema = z.object({
  layout: pictureLayoutSchema,
  /** Null where the form of its header is not known (HEIC, AVIF), or it is damaged. */
  header: headerSchema.nullable(),
  /** Width and height of the largest picture that HEIC and AVIF declare, before anything is decoded; else null. */
  declared: z.object({ width: z.int().min(0), height: z.int().min(0) }).nullable(),
  /** What turned it before cannot have been anything but the one value. */
  isPlainlyTagged: z.boolean(),
});
export type PictureSaid = z.infer<typeof pictureSaidSchema>;

/** What a picture or a PDF says about itself in its own bytes. */
export const fileSaidSchema = z.object({
  facts: z.array(factSchema.omit({ id: true })).max(1000),
  /** Null for a PDF. */
  picture: pictureSaidSchema.nullable(),
});
export type FileSaid = z.infer<typeof fileSaidSchema>;

/** A PDF's information dictionary (ISO 32000-1, 14.3.3), as far as it is used; dates in the form `D:YYYYMMDD...`. */
const infoText = z.string().max(500).nullable();
export const pdfInfoSchema = z.object({
  title: infoText,
  creator: infoText,
  producer: infoText,
  created: infoText,
  modified: infoText,
});
export type PdfInfo = z.infer<typeof pdfInfoSchema>;
