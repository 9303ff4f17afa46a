import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Numbers remembered: an export has few, again and again. */
const most = 5000;

/**
 * A number in its international form (E.164), read as one of the United Kingdom where it names no country; null for what is
 * none, such as a name, `-1` or a short code. Only for matching: what was shown is kept as it is.
 */
export function createNumberReader(): (text: string) => string | null {
  const known = new Map<string, string | null>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const read = readNumber(text);
    if (known.size < most) known.set(text, read);
    return read;
  };
}

function readNumber(text: string): string | null {
  const plain = text
    .replaceAll(/[\u00a0\u2007\u2009\u202f]/gu, ' ')
    .replaceAll(/[\u200e\u200f\u202a-\u202e]/gu, '')
    .trim();
  if (plain.length > 40 || !/^\+?[\d\s().\-/]{5,}$/u.test(plain)) return null;
  const number = parsePhoneNumberFromString(plain, 'GB');
  return number?.isPossible() === true ? number.number : null;
}
