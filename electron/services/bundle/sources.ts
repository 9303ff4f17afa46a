import * as z from 'zod';
import { renditionNeeded } from '../../../shared/domain/bundle/picture-box';
import { evidenceKindSchema, previewStateSchema, bestDateSchema } from '../../../shared/models/evidence';
import type { BestDate, EvidenceKind } from '../../../shared/models/evidence';
import type { BundleOptions } from '../../../shared/models/bundle';
import { itemDocumentSchema } from '../../../shared/models/item-document';
import type { ItemDocument } from '../../../shared/models/item-document';
import { paperName, paperRef } from '../../../shared/domain/paper-name';
import { isDoubtful } from '../../../shared/domain/redaction/doubtful';
import { HoldfastError } from '../../../shared/errors';
import type { StoredFile, VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';
import { bundlePage } from '../evidence/bundle-copy/make-copy';
import type { BundlePicture } from '../evidence/bundle-copy/make-copy';
import { drawPicture } from '../evidence/draw-picture';
import { readPictureHeader } from '../../formats/picture-header';
import { readShown } from '../items/shown-as';
import type { RowRange } from '../print-pages/printed';
import { rowsChosen } from '../print-pages/row-ranges';
import { readRedactedFile, readRedactions } from '../redaction/rows';

const row = z.object({
  id: z.string(),
  exhibit_ref: z.string(),
  former_refs: z.string(),
  file_name: z.string(),
  title: z.string(),
  kind: evidenceKindSchema,
  mime: z.string(),
  preview: previewStateSchema,
  preview_reason: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  pictures: z.int().nullable(),
  page_sizes: z.string().nullable(),
  best_date: z.string().nullable(),
  document: z.string().nullable(),
  sha256: z.string(),
});
const sizes = z.array(z.object({ width: z.number(), height: z.number() }));

/** An item as a bundle needs it. */
export interface BundleItem {
  readonly id: string;
  /** The reference that it bears; null for a document of the case, which is named by its title. */
  readonly exhibitRef: string | null;
  /** What it is named by in a word: its reference, or its title. */
  readonly name: string;
  /** What is said of a document; null for an exhibit. */
  readonly document: ItemDocument | null;
  readonly formerRefs: readonly string[];
  readonly fileName: string;
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly mime: string;
  /** Upright sizes in pixels of a picture that can be shown, or of the pages of a TIFF; else null. */
  readonly pictures: readonly { readonly width: number; readonly height: number }[] | null;
  /** What of the file is printed where that is not all of it, such as `first of 3 pictures`; else empty. */
  readonly shows: string;
  /** Sizes in points of the pages of a PDF that can be shown, else null. */
  readonly pageSizes: readonly { readonly width: number; readonly height: number }[] | null;
  readonly bestDate: BestDate | null;
  readonly sha256: string;
  /** The newest redacted copy, which is printed in the place of the original; null when there is none. */
  readonly redactedId: string | null;
  /** How many redacted copies there are of it, of which that is the newest. */
  readonly redactions: number;
  /** It has no pages of its own: its words are printed, or a slip that names it. */
  readonly isPrinted: boolean;
  /** Which of its messages are printed; null for all of them. */
  readonly rows: readonly RowRange[] | null;
  /** Why it has no pages, or null. */
  readonly reason: string | null;
}

/** The items of a bundle: those asked for, in their order, and no other. */
export function readBundleItems(
  context: VaultContext,
  caseId: string,
  options: BundleOptions,
): readonly BundleItem[] {
  const unredacted = new Set(options.unredacted);
  const items = allRows(
    context.db,
    row,
    `SELECT e.id, e.exhibit_ref, e.former_refs, e.file_name, e.title, e.kind, e.mime, e.preview, e.preview_reason, e.width, e.height,
       e.pictures, e.page_sizes, e.best_date, e.document, f.sha256
     FROM evidence e JOIN files f ON f.id = e.file_id WHERE e.case_id = ? ORDER BY e.sort_date, e.exhibit_number`,
    caseId,
  ).map((item) => (unredacted.has(item.id) ? asItem(item) : withRedaction(context, asItem(item))));
  const byId = new Map(items.map((item) => [item.id, item]));
  return [...new Set(options.itemIds)].map((id) => {
    const item = byId.get(id);
    if (item === undefined) throw new HoldfastError('invalid-input');
    return { ...item, rows: rowsChosen(item, options.rowsOf) };
  });
}

function asItem(item: z.infer<typeof row>): BundleItem {
  const ready = item.preview === 'ready';
  const document = item.document === null ? null : parseJson(itemDocumentSchema, item.document);
  const named = { exhibitRef: item.exhibit_ref, title: item.title, document };
  const isPrinted = item.kind !== 'image' && item.kind !== 'pdf';
  const pictures = ready && item.kind === 'image' ? picturesOf(item) : null;
  const pageSizes =
    ready && item.kind === 'pdf' && item.page_sizes !== null ? parseJson(sizes, item.page_sizes) : null;
  return {
    id: item.id,
    exhibitRef: paperRef(named),
    name: paperName(named),
    document,
    formerRefs: document === null ? parseJson(z.array(z.string()), item.former_refs) : [],
    fileName: item.file_name,
    title: item.title,
    kind: item.kind,
    mime: item.mime,
    pictures,
    shows: item.pictures === null ? '' : `first of ${item.pictures} pictures`,
    pageSizes,
    bestDate: item.best_date === null ? null : parseJson(bestDateSchema, item.best_date),
    sha256: item.sha256,
    redactedId: null,
    redactions: 0,
    isPrinted,
    rows: null,
    reason:
      !isPrinted && pictures === null && pageSizes === null
        ? (item.preview_reason ?? 'unsupported-preview')
        : null,
  };
}

function picturesOf(item: z.infer<typeof row>): BundleItem['pictures'] {
  if (item.page_sizes !== null) return parseJson(sizes, item.page_sizes);
  return item.width === null || item.height === null ? null : [{ width: item.width, height: item.height }];
}

/**
 * What was covered must not come into a bundle by the way of the original unless somebody chose that: the newest redacted copy
 * takes its place, and where it is not certain what that covers, nothing does.
 */
function withRedaction(context: VaultContext, item: BundleItem): BundleItem {
  const copies = readRedactions(context, item.id);
  const newest = copies[0];
  if (newest === undefined || item.reason !== null) return item;
  if (isDoubtful(newest)) return { ...item, pictures: null, pageSizes: null, reason: 'redaction-doubtful' };
  const { pages } = newest.made;
  const isPdf = newest.mime === 'application/pdf';
  const before = item.pictures?.length ?? pages.length;
  return {
    ...item,
    title: `${item.title} (redacted copy)`,
    redactedId: newest.id,
    redactions: copies.length,
    // A copy from before all pages of a TIFF were shown.
    shows:
      pages.length < before ? `page 1 of ${before}; of the others there is no redacted copy` : item.shows,
    pictures: isPdf ? null : pages.slice(0, 1),
    pageSizes: isPdf ? pages.flatMap(({ points }) => points ?? []) : null,
  };
}

/** The file whose pages a bundle prints: the redacted copy where there is one. */
export function readPrinted(
  context: VaultContext,
  item: BundleItem,
): { readonly file: StoredFile; readonly mime: string } {
  return item.redactedId === null
    ? { file: readShown(context, item.id), mime: item.mime }
    : readRedactedFile(context, item.redactedId);
}

/** Pixels alone, so nothing needs turning; drawn anew by the lab when it is finer than a bundle may be. */
async function readRedactedPicture(context: VaultContext, item: BundleItem): Promise<BundlePicture> {
  const { file, mime } = readPrinted(context, item);
  const bytes = await context.files.readAll(file);
  const header = readPictureHeader(bytes, mime);
  if (header === null) throw new HoldfastError('unreadable-image');
  const needed = renditionNeeded({ mime, ...header, orientation: 1 });
  if (needed === null) return { bytes, mime, orientation: 1 };
  const drawn = await drawPicture(context.lab, { bytes, mime, page: null, orientation: 1 }, needed);
  return { bytes: Buffer.from(drawn.bytes), mime: drawn.mime, orientation: 1 };
}

/** A picture's bytes for a bundle, or those of a page of several: of the redacted copy where there is one. */
export async function readPicture(context: VaultContext, item: BundleItem, page = 1): Promise<BundlePicture> {
  return item.redactedId === null ? bundlePage(context, item.id, page) : readRedactedPicture(context, item);
}
