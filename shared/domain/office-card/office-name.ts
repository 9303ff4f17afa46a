/** Longest name on a card, in UTF-16 units. */
const longest = 200;

/** Marks that mail programs change on the way, each with what stands for it on every card. */
const folds: readonly (readonly [RegExp, string])[] = [
  // What hides or turns round the text beside it, joiners too: some programs drop them, some add them.
  [/[\p{Cf}\p{Cs}\p{Co}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]+/gu, ''],
  // Ends of lines are spaces; what is left of the control characters is nothing.
  [/[\s\u3164\u115f\u1160]+/gu, ' '],
  [/\p{Cc}+/gu, ''],
  [/[\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`\uff07]/gu, "'"],
  [/[\u201c-\u201f\u2033\u00ab\u00bb\uff02]/gu, '"'],
  [/[\u2010-\u2015\u2212\uff0d]/gu, '-'],
  [/\u2026/gu, '...'],
  // Signs that mark quoted and bold lines in mail.
  [/[<>|*]/gu, ' '],
];

/** Text as every card writes it: the same after any mail program's quotes, dashes, spaces and invisible characters. */
export function foldCardText(text: string): string {
  const folded = folds.reduce((before, [marks, instead]) => before.replaceAll(marks, instead), text);
  return folded.normalize('NFC').replaceAll(/ {2,}/g, ' ').trim();
}

/** The name of an office as it stands on a card and in the list of offices. Empty when nothing of it can be seen. */
export function canonicalOfficeName(name: string): string {
  return foldCardText(foldCardText(name).slice(0, longest));
}

/** Letters of other scripts, and numbers, that look like a Latin letter (the commonest of Unicode's confusables). */
const lookalikes: ReadonlyMap<string, string> = new Map(
  [
    ['аɑα', 'a'],
    ['вβ', 'b'],
    ['сϲ', 'c'],
    ['ԁ', 'd'],
    ['еε', 'e'],
    ['һнη', 'h'],
    ['іıι1l', 'i'],
    ['јϳ', 'j'],
    ['кκ', 'k'],
    ['мμ', 'm'],
    ['пո', 'n'],
    ['оοσ0օ', 'o'],
    ['рρ', 'p'],
    ['ԛ', 'q'],
    ['ѕ', 's'],
    ['тτ', 't'],
    ['υս', 'u'],
    ['ѵν', 'v'],
    ['ԝѡω', 'w'],
    ['хχ', 'x'],
    ['уγ', 'y'],
  ].flatMap(([letters = '', latin = '']) => Array.from(letters, (letter) => [letter, latin] as const)),
);

/**
 * What two names have in common that a tired person would take for the same: no capitals, accents, spaces or signs, and
 * letters of other scripts as the Latin ones that they look like.
 */
export function officeNameKey(name: string): string {
  const letters = Array.from(
    canonicalOfficeName(name).normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, ''),
    (letter) => lookalikes.get(letter) ?? letter,
  ).filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  return letters.length === 0 ? canonicalOfficeName(name) : letters.join('');
}
