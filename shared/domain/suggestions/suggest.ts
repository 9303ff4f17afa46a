import type { PageText, Word } from '../../models/text';
import { layOut, wordsAt } from '../text/layout';
import { findMarked, findPhones } from './contacts';
import { findDates, findTimes } from './dates';
import type { Box, Find, Suggestion } from './suggestion';

/** A longer line is not one that anybody wrote; what is searched in it stays quick. */
const longestLine = 600;
const mostLines = 2000;
/** The bar with the clock takes at most this part of a phone's screen, from the top. */
const barHeight = 0.06;

type Page = Pick<PageText, 'page' | 'source' | 'text' | 'words' | 'width' | 'height' | 'correction'>;

/**
 * What the text of a page may be used for, in the order in which it stands there, each with its place. Corrected text
 * counts where there is any. Never throws: text is whatever somebody sent.
 */
export function suggest(page: Page, today: string): readonly Suggestion[] {
  const read = layOut(page.words);
  const text = page.correction?.text ?? page.text;
  const isAsRead = text === read.text;
  const finds: Find[] = [];
  let start = 0;
  for (const line of text.split('\n').slice(0, mostLines)) {
    for (const find of withoutOverlaps(inLine(line.slice(0, longestLine), today))) {
      finds.push({ ...find, start: find.start + start, end: find.end + start });
    }
    start += line.length + 1;
  }
  let from = 0;
  const placed = finds.map((find): Suggestion => {
    if (isAsRead) return { ...find, box: boxOf(wordsAt(read.spans, find.start, find.end), page) };
    // Somebody corrected the text: what stands on the picture in the same words is where it is meant.
    const at = read.text.indexOf(find.raw, from);
    if (at === -1) return { ...find, box: null };
    from = at + find.raw.length;
    return { ...find, box: boxOf(wordsAt(read.spans, at, from), page) };
  });
  return placed.map((each) => (isStatusClock(each, page) ? { ...each, kind: 'clock' } : each));
}

function inLine(line: string, today: string): readonly Find[] {
  // Earlier ones win where two overlap: an address may hold a handle, a date a time, a number a time.
  return [
    () => findMarked(line),
    () => findDates(line, today),
    () => findPhones(line),
    () => findTimes(line),
  ].flatMap((find) => {
    try {
      return find();
    } catch {
      // A library that fails on odd text has found nothing in it.
      return [];
    }
  });
}

function withoutOverlaps(finds: readonly Find[]): readonly Find[] {
  const kept: Find[] = [];
  for (const find of finds) {
    if (find.end > find.start && !kept.some(({ start, end }) => start < find.end && end > find.start)) {
      kept.push(find);
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** The box around some words, inside the page; null for none. */
function boxOf(words: readonly Word[], { width, height }: Page): Box | null {
  if (words.length === 0 || width === null || height === null) return null;
  const left = Math.min(width, ...words.map(({ x }) => x));
  const top = Math.min(height, ...words.map(({ y }) => y));
  const right = Math.min(width, Math.max(...words.map(({ x, w }) => x + w)));
  const bottom = Math.min(height, Math.max(...words.map(({ y, h }) => y + h)));
  return { x: left, y: top, w: Math.max(0, right - left), h: Math.max(0, bottom - top) };
}

/** The first thing at the very top of a screen that is higher than wide, and a time without a day. */
function isStatusClock({ kind, box, start }: Suggestion, page: Page): boolean {
  const { page: number, source, width, height, correction } = page;
  if (kind !== 'time' || box === null || width === null || height === null) return false;
  return (
    source === 'ocr' &&
    number === 1 &&
    height > width * 1.3 &&
    box.y + box.h <= height * barHeight &&
    // Nothing but the name of the network may stand before it.
    start <= 12 &&
    !(correction?.text ?? page.text).slice(0, start).includes('\n')
  );
}
