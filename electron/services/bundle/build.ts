import { planBundle, planLate } from '../../../shared/domain/bundle/plan';
import { insertPlace, planInserted } from '../../../shared/domain/bundle/plan-inserted';
import { pagesOfRun } from '../../../shared/domain/bundle/volumes';
import { HoldfastError } from '../../../shared/errors';
import type { PlannedDocument } from '../../../shared/domain/bundle/plan';
import type { BundleOptions, BundlePlan } from '../../../shared/models/bundle';
import type { BundleProfile } from '../../../shared/models/bundle-profile';
import type { JobControl, VaultContext } from '../../vault/api';
import { countEntries } from '../chronology/entry-rows';
import { selectEntries } from '../chronology/selection';
import { requireView } from '../chronology/view-entries';
import type { SheetForm } from '../cover-sheets/forms';
import { readSheets } from '../cover-sheets/read-sheets';
import { readAllAgain } from '../evidence/read-again/read-again';
import { readDrawnFaces } from '../pdf-write/drawn-fonts';
import { profileIn, wordsIn } from './bundle-words';
import { printStrips } from './caption-strips';
import { chronologyHtml } from './chronology-html';
import { coverSheetHtml } from './cover-sheet-html';
import { exhibitSheets } from './exhibit-sheets';
import { frontHtml, lateHtml } from './front-html';
import { writeFurther } from './further';
import { readEarlier } from './late';
import type { Earlier } from './late';
import type { BuiltBundle, FurtherFile } from './built';
import { gather, plannedOf } from './gather';
import type { Gathered, GatheredExhibit } from './gather';
import { requireProfile } from './profile';
import { readBack } from './read-back';
import { recordHtml } from './record-html';
import { readBundleItems } from './sources';
import type { BundleItem } from './sources';
import { codeUnlessStopping } from './stopping';
import { inTypeOf } from './slots';
import { readTextPart } from './text-part';
import { ExhibitFailed, bundleBytes, scopeOf, stripsWanted } from './write-bundle';
import type { FileWanted, ReadyBundle, TextParts, WrittenFile } from './write-bundle';

/** The plan as it will probably be, without typesetting: text parts are guessed from their length. */
export function draftPlan(context: VaultContext, caseId: string, options: BundleOptions): BundlePlan {
  const profile = profileIn(requireProfile(context, options.profile), options.language);
  const items = readBundleItems(context, caseId, options);
  const shown = items.filter(({ reason }) => reason === null);
  const covers = readSheets(context, caseId, options);
  const entries = options.includeChronology ? countChosen(context, caseId, options.viewId) : 0;
  return planBundle(
    profile,
    shown.map((item) =>
      plannedOf({
        item,
        sheets: exhibitSheets(item, item.pageSizes, options.language),
        printed: item.isPrinted ? { documents: [], pages: 1 } : null,
        ...(covers.has(item.id) ? { cover: { documents: [], pages: 1 } } : {}),
      }),
    ),
    {
      front: 1 + Math.max(1, Math.ceil((shown.length + 4) / 22)),
      chronology: Math.ceil(entries / 6),
      patterns: options.includePatterns && entries > 0 ? 3 : 0,
      record: Math.max(1, Math.ceil((items.length + 6) / 17)),
    },
    items.flatMap(({ id, name, reason }) =>
      reason === null ? [] : [{ itemId: id, exhibitRef: name, reason }],
    ),
    options.sectionOf,
    wordsIn(options.language),
  );
}

function countChosen(context: VaultContext, caseId: string, viewId: string | null): number {
  if (viewId === null) return countEntries(context, caseId);
  const { filter, order } = requireView(context, caseId, viewId);
  return selectEntries(context, caseId, filter, order).length;
}

/**
 * Builds the whole bundle into a stored file. The same rows and files give the same bytes. An exhibit that turns out not to be
 * readable is left out with its reason, and the rest goes on. Throws `bundle-empty` when nothing can be shown.
 */
export async function buildBundle(
  context: VaultContext,
  caseId: string,
  options: BundleOptions,
  control: JobControl,
): Promise<BuiltBundle> {
  control.progress({ step: 'planning', done: 0, total: 0 });
  const profile = profileIn(requireProfile(context, options.profile), options.language);
  await readAllAgain(context, caseId, control.signal);
  const earlier = options.lateOf === null ? null : readEarlier(context, caseId, options.lateOf);
  let items = itemsOf(context, caseId, options, earlier);
  for (;;) {
    try {
      return await buildOnce(context, caseId, { options, profile, items, earlier }, control);
    } catch (error) {
      if (!(error instanceof ExhibitFailed)) throw error;
      const reason = codeUnlessStopping(error.because);
      items = items.map((item) => (item.id === error.itemId ? { ...item, reason } : item));
    }
  }
}

/** What is put in: of a bundle that goes on behind another, what that one does not hold. */
function itemsOf(
  context: VaultContext,
  caseId: string,
  options: BundleOptions,
  earlier: Earlier | null,
): readonly BundleItem[] {
  const items = readBundleItems(context, caseId, options);
  if (earlier === null) return items;
  const there = new Set(earlier.bundle.plan.rows.flatMap(({ itemId }) => itemId ?? []));
  const added = items.filter(({ id }) => !there.has(id));
  if (added.length === 0) throw new HoldfastError('bundle-nothing-added');
  return added;
}

interface Given {
  readonly options: BundleOptions;
  readonly profile: BundleProfile;
  readonly items: readonly BundleItem[];
  readonly earlier: Earlier | null;
}

async function buildOnce(
  context: VaultContext,
  caseId: string,
  given: Given,
  control: JobControl,
): Promise<BuiltBundle> {
  const { earlier } = given;
  const gathered = await gatherFor(context, caseId, given, control);
  const total = gathered.exhibits.reduce((sum, { sheets }) => sum + sheets.length, 0);
  control.progress({ step: 'assembling', done: 0, total });
  // Where it fails, the reading itself says so.
  context.lab.ask({ type: 'pdf-ready', pages: total }).catch(() => undefined);
  // Set in type while the pages of exhibits are written.
  const settingInType = makeReady(context, gathered, earlier, control);
  settingInType.catch(() => undefined);
  const outcome: { whole: WrittenFile | null } = { whole: null };
  const wanted = wholeOf(gathered, earlier, () => {
    control.progress({ step: 'typesetting', done: 0, total: 0 });
    return settingInType;
  });
  const bytes = bundleBytes(context, wanted, control, (written) => {
    outcome.whole = written;
  });
  const source = earlier === null ? bytes : followedByBytes(context.files.read(earlier.file), bytes);
  const file = await context.files.write(source, { signal: control.signal });
  const ready = await settingInType;
  const { plan } = ready;
  const made: FurtherFile[] = [];
  try {
    const { whole } = outcome;
    if (whole === null) throw new HoldfastError('internal');
    const further = await writeFurther(context, ready, whole, control);
    made.push(...further.files);
    control.progress({ step: 'checking' });
    const parts =
      earlier === null
        ? whole.parts
        : [{ at: 0, bytes: await context.files.readAll(earlier.file) }, ...whole.parts];
    const checks = await readBack(context, caseId, { file, parts, plan, gathered });
    const view = (earlier?.bundle.options ?? gathered.head.options).view ?? null;
    return { file, plan, view, checks: [...checks, ...further.checks], layout: whole.layout, further: made };
  } catch (error) {
    for (const { id } of [file, ...made.map((each) => each.file)]) await context.files.remove(id);
    throw error;
  }
}

/** The whole bundle, of which it is not known yet how many pages its text takes. */
function wholeOf(
  { exhibits }: Gathered,
  earlier: Earlier | null,
  setInType: () => Promise<ReadyBundle>,
): FileWanted {
  const after = earlier === null ? {} : { after: earlier.layout };
  return {
    exhibits,
    holds: () => true,
    after: earlier?.layout ?? null,
    ready: async () => {
      const ready = await setInType();
      const sheets = pagesOfRun(ready.late?.run ?? { firstPage: 1, lastPage: ready.plan.pages });
      return { ready, scope: { ...scopeOf(ready, sheets), ...after } };
    },
  };
}

async function* followedByBytes(
  first: AsyncIterable<Uint8Array>,
  second: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* first;
  yield* second;
}

/** Of a bundle that goes on behind another, the chronology is in that one. */
function gatherFor(
  context: VaultContext,
  caseId: string,
  { options, profile, items, earlier }: Given,
  control: JobControl,
): Promise<Gathered> {
  const told = earlier === null ? options : { ...options, includeChronology: false, includePatterns: false };
  return gather(context, caseId, told, profile, items, control);
}

/** Prints what is set in type: afterwards every page is known. */
async function makeReady(
  context: VaultContext,
  found: Gathered,
  earlier: Earlier | null,
  control: JobControl,
): Promise<ReadyBundle> {
  const gathered = await withCoverSheets(context, found, control);
  const documents = gathered.exhibits.map(plannedOf);
  const { texts, plan, late } =
    earlier === null
      ? await typesetWhole(context, gathered, documents)
      : await typesetLate(context, gathered, documents, earlier);
  const faces = await readDrawnFaces(context.fontFolder);
  const wanted = stripsWanted({ gathered, plan, faces });
  const strips = await printStrips(context, wanted, control.signal);
  return { gathered, plan, texts, strips, faces, late };
}

/** Sets the cover sheets that were chosen, one by one: each belongs to what it stands before. */
async function withCoverSheets(
  context: VaultContext,
  gathered: Gathered,
  { signal }: JobControl,
): Promise<Gathered> {
  const inBundle = new Set(gathered.exhibits.map(({ item }) => item.id));
  const exhibits: GatheredExhibit[] = [];
  for (const exhibit of gathered.exhibits) {
    if (signal.aborted) throw new HoldfastError('cancelled');
    const sheet = gathered.coverSheets.get(exhibit.item.id);
    if (sheet === undefined) exhibits.push(exhibit);
    else {
      const page = inTypeOf(coverSheetHtml(sheet, inBundle), gathered.profile.typeLeast);
      exhibits.push({ ...exhibit, cover: await readTextPart([await context.typeset(page)]) });
    }
  }
  return { ...gathered, exhibits };
}

async function typesetWhole(
  context: VaultContext,
  gathered: Gathered,
  documents: readonly PlannedDocument[],
): Promise<Pick<ReadyBundle, 'texts' | 'plan' | 'late'>> {
  const texts = await typesetParts(context, gathered, documents);
  return { texts, plan: planOf(gathered, documents, texts), late: null };
}

/** What goes on behind an earlier bundle has a revised index, and nothing else that is typeset. */
async function typesetLate(
  context: VaultContext,
  gathered: Gathered,
  documents: readonly PlannedDocument[],
  earlier: Earlier,
): Promise<Pick<ReadyBundle, 'texts' | 'plan' | 'late'>> {
  const before = earlier.bundle.plan;
  const leftOut = [...before.leftOut, ...gathered.leftOut];
  const behind = insertedAt(before, gathered.head.options);
  const planned = (pages: number) =>
    behind === null
      ? planLate(before, documents, pages, leftOut)
      : planInserted(before, behind, documents, pages, leftOut);
  const html = lateHtml(gathered.head, planned(1), earlier, gathered.fileNames);
  const inType = inTypeOf(html, gathered.profile.typeLeast);
  const late = await readTextPart([await context.typeset(inType)]);
  const { plan, key, pages } = planned(late.pages);
  const texts = { front: null, chronology: null, patterns: null, record: null, late };
  const firstPage = plan.rows.find((row) => row.key === key)?.firstPage ?? plan.pages;
  return { texts, plan, late: { key, run: { firstPage, lastPage: firstPage + pages - 1 } } };
}

/**
 * The place of the page that a court directed what is added to be put behind; null where it goes to the end, as it usually does. Throws
 * `invalid-input` where nobody says who directed it, and where there is no such page.
 */
function insertedAt(before: BundlePlan, { inserted }: BundleOptions): number | null {
  if (inserted === null) return null;
  const place = insertPlace(before, inserted.after);
  if (place === null || inserted.directedBy.trim() === '') throw new HoldfastError('invalid-input');
  return place;
}

function planOf(gathered: Gathered, documents: readonly PlannedDocument[], texts: TextParts): BundlePlan {
  const pages = {
    front: texts.front?.pages ?? 0,
    chronology: texts.chronology?.pages ?? 0,
    patterns: texts.patterns?.pages ?? 0,
    record: texts.record?.pages ?? 0,
  };
  const { profile, leftOut, head } = gathered;
  return planBundle(
    profile,
    documents,
    pages,
    leftOut,
    head.options.sectionOf,
    wordsIn(head.options.language),
  );
}

/** The forms that cover sheets are made by, each once. */
function formsOf({ coverSheets }: Gathered): readonly SheetForm[] {
  return [...new Map([...coverSheets.values()].map(({ form }) => [form.id, form])).values()];
}

/** Prints the text parts, once: room is left in them for the numbers of pages, which are drawn when all are known. */
async function typesetParts(
  context: VaultContext,
  gathered: Gathered,
  documents: readonly PlannedDocument[],
): Promise<TextParts> {
  const { head, profile, leftOut, entries, patterns } = gathered;
  // Which rows there are and in what order does not depend on how many pages each has.
  const rows = planBundle(
    profile,
    documents,
    {
      front: 2,
      chronology: Math.min(1, entries.length),
      patterns: patterns === null ? 0 : 1,
      record: 1,
    },
    leftOut,
    head.options.sectionOf,
    wordsIn(head.options.language),
  );
  const inBundle = new Set(documents.map(({ key }) => key));
  // All are asked for at once: they are printed in this order, each while the one before is taken apart here.
  const set = (html: string): Promise<Uint8Array> => context.typeset(inTypeOf(html, profile.typeLeast));
  const print = async (documentsOf: readonly string[]) =>
    readTextPart(await Promise.all(documentsOf.map(set)));
  const [front, chronology, ofPatterns, record] = await Promise.all([
    print(frontHtml(head, rows, gathered.policeRefs, gathered.fileNames)),
    entries.length === 0
      ? null
      : print(chronologyHtml(entries, inBundle, gathered.chosenBy, gathered.law, head.options.language)),
    patterns === null ? null : context.typeset(patterns).then((bytes) => readTextPart([bytes])),
    print(recordHtml(head, leftOut, inBundle, gathered.files, formsOf(gathered))),
  ]);
  return { front, chronology, patterns: ofPatterns, record, late: null };
}
