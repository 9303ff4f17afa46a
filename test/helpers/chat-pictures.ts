import { bands } from '../../shared/domain/likeness/descriptor';
import type { Descriptor } from '../../shared/domain/likeness/descriptor';

/** Numbers from 0 up to 1 that are the same for the same seed. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A picture of one byte a pixel. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export function blank(width: number, height: number, shade: number): Grey {
  return { width, height, pixels: new Uint8Array(width * height).fill(shade) };
}

function box(target: Grey, x: number, y: number, width: number, height: number, shade: number): void {
  for (let row = Math.max(0, y); row < Math.min(target.height, y + height); row += 1) {
    target.pixels.fill(
      shade,
      row * target.width + Math.max(0, x),
      row * target.width + Math.min(target.width, x + width),
    );
  }
}

/** Letters of five by seven dots that no alphabet has. */
const letters = (() => {
  const next = seededNumbers(7);
  return Array.from({ length: 40 }, () => Array.from({ length: 35 }, () => next() < 0.45));
})();

/** A line of writing; gives where it ends. */
export function write(
  target: Grey,
  x: number,
  y: number,
  text: readonly number[],
  dot: number,
  shade: number,
): void {
  let left = x;
  for (const each of text) {
    const letter = letters[each % letters.length];
    if (each >= 0 && letter !== undefined) {
      for (const [place, set] of letter.entries()) {
        if (set) box(target, left + (place % 5) * dot, y + Math.floor(place / 5) * dot, dot, dot, shade);
      }
    }
    left += 6 * dot;
  }
}

const words = (next: () => number, length: number): number[] =>
  Array.from({ length }, () => (next() < 0.16 ? -1 : Math.floor(next() * 40)));

export interface ChatOptions {
  readonly seed: number;
  readonly width?: number;
  readonly messages?: number;
  /** Says this one thing again and again, with nothing to tell the messages apart. */
  readonly same?: boolean;
}

/** The whole of a conversation as one tall picture without header and footer. */
export function drawConversation({ seed, width = 540, messages = 40, same = false }: ChatOptions): Grey {
  const next = seededNumbers(seed);
  const dot = Math.max(1, Math.round(width / 270));
  const line = 12 * dot;
  const shared = words(next, 7);
  const bubbles = Array.from({ length: messages }, () => ({
    mine: same ? false : next() < 0.5,
    lines: same
      ? [shared]
      : Array.from({ length: 1 + Math.floor(next() * 3) }, () => words(next, 5 + Math.floor(next() * 22))),
    time: words(next, 5),
  }));
  const gap = same ? 6 * dot : null;
  const sizes = bubbles.map(({ lines }) => (lines.length + (same ? 0 : 1)) * line + 6 * dot);
  const gaps = bubbles.map(() => gap ?? Math.round((4 + next() * 14) * dot));
  const height =
    sizes.reduce((sum, each) => sum + each, 0) + gaps.reduce((sum, each) => sum + each, 0) + 8 * dot;
  const picture = blank(width, height, 236);
  let y = 8 * dot;
  for (const [index, { mine, lines, time }] of bubbles.entries()) {
    const size = sizes[index] ?? 0;
    const longest = Math.max(...lines.map(({ length }) => length)) * 6 * dot + 10 * dot;
    const wide = Math.min(width - 30 * dot, longest);
    const x = mine ? width - wide - 6 * dot : 6 * dot;
    box(picture, x, y, wide, size, mine ? 214 : 255);
    for (const [row, text] of lines.entries())
      write(picture, x + 5 * dot, y + 4 * dot + row * line, text, dot, 20);
    if (!same)
      write(picture, x + wide - 34 * dot, y + size - 9 * dot, time, Math.max(1, Math.round(dot * 0.75)), 110);
    y += size + (gaps[index] ?? 0);
  }
  return picture;
}

export interface ScreenOptions {
  readonly height?: number;
  /** The name at the top. */
  readonly name: number;
  /** What the clock shows. */
  readonly clock: number;
  /** Unread messages of others, or none. */
  readonly badge?: number;
}

/** A phone's screen: status bar with a clock, header with a name, the conversation from `scrolled` on, and a line to type in. */
export function screenOf(conversation: Grey, scrolled: number, options: ScreenOptions): Grey {
  const { width } = conversation;
  const height = options.height ?? Math.round(width * 2.1);
  const dot = Math.max(1, Math.round(width / 270));
  const screen = blank(width, height, 236);
  const { top, bottom } = partsOf(width, height);
  for (let y = top; y < bottom; y += 1) {
    const from = (y - top + scrolled) * width;
    if (y - top + scrolled < conversation.height)
      screen.pixels.set(conversation.pixels.subarray(from, from + width), y * width);
  }
  box(screen, 0, 0, width, top, 60);
  write(screen, 8 * dot, 3 * dot, words(seededNumbers(options.clock), 5), dot, 250);
  write(screen, width - 60 * dot, 3 * dot, [1, 2, 3, 4], dot, 250);
  write(screen, 40 * dot, 33 * dot, words(seededNumbers(options.name), 12), dot, 250);
  if (options.badge !== undefined)
    write(screen, 10 * dot, 48 * dot, words(seededNumbers(options.badge), 2), dot, 200);
  box(screen, 0, bottom, width, height - bottom, 246);
  write(screen, 20 * dot, bottom + 6 * dot, [9, 8, 7, -1, 6, 5], dot, 150);
  return screen;
}

/** Where the conversation begins and ends on a screen. */
export function partsOf(width: number, height: number): { readonly top: number; readonly bottom: number } {
  const dot = Math.max(1, Math.round(width / 270));
  return { top: 60 * dot, bottom: height - 24 * dot };
}

/** What compression does: every pixel a little off, and blocks of eight a little off together. */
export function compressed(picture: Grey, seed: number, strength = 6): Grey {
  const next = seededNumbers(seed);
  const pixels = new Uint8Array(picture.pixels.length);
  const across = Math.ceil(picture.width / 8);
  const blocks = Array.from(
    { length: across * Math.ceil(picture.height / 8) },
    () => (next() - 0.5) * strength * 0.5,
  );
  for (const [at, value] of picture.pixels.entries()) {
    const [x, y] = [at % picture.width, Math.floor(at / picture.width)];
    const block = blocks[Math.floor(y / 8) * across + Math.floor(x / 8)] ?? 0;
    pixels[at] = Math.max(0, Math.min(255, Math.round(value + block + (next() - 0.5) * 2 * strength)));
  }
  return { ...picture, pixels };
}

/** Drawn smaller: each pixel the mean of what it covers. */
export function smaller(picture: Grey, width: number): Grey {
  const scale = picture.width / width;
  const height = Math.round(picture.height / scale);
  const made = blank(width, height, 0);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      let count = 0;
      for (let from = Math.floor(y * scale); from < Math.min(picture.height, (y + 1) * scale); from += 1) {
        for (let at = Math.floor(x * scale); at < Math.min(picture.width, (x + 1) * scale); at += 1) {
          sum += picture.pixels[from * picture.width + at] ?? 0;
          count += 1;
        }
      }
      made.pixels[y * width + x] = Math.round(sum / Math.max(1, count));
    }
  }
  return made;
}

export function cropped(picture: Grey, top: number, bottom: number): Grey {
  return {
    width: picture.width,
    height: picture.height - top - bottom,
    pixels: picture.pixels.slice(top * picture.width, (picture.height - bottom) * picture.width),
  };
}

/** The descriptor of a grey picture; `addPixelRows` gives the same for its pixels in colour, which a test proves. */
export function descriptorOf({ width, height, pixels }: Grey): Descriptor {
  const rows = new Uint8Array(height * bands);
  for (let y = 0; y < height; y += 1) {
    for (let band = 0; band < bands; band += 1) {
      const [from, to] = [Math.floor((band * width) / bands), Math.floor(((band + 1) * width) / bands)];
      let sum = 0;
      for (let x = from; x < to; x += 1) sum += pixels[y * width + x] ?? 0;
      rows[y * bands + band] = Math.round(sum / (to - from));
    }
  }
  return { width, height, rows };
}
