import { z } from 'zod';
import { printDate } from '../../../shared/domain/dates/print';
import { ukDay } from '../../../shared/domain/dates/standing';
import { compareExhibitRefs } from '../../../shared/domain/exhibit-ref';
import type { PlannedDocument } from '../../../shared/domain/bundle/plan';
import type { BundleOptions, BundlePlan } from '../../../shared/models/bundle';
import type { BundleProfile } from '../../../shared/models/bundle-profile';
import type { Entry } from '../../../shared/models/chronology';
import { HoldfastError } from '../../../shared/errors';
import type { JobControl, VaultContext } from '../../vault/api';
import { allRows, oneRow } from '../../vault/rows/rows';
import { requireSetting } from '../../vault/settings';
import { caseReference } from '../cases/reference';
import { readEntries } from '../chronology/entry-rows';
import { bundlePatternsHtml } from '../chronology/patterns-html';
import { printedDate } from '../print/date-words';
import { printedParts } from '../print-pages/printed-item';
import { readTextPart } from './text-part';
import type { TextPart } from './text-part';
import type { BundleHead } from './bundle-head';
import { caseHead } from './case-head';
import { readyPdf } from './exhibit-content';
import type { ReadyPdf } from './exhibit-content';
import { exhibitSheets } from './exhibit-sheets';
import type { ExhibitSheet } from './exhibit-sheets';
import { titleOf } from './item-words';
import type { RecordedFile } from './record-html';
import type { BundleItem } from './sources';
import { codeUnlessStopping } from './stopping';

/** An exhibit whose pages are known, before any is read. */
export interface GatheredExhibit {
  readonly item: BundleItem;
  readonly pdf: ReadyPdf | null;
  readonly sheets: readonly ExhibitSheet[];
  /** Its words as pages, where it has none of its own. */
  readonly printed: TextPart | null;
}

/** How many pages of the bundle it takes. */
export function pagesOf({ sheets, printed }: Pick<GatheredExhibit, 'sheets' | 'printed'>): number {
  return printed?.pages ?? sheets.length;
}

/** Everything a bundle is made of, as the case stands now. */
export interface Gathered {
  readonly head: BundleHead;
  readonly profile: BundleProfile;
  /** The date of the bundle: when the newest thing in the case was written. */
  readonly date: Date;
  readonly exhibits: readonly GatheredExhibit[];
  readonly leftOut: BundlePlan['leftOut'];
  readonly entries: readonly Entry[];
  readonly patterns: string | null;
  readonly files: readonly RecordedFile[];
  readonly fileNames: ReadonlyMap<string, string>;
  readonly policeRefs: ReadonlyMap<string, string>;
}

/**
 * Reads what a bundle is made of, and sees that the copies of PDFs are there, which takes its time where they are not.
 * `items`: those chosen; the reason of one that turns out to have no pages is set. Throws `bundle-empty`.
 */
export async function gather(
  context: VaultContext,
  caseId: string,
  options: BundleOptions,
  profile: BundleProfile,
  items: readonly BundleItem[],
  control: JobControl,
): Promise<Gathered> {
  const entries = options.includeChronology ? readEntries(context, { caseId }) : [];
  const exhibits: GatheredExhibit[] = [];
  const reasons = new Map<string, string>();
  for (const [index, item] of items.entries()) {
    if (control.signal.aborted) throw new HoldfastError('cancelled');
    const found = item.reason ?? (await sheetsOrReason(context, item, options.language));
    if (typeof found === 'string') reasons.set(item.id, found);
    else exhibits.push(found);
    control.progress({ done: index + 1, total: items.length });
  }
  if (exhibits.length === 0 && entries.length === 0) throw new HoldfastError('bundle-empty');
  const date = newestOf(context, caseId);
  return {
    head: readHead(context, caseId, options, profile, date),
    profile,
    date,
    exhibits,
    leftOut: items.flatMap(({ id, exhibitRef }) => {
      const reason = reasons.get(id);
      return reason === undefined ? [] : [{ itemId: id, exhibitRef, reason }];
    }),
    entries,
    patterns: options.includePatterns && entries.length > 0 ? bundlePatternsHtml(context, caseId) : null,
    files: [...items]
      .sort((a, b) => compareExhibitRefs(a.exhibitRef, b.exhibitRef))
      .map(({ id, exhibitRef, formerRefs, fileName, sha256 }) => ({
        itemId: id,
        exhibitRef,
        formerRefs,
        fileName,
        sha256,
      })),
    fileNames: new Map(items.map(({ id, fileName }) => [id, fileName])),
    policeRefs: readPoliceRefs(context, items),
  };
}

async function sheetsOrReason(
  context: VaultContext,
  item: BundleItem,
  language: BundleOptions['language'],
): Promise<GatheredExhibit | string> {
  try {
    if (item.isPrinted) return { item, pdf: null, sheets: [], printed: await printItem(context, item) };
    const pdf = item.pictures === null ? await readyPdf(context, item) : null;
    const sheets = exhibitSheets(item, pdf?.report?.sizes ?? item.pageSizes, language);
    return sheets.length === 0 ? 'unsupported-preview' : { item, pdf, sheets, printed: null };
  } catch (error) {
    return codeUnlessStopping(error);
  }
}

export function plannedOf({
  item,
  ...pages
}: Pick<GatheredExhibit, 'item' | 'sheets' | 'printed'>): PlannedDocument {
  return {
    key: item.id,
    itemId: item.id,
    exhibitRef: item.exhibitRef,
    title: titleOf(item),
    date: printedDate(item),
    pages: pagesOf(pages),
  };
}

/** Its words, printed document by document: the longest export is never held whole as text. */
async function printItem(context: VaultContext, item: BundleItem): Promise<TextPart> {
  const printed: Uint8Array[] = [];
  for (const { html } of printedParts(context, item.id, null)) printed.push(await context.typeset(html));
  return readTextPart(printed);
}

/** What the police call the exhibits that they have given a reference. */
function readPoliceRefs({ db }: VaultContext, items: readonly BundleItem[]): ReadonlyMap<string, string> {
  const rows = allRows(
    db,
    z.object({ id: z.string(), police_ref: z.string() }),
    "SELECT id, police_ref FROM evidence WHERE police_ref <> '' AND id IN (SELECT value FROM json_each(?))",
    JSON.stringify(items.map(({ id }) => id)),
  );
  return new Map(rows.map((row) => [row.id, row.police_ref]));
}

function readHead(
  context: VaultContext,
  caseId: string,
  options: BundleOptions,
  profile: BundleProfile,
  date: Date,
): BundleHead {
  const { hash, acts } = caseHead(context, caseId);
  return {
    options,
    reference: caseReference(context, caseId),
    officeName: requireSetting(context.db, 'office.name'),
    asAt: printDate(ukDay(date), null),
    profile,
    auditHead: hash,
    acts,
  };
}

/** When the newest thing in the case was written: the bundle's date, so that building it again changes nothing. */
function newestOf({ db }: VaultContext, caseId: string): Date {
  const { newest } = oneRow(
    db,
    z.object({ newest: z.string() }),
    `SELECT max(c.updated_at, coalesce((SELECT max(imported_at) FROM evidence WHERE case_id = c.id), '')) AS newest
     FROM cases c WHERE c.id = ?`,
    caseId,
  );
  return new Date(newest);
}
