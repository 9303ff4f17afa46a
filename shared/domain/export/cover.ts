import { foldWord } from '../text/search';

/** What is put where words were covered and nothing else was said. */
export const coverMark = '[covered]';

export interface Covering {
  readonly words: string;
  /** Empty: the mark. */
  readonly instead: string;
}

/**
 * Text with some words covered wherever they stand: whatever the case and the accents, and also inside longer words, because
 * one that is left is worse than one too many. The longest of several that begin at one place is taken.
 */
export function coverWords(text: string, coverings: readonly Covering[]): string {
  const wanted = coverings
    .map(({ words, instead }) => ({ words: Array.from(words.trim()).map(foldWord).join(''), instead }))
    .filter(({ words }) => words !== '')
    .sort((a, b) => b.words.length - a.words.length);
  if (wanted.length === 0) return text;
  // Folding may change how many letters there are: each letter is folded alone, and keeps where it came from.
  const letters = Array.from(text);
  const folded = letters.map(foldWord);
  let result = '';
  for (let at = 0; at < letters.length;) {
    const found = wanted.flatMap(({ words, instead }) => {
      const end = endOf(folded, at, words);
      return end === null ? [] : [{ end, instead }];
    })[0];
    if (found === undefined) {
      result += letters[at] ?? '';
      at += 1;
    } else {
      result += found.instead === '' ? coverMark : found.instead;
      at = found.end;
    }
  }
  return result;
}

/** Behind the words, when they stand at a place; white space in them matches any. */
function endOf(folded: readonly string[], start: number, words: string): number | null {
  let at = start;
  let left = words;
  while (left !== '') {
    if (at >= folded.length) return null;
    const letter = folded[at] ?? '';
    if (/^\s/u.test(left) && /^\s+$/u.test(letter)) {
      left = left.trimStart();
      while (/^\s+$/u.test(folded[at] ?? '')) at += 1;
      continue;
    }
    if (letter !== '' && !left.startsWith(letter)) return null;
    if (letter === '' && at === start) return null;
    left = left.slice(letter.length);
    at += 1;
  }
  // Marks of the last letter that stand apart belong to it.
  while (at < folded.length && folded[at] === '') at += 1;
  return at;
}
