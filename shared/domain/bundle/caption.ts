import { caption } from './sheet';

/** What stands above an exhibit on its first sheet: two lines; on each further one the first alone. */
export interface CaptionWords {
  readonly exhibitRef: string;
  readonly title: string;
  /** Which part of the exhibit it shows, such as `page 2 of 3`; empty where it is the whole. */
  readonly part: string;
  /** The date as it is printed, or an empty text. */
  readonly date: string;
  readonly dateSource: string;
  readonly fileName: string;
  readonly sha256: string;
}

/** Measures a text in points, in the type of captions. */
export type Measure = (text: string, weight: 400 | 700) => number;

/** A line as it is drawn: its reference in bold, what follows, and what stands at its right end. */
export interface CaptionLine {
  readonly bold: string;
  readonly text: string;
  readonly right: string;
}

const gap = 10;
/** So much of the fingerprint stands on the page; all of it is in the record of the bundle. */
const digits = 16;

/** The lines of a caption, cut with an ellipsis where they would not fit into `room` points. */
export function captionLines(
  words: CaptionWords,
  isFirst: boolean,
  room: number,
  measure: Measure,
): readonly CaptionLine[] {
  const used =
    measure(words.exhibitRef, 700) + gap + (words.part === '' ? 0 : measure(words.part, 400) + gap);
  const head: CaptionLine = {
    bold: words.exhibitRef,
    text: cutEnd(words.title, room - used, measure),
    right: words.part,
  };
  if (!isFirst) return [head];
  const date = words.date === '' ? 'No date is known.' : `${words.date}. Date from: ${words.dateSource}.`;
  const sum = `SHA-256 ${words.sha256.slice(0, digits)}…`;
  const most = room - measure(sum, 400) - gap;
  const shown = cutEnd(date, most, measure);
  const left = most - measure(shown, 400) - gap;
  const name = left < 40 ? '' : cutMiddle(words.fileName, left, measure);
  return [head, { bold: '', text: name === '' ? shown : `${shown}  ${name}`, right: sum }];
}

/** Room for a caption on a sheet of that width. */
export function captionRoom(width: number): number {
  return width - 2 * caption.left;
}

function cutEnd(text: string, room: number, measure: Measure): string {
  return cut(text, room, measure, (letters, kept) => `${letters.slice(0, kept).join('').trimEnd()}…`);
}

/** The end of a file's name says what it is. */
function cutMiddle(text: string, room: number, measure: Measure): string {
  return cut(text, room, measure, (letters, kept) => {
    const end = Math.floor(kept * 0.4);
    return `${letters.slice(0, kept - end).join('')}…${end === 0 ? '' : letters.slice(-end).join('')}`;
  });
}

function cut(
  text: string,
  room: number,
  measure: Measure,
  shorter: (letters: readonly string[], kept: number) => string,
): string {
  if (measure(text, 400) <= room) return text;
  const letters = Array.from(text);
  let [least, most] = [0, letters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (measure(shorter(letters, middle), 400) <= room) least = middle;
    else most = middle - 1;
  }
  return least === 0 ? '' : shorter(letters, least);
}
