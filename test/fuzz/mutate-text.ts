import { timesOf } from './mutate-bytes';
import type { Breaking } from './mutate-bytes';

type Way = (text: string, breaking: Breaking) => string;

/** Signs with a meaning of their own somewhere: ends of lines, quotes, marks of direction, halves of characters, other digits. */
const signs = [
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\u0000',
    '"',
    "'",
    ',',
    ';',
    ':',
    '/',
    '\\',
    '-',
    '–',
    '.',
    '(',
    '<',
    '>',
    '&',
    '%',
    '=',
    '~',
    '?',
  ],
  ...[
    '\u00a0',
    '\u200f',
    '\u202e',
    '\ufeff',
    '\u2028',
    '\ud800',
    '\udc00',
    '٣',
    '३',
    'İ',
    'ß',
    '\u0301',
    '😀',
    '\ufffd',
  ],
];
const numbers = [
  '0',
  '00',
  '1',
  '-1',
  '12',
  '13',
  '24',
  '29',
  '31',
  '32',
  '60',
  '99',
  '1899',
  '9999',
  '10000',
  '99999999999',
];

const ways: readonly [Way, ...Way[]] = [
  signPut,
  signPut,
  numberPut,
  numberPut,
  wordPut,
  wordPut,
  wordPut,
  pieceTaken,
  pieceRepeated,
  wordsSwapped,
  spliced,
  capitals,
];

/** A broken version of a text: signs, numbers and words put, taken, repeated and moved. */
export function brokenText(bytes: Buffer, breaking: Breaking): Buffer {
  let text = bytes.toString('utf8');
  for (let left = timesOf(breaking.random); left > 0; left -= 1) {
    text = breaking.random.pick(ways)(text, breaking);
  }
  return Buffer.from(text, 'utf8');
}

function put(text: string, at: number, piece: string, over = 0): string {
  return text.slice(0, at) + piece + text.slice(at + over);
}

function signPut(text: string, { random }: Breaking): string {
  return put(text, random.below(text.length + 1), signs[random.below(signs.length)] ?? '', random.below(2));
}

function numberPut(text: string, { random }: Breaking): string {
  const found = [...text.matchAll(/\d+/gu)];
  const number = numbers[random.below(numbers.length)] ?? '';
  const chosen = found[random.below(Math.max(1, found.length))];
  if (chosen === undefined) return put(text, random.below(text.length + 1), ` ${number} `);
  return put(text, chosen.index, number, chosen[0].length);
}

function wordPut(text: string, { random, words }: Breaking): string {
  const word = words[random.below(Math.max(1, words.length))] ?? 'a';
  const spaces = [...text.matchAll(/\s/gu)];
  const at = spaces[random.below(Math.max(1, spaces.length))]?.index ?? text.length;
  return put(text, at, random.below(3) === 0 ? word : ` ${word}`, random.below(4) === 0 ? word.length : 0);
}

function pieceTaken(text: string, { random }: Breaking): string {
  return put(text, random.below(text.length + 1), '', 1 + random.below(Math.max(1, text.length >> 2)));
}

function pieceRepeated(text: string, { random }: Breaking): string {
  const at = random.below(text.length + 1);
  const piece = text.slice(at, at + 1 + random.below(random.pick([2, 20, 400])));
  const most = Math.floor(16_384 / Math.max(1, piece.length));
  return put(text, at, piece.repeat(random.pick([1, 2, 5, 40, Math.min(most, 3000)])));
}

function wordsSwapped(text: string, { random }: Breaking): string {
  const words = text.split(' ');
  const [a, b] = [random.below(words.length), random.below(words.length)];
  const [one = '', other = ''] = [words[a], words[b]];
  words[a] = other;
  words[b] = one;
  return words.join(' ');
}

function spliced(text: string, { random, other }: Breaking): string {
  const more = other.toString('utf8');
  return text.slice(0, random.below(text.length + 1)) + more.slice(random.below(more.length + 1));
}

function capitals(text: string, { random }: Breaking): string {
  return random.below(2) === 0 ? text.toUpperCase() : text.toLowerCase();
}
