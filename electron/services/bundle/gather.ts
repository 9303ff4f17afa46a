import * as z from 'zod';
import { printDate } from '../../../shared/domain/dates/print';
import { ukDay } from '../../../shared/domain/dates/standing';
import { compareExhibitRefs } from '../../../shared/domain/exhibit-ref';
import type { PlannedDocument } from '../../../shared/domain/bundle/plan';
import type { BundleOptions, BundlePlan } from '../../../shared/models/bundle';
import type { BundleProfile } from '../../../shared/models/bundle-profile';
import type { Entry } from '../../../shared/models/chronology';
import type { Law } from '../../../shared/models/law';
import { HoldfastError } from '../../../shared/errors';
import type { JobControl, VaultContext } from '../../vault/api';
import { allRows, oneRow } from '../../vault/rows/rows';
import { requireSetting } from '../../vault/settings';
import { caseReference } from '../cases/reference';
import { everyEntry } from '../../../shared/models/entry-filter';
import { countEntries, readEntries } from '../chronology/entry-rows';
import { requireView, viewCharts, viewEntries } from '../chronology/view-entries';
import type { ChosenBy } from './chronology-html';
import { bundlePatternsHtml } from '../chronology/patterns-html';
import { lawOfCase } from '../law/law-of-case';
import { printedDate } from '../print/date-words';
import { printedParts } from '../print-pages/printed-item';
import { readSheets } from '../cover-sheets/read-sheets';
import type { CoverSheet } from '../cover-sheets/read-sheets';
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
  /** The sheet before it, where one was chosen. */
  readonly cover?: TextPart;
}

/** How many pages of the bundle it takes, its cover sheet included. */
export function pagesOf({
  sheets,
  printed,
  cover,
}: Pick<GatheredExhibit, 'sheets' | 'printed' | 'cover'>): number {
  return (cover?.pages ?? 0) + (printed?.pages ?? sheets.length);
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
  /** By which its acts are named. */
  readonly law: Law;
  /** The view by which they were chosen, and how many entries are not in it; null for the whole chronology. */
  readonly chosenBy: ChosenBy | null;
  readonly patterns: string | null;
  readonly files: readonly RecordedFile[];
  readonly fileNames: ReadonlyMap<string, string>;
  readonly policeRefs: ReadonlyMap<string, string>;
  /** The cover sheets that were chosen, by what they stand before. */
  readonly coverSheets: ReadonlyMap<string, CoverSheet>;
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
  const view = viewOf(context, caseId, options);
  const entries = entriesOf(context, caseId, options, view);
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
    head: readHead(context, caseId, { ...options, view }, profile, date),
    profile,
    date,
    exhibits,
    leftOut: items.flatMap(({ id, name }) => {
      const reason = reasons.get(id);
      return reason === undefined ? [] : [{ itemId: id, exhibitRef: name, reason }];
    }),
    entries,
    law: lawOfCase(context, caseId),
    chosenBy:
      view === null ? null : { ...view, left: Math.max(0, countEntries(context, caseId) - entries.length) },
    patterns:
      options.includePatterns && entries.length > 0
        ? bundlePatternsHtml(viewCharts(context, caseId, view ?? { filter: everyEntry, covering: [] }))
        : null,
    files: [...items]
      .sort(
        (a, b) =>
          Number(a.document !== null) - Number(b.document !== null) || compareExhibitRefs(a.name, b.name),
      )
      .map(({ id, exhibitRef, title, formerRefs, fileName, sha256 }) => ({
        itemId: id,
        exhibitRef,
        title,
        formerRefs,
        fileName,
        sha256,
      })),
    fileNames: new Map(items.map(({ id, fileName }) => [id, fileName])),
    policeRefs: readPoliceRefs(context, items),
    coverSheets: readSheets(context, caseId, { ...options, itemIds: exhibits.map(({ item }) => item.id) }),
  };
}

type ChosenView = NonNullable<BundleOptions['view']> | null;

/** The view of what is built now, and not of what somebody was shown. Throws `view-gone`, `filter-unread`. */
function viewOf(context: VaultContext, caseId: string, options: BundleOptions): ChosenView {
  if (!options.includeChronology || options.viewId === null) return null;
  const { id: _, caseId: __, ...view } = requireView(context, caseId, options.viewId);
  return view;
}

function entriesOf(
  context: VaultContext,
  caseId: string,
  { includeChronology }: BundleOptions,
  view: ChosenView,
): readonly Entry[] {
  if (!includeChronology) return [];
  return view === null ? readEntries(context, { caseId }) : [...viewEntries(context, caseId, view)];
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
}: Pick<GatheredExhibit, 'item' | 'sheets' | 'printed' | 'cover'>): PlannedDocument {
  return {
    ...(pages.cover === undefined ? {} : { sheet: pages.cover.pages }),
    key: item.id,
    itemId: item.id,
    exhibitRef: item.exhibitRef,
    title: titleOf(item),
    date: printedDate(item),
    pages: pagesOf(pages),
    what: item.document?.what ?? null,
    copy: item.redactedId === null ? null : { id: item.redactedId, version: item.redactions },
  };
}

/** Its words, printed document by document: the longest export is never held whole as text. */
async function printItem(context: VaultContext, item: BundleItem): Promise<TextPart> {
  const printed: Uint8Array[] = [];
  for (const { html } of printedParts(context, item.id, item.rows)) printed.push(await context.typeset(html));
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
