import type { LabAnswer, LabBox, LabRequest } from '../../shared/contract/lab';
import { load, only } from './pdf';
import { LabProblem } from './kit/problem';
import { scaleOf, uprightPicture } from './redact';
import { paintBoxes, prepareBoxes } from './redact-paint';
import { countTiffPages } from './tiff';

type Request = Extract<LabRequest, { type: 'check-redaction' }>;
type Answer = LabAnswer<'check-redaction'>;

/** Rows looked at a time: a whole picture of 100 megapixels would take 400 MB, three times over. */
const strip = 256;
const tile = 32;
/** A tile of which less is left beside the boxes says nothing. */
const leastOfTile = 64;

/** Decodes original and copy anew and measures: what is under the boxes, what is beside them, what is text. */
export async function checkRedaction(request: Request): Promise<Answer> {
  const copy = await readCopy(request);
  const original = await readOriginal(request);
  return {
    ...measure(original.canvas, copy.canvas, request),
    pages: { original: original.pages, copy: copy.pages },
    letters: copy.letters,
    annotations: copy.annotations,
  };
}

/** A copy is pixels alone and lies as it is seen. */
async function readCopy({ copy, copyMime, page }: Request) {
  if (copyMime !== 'application/pdf') {
    const canvas = await uprightPicture({ bytes: copy, mime: copyMime, page: null, orientation: 1 });
    return { canvas, pages: 1, letters: 0, annotations: 0 };
  }
  return load(
    copy,
    (document) =>
      document.withPage(page ?? 1, async (shown) => ({
        canvas: await shown.draw(scaleOf(shown)),
        pages: document.pages,
        letters: shown.letters(),
        annotations: shown.annotations,
      })),
    only(page ?? 1),
  );
}

async function readOriginal(request: Request) {
  const { bytes, mime, page } = request;
  if (mime !== 'application/pdf') {
    const pages = page === null ? 1 : countTiffPages(bytes);
    return { canvas: await uprightPicture(request), pages };
  }
  return load(
    bytes,
    (document) =>
      document.withPage(page ?? 1, async (shown) => ({
        canvas: await shown.draw(scaleOf(shown)),
        pages: document.pages,
      })),
    only(page ?? 1),
  );
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The pixels that lie wholly inside a box, reckoned from its fractions and not from what was painted; `inset` less on each
 * side unless nothing would be left.
 */
function insideOf(
  box: LabBox,
  size: { readonly width: number; readonly height: number },
  inset: number,
): Area {
  const whole = {
    left: Math.ceil(box.x * size.width - 1e-6),
    top: Math.ceil(box.y * size.height - 1e-6),
    right: Math.min(size.width, Math.floor((box.x + box.width) * size.width + 1e-6)),
    bottom: Math.min(size.height, Math.floor((box.y + box.height) * size.height + 1e-6)),
  };
  const narrow = whole.right - whole.left <= 2 * inset || whole.bottom - whole.top <= 2 * inset;
  return narrow ? whole : grown(whole, -inset);
}

function grown({ left, top, right, bottom }: Area, by: number): Area {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

function measure(
  original: OffscreenCanvas,
  copy: OffscreenCanvas,
  { boxes, blur }: Request,
): Pick<Answer, 'original' | 'copy' | 'inside' | 'outside'> {
  const sizes = {
    original: { width: original.width, height: original.height },
    copy: { width: copy.width, height: copy.height },
  };
  const inside = { pixels: 0, sum: 0, worst: 0, worstInWords: 0 };
  const outside = { pixels: 0, sum: 0, worstTile: 0, worstColour: 0 };
  const done = (): Pick<Answer, 'original' | 'copy' | 'inside' | 'outside'> => ({
    ...sizes,
    inside: {
      pixels: inside.pixels,
      worst: inside.worst,
      worstInWords: inside.worstInWords,
      mean: mean(inside),
    },
    outside: {
      pixels: outside.pixels,
      worstTile: outside.worstTile,
      worstColour: outside.worstColour,
      mean: mean(outside),
    },
  });
  // Nothing can be compared then, and the sizes say so.
  if (original.width !== copy.width || original.height !== copy.height) return done();

  const { width, height } = copy;
  const painted = prepareBoxes(boxes, copy);
  const within = boxes.map((box) => insideOf(box, copy, Math.min(1, blur)));
  const beside = painted.map(({ rect }) => grown(rect, blur));
  const [before, after] = [contextOf(original), contextOf(copy)];
  const fresh = new OffscreenCanvas(width, Math.min(strip, height));
  const expected = contextOf(fresh);
  for (let top = 0; top < height; top += strip) {
    const rows = Math.min(strip, height - top);
    expected.clearRect(0, 0, width, rows);
    paintBoxes(expected, painted, top);
    const was = before.getImageData(0, top, width, rows).data;
    const is = after.getImageData(0, top, width, rows).data;
    const wanted = expected.getImageData(0, 0, width, rows).data;
    for (const area of within) {
      for (let y = Math.max(area.top, top); y < Math.min(area.bottom, top + rows); y += 1) {
        for (let x = area.left; x < area.right; x += 1) {
          const at = ((y - top) * width + x) * 4;
          // Where the painting has left a hole in a box, nothing can be right.
          const off = wanted[at + 3] === 255 ? difference(wanted, is, at) : 255;
          inside.pixels += 1;
          inside.sum += off;
          if (wanted[at] === 0) inside.worst = Math.max(inside.worst, off);
          else inside.worstInWords = Math.max(inside.worstInWords, off);
        }
      }
    }
    compareRest(was, is, { width, rows, top }, beside, outside);
  }
  return done();
}

function compareRest(
  was: Uint8ClampedArray,
  is: Uint8ClampedArray,
  { width, rows, top }: { readonly width: number; readonly rows: number; readonly top: number },
  beside: readonly Area[],
  outside: { pixels: number; sum: number; worstTile: number; worstColour: number },
): void {
  const covered = new Uint8Array(width * rows);
  for (const area of beside) {
    const [left, right] = [Math.max(0, area.left), Math.min(width, area.right)];
    for (let y = Math.max(area.top - top, 0); y < Math.min(area.bottom - top, rows); y += 1) {
      if (right > left) covered.fill(1, y * width + left, y * width + right);
    }
  }
  const across = Math.ceil(width / tile);
  const tiles = across * Math.ceil(rows / tile);
  const counts = new Uint32Array(tiles);
  const sums = new Float64Array(tiles);
  /** How much redder, greener and bluer the copy is, three numbers a tile. */
  const shifts = new Float64Array(tiles * 3);
  for (let y = 0; y < rows; y += 1) {
    const line = Math.floor(y / tile) * across;
    for (let x = 0; x < width; x += 1) {
      const pixel = y * width + x;
      if (covered[pixel] === 1) continue;
      const place = line + Math.floor(x / tile);
      counts[place] = (counts[place] ?? 0) + 1;
      sums[place] = (sums[place] ?? 0) + difference(was, is, pixel * 4);
      for (let colour = 0; colour < 3; colour += 1) {
        const at = pixel * 4 + colour;
        shifts[place * 3 + colour] = (shifts[place * 3 + colour] ?? 0) + (is[at] ?? 0) - (was[at] ?? 0);
      }
    }
  }
  for (const [place, count] of counts.entries()) {
    const sum = sums[place] ?? 0;
    outside.pixels += count;
    outside.sum += sum;
    if (count < leastOfTile) continue;
    outside.worstTile = Math.max(outside.worstTile, sum / count);
    for (const shift of shifts.subarray(place * 3, place * 3 + 3)) {
      outside.worstColour = Math.max(outside.worstColour, Math.abs(shift) / count);
    }
  }
}

/** The largest of the differences in red, green and blue. */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray, at: number): number {
  return Math.max(
    Math.abs((a[at] ?? 0) - (b[at] ?? 0)),
    Math.abs((a[at + 1] ?? 0) - (b[at + 1] ?? 0)),
    Math.abs((a[at + 2] ?? 0) - (b[at + 2] ?? 0)),
  );
}

function mean({ pixels, sum }: { readonly pixels: number; readonly sum: number }): number {
  return pixels === 0 ? 0 : sum / pixels;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new LabProblem('file-too-large');
  return context;
}
