import type { ProtectedBody } from '../../models/leaving-gate';

/** A line of the protected list, made ready to be looked for in many texts. */
export interface Needle {
  readonly id: string;
  /** Any of these, each as whole words of plain text. */
  readonly phrases: readonly string[];
  /** Any of these, among the digits of numbers. */
  readonly digits: readonly string[];
}

/** A text made ready to be looked through: words of plain letters between single spaces, and its numbers. */
export interface Haystack {
  readonly words: string;
  readonly numbers: string;
}

/** Words of addresses that are written in two ways. */
const short: Readonly<Record<string, string>> = {
  road: 'rd',
  street: 'st',
  saint: 'st',
  avenue: 'ave',
  av: 'ave',
  lane: 'ln',
  close: 'cl',
  court: 'ct',
  drive: 'dr',
  crescent: 'cres',
  gardens: 'gdns',
  square: 'sq',
  terrace: 'terr',
  place: 'pl',
  house: 'hse',
  apartment: 'flat',
  apt: 'flat',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
};

/** Letters and numbers alone, without accents and case, in the short form of an address, between single spaces. */
export function plainWords(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => short[word] ?? word);
  return ` ${words.join(' ')} `;
}

/** Runs of digits as numbers are written, with what stands between their groups left out, each between spaces. */
export function numbersIn(text: string): string {
  const runs = text.normalize('NFKC').match(/\+?\d(?:[\s().\-/\u2010-\u2015]{0,3}\d)*/gu) ?? [];
  return ` ${runs.map((run) => run.replace(/\D+/gu, '')).join(' ')} `;
}

export function haystackOf(text: string): Haystack {
  return { words: plainWords(text), numbers: numbersIn(text) };
}

/** A number of the United Kingdom with its country in front, and without; any other as it is written. */
function digitForms(text: string): readonly string[] {
  const digits = text.replace(/\D+/gu, '').replace(/^00/u, '');
  const national =
    digits.startsWith('44') && digits.length > 10 ? digits.slice(2) : digits.replace(/^0/u, '');
  return national.length < shortestNumber ? [] : [national];
}

/** Fewer digits than these stand in too many numbers. */
const shortestNumber = 5;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/giu;

/**
 * What a line is found by. An address by its lines, each with a number of a house or by two words and more, and by its postcode
 * with and without its space; a number by its digits, whatever stands between them and with or without the country; a name or
 * words as whole words.
 */
export function needleOf(id: string, { what, text }: Pick<ProtectedBody, 'what' | 'text'>): Needle {
  if (what === 'number') return { id, phrases: [], digits: digitForms(text) };
  if (what !== 'address') return { id, phrases: phrasesOf([text]), digits: [] };
  const codes = (text.match(postcode) ?? []).flatMap((code) => {
    const joined = code.replace(/\s+/gu, '');
    return [joined, `${joined.slice(0, -3)} ${joined.slice(-3)}`];
  });
  const lines = text
    .replace(postcode, '')
    .split(/[,;\n]+/u)
    .filter((line) => /\d/u.test(line) || line.trim().split(/\s+/u).length > 1)
    // The number of a house alone, between commas, says nothing.
    .filter((line) => /\p{L}/u.test(line));
  return {
    id,
    phrases: phrasesOf(lines.length + codes.length === 0 ? [text] : [...lines, ...codes]),
    digits: [],
  };
}

function phrasesOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map(plainWords).filter((phrase) => phrase.trim() !== ''))];
}

/** Whether a text holds what a line of the protected list says. */
export function holds(haystack: Haystack, { phrases, digits }: Needle): boolean {
  if (phrases.some((phrase) => haystack.words.includes(phrase))) return true;
  return digits.some((number) => haystack.numbers.includes(number));
}

const earthRadius = 6_371_000;

/** Metres between two places, on a sphere: right within half a percent. */
export function metresBetween(
  one: { readonly latitude: number; readonly longitude: number },
  other: { readonly latitude: number; readonly longitude: number },
): number {
  const [a, b] = [radians(one.latitude), radians(other.latitude)];
  const [dLatitude, dLongitude] = [b - a, radians(other.longitude - one.longitude)];
  const h = Math.sin(dLatitude / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(dLongitude / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
