import { maxPixels } from '../../shared/contract/lab';
import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import { crookedByRows, longestLooked } from '../../shared/domain/pictures/crooked';
import { sizeStraight } from '../../shared/domain/pictures/straight';
import type { TurnBy } from '../../shared/models/page-turn';
import type { Word } from '../../shared/models/text';
import { paper, shrink } from './kit/canvas';
import { straightened } from './kit/straighten';
import { decode } from './image';
import { drawForReading } from './pdf';
import { LabProblem } from './kit/problem';
import { crookedBy, isShapedAsPage } from './ocr/crooked';
import { greyOf } from './ocr/grey';
import type { ReadStrip, WorkerReply, WorkerRequest } from './ocr/messages';
import { lyingBy, mayLieOtherwise, pieceOf, turnedPixels, wordsIn } from './ocr/lying';
import { stripsOf } from './ocr/strips';

/** Wider than this a picture is drawn smaller: a camera's letters are large enough. */
const widest = 3200;

let worker: Worker | null = null;

/** One request at a time. After a fault the thread is replaced: an engine that failed once may not be in order. */
function ask(request: WorkerRequest): Promise<ReadStrip> {
  worker ??= new Worker('ocr-worker.js');
  const used = worker;
  return new Promise<ReadStrip>((resolve, reject) => {
    const fail = (code: 'unreadable-image' | 'language-unusable'): void => {
      used.terminate();
      if (worker === used) worker = null;
      reject(new LabProblem(code));
    };
    used.onerror = () => {
      fail(request.type === 'language' ? 'language-unusable' : 'unreadable-image');
    };
    used.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
      if (data.ok) resolve(data.value);
      else fail(data.code);
    };
    used.postMessage(request, request.type === 'read' ? [request.rgba.buffer as ArrayBuffer] : []);
  });
}

/** Opens a language for trial and keeps it for what is read next. */
export async function takeLanguage(
  request: Extract<LabRequest, { type: 'language' }>,
): Promise<LabAnswer<'language'>> {
  const { engine } = await ask({ type: 'language', code: request.code, bytes: request.bytes });
  return { engine };
}

/**
 * Reads a picture or a page of a PDF, strip by strip; where that makes no sense, it is tried whether it lies on its side. One that lies as
 * it is read may still lie crooked.
 */
export async function recognise(
  request: Extract<LabRequest, { type: 'recognise' }>,
): Promise<LabAnswer<'recognise'>> {
  const { bytes, mime, page } = request;
  const drawnPage = mime === 'application/pdf' ? await drawForReading(bytes, page ?? 1) : null;
  const source = drawnPage?.canvas ?? (await decode(request));
  try {
    const { width, height } = source;
    if (width * height > maxPixels) throw new LabProblem('file-too-large');
    const scale = Math.min(1, widest / width);
    const drawn = { source, scale, isPage: page !== null, languages: request.languages };
    const { words, engine } = await readStrips(drawn);
    const lies = mayLieOtherwise(words) ? await tryTurned(drawn, words) : 0;
    // What lies on a page (stamps, remarks) would not turn with it.
    const mayBeCrooked = lies === 0 && drawnPage?.isPlain !== false;
    const crooked = mayBeCrooked ? await lookCrooked(drawn, words) : 0;
    const placed = words.map((word) => enlarged(word, scale, width, height));
    return { width, height, words: placed, engine, lies, crooked };
  } finally {
    if (source instanceof ImageBitmap) source.close();
  }
}

interface Drawn {
  readonly source: ImageBitmap | OffscreenCanvas;
  readonly scale: number;
  readonly isPage: boolean;
  readonly languages: readonly string[];
}

/** What it is read at: in pixels of that size the words are given. */
function sizeOf({ source, scale }: Drawn): { readonly wide: number; readonly high: number } {
  return {
    wide: Math.max(1, Math.round(source.width * scale)),
    high: Math.max(1, Math.round(source.height * scale)),
  };
}

async function readStrips(
  drawn: Drawn,
): Promise<{ readonly words: readonly Word[]; readonly engine: string }> {
  const { isPage, languages } = drawn;
  const words: Word[] = [];
  let engine = '';
  for (const { top, bottom, from, to } of stripsOf(sizeOf(drawn).high)) {
    const { data, width, height } = pixelsOf(drawn, top, bottom);
    const read = await ask({ type: 'read', rgba: data, width, height, isPage, languages });
    engine = read.engine;
    append(
      words,
      read.words.filter(({ y, h }) => top + y + h / 2 >= from && top + y + h / 2 < to),
      top,
    );
  }
  return { words, engine };
}

/** Rows `top` to `bottom` of what is read. */
function pixelsOf(drawn: Drawn, top: number, bottom: number): ImageData {
  const { source, scale } = drawn;
  const { wide } = sizeOf(drawn);
  const { canvas, context } = paper(wide, bottom - top);
  context.drawImage(source, 0, top / scale, source.width, (bottom - top) / scale, 0, 0, wide, bottom - top);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** By how much it must be turned so that its lines lie level. */
async function lookCrooked(drawn: Drawn, words: readonly Word[]): Promise<number> {
  const { source, isPage, languages } = drawn;
  if (!isShapedAsPage(source)) return 0;
  const small = shrink(source, source, { width: longestLooked, height: longestLooked });
  const { data } = small.getContext('2d')?.getImageData(0, 0, small.width, small.height) ?? {};
  if (data === undefined) return 0;
  const found = await crookedBy({
    byRows: crookedByRows(greyOf(data, small.width, small.height)),
    words,
    readStraight: async (tenths) => {
      const cut = cutPiece(drawn);
      if (cut === null) return [];
      const canvas = straightened(cut.canvas, tenths);
      const { width, height } = canvas;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height);
      if (pixels === undefined) return [];
      return (await ask({ type: 'read', rgba: pixels.data, width, height, isPage, languages })).words;
    },
  });
  const { width, height } = sizeStraight(source, found);
  return width * height > maxPixels ? 0 : found;
}

/** The piece of it in which most letters are. */
function cutPiece(drawn: Drawn) {
  const [strip] = stripsOf(sizeOf(drawn).high);
  if (strip === undefined) return null;
  const whole = pixelsOf(drawn, strip.top, strip.bottom);
  const piece = pieceOf(whole);
  const { canvas, context } = paper(piece.width, piece.height);
  context.putImageData(whole, -piece.x, -piece.y);
  return { piece, canvas, pixels: context.getImageData(0, 0, canvas.width, canvas.height) };
}

/** Reads one piece of it in the three other ways, and says which of them makes sense. */
async function tryTurned(drawn: Drawn, words: readonly Word[]): Promise<TurnBy> {
  const cut = cutPiece(drawn);
  if (cut === null) return 0;
  const turned: { by: TurnBy; words: readonly Word[] }[] = [];
  for (const by of [180, 90, 270] as const) {
    const { data, width, height } = turnedPixels(cut.pixels, by);
    const { isPage, languages } = drawn;
    const read = await ask({ type: 'read', rgba: data, width, height, isPage, languages });
    turned.push({ by, words: read.words });
  }
  return lyingBy(wordsIn(words, cut.piece), turned);
}

/** Adds the words of a strip below those of the strips above it. */
function append(words: Word[], more: readonly Word[], top: number): void {
  let line = words.at(-1)?.line ?? -1;
  let before: number | null = null;
  for (const word of more) {
    if (word.line !== before) line += 1;
    before = word.line;
    words.push({ ...word, y: word.y + top, line });
  }
}

/** In pixels of the picture itself, never outside of it. */
function enlarged(word: Word, scale: number, width: number, height: number): Word {
  const x = Math.min(width, Math.round(word.x / scale));
  const y = Math.min(height, Math.round(word.y / scale));
  const w = Math.min(width - x, Math.round(word.w / scale));
  const h = Math.min(height - y, Math.round(word.h / scale));
  return { ...word, x, y, w, h };
}
