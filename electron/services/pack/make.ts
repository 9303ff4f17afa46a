import { createHash } from 'node:crypto';
import own from '../../../package.json' with { type: 'json' };
import { coverWords } from '../../../shared/domain/export/cover';
import { checkLeaving, mayLeave } from '../../../shared/domain/leaving/check';
import { earlierReports } from '../../../shared/domain/pack/earlier-reports';
import type { EarlierReports } from '../../../shared/domain/pack/earlier-reports';
import { paperName } from '../../../shared/domain/paper-name';
import { packPapers } from '../../../shared/domain/pack/names';
import { sumsText } from '../../../shared/domain/pack/sums';
import { verifyPage } from '../../../shared/domain/pack/verify-page';
import { HoldfastError, isNotOfTheFile } from '../../../shared/errors';
import { everyEntry } from '../../../shared/models/entry-filter';
import type { PackFile, PackLeftOut, PackOptions, PackSealed } from '../../../shared/models/pack';
import type { SavedViewBody } from '../../../shared/models/saved-view';
import type { TransferLock } from '../../../shared/models/transfer';
import type { JobControl, VaultContext } from '../../vault/api';
import type { FsLayer } from '../../vault/fs-layer';
import { codeUnlessStopping } from '../bundle/stopping';
import { mostOnPaper } from '../chronology/export';
import { entriesInPieces } from '../chronology/in-pieces';
import { selectEntries } from '../chronology/selection';
import { requireRead } from '../chronology/unread-filter';
import { viewHtml } from '../chronology/view-html';
import { lawOfCase } from '../law/law-of-case';
import { readTimeline } from '../continuity/timeline';
import { readAllAgain } from '../evidence/read-again/read-again';
import { readPaperHead } from '../exhibits/paper-head';
import { scheduleHtml } from '../exhibits/schedule-html';
import { readMaterial } from '../gate/read-material';
import { readItem, readOriginal } from '../items/item-rows';
import { printPdf } from '../print/print-to';
import { makeCleanCopy } from '../provenance/copies';
import { readRedactedFile } from '../redaction/rows';
import { officeOfLock } from '../seal/lock';
import { UnreadableSource } from './add-file';
import type { AddFile, Written } from './add-file';
import { coverHtml } from './cover-html';
import { readDecided } from './decided';
import { insertPack } from './pack-rows';
import { continuityHtml, fileWords, reportsHtml, scheduleTable } from './papers';
import { planFiles } from './plan-files';
import type { PackedExhibit } from './plan-files';
import { writeFolder } from './write-folder';
import { writeSealedPack } from './write-sealed-pack';

interface Making {
  readonly context: VaultContext;
  readonly caseId: string;
  readonly options: PackOptions;
  readonly control: JobControl;
  readonly add: AddFile;
}

interface Made {
  readonly files: readonly PackFile[];
  readonly leftOut: readonly PackLeftOut[];
  readonly entries: number;
}

/** What is to be made of a case; `lock` is what seals it into one file, null for a plain folder. */
interface Asked {
  readonly caseId: string;
  readonly options: PackOptions;
  readonly lock: TransferLock | null;
}

/**
 * Writes an evidence pack to a folder or a sealed file that is not there yet, and gives the id of what is kept about it. An exhibit
 * that cannot be read as it was taken in is left out and named; anything else that goes wrong leaves nothing behind. Throws
 * `target-exists`, `office-not-compared`, `bundle-empty`, `too-many`, and `leaving-undecided` where something came up while it was made.
 */
export async function makePack(
  context: VaultContext,
  { caseId, options, lock }: Asked,
  target: string,
  control: JobControl,
  layer?: FsLayer,
): Promise<string> {
  control.progress({ step: 'planning' });
  const office = lock === null ? null : officeOfLock(context, lock);
  // How pictures lie, and with that whether a redacted copy is in doubt.
  await readAllAgain(context, caseId, control.signal);
  const exhibits = planFiles(context, caseId, options.exhibits);
  const rowIds = chronologyRows(context, caseId, options.chronology);
  if (exhibits.length === 0 && rowIds.length === 0) throw new HoldfastError('bundle-empty');
  const id = context.newId();
  const fillPack = async (add: AddFile): Promise<Made> => {
    const made = await fill({ context, caseId, options, control, add }, exhibits, rowIds);
    // Words of its pages may have been read, or lines protected, since somebody looked through it.
    if (!mayLeave(checkLeaving(readMaterial(context, { output: 'pack', caseId, ...options }))))
      throw new HoldfastError('leaving-undecided');
    return made;
  };
  const how = { signal: control.signal, wrote: counting(control, exhibits, lock), layer };
  if (lock === null)
    await writeFolder(target, how, fillPack, (made) => {
      keep(context, { id, caseId, options }, made, null);
    });
  else {
    const verifying = (): void => {
      control.progress({ step: 'verifying' });
    };
    await writeSealedPack(
      target,
      { ...how, lock, verifying, at: context.now() },
      fillPack,
      (made, sealed) => {
        const to = office === null ? null : { id: office.id, name: office.name };
        keep(context, { id, caseId, options }, made, { ...sealed, office: to });
      },
    );
  }
  context.changed('packs', caseId);
  context.changed('evidence', caseId);
  return id;
}

/** Tells how far the writing is. What goes into a sealed file is read twice. */
function counting(
  control: JobControl,
  exhibits: readonly PackedExhibit[],
  lock: TransferLock | null,
): (bytes: number) => void {
  const once = exhibits.reduce((sum, { paper, redaction }) => sum + (redaction ?? paper.item).bytes, 0);
  const total = lock === null ? once : 2 * once;
  let done = 0;
  control.progress({ step: 'writing', done, total });
  return (bytes) => {
    done += bytes;
    control.progress({ done: Math.min(done, total) });
  };
}

function chronologyRows(
  context: VaultContext,
  caseId: string,
  view: SavedViewBody | null,
): readonly number[] {
  if (view === null) return [];
  requireRead(context, caseId, view.filter);
  const rowIds = selectEntries(context, caseId, view.filter, view.order);
  if (rowIds.length > mostOnPaper) throw new HoldfastError('too-many');
  return rowIds;
}

function keep(
  context: VaultContext,
  { id, caseId, options }: { readonly id: string } & Pick<Making, 'caseId' | 'options'>,
  { files, leftOut, entries }: Made,
  sealed: PackSealed | null,
): void {
  const { recipient, to } = options;
  const sums = files.find(({ what }) => what === 'sums');
  const detail = {
    exhibits: new Set(files.flatMap(({ itemId }) => itemId ?? [])).size,
    files: files.length,
    to: recipient,
    sha256: sums?.sha256 ?? '',
    // As it left: the fingerprint of the sealed file, and the office that can open it.
    ...(sealed === null ? {} : { sealed: sealed.sha256, office: sealed.office?.id ?? null }),
  };
  context.act({ action: 'pack.make', subject: id, caseId, detail }, () => {
    insertPack(context, {
      ...{ id, caseId, recipient, to, entries, version: own.version },
      ...{ files: [...files], leftOut: [...leftOut], sealed },
    });
  });
}

async function fill(
  making: Making,
  exhibits: readonly PackedExhibit[],
  rowIds: readonly number[],
): Promise<Made> {
  const leftOut: PackLeftOut[] = [];
  const ofExhibits: PackFile[] = [];
  for (const exhibit of exhibits) ofExhibits.push(...(await addExhibit(making, exhibit, leftOut)));
  making.control.progress({ step: 'typesetting' });
  const papers = await addPapers(making, exhibits, { files: ofExhibits, leftOut, rowIds });
  const listed = [...papers, ...ofExhibits].sort((a, b) => (a.name < b.name ? -1 : 1));
  const page = await addPage(making, listed);
  const sums = sumsText([...listed, page]);
  return {
    files: [...listed, page, await addText(making, packPapers.sums, 'sums', sums)],
    leftOut,
    entries: rowIds.length,
  };
}

/** Writes the files of an exhibit. One that is not what it was goes not, and is put on the list. */
async function addExhibit(
  making: Making,
  exhibit: PackedExhibit,
  leftOut: PackLeftOut[],
): Promise<readonly PackFile[]> {
  const { id: itemId } = exhibit.paper.item;
  const exhibitRef = paperName(exhibit.paper.item);
  const written: PackFile[] = [];
  for (const { name, what } of exhibit.files) {
    const file = await readable(
      what === 'viewing-copy' ? addViewingCopy(making, itemId, name) : addStored(making, exhibit, name),
    );
    if ('name' in file) written.push({ ...file, what, exhibitRef, itemId });
    else {
      const isExhibit = what !== 'viewing-copy';
      leftOut.push({ exhibitRef, what: isExhibit ? 'exhibit' : what, reason: file.reason });
      // Without its original, no copy of it goes.
      if (isExhibit) return [];
    }
  }
  return written;
}

/** What was written, or why it could not be read; anything else that is wrong ends the work. */
async function readable(
  writing: Promise<Written>,
): Promise<Written | { readonly reason: PackLeftOut['reason'] }> {
  try {
    return await writing;
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    if (isNotOfTheFile(error.code)) throw new HoldfastError(error.code, { cause: error });
    return { reason: error.code };
  }
}

function addStored(
  { context, add }: Making,
  { paper, redaction }: PackedExhibit,
  name: string,
): Promise<Written> {
  const stored =
    redaction === null ? readOriginal(context, paper.item.id) : readRedactedFile(context, redaction.id).file;
  return add(name, () => context.files.read(stored), stored.sha256);
}

async function addViewingCopy({ context, add }: Making, itemId: string, name: string): Promise<Written> {
  let bytes: Uint8Array;
  try {
    ({ bytes } = await makeCleanCopy(context, readItem(context, itemId), readOriginal(context, itemId)));
  } catch (error) {
    throw new UnreadableSource(codeUnlessStopping(error));
  }
  return add(name, () => [bytes]);
}

async function addPapers(
  making: Making,
  exhibits: readonly PackedExhibit[],
  {
    files,
    leftOut,
    rowIds,
  }: {
    readonly files: readonly PackFile[];
    readonly leftOut: readonly PackLeftOut[];
    readonly rowIds: readonly number[];
  },
): Promise<readonly PackFile[]> {
  const { context, caseId, options } = making;
  const head = readPaperHead(context, caseId);
  const gone = new Set(leftOut.filter(({ what }) => what === 'exhibit').map(({ exhibitRef }) => exhibitRef));
  const isHere = new Set(files.map(({ itemId }) => itemId));
  const papers = exhibits.map(({ paper }) => paper).filter(({ item }) => isHere.has(item.id));
  const refs = new Map(papers.map(({ item }) => [item.id, paperName(item)]));
  const made: PackFile[] = [];
  if (papers.length > 0) {
    const byItem = new Map(
      papers.map(({ item }) => [
        item.id,
        files
          .filter(({ itemId }) => itemId === item.id)
          .map((file) => ({ ...file, what: file.what === 'original' ? '' : fileWords[file.what] })),
      ]),
    );
    made.push(
      await addPdf(making, packPapers.schedule, scheduleHtml(head, papers, byItem), 'Schedule of exhibits'),
    );
    made.push(await addText(making, packPapers.table, 'paper', scheduleTable(papers, files)));
    // Through whose hands an exhibit went matters; a document is what it says.
    const exhibitPapers = papers.filter(({ item }) => item.document === null);
    const steps = exhibitPapers.map((paper) => ({ paper, steps: readTimeline(context, paper.item.id) }));
    made.push(
      await addPdf(making, packPapers.continuity, continuityHtml(head, steps), 'Continuity of exhibits'),
    );
  }
  const { chronology } = options;
  if (chronology !== null && rowIds.length > 0) {
    const page = chronologyHtml(making, chronology, rowIds);
    made.push(await addPdf(making, packPapers.chronology, page, 'Chronology'));
  }
  const documents = papers.filter(({ item }) => item.document !== null).length;
  const cover = coverHtml({
    ...{ head, options, files, leftOut, version: own.version, entries: rowIds.length },
    exhibits: exhibits.length - gone.size - documents,
    documents,
    decided: readDecided(context, caseId, options.recipient, refs),
  });
  return [await addPdf(making, packPapers.cover, cover, 'Evidence pack'), ...made];
}

function chronologyHtml({ context, caseId }: Making, view: SavedViewBody, rowIds: readonly number[]): string {
  const entries = [...entriesInPieces(context, rowIds, view.order)];
  const isAll = JSON.stringify(view.filter) === JSON.stringify(everyEntry);
  const first = reportsHtml(coveredReports(earlierReports(entries), view), isAll);
  return viewHtml(readPaperHead(context, caseId), view, entries, [], lawOfCase(context, caseId), first);
}

/** What is covered in the entries is covered on the page before them. */
function coveredReports({ reports, ...rest }: EarlierReports, { covering }: SavedViewBody): EarlierReports {
  const cover = (text: string): string => coverWords(text, covering);
  return {
    ...rest,
    reports: reports.map((each) => ({
      ...each,
      date: each.date === null ? null : cover(each.date),
      ...{ reference: cover(each.reference), crimeNumber: cover(each.crimeNumber), how: cover(each.how) },
      ...{ officer: cover(each.officer), answer: cover(each.answer) },
    })),
  };
}

async function addPdf(making: Making, name: string, page: string, title: string): Promise<PackFile> {
  if (making.control.signal.aborted) throw new HoldfastError('cancelled');
  const { bytes } = await printPdf(making.context, page, title);
  return ofNone(await making.add(name, () => [bytes]), 'paper');
}

async function addText(
  { add }: Making,
  name: string,
  what: PackFile['what'],
  text: string,
): Promise<PackFile> {
  return ofNone(await add(name, () => [Buffer.from(text)]), what);
}

const ofNone = (file: Written, what: PackFile['what']): PackFile => ({
  ...file,
  what,
  exhibitRef: null,
  itemId: null,
});

/** The page that checks the folder: it lists every file but itself and the list that holds its fingerprint. */
function addPage(making: Making, listed: readonly PackFile[]): Promise<PackFile> {
  const { reference, officeName, at } = readPaperHead(making.context, making.caseId);
  const page = verifyPage(
    {
      line: `Our reference ${reference}. Made by ${officeName}, ${at}, with Holdfast ${own.version}.`,
      files: listed.map(({ name, sha256, what, exhibitRef }) => ({
        ...{ name, sha256 },
        what: exhibitRef === null ? fileWords[what] : `${exhibitRef}, ${fileWords[what]}`,
      })),
    },
    (text) => createHash('sha256').update(text).digest('base64'),
  );
  return addText(making, packPapers.page, 'page', page);
}
