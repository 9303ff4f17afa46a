import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TessBaseApi, TessModule } from '../../renderer/lab/ocr/core';
import { greyOf } from '../../renderer/lab/ocr/grey';
import { inkOf } from '../../renderer/lab/ocr/ink';
import { inRows, linesOf, wordsOf } from '../../renderer/lab/ocr/lines';
import type { Pixels } from '../../renderer/lab/ocr/lying';
import type { Word } from '../../shared/models/text';

const packages = join(import.meta.dirname, '../../node_modules');

/** The recogniser as the lab runs it, without the lab: one picture after the other, read in one piece. */
export async function startRecogniser(): Promise<(pixels: Pixels, isPage: boolean) => readonly Word[]> {
  const folder = join(packages, 'tesseract.js-core');
  const start = createRequire(import.meta.url)(join(folder, 'tesseract-core-simd-lstm.js')) as (options: {
    readonly wasmBinary: Uint8Array;
    readonly TesseractProgress: () => void;
    readonly print: () => void;
    readonly printErr: () => void;
  }) => Promise<TessModule>;
  const silent = (): void => undefined;
  const tess = await start({
    wasmBinary: readFileSync(join(folder, 'tesseract-core-simd-lstm.wasm')),
    TesseractProgress: silent,
    print: silent,
    printErr: silent,
  });
  const english = join(packages, '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz');
  tess.FS.writeFile('eng.traineddata', gunzipSync(readFileSync(english)));
  const api: TessBaseApi = new tess.TessBaseAPI();
  if (api.Init(null, 'eng', 1) !== 0) throw new Error('no engine');
  return ({ data, width, height }, isPage) => {
    const { grey, contrast } = inkOf(greyOf(data, width, height));
    const isScreen = contrast !== null && !isPage;
    api.SetVariable('tessedit_pageseg_mode', isScreen ? '11' : '3');
    const head = new TextEncoder().encode(`P5\n${grey.width} ${grey.height}\n255\n`);
    tess.FS.writeFile('/input', Buffer.concat([head, grey.data]));
    api.SetImageFile(1, 0);
    api.Recognize(null);
    const lines = linesOf(api.GetJSONText(0));
    api.Clear();
    tess.FS.unlink('/input');
    return wordsOf(isScreen ? inRows(lines) : lines, 1, { width, height });
  };
}
