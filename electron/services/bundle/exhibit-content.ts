import type { PDFDocument } from '@cantoo/pdf-lib';
import type { PDFPage } from '@cantoo/pdf-lib';
import { fittedToBox } from '../../../shared/domain/bundle/picture-box';
import { HoldfastError } from '../../../shared/errors';
import type { VaultContext } from '../../vault/api';
import { drawPicture } from '../evidence/draw-picture';
import type { BundlePicture } from '../evidence/bundle-copy/make-copy';
import { pdfCopy, reportOfCopy } from '../pdf-copy/stored';
import type { PdfReport } from '../pdf-copy/report';
import { loadPdf } from '../pdf-write/load';
import { codedImage } from '../print/coded-image';
import type { CodedImage } from '../print/coded-image';
import { readPicture, readPrinted } from './sources';
import type { BundleItem } from './sources';
import { codeUnlessStopping } from './stopping';

/** What is drawn of a page of an exhibit; null for one that cannot be read, of which a slip says so. */
export type PageContent =
  | { readonly kind: 'picture'; readonly image: CodedImage; readonly orientation: number }
  | { readonly kind: 'form'; readonly page: PDFPage }
  | null;

/** An exhibit that is being read. Pages from 1. */
export interface OpenExhibit {
  readonly page: (number: number) => Promise<PageContent>;
}

/** Pages of a PDF that cannot be copied are drawn by the lab at so many dots per inch. */
const rasterDpi = 150;

/** What is known of a PDF before it is read. Makes the copy that is handed on where there is none. */
export interface ReadyPdf {
  /** Null where no copy can be made: then its pages are drawn by the lab, one by one. */
  readonly report: PdfReport | null;
}

/** Sees that the copy of a PDF is there. */
export async function readyPdf(context: VaultContext, item: BundleItem): Promise<ReadyPdf> {
  const { file } = readPrinted(context, item);
  try {
    // Its bytes are read when it is written.
    return { report: reportOfCopy(context, file.id) ?? (await pdfCopy(context, file)).report };
  } catch (error) {
    codeUnlessStopping(error);
    return { report: null };
  }
}

/** Opens an exhibit. Pictures of several pages are read page by page; everything else now. Throws what cannot be shown at all. */
export async function openExhibit(
  context: VaultContext,
  item: BundleItem,
  pdf: ReadyPdf | null,
): Promise<OpenExhibit> {
  if (item.pictures !== null) return openPictures(context, item, item.pictures.length);
  if (pdf?.report === null || pdf === null) return openDrawn(context, item);
  const { bytes } = await pdfCopy(context, readPrinted(context, item).file);
  let document: PDFDocument | null = null;
  return {
    page: async (number) => {
      // Taken apart when it is its turn, so that only one lies open at a time.
      document ??= await loadPdf(bytes);
      return { kind: 'form', page: document.getPage(number - 1) };
    },
  };
}

async function openPictures(context: VaultContext, item: BundleItem, count: number): Promise<OpenExhibit> {
  if (count === 1) {
    const only = await pictureOf(context, await readPicture(context, item));
    return { page: () => Promise.resolve(only) };
  }
  return {
    page: async (number) => {
      try {
        return await pictureOf(context, await readPicture(context, item, number));
      } catch (error) {
        codeUnlessStopping(error);
        return null;
      }
    },
  };
}

/** The picture as it is coded; one that the file cannot take so is drawn anew by the lab. Throws what the lab throws. */
async function pictureOf(
  context: VaultContext,
  { bytes, mime, orientation }: BundlePicture,
): Promise<PageContent> {
  try {
    return { kind: 'picture', image: codedImage(bytes, mime), orientation };
  } catch (error) {
    codeUnlessStopping(error);
  }
  const drawn = await drawPicture(context.lab, { bytes, mime, page: null, orientation }, fittedToBox);
  return { kind: 'picture', image: codedImage(Buffer.from(drawn.bytes), drawn.mime), orientation: 1 };
}

async function openDrawn(context: VaultContext, item: BundleItem): Promise<OpenExhibit> {
  const bytes = await context.files.readAll(readPrinted(context, item).file);
  const pages = item.pageSizes?.length ?? 0;
  let lost = 0;
  return {
    page: async (page) => {
      try {
        const picture = await context.lab.ask({
          type: 'pdf-page',
          bytes,
          page,
          dpi: rasterDpi,
          format: 'jpeg',
        });
        return {
          kind: 'picture',
          image: codedImage(Buffer.from(picture.bytes), picture.mime),
          orientation: 1,
        };
      } catch (error) {
        codeUnlessStopping(error);
        lost += 1;
        if (lost === pages) throw new HoldfastError('unreadable-pdf');
        return null;
      }
    },
  };
}
