import { withEngine } from './pdfium/engine';
import { readShare } from './pdfium/finished-lots';
import type { ShareOfFile } from './pdfium/finished-lots';
import type { FinishedPage } from '../../shared/models/finished-pdf';

/**
 * Reads a share of a finished file in a thread of the lab, with a PDFium of its own; null where that failed. Told nothing, it only
 * starts PDFium, for the share that will come.
 */
addEventListener('message', ({ data }: MessageEvent<ShareOfFile | null>) => {
  if (data === null) {
    withEngine(() => Promise.resolve()).catch(() => undefined);
    return;
  }
  withEngine((engine) => readShare(engine, data)).then(
    (pages: readonly FinishedPage[]) => {
      postMessage(pages);
    },
    () => {
      postMessage(null);
    },
  );
});
