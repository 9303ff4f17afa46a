import {
  cutIntoFiles,
  documentRuns,
  pagesOfRun,
  printableSheets,
} from '../../../shared/domain/bundle/volumes';
import type { Run } from '../../../shared/domain/bundle/volumes';
import { labelOf } from '../../../shared/domain/bundle/labels';
import type { BundleCheck, BundleFileBody, BundlePlan } from '../../../shared/models/bundle';
import type { JobControl, StoredFile, VaultContext } from '../../vault/api';
import { bundleBytes, frontKey, scopeOf, wantedOf } from './write-bundle';
import type { FileScope } from './bundle-file';
import type { FurtherFile } from './built';
import type { Gathered } from './gather';
import type { ReadyBundle, WrittenFile } from './write-bundle';

/** What attaching adds: an e-mail carries three bytes in four letters, and has a text of its own. */
const asAttached = { share: 3 / 4, text: 200_000 } as const;

/** A file that is to be written beside the whole. */
interface Wanted {
  readonly body: BundleFileBody;
  readonly sheets: FileScope['sheets'];
  readonly volumeOf?: FileScope['volumeOf'];
}

/** What further files there are, and what is to be said of them. */
export interface Further {
  readonly files: readonly FurtherFile[];
  readonly checks: readonly BundleCheck[];
}

/** Writes what was chosen beside the whole: volumes, parts for e-mail, a file for printing. Nothing is left when it fails. */
export async function writeFurther(
  context: VaultContext,
  ready: ReadyBundle,
  whole: WrittenFile,
  control: JobControl,
): Promise<Further> {
  const checks: BundleCheck[] = [];
  const wanted = [
    ...volumes(ready, whole, checks),
    ...parts(ready, whole, checks),
    ...printable(ready),
    ...late(ready),
  ];
  const files: FurtherFile[] = [];
  try {
    let before = 0;
    const total = wanted.reduce((sum, { sheets }) => sum + sheets.length, 0);
    for (const each of wanted) {
      control.progress({ step: 'assembling', done: before, total });
      const file = await writeOne(context, ready, each, pagesAfter(control, before, each.sheets));
      before += each.sheets.length;
      files.push({ file, body: each.body });
    }
  } catch (error) {
    for (const { file } of files) await context.files.remove(file.id);
    throw error;
  }
  return { files, checks: [...checks, ...sizeChecks(ready, files)] };
}

/** Counts the pages of one of several files behind those of the files before it: inside, they are told by their place in the bundle. */
function pagesAfter(control: JobControl, before: number, sheets: FileScope['sheets']): JobControl {
  const first = sheets.find((sheet) => sheet !== null) ?? 1;
  return {
    ...control,
    progress: ({ done, ...change }) => {
      const written = done === undefined ? {} : { done: before + inside(done - first + 1, sheets.length) };
      control.progress({ ...change, ...written });
    },
  };
}

function inside(pages: number, most: number): number {
  return Math.min(most, Math.max(0, pages));
}

function writeOne(
  context: VaultContext,
  ready: ReadyBundle,
  { sheets, volumeOf }: Wanted,
  control: JobControl,
): Promise<StoredFile> {
  const scope = { ...scopeOf(ready, sheets), ...(volumeOf === undefined ? {} : { volumeOf }) };
  return context.files.write(
    bundleBytes(context, wantedOf(ready, scope), control, () => undefined),
    { signal: control.signal },
  );
}

function bodyOf(
  role: BundleFileBody['role'],
  plan: BundlePlan,
  run: Run,
  place: { readonly number: number; readonly of: number; readonly pages: number },
): BundleFileBody {
  return {
    role,
    ...place,
    firstPage: labelOf(plan, run.firstPage),
    lastPage: labelOf(plan, run.lastPage),
  };
}

/** What one volume may hold, as it was chosen; null where none are made. */
function volumeMost({ head }: Gathered): { readonly pages: number; readonly bytes: number } | null {
  const { volumesOf, volumeMegabytes } = head.options;
  if (volumesOf === null && volumeMegabytes === null) return null;
  return {
    pages: volumesOf ?? Number.POSITIVE_INFINITY,
    bytes: volumeMegabytes === null ? Number.POSITIVE_INFINITY : volumeMegabytes * 1e6,
  };
}

/**
 * By pages or by measured size, a document never being cut; cover and index stand before each, and say in which volume a page
 * is. What every file has of its own (cover and index, fonts, bookmarks) is taken off first.
 */
function volumes(ready: ReadyBundle, whole: WrittenFile, checks: BundleCheck[]): readonly Wanted[] {
  const { plan, gathered } = ready;
  const most = volumeMost(gathered);
  if (most === null || ready.late !== null) return [];
  if (plan.pages <= most.pages && whole.layout.bytes <= most.bytes) return [];
  const front = documentRuns(plan)[0]?.lastPage ?? 0;
  const sizes = sizeOf(plan, whole);
  const cuts = cutIntoFiles(
    documentRuns(plan),
    { pages: most.pages, bytes: most.bytes - ownBytes(whole) },
    (run) => (run.firstPage <= front ? 0 : sizes(run)),
  );
  for (const { firstPage, lastPage } of cuts.filter(({ isOver }) => isOver))
    checks.push({
      id: `volume-over-${firstPage}`,
      text: `Pages ${labelOf(plan, firstPage)} to ${labelOf(plan, lastPage)} are one document that is more than one volume was to hold${wordsOfMost(gathered)}`,
      state: 'decide',
      pages: [firstPage],
    });
  return cuts.map((run, index) => {
    const own = pagesOfRun(run);
    const sheets = index === 0 ? own : [...pagesOfRun({ firstPage: 1, lastPage: front }), ...own];
    const place = { number: index + 1, of: cuts.length, pages: sheets.length };
    return {
      body: bodyOf('volume', plan, run, place),
      sheets,
      volumeOf: (position) => {
        const at = cuts.findIndex(({ firstPage, lastPage }) => position >= firstPage && position <= lastPage);
        return at === -1 || at === index ? null : at + 1;
      },
    };
  });
}

/** ` (300 pages, 25 MB)` */
function wordsOfMost({ head }: Gathered): string {
  const { volumesOf, volumeMegabytes } = head.options;
  const said = [
    ...(volumesOf === null ? [] : [`${volumesOf} pages`]),
    ...(volumeMegabytes === null ? [] : [`${volumeMegabytes} MB`]),
  ];
  return ` (${said.join(', ')})`;
}

/** What every volume holds beside its documents, at the most: cover and index, and what is no document's. */
function ownBytes({ sizes, layout }: WrittenFile): number {
  const documents = [...sizes].reduce((sum, [key, bytes]) => (key === frontKey ? sum : sum + bytes), 0);
  return layout.bytes - documents;
}

/** What one e-mail takes, by measured size and pages; a document is never cut. */
function parts(ready: ReadyBundle, whole: WrittenFile, checks: BundleCheck[]): readonly Wanted[] {
  const { plan, gathered } = ready;
  const { email } = gathered.profile;
  if (!gathered.head.options.parts || email === null || ready.late !== null) return [];
  const bytes = email.megabytes * 1e6 * asAttached.share - asAttached.text;
  const cuts = cutIntoFiles(documentRuns(plan), { pages: email.pages, bytes }, sizeOf(plan, whole));
  for (const { firstPage, lastPage } of cuts.filter(({ isOver }) => isOver))
    checks.push({
      id: `part-over-${firstPage}`,
      text: `Pages ${labelOf(plan, firstPage)} to ${labelOf(plan, lastPage)} are one document that is more than one e-mail takes (${email.megabytes} MB, ${email.pages} pages)`,
      state: 'decide',
      pages: [firstPage],
    });
  return cuts.map((run, index) => ({
    body: bodyOf('part', plan, run, {
      number: index + 1,
      of: cuts.length,
      pages: run.lastPage - run.firstPage + 1,
    }),
    sheets: pagesOfRun(run),
  }));
}

function printable({ plan, gathered, late: isLate }: ReadyBundle): readonly Wanted[] {
  if (!gathered.head.options.printable || isLate !== null) return [];
  const sheets = printableSheets(documentRuns(plan));
  const run = { firstPage: 1, lastPage: plan.pages };
  return [{ body: bodyOf('printable', plan, run, { number: 1, of: 1, pages: sheets.length }), sheets }];
}

/** The added pages alone, for whoever has marked up the bundle that was served (general guidance 2021, paragraph 10). */
function late({ plan, late: added }: ReadyBundle): readonly Wanted[] {
  if (added === null) return [];
  const { run } = added;
  const sheets = pagesOfRun(run);
  return [{ body: bodyOf('late', plan, run, { number: 1, of: 1, pages: sheets.length }), sheets }];
}

/** What a document adds to a file, as it was measured in the whole. */
function sizeOf(plan: BundlePlan, { sizes }: WrittenFile): (run: Run) => number {
  const keys = new Map(
    plan.rows.filter(({ kind }) => kind === 'document').map((row) => [row.firstPage, row.key]),
  );
  return ({ firstPage }) => sizes.get(keys.get(firstPage) ?? frontKey) ?? 0;
}

/** A part or a volume that came out larger than was measured. */
function sizeChecks({ gathered }: ReadyBundle, files: readonly FurtherFile[]): readonly BundleCheck[] {
  const { email } = gathered.profile;
  const { volumeMegabytes } = gathered.head.options;
  return files.flatMap(({ body: { role, number }, file: { bytes } }) => {
    const size = `${(bytes / 1e6).toFixed(1)} MB`;
    if (role === 'part' && email !== null && bytes > email.megabytes * 1e6 * asAttached.share)
      return toDecide(
        `part-large-${number}`,
        `Part ${number} has ${size}, more than an e-mail of ${email.megabytes} MB carries`,
      );
    if (role === 'volume' && volumeMegabytes !== null && bytes > volumeMegabytes * 1e6)
      return toDecide(
        `volume-large-${number}`,
        `Volume ${number} has ${size}, more than the ${volumeMegabytes} MB it was to have`,
      );
    return [];
  });
}

function toDecide(id: string, text: string): readonly BundleCheck[] {
  return [{ id, text, state: 'decide', pages: [] }];
}
