import { planBundle } from '../../../shared/domain/bundle/plan';
import type { PlannedDocument } from '../../../shared/domain/bundle/plan';
import type { BundleCheck, BundleOptions, BundlePlan } from '../../../shared/models/bundle';
import type { BundleProfile } from '../../../shared/models/bundle-profile';
import type { JobControl, StoredFile, VaultContext } from '../../vault/api';
import { readEntries } from '../chronology/entry-rows';
import { readAllAgain } from '../evidence/read-again/read-again';
import { readDrawnFaces } from '../pdf-write/drawn-fonts';
import type { FilePart } from '../pdf-write/file-writer';
import { printStrips } from './caption-strips';
import { chronologyHtml } from './chronology-html';
import { exhibitSheets } from './exhibit-sheets';
import { frontHtml } from './front-html';
import { gather, plannedOf } from './gather';
import type { Gathered } from './gather';
import { requireProfile } from './profile';
import { readBack } from './read-back';
import { recordHtml } from './record-html';
import { readBundleItems } from './sources';
import type { BundleItem } from './sources';
import { codeUnlessStopping } from './stopping';
import { readTextPart } from './text-part';
import { ExhibitFailed, bundleBytes, fileId, stripsWanted } from './write-bundle';
import type { ReadyBundle, TextParts } from './write-bundle';

export interface BuiltBundle {
  readonly file: StoredFile;
  readonly plan: BundlePlan;
  readonly checks: readonly BundleCheck[];
}

/** The plan as it will probably be, without typesetting: text parts are guessed from their length. */
export function draftPlan(context: VaultContext, caseId: string, options: BundleOptions): BundlePlan {
  const profile = requireProfile(options.profile);
  const items = readBundleItems(context, caseId, options);
  const shown = items.filter(({ reason }) => reason === null);
  const entries = options.includeChronology ? readEntries(context, { caseId }).length : 0;
  return planBundle(
    profile,
    shown.map((item) => plannedOf({ item, sheets: exhibitSheets(item, item.pageSizes) })),
    {
      front: 1 + Math.max(1, Math.ceil((shown.length + 4) / 22)),
      chronology: Math.ceil(entries / 6),
      patterns: options.includePatterns && entries > 0 ? 3 : 0,
      record: Math.max(1, Math.ceil((items.length + 6) / 17)),
    },
    items.flatMap(({ id, exhibitRef, reason }) =>
      reason === null ? [] : [{ itemId: id, exhibitRef, reason }],
    ),
    options.sectionOf,
  );
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
  const profile = requireProfile(options.profile);
  await readAllAgain(context, caseId, control.signal);
  let items = readBundleItems(context, caseId, options);
  for (;;) {
    try {
      return await buildOnce(context, caseId, options, profile, items, control);
    } catch (error) {
      if (!(error instanceof ExhibitFailed)) throw error;
      const reason = codeUnlessStopping(error.because);
      items = items.map((item) => (item.id === error.itemId ? { ...item, reason } : item));
    }
  }
}

async function buildOnce(
  context: VaultContext,
  caseId: string,
  options: BundleOptions,
  profile: BundleProfile,
  items: readonly BundleItem[],
  control: JobControl,
): Promise<BuiltBundle> {
  const gathered = await gather(context, caseId, options, profile, items, control);
  control.progress({ step: 'typesetting', done: 0, total: 0 });
  const documents = gathered.exhibits.map(plannedOf);
  const [texts, faces] = await Promise.all([
    typesetParts(context, gathered, documents),
    readDrawnFaces(context.fontFolder),
  ]);
  const plan = planOf(gathered, documents, texts);
  const wanted = stripsWanted({ gathered, plan, faces });
  const strips = await printStrips(context, wanted, control.signal);
  const ready: ReadyBundle = { gathered, plan, texts, strips, faces };

  control.progress({ step: 'assembling', done: 0, total: plan.pages });
  const sheets = Array.from({ length: plan.pages }, (_, index) => index + 1);
  const scope = { sheets, title: options.title, date: gathered.date, id: fileId(ready, sheets) };
  let parts: readonly FilePart[] = [];
  const bytes = bundleBytes(context, ready, scope, control, (written) => {
    parts = written;
  });
  const file = await context.files.write(bytes, { signal: control.signal });
  try {
    control.progress({ step: 'checking' });
    return { file, plan, checks: await readBack(context, caseId, { file, parts, plan, gathered }) };
  } catch (error) {
    await context.files.remove(file.id);
    throw error;
  }
}

function planOf(gathered: Gathered, documents: readonly PlannedDocument[], texts: TextParts): BundlePlan {
  const pages = {
    front: texts.front.pages,
    chronology: texts.chronology?.pages ?? 0,
    patterns: texts.patterns?.pages ?? 0,
    record: texts.record.pages,
  };
  const { profile, leftOut, head } = gathered;
  return planBundle(profile, documents, pages, leftOut, head.options.sectionOf);
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
  );
  const inBundle = new Set(documents.map(({ key }) => key));
  // All are asked for at once: they are printed in this order, each while the one before is taken apart here.
  const print = async (documentsOf: readonly string[]) =>
    readTextPart(await Promise.all(documentsOf.map((html) => context.typeset(html))));
  const [front, chronology, ofPatterns, record] = await Promise.all([
    print([frontHtml(head, rows, gathered.policeRefs, gathered.fileNames)]),
    entries.length === 0 ? null : print(chronologyHtml(entries, inBundle)),
    patterns === null ? null : print([patterns]),
    print(recordHtml(head, leftOut, inBundle, gathered.files)),
  ]);
  return { front, chronology, patterns: ofPatterns, record };
}
