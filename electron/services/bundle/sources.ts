import { z } from 'zod';
import { renditionNeeded } from '../../../shared/domain/bundle/picture-box';
import { evidenceKindSchema, previewStateSchema, bestDateSchema } from '../../../shared/models/evidence';
import type { BestDate, EvidenceKind } from '../../../shared/models/evidence';
import type { BundleOptions } from '../../../shared/models/bundle';
import { HoldfastError } from '../../../shared/errors';
import type { StoredFile, VaultContext } from '../context';
import { allRows, parseJson } from '../rows';
import { bundlePicture } from '../evidence/bundle-copy/make-copy';
import type { BundlePicture } from '../evidence/bundle-copy/make-copy';
import { readPictureHeader } from '../evidence/picture-header';
import { readOriginal } from '../evidence/item-rows';
import { readRedactedFile, readRedactions } from '../redaction/rows';

const row = z.object({
  id: z.string(),
  exhibit_ref: z.string(),
  file_name: z.string(),
  title: z.string(),
  kind: evidenceKindSchema,
  mime: z.string(),
  preview: previewStateSchema,
  preview_reason: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  pages: z.int().nullable(),
  page_sizes: z.string().nullable(),
  best_date: z.string().nullable(),
  sha256: z.string(),
});
const sizes = z.array(z.object({ width: z.number(), height: z.number() }));

/** An item as a bundle needs it. */
export interface BundleItem {
  readonly id: string;
  readonly exhibitRef: string;
  readonly fileName: string;
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly mime: string;
  /** Upright size in pixels of a picture that can be shown, else null. */
  readonly picture: { readonly width: number; readonly height: number } | null;
  /** Sizes in points of the pages of a PDF that can be shown, else null. */
  readonly pageSizes: readonly { readonly width: number; readonly height: number }[] | null;
  readonly bestDate: BestDate | null;
  readonly sha256: string;
  /** The newest redacted copy, which is printed in the place of the original; null when there is none. */
  readonly redactedId: string | null;
  /** Why it has no pages, or null. */
  readonly reason: string | null;
}

/** The items of a bundle: those asked for in their order, else all of the case, oldest first. */
export function readBundleItems(
  context: VaultContext,
  caseId: string,
  options: BundleOptions,
): readonly BundleItem[] {
  const items = allRows(
    context.db,
    row,
    `SELECT e.id, e.exhibit_ref, e.file_name, e.title, e.kind, e.mime, e.preview, e.preview_reason, e.width, e.height,
       e.pages, e.page_sizes, e.best_date, f.sha256
     FROM evidence e JOIN files f ON f.id = e.file_id WHERE e.case_id = ? ORDER BY e.sort_date, e.exhibit_number`,
    caseId,
  ).map((item) => withRedaction(context, asItem(item)));
  if (options.itemIds.length === 0) return items;
  const byId = new Map(items.map((item) => [item.id, item]));
  return [...new Set(options.itemIds)].map((id) => {
    const item = byId.get(id);
    if (item === undefined) throw new HoldfastError('invalid-input');
    return item;
  });
}

function asItem(item: z.infer<typeof row>): BundleItem {
  const ready = item.preview === 'ready';
  const picture =
    ready && item.kind === 'image' && item.width !== null && item.height !== null
      ? { width: item.width, height: item.height }
      : null;
  const pageSizes =
    ready && item.kind === 'pdf' && item.page_sizes !== null ? parseJson(sizes, item.page_sizes) : null;
  return {
    id: item.id,
    exhibitRef: item.exhibit_ref,
    fileName: item.file_name,
    title: item.title,
    kind: item.kind,
    mime: item.mime,
    picture,
    pageSizes,
    bestDate: item.best_date === null ? null : parseJson(bestDateSchema, item.best_date),
    sha256: item.sha256,
    redactedId: null,
    reason: picture === null && pageSizes === null ? (item.preview_reason ?? 'unsupported-preview') : null,
  };
}

/** What was covered must not come into a bundle by the way of the original: the newest redacted copy takes its place. */
function withRedaction(context: VaultContext, item: BundleItem): BundleItem {
  const newest = readRedactions(context, item.id)[0];
  if (newest === undefined || item.reason !== null) return item;
  const { pages } = newest.made;
  return {
    ...item,
    title: `${item.title} (redacted copy)`,
    redactedId: newest.id,
    picture: item.picture === null ? null : (pages[0] ?? null),
    pageSizes: item.pageSizes === null ? null : pages.flatMap(({ points }) => points ?? []),
  };
}

/** The file whose pages a bundle prints: the redacted copy where there is one. */
export function readPrinted(
  context: VaultContext,
  item: BundleItem,
): { readonly file: StoredFile; readonly mime: string } {
  return item.redactedId === null
    ? { file: readOriginal(context, item.id), mime: item.mime }
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
  const { rendition } = await context.lab.ask({ type: 'image', bytes, mime, thumb: 16, rendition: needed });
  if (rendition === null) throw new HoldfastError('unreadable-image');
  return { bytes: Buffer.from(rendition.bytes), mime: rendition.mime, orientation: 1 };
}

/** A picture's bytes for a bundle: of the redacted copy where there is one. */
export async function readPicture(context: VaultContext, item: BundleItem): Promise<BundlePicture> {
  return item.redactedId === null ? bundlePicture(context, item.id) : readRedactedPicture(context, item);
}
