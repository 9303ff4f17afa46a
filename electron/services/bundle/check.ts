import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  decodePDFRawStream,
} from '@cantoo/pdf-lib';
import type { PDFPage } from '@cantoo/pdf-lib';
import { leftOutList } from '../../../shared/domain/bundle/left-out';
import { coverPages } from '../../../shared/domain/bundle/plan';
import type { BundleCheck, BundlePlan } from '../../../shared/models/bundle';
import type { Profile } from './profile';

/**
 * Reads the finished file anew, knowing only its plan, and holds it against every rule of the profile that a program
 * can check. G numbers are the rows of the general guidance of 29 November 2021 in the order of its paragraphs.
 */
export async function checkBundle(
  bytes: Uint8Array,
  plan: BundlePlan,
  profile: Profile,
  exhibitPictures: number,
): Promise<readonly BundleCheck[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = document.getPages();
  const numberOf = new Map(pages.map((page, index) => [page.ref, index + 1]));
  const contents = pages.map(contentOf);
  const checks: BundleCheck[] = [];
  const add = (id: string, fine: boolean, text: string, otherwise: BundleCheck['state'] = 'fix'): void => {
    checks.push({ id, text, state: fine ? 'ok' : otherwise });
  };

  const header = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  add('G01', header === '%PDF-' && !document.isEncrypted, 'One PDF file without a password');

  const right = contents.filter((content, index) => stampIn(content) === String(index + 1)).length;
  add(
    'G03',
    right === pages.length && pages.length === plan.pages,
    `Numbers match pages, ${right} of ${pages.length}`,
  );
  add(
    'G04',
    document.catalog.get(PDFName.of('PageLabels')) === undefined,
    'The page number in the viewer is the printed one',
  );

  const links = pages.flatMap((page) => linksOf(page, numberOf));
  const indexPages = (plan.rows[0]?.firstPage ?? 1) - 1 - coverPages;
  const indexLinks = pages
    .slice(coverPages, coverPages + indexPages)
    .flatMap((page) => linksOf(page, numberOf));
  const linked = plan.rows.filter((row) => indexLinks.includes(row.firstPage)).length;
  add('G06', linked === plan.rows.length, `Index lines that are links, ${linked} of ${plan.rows.length}`);
  add(
    'G06b',
    links.every((page) => page > 0),
    `Links that lead to a page, ${links.filter((page) => page > 0).length} of ${links.length}`,
  );

  const bookmarks = bookmarksOf(document, numberOf);
  const matching = bookmarks.filter(
    ({ title, page }) => title.endsWith(` p. ${page}`) && title.length <= profile.bookmarkLength,
  );
  add(
    'G07',
    bookmarks.length === plan.rows.length && matching.length === bookmarks.length,
    `Bookmarks that end in their page number, ${matching.length} of ${plan.rows.length}`,
  );
  if (exhibitPictures > 0) {
    add(
      'G09',
      false,
      `${exhibitPictures} ${exhibitPictures === 1 ? 'picture has' : 'pictures have'} no text that can be searched. Text recognition comes later; is that right for this court?`,
      'decide',
    );
  }
  add('G11', opensAtFullSize(document), 'Opens at 100 %');

  const dpi = Math.max(0, ...contents.map((content, index) => highestDpi(content, pages[index])));
  add(
    'G14',
    dpi <= profile.highestDpi + 0.5,
    `Finest picture ${Math.round(dpi)} dpi, at most ${profile.highestDpi}`,
  );
  const megabytes = bytes.length / 1e6;
  add(
    'G15',
    megabytes <= profile.largestMegabytes,
    `${megabytes.toFixed(1)} MB; ${profile.largestMegabytes} MB is what a court's mailbox took in 2020`,
    'decide',
  );
  if (plan.leftOut.length > 0) {
    add(
      'left-out',
      false,
      `${plan.leftOut.length} ${plan.leftOut.length === 1 ? 'item is' : 'items are'} not shown: ${leftOutList(plan.leftOut)}. The index says so too.`,
      'decide',
    );
  }
  return checks;
}

/** The decoded content streams of a page as one text. */
function contentOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => page.doc.context.lookup(ref)) : [contents];
  return streams
    .map((stream) => {
      if (stream instanceof PDFRawStream)
        return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
      return stream instanceof PDFStream ? stream.getContentsString() : '';
    })
    .join('\n');
}

/** The text drawn last: the number on its plate. */
function stampIn(content: string): string | null {
  const shown = [...content.matchAll(/<([0-9A-Fa-f]+)>\s*Tj/g)].at(-1)?.[1];
  return shown === undefined ? null : Buffer.from(shown, 'hex').toString('latin1');
}

function pageOfDestination(value: unknown, numberOf: ReadonlyMap<PDFRef, number>): number {
  if (!(value instanceof PDFArray)) return 0;
  const target = value.get(0);
  return target instanceof PDFRef ? (numberOf.get(target) ?? 0) : 0;
}

/** Pages the links of a page lead to; 0 for one that leads nowhere in the file. */
function linksOf(page: PDFPage, numberOf: ReadonlyMap<PDFRef, number>): readonly number[] {
  const annotations = page.node.Annots();
  if (annotations === undefined) return [];
  return annotations.asArray().map((ref) => {
    const annotation = page.doc.context.lookupMaybe(ref, PDFDict);
    return pageOfDestination(annotation?.lookup(PDFName.of('Dest')), numberOf);
  });
}

function bookmarksOf(
  document: PDFDocument,
  numberOf: ReadonlyMap<PDFRef, number>,
): readonly { readonly title: string; readonly page: number }[] {
  const found: { title: string; page: number }[] = [];
  const walk = (first: PDFDict | undefined): void => {
    for (
      let node = first;
      node !== undefined && found.length < 200_000;
      node = node.lookupMaybe(PDFName.of('Next'), PDFDict)
    ) {
      const title = node.lookup(PDFName.of('Title'));
      found.push({
        title: title instanceof PDFHexString ? title.decodeText() : '',
        page: pageOfDestination(node.lookup(PDFName.of('Dest')), numberOf),
      });
      walk(node.lookupMaybe(PDFName.of('First'), PDFDict));
    }
  };
  walk(
    document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)?.lookupMaybe(PDFName.of('First'), PDFDict),
  );
  return found;
}

function opensAtFullSize(document: PDFDocument): boolean {
  const action = document.catalog.lookup(PDFName.of('OpenAction'));
  if (!(action instanceof PDFArray)) return false;
  const zoom = action.lookup(4);
  return zoom instanceof PDFNumber && zoom.asNumber() === 1;
}

/** Effective resolution of the finest picture placed on a page: pixels against the length its matrix gives them. */
function highestDpi(content: string, page: PDFPage | undefined): number {
  const objects = page?.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  if (objects === undefined) return 0;
  const number = String.raw`(-?[\d.]+(?:e-?\d+)?)`;
  const placed = new RegExp(
    `${Array.from({ length: 6 }, () => number).join(String.raw`\s+`)}${String.raw`\s+cm\s+/(\S+)\s+Do`}`,
    'g',
  );
  let highest = 0;
  for (const match of content.matchAll(placed)) {
    const [a = 0, b = 0, c = 0, d = 0] = match.slice(1, 5).map(Number);
    const object = objects.lookup(PDFName.of(match[7] ?? ''));
    if (!(object instanceof PDFStream) || object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image'))
      continue;
    const pixels = (key: string): number => object.dict.lookup(PDFName.of(key), PDFNumber).asNumber();
    highest = Math.max(
      highest,
      (pixels('Width') * 72) / Math.hypot(a, b),
      (pixels('Height') * 72) / Math.hypot(c, d),
    );
  }
  return highest;
}
