import { indexQuery, wordsOf } from './search';

/**
 * What somebody typed to find words: nothing, words an index can look for, or something it cannot, with the parts it stops
 * at. A filter must never take the last for the first: what cannot be looked for selects nothing, it does not select all.
 */
export type WantedWords =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'query'; readonly query: string }
  | { readonly kind: 'unreadable'; readonly parts: readonly string[] };

/**
 * Letters and numbers of writing that the index cuts into words. Chinese, Japanese, Thai and others are written without
 * spaces: the index holds such a line as one word, so that a word inside it would not be found. What is not named here is
 * not looked for, and said so. A test asks the index itself about every one of them.
 */
const cutIntoWords =
  /^(?![\u1CF2\u1CF3])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Georgian}\p{Script=Hangul}\p{Script=Ethiopic}\p{Script=Mongolian}\p{Script=Common}\p{Script=Inherited}]$/u;

/** Pictures and signs, which the index leaves out wherever they stand. */
const signs = /\p{Extended_Pictographic}|\p{So}/u;
const everySign = /(?:\p{Extended_Pictographic}|\p{So})[\p{M}\p{Sk}\u200D\uFE0F]*/gu;
const onlyPunctuation = /^\p{P}*$/u;

/** How a piece without a space stops a search: the parts of it that the index cannot look for. */
function unreadableIn(piece: string): readonly string[] {
  const words = wordsOf(piece);
  if (words.length === 0) return onlyPunctuation.test(piece) ? [] : [piece];
  const uncut = words.filter((word) => !Array.from(word).every((letter) => cutIntoWords.test(letter)));
  return [...(signs.test(piece) ? (piece.match(everySign) ?? []) : []), ...uncut];
}

/** Whether a part stops a search because it is one letter, and not because of what it is written in. */
export function isTooShort(part: string): boolean {
  return wordsOf(part).length > 0 && part.split(/[\s"]+/u).every((piece) => unreadableIn(piece).length === 0);
}

/** Reads what was typed into a search or a filter. Punctuation between words is how words are cut, and stops nothing. */
export function wantedWords(typed: string): WantedWords {
  if (typed.trim() === '') return { kind: 'nothing' };
  const pieces = typed.replaceAll('\u0000', '').split(/[\s"]+/u);
  const parts = [...new Set(pieces.flatMap(unreadableIn))];
  if (parts.length > 0) return { kind: 'unreadable', parts };
  const query = indexQuery(typed);
  return query === null ? { kind: 'unreadable', parts: [typed.trim()] } : { kind: 'query', query };
}
