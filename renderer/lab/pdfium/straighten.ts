import { boxAround, turnOf } from '../../../shared/domain/pictures/straight';
import type { Pdfium } from './engine';
import { copyIn, withRoom } from './engine';

/**
 * Turns all that is on a page about its middle, by tenths of a degree, clockwise, and makes the page larger, so that nothing is cut
 * off. Its pictures stay as they are stored: no pixel of a scan is drawn anew. What lay beyond its edge stays hidden.
 */
export function straightenPage(engine: Pdfium, page: number, tenths: number): void {
  const box = boxOf(engine, page);
  if (box === null) return;
  const { left, bottom, right, top } = box;
  const { sin, cos } = turnOf(tenths);
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  // Upwards is up on a page: clockwise is the other way round than on a screen (ISO 32000-1, 8.3.3).
  const turn = [cos, -sin, sin, cos, x - cos * x - sin * y, y + sin * x - cos * y] as const;
  withFloats(engine, [left, top, right, bottom], (clip) => engine.FPDFPage_TransFormWithClip(page, 0, clip));
  withFloats(engine, turn, (matrix) => engine.FPDFPage_TransFormWithClip(page, matrix, 0));
  engine.FPDFPage_TransformAnnots(page, ...turn);
  const { width, height } = boxAround({ width: right - left, height: top - bottom }, tenths);
  const larger = [x - width / 2, y - height / 2, x + width / 2, y + height / 2] as const;
  engine.FPDFPage_SetMediaBox(page, ...larger);
  engine.FPDFPage_SetCropBox(page, ...larger);
}

/** What of a page is seen, in its own units, before it is turned by quarters. */
function boxOf(engine: Pdfium, page: number) {
  return withRoom(engine, 4, ([at = 0], read) => {
    if (!engine.FPDF_GetPageBoundingBox(page, at)) return null;
    // FS_RECTF: left, top, right, bottom.
    const box = { left: read.float(0), top: read.float(1), right: read.float(2), bottom: read.float(3) };
    return box.right > box.left && box.top > box.bottom ? box : null;
  });
}

function withFloats(engine: Pdfium, values: readonly number[], work: (at: number) => void): void {
  const at = copyIn(engine, new Uint8Array(Float32Array.from(values).buffer));
  try {
    work(at);
  } finally {
    engine.memory.wasmExports.free(at);
  }
}
