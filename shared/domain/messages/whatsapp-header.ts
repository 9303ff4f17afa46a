import { readClock } from './clock';
import type { WrittenDate } from './date-order';

/** `brackets` as iPhones export, `dash` as Android does. A file has one form throughout. */
export type HeaderForm = 'brackets' | 'dash';

export interface WhatsAppHeader {
  readonly form: HeaderForm;
  readonly date: WrittenDate;
  /** The date and time as the file writes them. */
  readonly written: string;
  /** `HH:MM:SS`, or null when the half of the day is in words that are not known. */
  readonly time: string | null;
  /** What follows, as it stands. */
  readonly rest: string;
}

/** Marks of direction and joiners that stand before lines, names and words (domain 6.2). */
const mark = String.raw`[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]`;
const marks = new RegExp(mark, 'u');
const allMarks = new RegExp(mark, 'gu');
/** Most lines that are no header can be told at a glance. */
const mayBegin = new RegExp(String.raw`^${mark}*[\[\p{Nd}]`, 'u');
const spaces = /[\u00a0\u2007\u2009\u202f]/gu;
/** A header is no longer; what is behind it may be. */
const longestHeader = 80;
/** First digits of the scripts that phones write numbers in. */
const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0x1040, 0x17e0,
];

const day = String.raw`(\d{1,4})(?<mark>[./-])( ?)(\d{1,2})\k<mark> ?(\d{1,4})\.?`;
const word = String.raw`[\p{L}\p{M}.]{1,10}(?: [\p{L}\p{M}.]{1,10})?`;
const hour = String.raw`(?:(${word}) ?)??(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?: ?(${word}))?`;
const between = String.raw`[,\u060c\u3001]? ?`;
const headers: readonly (readonly [HeaderForm, RegExp])[] = [
  ['brackets', new RegExp(String.raw`^\[(${day}${between}${hour})\] ?`, 'u')],
  ['dash', new RegExp(String.raw`^(${day}${between}${hour}) [-\u2013] `, 'u')],
];

/** Reads the head of a line, or null: then it goes on with the message before it. The line itself is left as it is. */
export function readHeader(line: string): WhatsAppHeader | null {
  if (!mayBegin.test(line)) return null;
  const { plain, at } = plainHead(line);
  for (const [form, pattern] of headers) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const [whole, written = '', a = '', mark = '', space = '', b = '', c = '', lead = '', ...clock] = match;
    const [h, m, s = '0', trail = ''] = clock;
    const date: WrittenDate = {
      parts: [Number(a), Number(b), Number(c)],
      widths: [a.length, c.length],
      mayLead: mark === '-' || space !== '',
    };
    const half = trail === '' ? lead : trail;
    const time = readClock(Number(h), Number(m), Number(s), half);
    return { form, date, written, time, rest: line.slice((at[whole.length - 1] ?? line.length) + 1) };
  }
  return null;
}

/** The beginning of a line without marks, with plain spaces and digits; and where each of its characters stands in it. */
function plainHead(line: string): { readonly plain: string; readonly at: readonly number[] } {
  let plain = '';
  const at: number[] = [];
  for (let index = 0; index < line.length && at.length <= longestHeader; index += 1) {
    const character = line.charAt(index);
    const isPlain = character < '\u00a0';
    if (!isPlain && marks.test(character)) continue;
    plain += isPlain ? character : plainDigit(character).replace(spaces, ' ');
    at.push(index);
  }
  return { plain, at };
}

function plainDigit(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x660) return character;
  const zero = zeros.find((each) => code >= each && code < each + 10);
  return zero === undefined ? character : String(code - zero);
}

/** A text without marks of direction; what stands before it tells WhatsApp's own words from people's. */
export function withoutMarks(text: string): string {
  return text.replaceAll(allMarks, '');
}
