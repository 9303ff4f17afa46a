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
import type { FilePart } from '../pdf-write/file-writer';
import { pdfLanguage, wordsIn } from './bundle-words';
import { BundleFile } from './bundle-file';
import type { FileLayout, FileScope } from './bundle-file';
import { CaptionWriter, canDrawCaption } from './caption-writer';
import type { Strip, StripWanted } from './caption-strips';
import { openExhibit } from './exhibit-content';
import type { OpenExhibit } from './exhibit-content';
import { writeExhibit } from './exhibit-writer';
import type { ExhibitPart } from './exhibit-writer';
import { pagesOf } from './gather';
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
  const byId = new Map(gathered.exhibits.map((each) => [each.item.id, each]));
  return plan.rows.flatMap(({ itemId }) => (itemId === null ? [] : (byId.get(itemId) ?? [])));
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
    exhibitRef: item.exhibitRef,
    title: item.title,
    part: says,
    date: printedDate(item),
    dateSource: dateSource(item),
    fileName: item.fileName,
    sha256: item.sha256,
  });
}

/** The captions that Chromium has to set, by the key their place has in `CaptionWriter.draw`. */
export function stripsWanted(
  ready: Pick<ReadyBundle, 'gathered' | 'plan' | 'faces'>,
): readonly StripWanted[] {
  return inPageOrder(ready).flatMap((exhibit) => {
    const from = pageOf(ready.plan, exhibit.item.id) ?? 0;
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

/**
 * One PDF of the bundle, from its first byte to its last, as it is written: of its pictures no more is held than what is on the way.
 * `written` is told what can be read of it, once all of it was given out.
 * Throws `ExhibitFailed`, `cancelled`.
 */
export async function* bundleBytes(
  context: VaultContext,
  ready: ReadyBundle,
  scope: FileScope,
  control: JobControl,
  written: (outcome: WrittenFile) => void,
): AsyncGenerator<Uint8Array> {
  const { plan, texts } = ready;
  const file = new BundleFile(ready.faces, plan, scope);
  const captions = new CaptionWriter(file, ready.faces, ready.strips);
  const sizes = new Map<string, number>();
  const measured = (key: string, before: number): void => {
    sizes.set(key, file.writer.bytes - before);
  };
  const text = (key: string, part: TextPart | null, from: number | null, title: string): void => {
    const before = file.writer.bytes;
    if (part === null || from === null || !file.holds(from)) return;
    writeTextPart(file, part, from, title);
    measured(key, before);
  };
  text(frontKey, texts.front, 1, wordsIn(ready.gathered.head.options.language).coverAndIndex);
  yield* file.writer.take();
  for (const row of plan.rows) {
    if (control.signal.aborted) throw new HoldfastError('cancelled');
    if (row.key === chronologyKey) text(row.key, texts.chronology, row.firstPage, row.title);
    if (row.key === patternsKey) text(row.key, texts.patterns, row.firstPage, row.title);
    if (isRevisedIndex(row)) text(row.key, texts.late, row.firstPage, row.title);
    yield* file.writer.take();
    if (row.kind === 'section') yield* exhibitsOf(context, ready, row, { file, captions, control, measured });
    if (row.key === recordKey) text(row.key, texts.record, row.firstPage, row.title);
  }
  captions.finish();
  const layout = file.finish();
  yield* file.writer.take();
  written({ parts: file.writer.readable, layout, sizes });
}

/** A file in the middle of being written. */
interface Writing {
  readonly file: BundleFile;
  readonly captions: CaptionWriter;
  readonly control: JobControl;
  readonly measured: (key: string, before: number) => void;
}

/** The exhibits of one section, the next one being read while one is written. */
async function* exhibitsOf(
  context: VaultContext,
  ready: ReadyBundle,
  section: BundlePlan['rows'][number],
  { file, captions, control, measured }: Writing,
): AsyncGenerator<Uint8Array> {
  const firstPage = (exhibit: GatheredExhibit): number => pageOf(ready.plan, exhibit.item.id) ?? 0;
  const own = inPageOrder(ready).filter((exhibit) => {
    const from = firstPage(exhibit);
    const isHere = from >= section.firstPage && from <= section.lastPage;
    const pages = Array.from({ length: pagesOf(exhibit) }, (_, index) => from + index);
    return isHere && pages.some((page) => file.holds(page));
  });
  let next = own[0] === undefined ? null : opened(context, own[0]);
  for (const [index, exhibit] of own.entries()) {
    if (control.signal.aborted) throw new HoldfastError('cancelled');
    const before = file.writer.bytes;
    const reading = next;
    const following = own[index + 1];
    try {
      const open = await reading;
      next = following === undefined ? null : opened(context, following);
      if (open === null) throw new HoldfastError('internal');
      const { printed, item } = exhibit;
      if (printed !== null)
        writeTextPart(file, printed, firstPage(exhibit), `${item.exhibitRef} ${item.title}`);
      else await writeExhibit(file, captions, exhibitPart(context, exhibit), open, firstPage(exhibit));
    } catch (error) {
      throw new ExhibitFailed(exhibit.item.id, error);
    }
    measured(exhibit.item.id, before);
    yield* file.writer.take();
    control.progress({ done: firstPage(exhibit) + pagesOf(exhibit) - 1 });
  }
}

/** Begun now; that it fails is said where it is waited for. */
function opened(context: VaultContext, { item, pdf, printed }: GatheredExhibit): Promise<OpenExhibit> {
  if (printed !== null) return Promise.resolve({ page: () => Promise.resolve(null) });
  const opening = openExhibit(context, item, pdf);
  opening.catch(() => undefined);
  return opening;
}
