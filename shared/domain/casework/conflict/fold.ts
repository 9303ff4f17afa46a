/** Letters that no decomposition takes apart, as people write them who have only plain ones. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ŋ: 'n', ħ: 'h', ə: 'a' },
  // Cyrillic, as it stands in passports (ICAO Doc 9303 part 3, table B).
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i' },
  ...{ й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f' },
  ...{ х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: 'ie', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia' },
};

/** A text without case, accents and apostrophes: what is compared of a name, and of a street. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\x00-\x7F]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/[\p{M}'’‘ʼ`´]/gu, '');
}

/** How a word sounds, roughly: the spellings that are taken for one another most often, and double letters as one. */
export function sounded(word: string): string {
  return word
    .replace(/^mc(?=.)/u, 'mac')
    .replace(/ph/gu, 'f')
    .replace(/ck/gu, 'k')
    .replace(/c(?=[eiy])/gu, 's')
    .replace(/c(?!h)/gu, 'k')
    .replace(/th/gu, 't')
    .replace(/(?<=[aou])e(?=[^aeiou])/gu, '')
    .replace(/w/gu, 'v')
    .replace(/y/gu, 'i')
    .replace(/z/gu, 's')
    .replace(/(?<=.)e$/u, '')
    .replace(/(.)\1+/gu, '$1');
}

/**
 * By how many letters two words differ, two that changed places counted as one (Damerau 1964, restricted); one more than `most` where it
 * is more than that.
 */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1)
      next.push(cell({ one, other, row, at, before, last, next }));
    if (Math.min(...next) > most) return most + 1;
    before = last;
    last = next;
  }
  return Math.min(last[other.length] ?? most + 1, most + 1);
}

interface Cell {
  readonly one: string;
  readonly other: string;
  readonly row: number;
  readonly at: number;
  readonly before: readonly number[];
  readonly last: readonly number[];
  readonly next: readonly number[];
}

function cell({ one, other, row, at, before, last, next }: Cell): number {
  const isSame = one[row - 1] === other[at - 1];
  const least = Math.min(
    (last[at] ?? 0) + 1,
    (next[at - 1] ?? 0) + 1,
    (last[at - 1] ?? 0) + (isSame ? 0 : 1),
  );
  const changedPlaces = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
  return changedPlaces ? Math.min(least, (before[at - 2] ?? 0) + 1) : least;
}
