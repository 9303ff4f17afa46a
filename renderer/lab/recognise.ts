import { maxPixels } from '../../shared/contract/lab';
import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import type { Word } from '../../shared/models/text';
import { paper } from './kit/canvas';
import { decode } from './image';
import { drawForReading } from './pdf';
import { LabProblem } from './kit/problem';
import type { ReadStrip, WorkerReply, WorkerRequest } from './ocr/messages';
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

/** Reads a picture or a page of a PDF, strip by strip. */
export async function recognise(
  request: Extract<LabRequest, { type: 'recognise' }>,
): Promise<LabAnswer<'recognise'>> {
  const { bytes, mime, page, languages } = request;
  const source = mime === 'application/pdf' ? await drawForReading(bytes, page ?? 1) : await decode(request);
  try {
    const { width, height } = source;
    if (width * height > maxPixels) throw new LabProblem('file-too-large');
    const scale = Math.min(1, widest / width);
    const wide = Math.max(1, Math.round(width * scale));
    const high = Math.max(1, Math.round(height * scale));
    const words: Word[] = [];
    let engine = '';
    for (const { top, bottom, from, to } of stripsOf(high)) {
      const { canvas, context } = paper(wide, bottom - top);
      context.drawImage(source, 0, top / scale, width, (bottom - top) / scale, 0, 0, wide, bottom - top);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const read = await ask({
        type: 'read',
        rgba: data,
        width: canvas.width,
        height: canvas.height,
        isPage: page !== null,
        languages,
      });
      engine = read.engine;
      append(
        words,
        read.words.filter(({ y, h }) => top + y + h / 2 >= from && top + y + h / 2 < to),
        top,
      );
    }
    return { width, height, words: words.map((word) => enlarged(word, scale, width, height)), engine };
  } finally {
    if (source instanceof ImageBitmap) source.close();
  }
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
