import type { TessBaseApi, TessModule } from './core';
import { greyOf } from './grey';
import type { Grey } from './grey';
import { inkOf } from './ink';
import { inRows, linesOf, wordsOf } from './lines';
import type { ReadStrip, WorkerReply, WorkerRequest } from './messages';
import { withoutPatterns } from './patterns';
import { doubled, scaleFor } from './scale';

/**
 * Runs Tesseract (compiled to WebAssembly) in a thread of the lab. Its program and the English data come from the lab's
 * own folder; other languages are handed in. Nothing is looked for anywhere else.
 */

/** The smallest programs that use the instructions in question (as the package wasm-feature-detect has them). */
const relaxedSimd = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 15, 1, 13, 0, 65, 1, 253, 15, 65, 2,
  253, 15, 253, 128, 2, 11,
];
const simd = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
  11,
];

function coreName(): string {
  const runs = (program: readonly number[]): boolean => WebAssembly.validate(new Uint8Array(program));
  if (runs(relaxedSimd)) return 'tesseract-core-relaxedsimd-lstm';
  return runs(simd) ? 'tesseract-core-simd-lstm' : 'tesseract-core-lstm';
}

class LanguageProblem extends Error {}

let loading: Promise<TessModule> | null = null;
const given = new Set<string>();
let open: { readonly api: TessBaseApi; readonly languages: string } | null = null;

async function load(): Promise<TessModule> {
  const name = coreName();
  importScripts(`ocr/${name}.js`);
  if (globalThis.TesseractCore === undefined) throw new Error('no core');
  const wasmBinary = await (await fetch(`ocr/${name}.wasm`)).arrayBuffer();
  const silent = (): void => undefined;
  const tess = await globalThis.TesseractCore({
    wasmBinary,
    TesseractProgress: silent,
    print: silent,
    printErr: silent,
  });
  const packed = (await fetch('ocr/eng.traineddata.gz')).body;
  if (packed === null) throw new Error('no language');
  const data = await new Response(packed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  give(tess, 'eng', new Uint8Array(data));
  return tess;
}

function give(tess: TessModule, code: string, data: Uint8Array): void {
  tess.FS.writeFile(`${code}.traineddata`, data);
  given.add(code);
}

/** An engine for these languages; the one from before serves again where they are the same. */
function engineFor(tess: TessModule, languages: readonly string[]): TessBaseApi {
  const wanted = languages.join('+');
  if (open?.languages === wanted) return open.api;
  if (languages.length === 0 || languages.some((code) => !given.has(code))) throw new LanguageProblem();
  open?.api.End();
  open = null;
  const api = new tess.TessBaseAPI();
  if (api.Init(null, wanted, 1) !== 0) throw new LanguageProblem();
  // On a screen a lone upright stroke is the word I far more often than a rule between two words.
  api.SetVariable('tessedit_char_blacklist', '|');
  open = { api, languages: wanted };
  return api;
}

/** A picture as PGM, the plainest form there is: nothing needs to be packed and unpacked again. */
function pgmOf({ data, width, height }: Grey): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
}

/** Page segmentation: 3 looks for columns and blocks, 11 for words wherever they stand (tesseract(1), --psm). */
const inColumns = '3';
const anywhere = '11';

function read(tess: TessModule, request: Extract<WorkerRequest, { type: 'read' }>): ReadStrip {
  const { rgba, width, height, isPage } = request;
  const api = engineFor(tess, request.languages);
  const { grey, contrast } = inkOf(greyOf(rgba, width, height));
  const scale = scaleFor(grey);
  const isScreen = contrast !== null && !isPage;
  api.SetVariable('tessedit_pageseg_mode', isScreen ? anywhere : inColumns);
  tess.FS.writeFile('/input', pgmOf(scale === 2 ? doubled(grey) : grey));
  try {
    if (api.SetImageFile(1, 0) === 1) throw new Error('no picture');
    api.Recognize(null);
    const lines = linesOf(api.GetJSONText(0));
    const words = wordsOf(isScreen ? inRows(lines) : lines, scale, { width, height });
    return {
      words: isScreen ? withoutPatterns(words, contrast) : words,
      engine: `Tesseract ${api.Version()}`.slice(0, 60),
    };
  } finally {
    // Nothing of a picture stays for the next one.
    api.Clear();
    tess.FS.unlink('/input');
  }
}

async function answer(request: WorkerRequest): Promise<ReadStrip> {
  loading ??= load();
  const tess = await loading;
  if (request.type === 'read') return read(tess, request);
  give(tess, request.code, request.bytes);
  // Tried at once: a file that Tesseract cannot open is refused when it is added, and not months later.
  if (open?.languages === request.code) open = null;
  const api = engineFor(tess, [request.code]);
  return { words: [], engine: `Tesseract ${api.Version()}`.slice(0, 60) };
}

const reply = (message: WorkerReply): void => {
  postMessage(message);
};

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  answer(data).then(
    (value) => {
      reply({ ok: true, value });
    },
    (error: unknown) => {
      const about = error instanceof LanguageProblem || data.type === 'language';
      reply({ ok: false, code: about ? 'language-unusable' : 'unreadable-image' });
    },
  );
});
