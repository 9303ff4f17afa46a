import { PDFDocument } from '@cantoo/pdf-lib';
import type { PDFPage } from '@cantoo/pdf-lib';
import { printDate } from '../../../shared/domain/dates/print';
import { ukDay } from '../../../shared/domain/dates/standing';
import { compareExhibitRefs } from '../../../shared/domain/exhibit-ref';
import { factName } from '../../../shared/domain/facts/fact-names';
import { zoneName } from '../../../shared/domain/facts/clock';
import { printDated, printMoved } from '../../../shared/domain/facts/uk-date';
import { planBundle } from '../../../shared/domain/bundle/plan';
import { placePicture } from '../../../shared/domain/bundle/picture-box';
import { HoldfastError } from '../../../shared/errors';
import type { BundleCheck, BundleOptions, BundlePlan } from '../../../shared/models/bundle';
import type { Entry } from '../../../shared/models/chronology';
import { caseReference } from '../cases/reference';
import { bundlePatternsHtml } from '../chronology/patterns-html';
import { requireSetting } from '../../vault/settings';
import type { JobControl, VaultContext } from '../../vault/api';
import { allRows, oneRow } from '../../vault/rows/rows';
import { readEntries } from '../chronology/entry-rows';
import { z } from 'zod';
import { readAllAgain } from '../evidence/read-again/read-again';
import type { PdfReport } from '../pdf-copy/report';
import { captionSheets } from './captions';
import { checkBundle } from './check';
import { dropUnused } from '../print/drop-unused';
import { exhibitPages } from './exhibit-pages';
import type { ExhibitPage } from './exhibit-pages';
import { addBookmarks, openAtFullSize, rewriteLinks, stampNumbers } from './furniture';
import { chronologyHtml, frontHtml, recordHtml } from './pages-html';
import type { BundleHead, CaptionPage } from './pages-html';
import { pdfChecks } from './pdf-checks';
import { generalProfile } from './profile';
import { readBundleItems } from './sources';
import { codeUnlessStopping } from './stopping';
import type { BundleItem } from './sources';

/** Page numbers and page counts depend on each other; so many rounds settle any real bundle. */
const mostRounds = 6;

export interface BuiltBundle {
  readonly bytes: Uint8Array;
  readonly plan: BundlePlan;
  readonly checks: readonly BundleCheck[];
}

/** The plan as it will probably be, without typesetting: text parts are guessed from their length. */
export function draftPlan(context: VaultContext, caseId: string, options: BundleOptions): BundlePlan {
  const items = readBundleItems(context, caseId, options);
  const shown = items.filter(({ reason }) => reason === null);
  const entries = options.includeChronology ? readEntries(context, { caseId }).length : 0;
  return planBundle(
    shown.map((item) => ({ ...planned(item), pages: expectedPages(item) })),
    {
      index: Math.max(1, Math.ceil((shown.length + 4) / 24)),
      chronology: Math.ceil(entries / 6),
      patterns: options.includePatterns && entries > 0 ? 3 : 0,
      record: Math.max(1, Math.ceil((items.length + 4) / 17)),
    },
    leftOut(items),
  );
}

function planned(item: BundleItem) {
  const title = item.shows === '' ? item.title : `${item.title} (${item.shows})`;
  return { itemId: item.id, exhibitRef: item.exhibitRef, title, date: printedDate(item) };
}

function printedDate({ bestDate }: BundleItem): string {
  return bestDate === null ? '' : printDated(bestDate);
}

/**
 * Where the date comes from, with what the source gives where the date above is that brought to UK time, the zone when the
 * source has one, and a word of doubt when it is weak.
 */
function dateSource({ bestDate }: BundleItem): string {
  if (bestDate === null) return '';
  const zone =
    bestDate.zone === null
      ? "the device's own time, no zone given"
      : (printMoved(bestDate) ?? zoneName(bestDate.zone));
  const doubt = bestDate.source === 'file-system' ? '; copying a file can change this date' : '';
  return `${factName(bestDate)} (${bestDate.time === null ? 'day only' : zone})${doubt}${bestDate.chosen ? ', chosen by the advocate' : ''}`;
}

function expectedPages(item: BundleItem): number {
  if (item.pictures !== null) return item.pictures.flatMap(placePicture).length;
  return item.pageSizes?.length ?? 0;
}

function leftOut(items: readonly BundleItem[]): BundlePlan['leftOut'] {
  return items.flatMap(({ id, exhibitRef, reason }) =>
    reason === null ? [] : [{ itemId: id, exhibitRef, reason }],
  );
}

/** Builds the whole bundle. The same rows and files give the same bytes. Throws `bundle-empty` when nothing can be shown. */
export async function buildBundle(
  context: VaultContext,
  caseId: string,
  options: BundleOptions,
  control: JobControl,
): Promise<BuiltBundle> {
  control.progress({ step: 'planning', done: 0, total: 0 });
  await readAllAgain(context, caseId, control.signal);
  const target = await PDFDocument.create({ updateMetadata: false });
  const items = readBundleItems(context, caseId, options).map((item) => ({ ...item }));
  const entries = options.includeChronology ? readEntries(context, { caseId }) : [];
  const patterns = options.includePatterns && entries.length > 0 ? bundlePatternsHtml(context, caseId) : null;
  const exhibits = await readExhibits(context, target, items, control);
  if (exhibits.length === 0 && entries.length === 0) throw new HoldfastError('bundle-empty');

  control.progress({ step: 'typesetting', done: 0, total: 0 });
  const head = readHead(context, caseId, options);
  const typeset = await settle(context, head, { entries, patterns }, exhibits, items, control.signal);
  const sheets = await captionSheets(context, target, captionsOf(exhibits), control.signal);

  control.progress({ step: 'assembling', done: 0, total: typeset.plan.pages });
  await addPages(target, typeset.front);
  await addPages(target, typeset.chronology);
  await addPages(target, typeset.patterns);
  addExhibits(target, sheets, exhibits, control);
  await addPages(target, typeset.record);
  if (target.getPageCount() !== typeset.plan.pages) throw new HoldfastError('bundle-layout-unstable');
  rewriteLinks(target, typeset.plan);
  addBookmarks(target, typeset.plan);
  openAtFullSize(target);
  await stampNumbers(target);
  describe(target, options, newestOf(context, caseId));
  await target.flush();
  dropUnused(target.context);
  const bytes = await target.save({
    useObjectStreams: true,
    updateFieldAppearances: false,
    addDefaultPage: false,
  });

  control.progress({ step: 'checking' });
  const pictures = exhibits.filter(({ item }) => item.kind === 'image').length;
  const checks = await checkBundle(bytes, typeset.plan, generalProfile, pictures);
  return { bytes, plan: typeset.plan, checks: [...checks, ...exhibits.flatMap(pdfChecks)] };
}

interface Exhibit {
  readonly item: BundleItem;
  readonly pages: readonly ExhibitPage[];
  readonly report: PdfReport | null;
}
type MutableItem = { -readonly [K in keyof BundleItem]: BundleItem[K] };

/** Reads every exhibit that can be shown; one that cannot after all is left out with its reason, and the rest goes on. */
async function readExhibits(
  context: VaultContext,
  target: PDFDocument,
  items: readonly MutableItem[],
  control: JobControl,
): Promise<readonly Exhibit[]> {
  const exhibits: Exhibit[] = [];
  for (const [index, item] of items.entries()) {
    if (control.signal.aborted) throw new HoldfastError('cancelled');
    if (item.reason === null) {
      try {
        exhibits.push({ item, ...(await exhibitPages(context, target, item)) });
      } catch (error) {
        item.reason = codeUnlessStopping(error);
      }
    }
    control.progress({ done: index + 1, total: items.length });
  }
  return exhibits;
}

/** Typesets the text parts until their page counts and the numbers printed in them agree. */
async function settle(
  context: VaultContext,
  head: BundleHead,
  told: { readonly entries: readonly Entry[]; readonly patterns: string | null },
  exhibits: readonly Exhibit[],
  items: readonly BundleItem[],
  signal: AbortSignal,
) {
  const files = [...items]
    .sort((a, b) => compareExhibitRefs(a.exhibitRef, b.exhibitRef))
    .map(({ id, ...file }) => ({ ...file, itemId: id }));
  const documents = exhibits.map(({ item, pages }) => ({ ...planned(item), pages: pages.length }));
  const policeRefs = readPoliceRefs(context, items);
  const { entries } = told;
  const patterns = told.patterns === null ? null : await load(context, told.patterns);
  let guess = {
    index: 1,
    chronology: entries.length === 0 ? 0 : 1,
    // Nothing in it depends on page numbers.
    patterns: patterns?.getPageCount() ?? 0,
    record: 1,
  };
  for (let round = 0; round < mostRounds; round += 1) {
    if (signal.aborted) throw new HoldfastError('cancelled');
    const plan = planBundle(documents, guess, leftOut(items));
    const front = await load(context, frontHtml(head, plan, policeRefs));
    const chronology = entries.length === 0 ? null : await load(context, chronologyHtml(entries, plan));
    const record = await load(context, recordHtml(head, plan, files));
    const counted = {
      index: front.getPageCount() - 1,
      chronology: chronology?.getPageCount() ?? 0,
      patterns: guess.patterns,
      record: record.getPageCount(),
    };
    if (
      counted.index === guess.index &&
      counted.chronology === guess.chronology &&
      counted.record === guess.record
    ) {
      return { plan, front, chronology, patterns, record };
    }
    guess = counted;
  }
  throw new HoldfastError('bundle-layout-unstable');
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

async function load(context: VaultContext, html: string): Promise<PDFDocument> {
  return PDFDocument.load(await context.typeset(html), { updateMetadata: false });
}

/** A sheet for every page of every exhibit, in their order. */
function captionsOf(exhibits: readonly Exhibit[]): readonly CaptionPage[] {
  return exhibits.flatMap(({ item, pages: own }) =>
    own.map(({ landscape, says }, index) => ({
      exhibitRef: item.exhibitRef,
      title: item.title,
      date: printedDate(item),
      dateSource: dateSource(item),
      fileName: item.fileName,
      sha256: item.sha256,
      part: says ?? (own.length > 1 ? `part ${index + 1} of ${own.length}` : ''),
      landscape,
    })),
  );
}

async function addPages(target: PDFDocument, source: PDFDocument | null): Promise<void> {
  if (source === null) return;
  for (const page of await target.copyPages(source, source.getPageIndices())) target.addPage(page);
}

function addExhibits(
  target: PDFDocument,
  sheets: readonly PDFPage[],
  exhibits: readonly Exhibit[],
  control: JobControl,
): void {
  for (const [index, { draw }] of exhibits.flatMap(({ pages }) => pages).entries()) {
    if (control.signal.aborted) throw new HoldfastError('cancelled');
    const sheet = sheets[index];
    if (sheet === undefined) throw new HoldfastError('bundle-layout-unstable');
    draw(target.addPage(sheet));
    control.progress({ done: target.getPageCount() });
  }
}

function readHead(context: VaultContext, caseId: string, options: BundleOptions): BundleHead {
  return {
    options,
    reference: caseReference(context, caseId),
    officeName: requireSetting(context.db, 'office.name'),
    asAt: printDate(ukDay(newestOf(context, caseId)), null),
    profile: generalProfile,
    auditHead: context.auditHead(),
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

function describe(target: PDFDocument, options: BundleOptions, date: Date): void {
  target.setTitle(options.title, { showInWindowTitleBar: true });
  target.setProducer('Holdfast');
  target.setCreator('Holdfast');
  target.setLanguage('en-GB');
  target.setCreationDate(date);
  target.setModificationDate(date);
}
