import * as z from 'zod';
import type { LabAnswer, LabSource } from '../../../shared/contract/lab';
import { sheetOf } from '../../../shared/domain/redaction/picture-sheet';
import { HoldfastError } from '../../../shared/errors';
import type { EvidenceItem } from '../../../shared/models/evidence';
import { mostRedactedPages } from '../../../shared/models/redaction';
import type { RedactedPages, Redaction, RedactionBox } from '../../../shared/models/redaction';
import type { JobControl, StoredFile, VaultContext } from '../../vault/api';
import { labSource, readItem, readOriginal, readPictureLayouts } from '../items/item-rows';
import { readShown, turnsOf } from '../items/shown-as';
import { readAgain } from '../evidence/read-again/read-again';
import { oneRow, parseJson } from '../../vault/rows/rows';
import { readPageWords } from './page-words';
import { writePicturePdf } from './picture-pdf';
import type { PicturePage } from './picture-pdf';
import { insertRedaction } from './rows';
import { boxesOf, verifyRedaction } from './verify';
import type { Recognise, Verified } from './verify';
import { insertFile } from '../items/file-rows';

/** What is larger is not decoded at import either. */
const largest = { image: 100 * 1024 * 1024, pdf: 200 * 1024 * 1024 } as const;
/** Of the finished copy: it is read back as a whole. */
const largestCopy = 256 * 1024 * 1024;
/** No screenshot has so many pixels: a photograph of this size is not tried as PNG first, which takes seconds. */
const surelyPhotograph = 12_000_000;
/** Coded with loss by whoever made them. Everything else keeps every pixel. */
const photographs = new Set(['image/jpeg', 'image/heic', 'image/heif']);

type Drawn = LabAnswer<'redact'>;

const turnedStep = 'The original was decoded, and turned upright as it is on the screen.';
const straightenedStep = 'Pages that lay crooked are straightened, as on the screen.';

/** A copy that lies encrypted in the vault folder, without a row yet. */
interface Draft {
  readonly file: StoredFile;
  readonly mime: Redaction['mime'];
  readonly made: RedactedPages;
}

/**
 * Makes a redacted copy: every page is drawn, covered and encoded anew in the lab, the copy is stored, read back from the
 * vault and checked, and only then gets its row. Whatever goes wrong before leaves nothing. Gives the id of the version.
 */
export async function makeRedaction(
  context: VaultContext,
  itemId: string,
  boxes: readonly RedactionBox[],
  control: JobControl,
  recognise: Recognise | null = null,
): Promise<string> {
  await readAgain(context, itemId);
  const item = readItem(context, itemId);
  const original = readOriginal(context, itemId);
  const pages = item.kind === 'pdf' ? (item.pages ?? 0) : (item.pages ?? 1);
  if (item.preview !== 'ready' || !(item.kind === 'image' || item.kind === 'pdf')) {
    throw new HoldfastError('unsupported-preview');
  }
  if (pages > mostRedactedPages) throw new HoldfastError('file-too-large');
  if (boxes.some(({ page }) => page > pages)) throw new HoldfastError('invalid-input');
  const bytes = await context.files.readAll(readShown(context, itemId), largest[item.kind]);
  control.progress({ step: 'redacting', done: 0, total: pages });

  const draft =
    item.kind === 'pdf' || pages > 1
      ? await redactPages(context, bytes, item, pages, boxes, control)
      : await redactPicture(context, bytes, item, boxes, control);
  try {
    const copy = { bytes: await context.files.readAll(draft.file, largestCopy), mime: draft.mime };
    const checks = await verifyRedaction(
      {
        original: (page) => sourceOf(context, item, bytes, page),
        copy,
        boxes,
        known: knownOf(context, item, pages),
        words: readPageWords(context, itemId),
      },
      { lab: context.lab, recognise, control },
    );
    if (control.signal.aborted) throw new HoldfastError('cancelled');
    return keep(context, item, original.sha256, boxes, draft, checks);
  } catch (error) {
    await context.files.remove(draft.file.id);
    throw error;
  }
}

function keep(
  context: VaultContext,
  item: EvidenceItem,
  parentSha256: string,
  boxes: readonly RedactionBox[],
  { file, mime, made }: Draft,
  checks: Redaction['checks'] | readonly Redaction['checks'][number][],
): string {
  const id = context.newId();
  context.act(
    (version: number) => ({
      action: 'redaction.make',
      subject: item.id,
      detail: { version, boxes: boxes.length, pages: new Set(boxes.map(({ page }) => page)).size },
    }),
    () => {
      insertFile(context, file);
      return insertRedaction(
        context,
        item.caseId,
        { id, itemId: item.id, mime, parentSha256, boxes: [...boxes], made, checks: [...checks] },
        file,
      );
    },
  );
  context.changed('redactions', item.caseId);
  context.changed('evidence', item.caseId);
  return id;
}

async function redactPicture(
  context: VaultContext,
  bytes: Buffer,
  item: EvidenceItem,
  boxes: readonly RedactionBox[],
  control: JobControl,
): Promise<Draft> {
  const pixels = (item.width ?? 0) * (item.height ?? 0);
  const drawn = await context.lab.ask({
    type: 'redact',
    ...sourceOf(context, item, bytes, 1),
    boxes: boxesOf(boxes, 1),
    format: !photographs.has(item.mime) ? 'png' : pixels >= surelyPhotograph ? 'jpeg' : 'either',
  });
  const { picture } = drawn;
  if (picture.mime === 'image/webp') throw new HoldfastError('unreadable-image');
  control.progress({ done: 1, total: 1 });
  return {
    file: await context.files.write([picture.bytes], { signal: control.signal }),
    mime: picture.mime,
    made: {
      operations: [
        turnedStep,
        ...straightenedSteps(context, item),
        ...(item.pictures === null
          ? []
          : [`The file holds ${item.pictures} pictures; only the first of them is in the copy.`]),
        coveredText(boxes, [drawn]),
        picture.mime === 'image/png'
          ? 'What is then seen was written as PNG, without loss.'
          : 'What is then seen was written as JPEG, quality 92.',
      ],
      turned: true,
      pages: [{ width: picture.width, height: picture.height, points: null }],
    },
  };
}

/** What the lab needs to draw a page of a PDF, a page of a TIFF, or a picture. */
function sourceOf(context: VaultContext, item: EvidenceItem, bytes: Buffer, page: number): LabSource {
  return item.kind === 'pdf'
    ? { bytes, mime: item.mime, page, orientation: 1 }
    : labSource(context, item, bytes, page);
}

function straightenedSteps(context: VaultContext, { id }: EvidenceItem): readonly string[] {
  return turnsOf(context, id).some(({ straightened = 0 }) => straightened !== 0) ? [straightenedStep] : [];
}

async function redactPages(
  context: VaultContext,
  bytes: Buffer,
  item: EvidenceItem,
  pages: number,
  boxes: readonly RedactionBox[],
  control: JobControl,
): Promise<Draft> {
  const all: Drawn[] = [];
  const sizes: RedactedPages['pages'] = [];
  let total = 0;
  async function* draw(): AsyncGenerator<PicturePage> {
    for (let page = 1; page <= pages; page += 1) {
      if (control.signal.aborted) throw new HoldfastError('cancelled');
      const drawn = await context.lab.ask({
        type: 'redact',
        ...sourceOf(context, item, bytes, page),
        boxes: boxesOf(boxes, page),
        format: 'either',
      });
      const { picture, points } = drawn;
      if (points === null)
        throw new HoldfastError(item.kind === 'pdf' ? 'unreadable-pdf' : 'unreadable-image');
      total += picture.bytes.length;
      if (total > largestCopy) throw new HoldfastError('file-too-large');
      // The pictures themselves are not kept: one page is in memory at a time.
      all.push({ ...drawn, picture: { ...picture, bytes: new Uint8Array() } });
      sizes.push({ width: picture.width, height: picture.height, points });
      control.progress({ done: page, total: pages });
      yield { points, bytes: Buffer.from(picture.bytes), mime: picture.mime };
    }
  }
  const file = await context.files.write(writePicturePdf(draw()), { signal: control.signal });
  return {
    file,
    mime: 'application/pdf',
    made: {
      operations: [
        item.kind === 'pdf'
          ? 'Every page was drawn as a picture at 200 dots per inch, also those on which nothing is covered.'
          : `${turnedStep} Every page of it is in the copy, also those on which nothing is covered.`,
        ...straightenedSteps(context, item),
        coveredText(boxes, all),
        'The pictures were put together as a PDF. Text, notes, form fields, links and attachments are not in it.',
      ],
      turned: item.kind === 'image',
      pages: sizes,
    },
  };
}

function coveredText(boxes: readonly RedactionBox[], drawn: readonly Drawn[]): string {
  const wordless = drawn.reduce((sum, each) => sum + each.wordless, 0);
  const places = boxes.length === 1 ? '1 place was' : `${boxes.length} places were`;
  const left = wordless === 0 ? '' : ` ${wordless} of them had no room for its words.`;
  return `${places} covered with black.${left}`;
}

function knownOf(context: VaultContext, item: EvidenceItem, pages: number): Verified['known'] {
  const picture =
    item.width === null || item.height === null ? null : { width: item.width, height: item.height };
  const layouts = readPictureLayouts(context, item.id);
  if (layouts !== null) return { pages, picture: null, points: layouts.map((page) => sheetOf(page).points) };
  if (item.kind !== 'pdf') return { pages, picture, points: [] };
  const { page_sizes: sizes } = oneRow(
    context.db,
    z.object({ page_sizes: z.string().nullable() }),
    'SELECT page_sizes FROM evidence WHERE id = ?',
    item.id,
  );
  const points =
    sizes === null ? [] : parseJson(z.array(z.object({ width: z.number(), height: z.number() })), sizes);
  return { pages, picture: null, points };
}
