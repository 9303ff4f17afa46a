import { createHash } from 'node:crypto';
import {
  chronologyKey,
  isRevisedIndex,
  pageOf,
  patternsKey,
  recordKey,
} from '../../../shared/domain/bundle/plan';
import type { Run } from '../../../shared/domain/bundle/volumes';
import { HoldfastError } from '../../../shared/errors';
import type { BundlePlan } from '../../../shared/models/bundle';
import type { JobControl, VaultContext } from '../../vault/api';
import type { DrawnFaces } from '../pdf-write/drawn-fonts';
import { dateSource, printedDate } from '../print/date-words';
import { FileWriter } from '../pdf-write/file-writer';
import type { FilePart } from '../pdf-write/file-writer';
import { pdfLanguage, wordsIn } from './bundle-words';
import { BundleFile } from './bundle-file';
import type { FileLayout, FileScope } from './bundle-file';
import { CaptionWriter, canDrawCaption } from './caption-writer';
import type { Strip, StripWanted } from './caption-strips';
import { openExhibit } from './exhibit-content';
import type { OpenExhibit } from './exhibit-content';
import { writePages } from './exhibit-pages';
import type { WrittenPages } from './exhibit-pages';
import { writeExhibit } from './exhibit-writer';
import type { ExhibitPart } from './exhibit-writer';
import type { Gathered, GatheredExhibit } from './gather';
import { readPageTexts } from './page-texts';
import { writeTextPart } from './text-part';
import type { TextPart } from './text-part';

/** The typeset parts of a bundle. */
export interface TextParts {
  /** Null in what goes on behind an earlier bundle, which has its own. */
  readonly front: TextPart | null;
  readonly chronology: TextPart | null;
  readonly patterns: TextPart | null;
  readonly record: TextPart | null;
  /** Revised index and list of changes, before pages that are added. */
  readonly late: TextPart | null;
}

/** A bundle that is ready to be written: every page of it is known. */
export interface ReadyBundle {
  readonly gathered: Gathered;
  readonly plan: BundlePlan;
  readonly texts: TextParts;
  readonly strips: ReadonlyMap<string, Strip>;
  readonly faces: DrawnFaces;
  /** The pages that are added to an earlier bundle, and the key of their index; null for one that begins anew. */
  readonly late: { readonly key: string; readonly run: Run } | null;
}

/** What the size of cover and index is kept under. */
export const frontKey = 'front';

/** An exhibit that could not be written after all; the bundle is then begun again without it. */
export class ExhibitFailed extends Error {
  constructor(
    readonly itemId: string,
    readonly because: unknown,
  ) {
    super('an exhibit could not be written');
  }
}

/** The exhibits by the sections they stand in: the order of their pages. */
function inPageOrder({ gathered, plan }: Pick<ReadyBundle, 'gathered' | 'plan'>): readonly GatheredExhibit[] {
  const exhibits = byId(gathered.exhibits);
  return plan.rows.flatMap(({ itemId }) => (itemId === null ? [] : (exhibits.get(itemId) ?? [])));
}

function exhibitPart(context: Pick<VaultContext, 'db'>, { item, pdf, sheets }: GatheredExhibit): ExhibitPart {
  const hasText = new Set(pdf?.report?.named.map(({ page }) => page) ?? []);
  return {
    id: item.id,
    sheets,
    isPicture: item.pictures !== null,
    texts: readPageTexts(context, item, hasText),
    captionOf: captionOf(item),
  };
}

function captionOf(item: GatheredExhibit['item']): ExhibitPart['captionOf'] {
  return ({ says }) => ({
    exhibitRef: item.exhibitRef ?? '',
    title: item.title,
    part: says,
    date: printedDate(item),
    dateSource: dateSource(item),
    fileName: item.fileName,
    sha256: item.sha256,
  });
}

/** The page on which an exhibit itself begins, behind its cover sheet. */
function contentFrom(plan: BundlePlan, { item, cover }: GatheredExhibit): number {
  return (pageOf(plan, item.id) ?? 0) + (cover?.pages ?? 0);
}

/** The captions that Chromium has to set, by the key their place has in `CaptionWriter.draw`. */
export function stripsWanted(
  ready: Pick<ReadyBundle, 'gathered' | 'plan' | 'faces'>,
): readonly StripWanted[] {
  return inPageOrder(ready).flatMap((exhibit) => {
    const from = contentFrom(ready.plan, exhibit);
    const wordsOf = captionOf(exhibit.item);
    return exhibit.sheets.flatMap((sheet, index) => {
      const words = wordsOf(sheet);
      if (canDrawCaption(ready.faces, words)) return [];
      return [
        {
          key: `${exhibit.item.id} ${from + index}`,
          words,
          isFirst: index === 0,
          isLandscape: sheet.placed.isLandscape,
        },
      ];
    });
  });
}

/** What the id of a file is made from: everything that decides what stands in it. */
function fileId(
  { gathered, plan }: Pick<ReadyBundle, 'gathered' | 'plan'>,
  sheets: FileScope['sheets'],
): string {
  const { head, files, date } = gathered;
  const { own } = head.profile;
  const about = JSON.stringify([
    ...[plan, head.options, head.auditHead, files, date.toISOString(), sheets],
    ...(own === null ? [] : [own]),
  ]);
  return createHash('sha256').update(about).digest('hex').slice(0, 32);
}

/** What a file of the bundle with these sheets is. */
export function scopeOf(
  ready: Pick<ReadyBundle, 'gathered' | 'plan'>,
  sheets: FileScope['sheets'],
): FileScope {
  const { head, date } = ready.gathered;
  const { title, language } = head.options;
  return { sheets, title, date, id: fileId(ready, sheets), language: pdfLanguage(language) };
}

/** A file that was written. */
export interface WrittenFile {
  /** All that was written but the data of pictures. */
  readonly parts: readonly FilePart[];
  readonly layout: FileLayout;
  /** What each document added, in bytes, by its key. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** A file of a bundle that is to be written. */
export interface FileWanted {
  readonly exhibits: readonly GatheredExhibit[];
  /** Whether a sheet of an exhibit, counted from 0, is in it. */
  readonly holds: (exhibit: GatheredExhibit, sheet: number) => boolean;
  /** The file that it goes on behind, or null. */
  readonly after: FileLayout | null;
  /** On which page everything stands, and the text pages: known when those are set. */
  readonly ready: () => Promise<{ readonly ready: ReadyBundle; readonly scope: FileScope }>;
}

/** A file that holds some sheets of a bundle of which everything is known. */
export function wantedOf(ready: ReadyBundle, scope: FileScope): FileWanted {
  const held = new Set(scope.sheets);
  return {
    exhibits: ready.gathered.exhibits,
    holds: (exhibit, sheet) => held.has(contentFrom(ready.plan, exhibit) + sheet),
    after: scope.after ?? null,
    ready: () => Promise.resolve({ ready, scope }),
  };
}

/**
 * One PDF of the bundle, from its first byte to its last, as it is written: of its pictures no more is held than what is on the way.
 * What is large comes first, the pages of exhibits, while the text pages may still be being set; then everything that needs to
 * know on which page it stands. `written` is told what can be read of it, once all of it was given out.
 * Throws `ExhibitFailed`, `cancelled`.
 */
export async function* bundleBytes(
  context: VaultContext,
  wanted: FileWanted,
  control: JobControl,
  written: (outcome: WrittenFile) => void,
): AsyncGenerator<Uint8Array> {
  const writer = new FileWriter(wanted.after);
  const sizes = new Map<string, number>();
  const measured = (key: string, before: number): void => {
    sizes.set(key, (sizes.get(key) ?? 0) + writer.bytes - before);
  };
  const pages = new Map<string, WrittenPages>();
  yield* contentsOf(context, wanted, { writer, pages, measured, control });
  const { ready, scope } = await wanted.ready();
  const { plan, texts } = ready;
  const file = new BundleFile(ready.faces, plan, scope, writer);
  const captions = new CaptionWriter(file, ready.faces, ready.strips);
  const before = writer.bytes;
  const typeset = new Map([
    [chronologyKey, texts.chronology],
    [patternsKey, texts.patterns],
    [recordKey, texts.record],
  ]);
  const write = { file, captions, pages, exhibits: byId(ready.gathered.exhibits), typeset };
  writeText(file, texts.front, 1, wordsIn(ready.gathered.head.options.language).coverAndIndex);
  measured(frontKey, before);
  yield* writer.take();
  for (const row of plan.rows) {
    if (control.signal.aborted) throw new HoldfastError('cancelled');
    const start = writer.bytes;
    writeRow(context, write, ready, row);
    measured(row.key, start);
    yield* writer.take();
  }
  captions.finish();
  const layout = file.finish();
  yield* writer.take();
  written({ parts: writer.readable, layout, sizes });
}

/** A file of which the pages of exhibits are being written. */
interface WritingContents {
  readonly writer: FileWriter;
  readonly pages: Map<string, WrittenPages>;
  readonly measured: (key: string, before: number) => void;
  readonly control: JobControl;
}

/** So many exhibits are read, or lie read, while one is written: of large pictures, no more than memory has room for. */
const readAhead = 2;

/** The pages of all exhibits, the next ones being read while one is written. */
async function* contentsOf(
  context: VaultContext,
  { exhibits, holds }: FileWanted,
  { writer, pages, measured, control }: WritingContents,
): AsyncGenerator<Uint8Array> {
  const own = exhibits.flatMap((exhibit) => {
    const held = exhibit.sheets.filter((_, sheet) => holds(exhibit, sheet));
    return held.length === 0 ? [] : [{ exhibit, held }];
  });
  let done = 0;
  const reading = own.slice(0, readAhead).map(({ exhibit }) => opened(context, exhibit));
  for (const [index, { exhibit, held }] of own.entries()) {
    if (control.signal.aborted) throw new HoldfastError('cancelled');
    const before = writer.bytes;
    const following = own[index + readAhead];
    try {
      const open = await reading.shift();
      if (open === undefined) throw new HoldfastError('internal');
      if (following !== undefined) reading.push(opened(context, following.exhibit));
      const written = await writePages(
        writer,
        open,
        held.map(({ page }) => page),
      );
      pages.set(exhibit.item.id, written);
    } catch (error) {
      throw new ExhibitFailed(exhibit.item.id, error);
    }
    measured(exhibit.item.id, before);
    yield* writer.take();
    done += held.length;
    control.progress({ done });
  }
}

function byId(exhibits: readonly GatheredExhibit[]): ReadonlyMap<string, GatheredExhibit> {
  return new Map(exhibits.map((each) => [each.item.id, each]));
}

/** A file in which only what needs to know its page is still to be written. */
interface WritingPages {
  readonly file: BundleFile;
  readonly captions: CaptionWriter;
  readonly pages: ReadonlyMap<string, WrittenPages>;
  readonly exhibits: ReadonlyMap<string, GatheredExhibit>;
  /** What stands behind a row of the index that is no exhibit, by its key. */
  readonly typeset: ReadonlyMap<string, TextPart | null>;
}

function writeText(file: BundleFile, part: TextPart | null, from: number, title: string): void {
  if (part !== null && file.holds(from)) writeTextPart(file, part, from, title);
}

/** What stands behind a row of the index: text, or the sheets of an exhibit. Of a section there is nothing but its documents. */
function writeRow(
  context: VaultContext,
  writing: WritingPages,
  { plan, texts }: ReadyBundle,
  row: BundlePlan['rows'][number],
): void {
  const part = isRevisedIndex(row) ? texts.late : (writing.typeset.get(row.key) ?? null);
  writeText(writing.file, part, row.firstPage, row.title);
  const exhibit = writing.exhibits.get(row.itemId ?? '');
  if (exhibit === undefined) return;
  try {
    writeSheets(context, writing, exhibit, plan);
  } catch (error) {
    throw new ExhibitFailed(exhibit.item.id, error);
  }
}

/** The sheets of an exhibit behind its cover sheet; of one that is printed by its words, its text pages. */
function writeSheets(
  context: VaultContext,
  { file, captions, pages }: WritingPages,
  exhibit: GatheredExhibit,
  plan: BundlePlan,
): void {
  const { item, printed, cover } = exhibit;
  const own = pages.get(item.id);
  const from = contentFrom(plan, exhibit);
  writeText(file, cover ?? null, pageOf(plan, item.id) ?? 0, `Cover sheet, ${titledName(item)}`);
  writeText(file, printed, from, titledName(item));
  if (own !== undefined) writeExhibit(file, captions, exhibitPart(context, exhibit), own, from);
}

/** Its reference and title, or the title alone of a document. */
function titledName({ exhibitRef, title }: GatheredExhibit['item']): string {
  return exhibitRef === null ? title : `${exhibitRef} ${title}`;
}

/** Begun now; that it fails is said where it is waited for. */
function opened(context: VaultContext, { item, pdf }: GatheredExhibit): Promise<OpenExhibit> {
  const opening = openExhibit(context, item, pdf);
  opening.catch(() => undefined);
  return opening;
}
