import { kinds, objectsOf, without } from './objects';
import type { PageObject } from './objects';
import { hiddenPictures } from './hidden-pictures';
import { isLetter, wordsOf } from './letters';
import type { Letter, Run } from './letters';
import { render, toneAt } from './render';
import type { Pixels } from './render';
import type { HiddenReason } from './apart';
import { apart, distance } from './apart';
import type { Sheet } from './open-sheet';

export interface Seen {
  readonly reason: HiddenReason | null;
  /** Letters that nobody sees on the page. */
  readonly unseen: ReadonlySet<Letter>;
  /** Those of them that should be seen by their colour: covered by something light, or a font is lacking. */
  readonly lacking: readonly Letter[];
}

const nothing: Pick<Seen, 'unseen' | 'lacking'> = { unseen: new Set(), lacking: [] };

/** So many letters are a word; fewer are a stray mark. */
const enough = 3;
const dpi = 100;
/** A page that is longer than this many pixels at 100 dots per inch is looked at coarser. */
const mostPixels = 12_000_000;
/** The ground under a word that nothing draws has one tone when its colours are no further apart than this. */
const flat = 24;
/** A letter this much lighter or darker than its ground can be read. */
const readable = 80;
/** Letters lower than this many points are dust to whoever looks. */
const lowest = 1;

/**
 * What can be taken out of a page but is not seen on it, without reading its layers: the page is drawn with and without its
 * text. A letter where nothing changes is not seen, be it covered, white on white, in a hidden layer or off the page.
 */
export function lookForHidden(sheet: Sheet, runs: readonly Run[]): Seen {
  const text = lookAtText(sheet, runs);
  return { ...text, reason: text.reason ?? lookAtPictures(sheet, text) };
}

/** What has been found of a page's text, with what is needed to look at its pictures too. */
export interface TextSeen extends Seen {
  readonly objects: readonly PageObject[];
  readonly whole: Pixels | null;
  readonly scale: number;
}

/** The half of it that concerns text. */
export function lookAtText(sheet: Sheet, runs: readonly Run[]): TextSeen {
  const pixels = sheet.width * sheet.height * (dpi / 72) ** 2;
  const scale = (dpi / 72) * Math.min(1, Math.sqrt(mostPixels / pixels));
  const objects = objectsOf(sheet);
  if (objects === null) return { ...nothing, reason: 'too-complex', objects: [], whole: null, scale };
  if (!runs.some(isLetter)) return { ...nothing, reason: null, objects, whole: null, scale };
  const whole = render(sheet, scale);
  const found = unseenLetters(sheet, objects, runs, whole, scale);
  // Dots and dashes tell nothing.
  const named = [...found.unseen].filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return { ...found, reason: named.length >= enough ? reasonFor(sheet, named) : null, objects, whole, scale };
}

/** The half of it that concerns pictures. */
export function lookAtPictures(sheet: Sheet, { objects, whole, scale }: TextSeen): HiddenReason | null {
  if (!objects.some(({ kind }) => kind === kinds.image)) return null;
  return hiddenPictures(sheet, objects, whole ?? render(sheet, scale), scale);
}

function reasonFor({ width, height }: Sheet, unseen: readonly Letter[]): HiddenReason {
  const outside = unseen.filter((letter) => isOutside(letter, width, height)).length;
  return outside * 2 > unseen.length ? 'outside-page' : 'hidden-text';
}

function isOutside({ left, right, top, bottom }: Letter, width: number, height: number): boolean {
  return right <= 0 || bottom <= 0 || left >= width || top >= height;
}

function unseenLetters(
  sheet: Sheet,
  objects: readonly PageObject[],
  runs: readonly Run[],
  whole: Pixels,
  scale: number,
): Pick<Seen, 'unseen' | 'lacking'> {
  const texts = objects.filter(({ kind }) => kind === kinds.text);
  const bare = without(sheet.engine, texts, () => render(sheet, scale));
  const unseen = new Set<Letter>();
  const lacking: Letter[] = [];
  for (const { letters } of wordsOf(runs)) {
    const undrawn = letters.filter(({ isUndrawn }) => isUndrawn);
    if (undrawn.length > 0 && isFlat(bare, around(undrawn, scale, 0.1)))
      for (const letter of undrawn) unseen.add(letter);
    for (const letter of letters) {
      if (isOutside(letter, sheet.width, sheet.height)) unseen.add(letter);
      else if (!letter.isUndrawn && isLost(letter, whole, bare, scale)) {
        unseen.add(letter);
        if (Math.abs(letter.tone - groundUnder(letter, bare, scale)) > readable) lacking.push(letter);
      }
    }
  }
  return { unseen, lacking };
}

/** How light the page is in the middle of a letter. */
function groundUnder({ left, right, top, bottom }: Letter, pixels: Pixels, scale: number): number {
  const { width, height } = pixels;
  const x = Math.min(width - 1, Math.max(0, Math.round(((left + right) / 2) * scale)));
  const y = Math.min(height - 1, Math.max(0, Math.round(((top + bottom) / 2) * scale)));
  return toneAt(pixels, (y * width + x) * 4);
}

function isLost(letter: Letter, whole: Pixels, bare: Pixels, scale: number): boolean {
  const high = letter.bottom - letter.top;
  const wide = letter.right - letter.left;
  // A letter without extent is none that could be seen (a space by another name, a mark that joins two others).
  if (high === 0 || wide === 0) return false;
  if (Math.max(high, wide) < lowest && /[\p{L}\p{N}]/u.test(letter.text)) return true;
  return !differs(whole, bare, around([letter], scale, 0.3));
}

/** A rectangle of pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function around(letters: readonly Letter[], scale: number, wider: number): Area {
  const left = Math.min(...letters.map((each) => each.left));
  const right = Math.max(...letters.map((each) => each.right));
  const top = Math.min(...letters.map((each) => each.top));
  const bottom = Math.max(...letters.map((each) => each.bottom));
  const more = Math.max(1 / scale, wider * (bottom - top));
  return {
    left: Math.floor((left - more) * scale),
    top: Math.floor((top - more) * scale),
    right: Math.ceil((right + more) * scale),
    bottom: Math.ceil((bottom + more) * scale),
  };
}

export function within({ width, height }: Pixels, { left, top, right, bottom }: Area): Area {
  return {
    left: Math.max(0, left),
    top: Math.max(0, top),
    right: Math.min(width, right),
    bottom: Math.min(height, bottom),
  };
}

/** Whether any pixel of an area has another colour in the one than in the other. */
export function differs(one: Pixels, other: Pixels, area: Area): boolean {
  const { left, top, right, bottom } = within(one, area);
  for (let y = top; y < bottom; y += 1) {
    for (let at = (y * one.width + left) * 4; at < (y * one.width + right) * 4; at += 4) {
      if (distance(one, other, at) > apart) return true;
    }
  }
  return false;
}

function isFlat(pixels: Pixels, area: Area): boolean {
  const { left, top, right, bottom } = within(pixels, area);
  const least = [255, 255, 255];
  const most = [0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let at = (y * pixels.width + left) * 4; at < (y * pixels.width + right) * 4; at += 4) {
      for (let colour = 0; colour < 3; colour += 1) {
        const value = pixels.data[at + colour] ?? 0;
        if (value < (least[colour] ?? 0)) least[colour] = value;
        if (value > (most[colour] ?? 0)) most[colour] = value;
      }
    }
  }
  return most.every((value, colour) => value - (least[colour] ?? 0) <= flat);
}
