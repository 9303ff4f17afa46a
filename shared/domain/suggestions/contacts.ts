import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Find, SuggestionKind } from './suggestion';

/** Lengths are bounded everywhere: a line may have been made to be slow to search. */
const patterns: readonly { readonly kind: SuggestionKind; readonly pattern: RegExp }[] = [
  { kind: 'email', pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu },
  { kind: 'link', pattern: /(?<![\w@])(?:https?:\/\/|www\.)[^\s<>"]{3,300}/giu },
  {
    kind: 'link',
    pattern:
      /(?<![\w@./-])(?:[a-z\d-]{1,63}\.){1,4}(?:com|org|net|uk|io|me|app|gg|co|ly)(?:\/[^\s<>"]{0,300})?(?![\w-])/giu,
  },
  { kind: 'handle', pattern: /(?<![\w@./])@[\w.]{2,40}/gu },
  { kind: 'money', pattern: /[£€$]\s?\d{1,9}(?:,\d{3}){0,4}(?:\.\d{2})?(?![\d])/gu },
  { kind: 'money', pattern: /(?<![\d.,])\d{1,9}(?:\.\d{2})?\s(?:pounds|quid|euros?|dollars)\b/giu },
];

/** Addresses, links, names with an @ and amounts of money in one line. */
export function findMarked(line: string): readonly Find[] {
  return patterns.flatMap(({ kind, pattern }) =>
    [...line.matchAll(pattern)].map((match): Find => {
      // A full stop or bracket behind it belongs to the sentence.
      const raw = match[0].replace(/[.,;:!?)\]'"]+$/u, '');
      return {
        kind,
        raw,
        start: match.index,
        end: match.index + raw.length,
        value: raw,
        time: null,
        doubts: [],
      };
    }),
  );
}

/** Digits in the groups in which UK numbers are written, with 0 or +44 before them. */
const british = /(?<![\d+])(?:\+44|0)(?:[ ()-]{0,2}\d){9,11}(?!\d)/gu;

/**
 * Telephone numbers as they are written in the UK, or with their country. A British one counts also when nobody has been
 * given it: callers can make their number look like any.
 */
export function findPhones(line: string): readonly Find[] {
  const unassigned = [...line.matchAll(british)].flatMap((match): readonly Find[] => {
    const number = parsePhoneNumberFromString(match[0], 'GB');
    if (number?.isPossible() !== true) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    return [{ kind: 'phone', raw: match[0], start, end, value: number.number, time: null, doubts: [] }];
  });
  return [...assigned(line), ...unassigned];
}

function assigned(line: string): readonly Find[] {
  return findPhoneNumbersInText(line, 'GB').map(({ startsAt, endsAt, number }) => ({
    kind: 'phone',
    raw: line.slice(startsAt, endsAt),
    start: startsAt,
    end: endsAt,
    value: number.number,
    time: null,
    doubts: [],
  }));
}
