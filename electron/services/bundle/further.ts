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
import { bundleBytes, frontKey, scopeOf } from './write-bundle';
import type { FileScope } from './bundle-file';
import type { FurtherFile } from './built';
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
    ...volumes(ready, whole),
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
    bundleBytes(context, ready, scope, control, () => undefined),
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

/** By pages; cover and index stand before each, and say in which volume a page is. */
function volumes(ready: ReadyBundle, whole: WrittenFile): readonly Wanted[] {
  const { plan, gathered } = ready;
  const most = gathered.head.options.volumesOf;
  if (most === null || ready.late !== null || plan.pages <= most) return [];
  const front = documentRuns(plan)[0]?.lastPage ?? 0;
  const cuts = cutIntoFiles(
    documentRuns(plan),
    { pages: most, bytes: Number.POSITIVE_INFINITY },
    sizeOf(plan, whole),
  );
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
  const firstPage = plan.rows.find(({ key }) => key === added.key)?.firstPage ?? plan.pages;
  const run = { firstPage, lastPage: plan.pages };
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

/** A part that came out larger than was measured. */
function sizeChecks({ gathered }: ReadyBundle, files: readonly FurtherFile[]): readonly BundleCheck[] {
  const { email } = gathered.profile;
  if (email === null) return [];
  const most = email.megabytes * 1e6 * asAttached.share;
  return files
    .filter(({ body, file }) => body.role === 'part' && file.bytes > most)
    .map(({ body, file }) => ({
      id: `part-large-${body.number}`,
      text: `Part ${body.number} has ${(file.bytes / 1e6).toFixed(1)} MB, more than an e-mail of ${email.megabytes} MB carries`,
      state: 'decide' as const,
      pages: [],
    }));
}
