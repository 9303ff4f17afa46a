import { join } from 'node:path';
import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { planBundle } from '../../shared/domain/bundle/plan';
import { placePicture } from '../../shared/domain/bundle/picture-box';
import { placeOnSheets } from '../../shared/domain/bundle/place';
import type { BundlePlan } from '../../shared/models/bundle';
import type { BundleProfile } from '../../shared/models/bundle-profile';
import { BundleFile } from '../../electron/services/bundle/bundle-file';
import type { FileLayout, FileScope } from '../../electron/services/bundle/bundle-file';
import { CaptionWriter } from '../../electron/services/bundle/caption-writer';
import type { OpenExhibit } from '../../electron/services/bundle/exhibit-content';
import { writePages } from '../../electron/services/bundle/exhibit-pages';
import { writeExhibit } from '../../electron/services/bundle/exhibit-writer';
import type { ExhibitPart } from '../../electron/services/bundle/exhibit-writer';
import { linkBase } from '../../electron/services/bundle/links';
import { readTextPart, writeTextPart } from '../../electron/services/bundle/text-part';
import { readDrawnFaces } from '../../electron/services/pdf-write/drawn-fonts';
import type { FilePart } from '../../electron/services/pdf-write/file-writer';
import { codedImage } from '../../electron/services/print/coded-image';
import { chequered } from './chequered';

const fonts = join(import.meta.dirname, '../../node_modules/@fontsource/arimo/files');

/** Text pages with links, in the place of what Chromium prints: a line for each key, with room for its number. */
export async function typesetLinks(pages: readonly (readonly string[])[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const keys of pages) {
    const page = document.addPage([595.28, 841.89]);
    page.drawText('A page that was set', { x: 56, y: 760, size: 12, font });
    const links = keys.map((key, index) =>
      document.context.register(
        document.context.obj({
          Type: 'Annot',
          Subtype: 'Link',
          Rect: [440, 700 - index * 20, 500, 712 - index * 20],
          A: { S: 'URI', URI: PDFString.of(`${linkBase}${key}#r12`) },
        }),
      ),
    );
    page.node.set(PDFName.of('Annots'), document.context.obj(links));
  }
  return document.save();
}

/** A PDF of so many pages, as the copy that is handed on. */
export async function plainPdf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1)
    document.addPage([595.28, 841.89]).drawText(`Statement page ${page}`, { x: 60, y: 700, size: 14, font });
  return document.save();
}

export interface SmallBundle {
  readonly bytes: Buffer;
  readonly parts: readonly FilePart[];
  readonly plan: BundlePlan;
  readonly layout: FileLayout;
  readonly typed: readonly number[];
}

const picture = { id: 'picture', pixels: { width: 300, height: 200 }, ref: 'AB/1' } as const;
const pdf = { id: 'pdf', pages: 3, ref: 'AB/2' } as const;

/** The plan of a bundle of a cover, an index, a picture, a PDF of three pages and a record. */
export function smallPlan(profile: BundleProfile): BundlePlan {
  const exhibit = (key: string, exhibitRef: string, pages: number) => ({
    ...{ key, itemId: key, exhibitRef, pages, date: '1 Jan 2026' },
    title: `Exhibit ${key}`,
  });
  return planBundle(
    profile,
    [exhibit(picture.id, picture.ref, 1), exhibit(pdf.id, pdf.ref, pdf.pages)],
    { front: 2, chronology: 0, patterns: 0, record: 1 },
    [],
  );
}

/** Writes it, or some of its pages. `title` of the picture's caption may be in any letters that can be drawn. */
export async function writeSmallBundle(
  profile: BundleProfile,
  change: Partial<FileScope> & { readonly title?: string; readonly bundlePlan?: BundlePlan } = {},
): Promise<SmallBundle> {
  const { title = 'A door', bundlePlan, ...scope } = change;
  const plan = bundlePlan ?? smallPlan(profile);
  const faces = await readDrawnFaces(fonts);
  const sheets = Array.from({ length: plan.pages }, (_, index) => index + 1);
  const file = new BundleFile(faces, plan, {
    ...{ sheets, title: 'Bundle', date: new Date(0), id: 'ab'.repeat(16) },
    ...scope,
  });
  const captions = new CaptionWriter(file, faces, new Map());
  const keys = plan.rows.map(({ key }) => key);
  const place = (key: string): number => plan.rows.find((row) => row.key === key)?.firstPage ?? 0;
  if (file.holds(1)) {
    const front = await readTextPart([await typesetLinks([['=pages'], keys])]);
    writeTextPart(file, front, 1, 'Cover and index');
  }
  const part = (id: string, ref: string, of: Pick<ExhibitPart, 'sheets' | 'isPicture'>): ExhibitPart => ({
    ...{ id, ...of, texts: new Map() },
    captionOf: ({ says }) => ({
      ...{ exhibitRef: ref, title, part: says, date: '1 Jan 2026', dateSource: 'EXIF' },
      ...{ fileName: 'IMG_1.png', sha256: 'f'.repeat(64) },
    }),
  });
  const image = codedImage(Buffer.from(chequered(picture.pixels.width, picture.pixels.height)), 'image/png');
  const placed = placePicture(picture.pixels);
  const pictureSheets = placed.pieces.map((piece) => ({ page: 1, placed, piece, says: '' }));
  const show = async (of: ExhibitPart, open: OpenExhibit): Promise<void> => {
    const from = place(of.id);
    const held = of.sheets.filter((_, index) => file.holds(from + index));
    const written = await writePages(
      file.writer,
      open,
      held.map(({ page }) => page),
    );
    if (held.length > 0) writeExhibit(file, captions, of, written, from);
  };
  await show(part(picture.id, picture.ref, { sheets: pictureSheets, isPicture: true }), {
    page: () => Promise.resolve({ kind: 'picture', image, orientation: 1 }),
  });
  const source = await PDFDocument.load(await plainPdf(pdf.pages), { updateMetadata: false });
  const pdfSheets = source.getPages().map((page, index) => {
    const at = placeOnSheets(page.getSize(), { most: 1, wideFrom: 1.05 });
    const [piece] = at.pieces;
    if (piece === undefined) throw new Error('no place');
    return { page: index + 1, placed: at, piece, says: `page ${index + 1} of ${pdf.pages}` };
  });
  await show(part(pdf.id, pdf.ref, { sheets: pdfSheets, isPicture: false }), {
    page: (number) => Promise.resolve({ kind: 'form', page: source.getPage(number - 1) }),
  });
  if (file.holds(place('record'))) {
    const record = await readTextPart([await typesetLinks([[picture.id, pdf.id]])]);
    writeTextPart(file, record, place('record'), 'Record');
  }
  const late = plan.rows.find((row) => row.key.startsWith('late-'));
  if (late !== undefined) {
    const index = await readTextPart([await typesetLinks([keys])]);
    writeTextPart(file, index, late.firstPage, late.title);
  }
  captions.finish();
  const layout = file.finish();
  return {
    ...{ bytes: Buffer.concat(file.writer.take()), parts: file.writer.readable, plan, layout },
    typed: [1, 2, place('record')],
  };
}
