import { execFileSync } from 'node:child_process';
import { placeOnSheets } from '../../../shared/domain/bundle/place';
import { landscape, portrait } from '../../../shared/domain/bundle/sheet';

/** Pixels are compared at so many dots per inch of the source, each the mean of `fineness` times as many across and down. */
const dpi = 50;
const fineness = 4;
/** A pixel differs when one of its colours does by more than this, of 255. */
const apart = 64;

interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

function drawn(path: string, page: number, resolution: number, more: readonly string[] = []): Grey {
  const ppm = execFileSync(
    'pdftoppm',
    ['-r', resolution.toFixed(4), '-f', String(page), '-l', String(page), '-cropbox', ...more, path],
    { maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(ppm.toString('latin1', 0, 60));
  if (head === null) throw new Error('no picture');
  return { width: Number(head[1]), height: Number(head[2]), data: ppm.subarray(head[0].length) };
}

/** Means of squares of pixels, colour by colour. */
function coarse({ width, height, data }: Grey, columns: number, rows: number): Float64Array {
  const means = new Float64Array(columns * rows * 3);
  for (let y = 0; y < rows * fineness; y += 1) {
    for (let x = 0; x < columns * fineness; x += 1) {
      const isOn = x < width && y < height;
      const at = (Math.floor(y / fineness) * columns + Math.floor(x / fineness)) * 3;
      for (let colour = 0; colour < 3; colour += 1)
        means[at + colour] =
          (means[at + colour] ?? 0) + (isOn ? (data[(y * width + x) * 3 + colour] ?? 255) : 255);
    }
  }
  return means.map((sum) => sum / (fineness * fineness));
}

/**
 * How much of a page of a source looks otherwise on its sheet of a bundle, placed back to the source's size, as poppler draws both:
 * 0 for nothing, 1 for all. Null for a page that is cut over several sheets.
 */
export function lookApart(source: string, page: number, bundle: string, sheet: number): number | null {
  const own = drawn(source, page, dpi * fineness);
  const points = 72 / (dpi * fineness);
  const size = { width: own.width * points, height: own.height * points };
  const { scale, pieces, isLandscape } = placeOnSheets(size, { most: 1, wideFrom: 1.05 });
  const [piece] = pieces;
  if (piece === undefined || pieces.length > 1) return null;
  const resolution = (dpi * fineness) / scale;
  const paper = isLandscape ? landscape : portrait;
  const pixels = (length: number): string => String(Math.round((length * resolution) / 72));
  const { rect } = piece;
  const shown = drawn(bundle, sheet, resolution, [
    ...['-x', pixels(rect.x), '-y', pixels(paper.height - rect.y - rect.height)],
    ...['-W', String(own.width), '-H', String(own.height)],
  ]);
  const [columns, rows] = [Math.floor(own.width / fineness), Math.floor(own.height / fineness)];
  const [one, other] = [coarse(own, columns, rows), coarse(shown, columns, rows)];
  let different = 0;
  for (let at = 0; at < one.length; at += 3) {
    const far = [0, 1, 2].some(
      (colour) => Math.abs((one[at + colour] ?? 0) - (other[at + colour] ?? 0)) > apart,
    );
    if (far) different += 1;
  }
  return different / Math.max(1, columns * rows);
}
