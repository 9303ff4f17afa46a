import type { Pdfium } from './engine';
import { withRoom } from './engine';
import { kinds, without } from './objects';
import type { PageObject } from './objects';
import { render, toneAt } from './render';
import type { Pixels } from './render';
import { apart, distance } from './apart';
import type { HiddenReason } from './apart';
import type { Sheet } from './open-sheet';

/** Pictures that are switched off one by one; more than these only all at once. */
const mostInTurn = 24;
/** Side of the squares that a covered place is made of, in pixels at 100 dots per inch: 2 mm. */
const square = 8;
/** So many squares in which something is covered are a line of an address. */
const enough = 6;
/** Light and dark within a square this far apart are something: writing, a face. */
const contrast = 70;
/** A picture of which more than this part lies beyond the edge of the page, or of what cuts it, has been cropped. */
const cropped = 0.05;
/** Points; below it, an edge is an edge. */
const bleed = 6;
/** Pixels of one tone say nothing. */
const flat = 24;

/** Pictures, or parts of one, that can be taken out of the page but are not seen on it. */
export function hiddenPictures(
  sheet: Sheet,
  objects: readonly PageObject[],
  whole: Pixels,
  scale: number,
): HiddenReason | null {
  const pictures = objects.filter(({ at, kind }) => kind === kinds.image && !isPlain(sheet.engine, at));
  if (pictures.length === 0) return null;
  if (pictures.some((picture) => isCropped(sheet, picture))) return 'outside-page';
  const bare = without(sheet.engine, pictures, () => render(sheet, scale));
  const shown = pictures.length <= mostInTurn ? pictures : [];
  for (const picture of shown) {
    const left = pictures.length === 1 ? bare : without(sheet.engine, [picture], () => render(sheet, scale));
    if (isSame(whole, left)) return 'hidden-picture';
  }
  const others = objects.filter(({ kind }) => kind !== kinds.image);
  if (others.length === 0) return null;
  const alone = without(sheet.engine, others, () => render(sheet, scale));
  return coveredSquares(whole, bare, alone) >= enough ? 'hidden-picture' : null;
}

function isSame(one: Pixels, other: Pixels): boolean {
  for (let at = 0; at < one.data.length; at += 4) if (distance(one, other, at) > apart) return false;
  return true;
}

/**
 * Squares of a picture that something else covers wholly: taking the pictures away changes nothing there, and yet what they
 * have there is something.
 */
function coveredSquares(whole: Pixels, bare: Pixels, alone: Pixels): number {
  let count = 0;
  for (let top = 0; top + square <= whole.height; top += square) {
    for (let left = 0; left + square <= whole.width; left += square) {
      if (isCovered(whole, bare, alone, left, top)) count += 1;
    }
  }
  return count;
}

function isCovered(whole: Pixels, bare: Pixels, alone: Pixels, left: number, top: number): boolean {
  let [least, most, off] = [255, 0, 0];
  for (let y = top; y < top + square; y += 1) {
    for (let x = left; x < left + square; x += 1) {
      const at = (y * whole.width + x) * 4;
      if (distance(whole, bare, at) > apart) return false;
      const tone = toneAt(alone, at);
      least = Math.min(least, tone);
      most = Math.max(most, tone);
      if (distance(whole, alone, at) > apart) off += 1;
    }
  }
  return most - least >= contrast && off > 0;
}

/** A picture of one tone, or of a handful of pixels, holds nothing that could be hidden. */
function isPlain(engine: Pdfium, image: number): boolean {
  const size = withRoom(engine, 2, ([wide = 0, high = 0], read) =>
    engine.FPDFImageObj_GetImagePixelSize(image, wide, high) ? read.int(0) * read.int(1) : 0,
  );
  if (size > 0 && size <= 64) return true;
  const bitmap = engine.FPDFImageObj_GetBitmap(image);
  if (bitmap === 0) return false;
  try {
    return isOneTone(engine, bitmap);
  } finally {
    engine.FPDFBitmap_Destroy(bitmap);
  }
}

/** FPDFBitmap_Gray, BGR, BGRx, BGRA: bytes to the pixel. */
const bytesOf: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 4, 4: 4, 5: 4 };

function isOneTone(engine: Pdfium, bitmap: number): boolean {
  const each = bytesOf[engine.FPDFBitmap_GetFormat(bitmap)];
  if (each === undefined) return false;
  const start = engine.FPDFBitmap_GetBuffer(bitmap);
  const stride = engine.FPDFBitmap_GetStride(bitmap);
  const [width, height] = [engine.FPDFBitmap_GetWidth(bitmap), engine.FPDFBitmap_GetHeight(bitmap)];
  const { HEAPU8 } = engine.memory;
  const colours = Math.min(3, each);
  const least = [255, 255, 255];
  const most = [0, 0, 0];
  for (let y = 0; y < height; y += 1) {
    const row = start + y * stride;
    for (let at = row; at < row + width * each; at += each) {
      for (let colour = 0; colour < colours; colour += 1) {
        const value = HEAPU8[at + colour] ?? 0;
        if (value < (least[colour] ?? 0)) least[colour] = value;
        if (value > (most[colour] ?? 0)) most[colour] = value;
      }
      if ((most[0] ?? 0) - (least[0] ?? 0) > flat) return false;
    }
    if (most.some((value, colour) => value - (least[colour] ?? 0) > flat)) return false;
  }
  return true;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether a part of a picture lies beyond the page or beyond what it is cut by. Groups are taken as they lie. */
function isCropped(sheet: Sheet, { at, inside }: PageObject): boolean {
  // Within a group its place is reckoned in the group's own way; such a picture is found by what it shows.
  if (inside.length > 0) return false;
  const { engine } = sheet;
  const own = boundsOf(engine, at);
  if (own === null) return false;
  const corners = [sheet.place(own.left, own.bottom), sheet.place(own.right, own.top)];
  const upright = boxAround(corners);
  const page = { left: 0, top: 0, right: sheet.width, bottom: sheet.height };
  const cut = clipOf(sheet, at);
  const left = overlap(overlap(upright, page), cut ?? page);
  const beyond = Math.max(
    left.left - upright.left,
    left.top - upright.top,
    upright.right - left.right,
    upright.bottom - left.bottom,
  );
  return beyond > bleed && areaOf(left) < areaOf(upright) * (1 - cropped);
}

function boundsOf(engine: Pdfium, at: number): Box | null {
  return withRoom(engine, 4, ([left = 0, bottom = 0, right = 0, top = 0], read) =>
    engine.FPDFPageObj_GetBounds(at, left, bottom, right, top)
      ? { left: read.float(0), bottom: read.float(1), right: read.float(2), top: read.float(3) }
      : null,
  );
}

/** What an object is cut by, as the box around it; null where nothing cuts it. */
function clipOf({ engine, place }: Sheet, at: number): Box | null {
  const clip = engine.FPDFPageObj_GetClipPath(at);
  const count = clip === 0 ? 0 : engine.FPDFClipPath_CountPaths(clip);
  let box: Box | null = null;
  for (let path = 0; path < Math.max(0, count); path += 1) {
    const points: { x: number; y: number }[] = [];
    const segments = engine.FPDFClipPath_CountPathSegments(clip, path);
    for (let index = 0; index < Math.min(1000, segments); index += 1) {
      const segment = engine.FPDFClipPath_GetPathSegment(clip, path, index);
      withRoom(engine, 2, ([x = 0, y = 0], read) => {
        if (engine.FPDFPathSegment_GetPoint(segment, x, y)) points.push(place(read.float(0), read.float(1)));
      });
    }
    if (points.length === 0) continue;
    const around = boxAround(points);
    box = box === null ? around : overlap(box, around);
  }
  return box;
}

function boxAround(points: readonly { readonly x: number; readonly y: number }[]): Box {
  return {
    left: Math.min(...points.map(({ x }) => x)),
    right: Math.max(...points.map(({ x }) => x)),
    top: Math.min(...points.map(({ y }) => y)),
    bottom: Math.max(...points.map(({ y }) => y)),
  };
}

function overlap(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

function areaOf({ left, top, right, bottom }: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}
