import { PDFName, StandardFonts, rgb } from '@cantoo/pdf-lib';
import type { PDFDocument } from '@cantoo/pdf-lib';
import { addImage } from '../print/image-object';
import { invisibleText } from './invisible-text';
import type { PageText } from '../pdf-write/invisible-letters';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A page that is not taken over: a picture of what is seen on it, or a slip that says it could not be read. */
export type MadePage =
  | {
      readonly kind: 'picture';
      readonly page: number;
      readonly points: Size;
      readonly mime: string;
      readonly bytes: Uint8Array;
      readonly text: PageText | null;
    }
  | { readonly kind: 'slip'; readonly page: number; readonly pages: number };

/** The largest page that every reader opens, in points (ISO 32000-1, annex C.2). */
export const largestPage = 14_400;

export async function addPicturePage(
  target: PDFDocument,
  { points, mime, bytes, text }: Extract<MadePage, { readonly kind: 'picture' }>,
): Promise<void> {
  const { context } = target;
  const scale = Math.min(1, largestPage / Math.max(points.width, points.height));
  const size = { width: points.width * scale, height: points.height * scale };
  const image = addImage(context, Buffer.from(bytes), mime);
  const page = target.addPage([size.width, size.height]);
  const picture = `q ${size.width.toFixed(3)} 0 0 ${size.height.toFixed(3)} 0 0 cm /P Do Q`;
  const layer = text === null ? null : invisibleText(context, text, size);
  page.node.set(
    PDFName.of('Resources'),
    context.obj({
      XObject: { P: image.ref },
      ...(layer === null ? {} : { Font: Object.fromEntries(layer.fonts) }),
    }),
  );
  page.node.set(
    PDFName.of('Contents'),
    context.register(context.flateStream(`${picture}\n${layer?.operators ?? ''}`)),
  );
  await target.flush();
}

/** In the place of a page that nothing can draw, so that nobody takes the rest to be whole. */
export async function addSlip(
  target: PDFDocument,
  { page, pages }: Extract<MadePage, { readonly kind: 'slip' }>,
): Promise<void> {
  const font = await target.embedFont(StandardFonts.Helvetica);
  const bold = await target.embedFont(StandardFonts.HelveticaBold);
  const sheet = target.addPage([595.28, 841.89]);
  const color = rgb(0.1, 0.1, 0.1);
  sheet.drawText(`Page ${page} of ${pages} of this file could not be read.`, {
    x: 60,
    y: 700,
    size: 16,
    font: bold,
    color,
  });
  sheet.drawText('The file is damaged at this place. It is kept in the case file as it was handed over.', {
    x: 60,
    y: 674,
    size: 11,
    font,
    color,
  });
}
