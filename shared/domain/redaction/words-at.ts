import type { PagePlace } from '../../models/redaction';
import { covers } from './places';

/** A word of a page with its place there in fractions. */
export interface PlacedWord extends PagePlace {
  readonly text: string;
}

/** As a word is compared: letters and digits alone, without case and accents. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLocaleLowerCase('en-GB');
}

/** Shorter ones stand everywhere, and finding them says nothing. */
const shortest = 3;

/**
 * The words that a page shows nowhere but under the boxes, as they are compared: none of them may be read in the redacted
 * copy. What is printed in the boxes does not count.
 */
export function hiddenWords(
  words: readonly PlacedWord[],
  boxes: readonly (PagePlace & { readonly words: string })[],
): readonly string[] {
  const shown = new Set(boxes.flatMap((box) => box.words.split(/\s+/u).map(plainWord)));
  const hidden = new Set<string>();
  for (const word of words) {
    const plain = plainWord(word.text);
    if (boxes.some((box) => box.page === word.page && covers(box, word))) {
      if (plain.length >= shortest) hidden.add(plain);
    } else {
      shown.add(plain);
    }
  }
  return [...hidden].filter((word) => !shown.has(word));
}

/** So much around a word, as a share of its height: letters reach beyond what a machine thinks is their edge. */
const margin = 0.18;
/** Numbers are written in many ways; fewer digits are too common to look for without their spaces. */
const digitsOfNumber = 6;

/**
 * Every place where a phrase stands: the same words one after the other, whatever their case, accents and punctuation; a
 * number also where its digits are grouped otherwise, and with +44 for its leading 0. Words must be in reading order.
 */
export function findPhrase(words: readonly PlacedWord[], phrase: string): readonly PagePlace[] {
  const wanted = phrase
    .split(/\s+/u)
    .map(plainWord)
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  const plain = words.map(({ text, page }) => ({ text: plainWord(text), page }));
  const digits = wanted.join('');
  const isNumber = /^\d+$/u.test(digits) && digits.length >= digitsOfNumber;
  const found: PagePlace[] = [];
  for (let start = 0; start < words.length; start += 1) {
    const length = isNumber ? numberAt(plain, start, digits) : phraseAt(plain, start, wanted);
    if (length > 0) found.push(...linesOf(words.slice(start, start + length)).map(around));
  }
  return found;
}

interface Plain {
  readonly text: string;
  readonly page: number;
}

function phraseAt(words: readonly Plain[], start: number, wanted: readonly string[]): number {
  const page = words[start]?.page;
  const same = wanted.every((word, index) => {
    const here = words[start + index];
    return here !== undefined && here.page === page && here.text === word;
  });
  return same ? wanted.length : 0;
}

function numberAt(words: readonly Plain[], start: number, digits: string): number {
  const forms = [
    digits,
    digits.replace(/^0/u, '44'),
    digits.replace(/^0/u, '440'),
    digits.replace(/^44/u, '0'),
  ];
  const page = words[start]?.page;
  let joined = '';
  for (let at = start; at < words.length && at < start + 8; at += 1) {
    const word = words[at];
    if (word === undefined || word.page !== page || !/^\d+$/u.test(word.text)) return 0;
    joined += word.text;
    if (forms.includes(joined)) return at - start + 1;
    if (!forms.some((form) => form.startsWith(joined))) return 0;
  }
  return 0;
}

/** One box a line: a phrase that goes over the end of a line leaves what stands beside it alone. */
function linesOf(words: readonly PlacedWord[]): readonly PagePlace[] {
  const lines: PagePlace[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const sameLine =
      line !== undefined &&
      word.x >= line.x &&
      Math.abs(word.y + word.height / 2 - line.y - line.height / 2) <
        Math.max(word.height, line.height) * 0.6;
    if (sameLine) lines[lines.length - 1] = union(line, word);
    else lines.push({ page: word.page, x: word.x, y: word.y, width: word.width, height: word.height });
  }
  return lines;
}

function union(a: PagePlace, b: PagePlace): PagePlace {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    page: a.page,
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

function around({ page, x, y, width, height }: PagePlace): PagePlace {
  const more = height * margin;
  const [left, top] = [Math.max(0, x - more), Math.max(0, y - more)];
  return {
    page,
    x: left,
    y: top,
    width: Math.min(1, x + width + more) - left,
    height: Math.min(1, y + height + more) - top,
  };
}
