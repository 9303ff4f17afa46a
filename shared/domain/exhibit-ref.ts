/** `AB/1`: producer's initials and a running number, the usual form in England and Wales. */
export function exhibitRef(initials: string, number: number): string {
  return `${initials}/${number}`;
}

/** Reads a reference such as `AB/12` or `AB/12a`; null for anything else. */
export function parseExhibitRef(
  text: string,
): { readonly initials: string; readonly number: number; readonly part: string } | null {
  const match = /^([A-Z]{2,4})\/([1-9]\d{0,4})([a-z]?)$/.exec(text);
  return match === null ? null : { initials: match[1] ?? '', number: Number(match[2]), part: match[3] ?? '' };
}

/** Order of a schedule: producer by producer, each by number and not by letter, so that AB/2 comes before AB/10. */
export function compareExhibitRefs(one: string, other: string): number {
  const [a, b] = [parseExhibitRef(one), parseExhibitRef(other)];
  if (a === null || b === null) return compareText(one, other);
  return compareText(a.initials, b.initials) || a.number - b.number || compareText(a.part, b.part);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A reference with those that a file bore before: "RW/9, formerly RW/5". */
export function refWithFormer(ref: string, formerly: readonly string[]): string {
  return formerly.length === 0 ? ref : `${ref}, formerly ${formerly.join(' and ')}`;
}

const shortest = 2;
const longest = 4;

/**
 * Initials for a producer that nobody in the case has yet, or null when none are left. Where two people share theirs,
 * one gets a letter in the middle (domain 3.3): of a middle name, then of the first name, then of the alphabet.
 * `wanted` is what somebody has typed and counts before the name.
 */
export function proposeInitials(name: string, taken: readonly string[], wanted = ''): string | null {
  const words = name
    .normalize('NFD')
    .toUpperCase()
    .split(/[^\p{L}\p{M}]+/u)
    .map((word) => word.replace(/[^A-Z]/g, ''))
    .filter((word) => word !== '');
  const all = words.map((word) => word.charAt(0)).join('');
  const [first = ''] = words;
  const typed = wanted.toUpperCase().replace(/[^A-Z]/g, '');
  const outer =
    typed === '' ? `${all.charAt(0)}${words.length > 1 ? all.slice(-1) : first.charAt(1)}` : typed;
  const [start, end] = [outer.slice(0, -1), outer.slice(-1)];
  const middle = (letters: string): readonly string[] =>
    Array.from(letters, (letter) => `${start}${letter}${end}`);
  const candidates = [
    outer,
    ...middle(all.slice(1, -1)),
    ...middle(first.slice(1)),
    ...middle('ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  ];
  return (
    candidates.find((each) => each.length >= shortest && each.length <= longest && !taken.includes(each)) ??
    null
  );
}
