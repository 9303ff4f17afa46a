/** Characters shown to each side of what was found. */
const around = 60;
const longestSnippet = 200;

/** Words as the index cuts them: letters and digits, without marks and in lower case. */
export function foldWord(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en-GB');
}

export function wordsOf(text: string): readonly string[] {
  return [...foldWord(text).matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word);
}

/** One thing looked for: a word that may go on, or words in double quotes that stand together just so. */
export interface Wanted {
  readonly text: string;
  readonly isPhrase: boolean;
}

/** The words and phrases of what somebody typed. A quote that is still open is a phrase whose last word may go on. */
export function wantedOf(typed: string): readonly Wanted[] {
  return [...typed.replaceAll('\u0000', '').matchAll(/"([^"]*)("|$)|[^\s"]+/gu)]
    .map(([whole, phrase, closing]): Wanted => ({ text: phrase ?? whole, isPhrase: closing === '"' }))
    .filter(({ text }) => wordsOf(text).length > 0);
}

/**
 * What somebody typed as a query of the index: every word must be there, each may go on; words in double quotes stand
 * together. It is quoted, so that nothing in it is taken for a command. Null when there is too little to look for.
 */
export function indexQuery(typed: string): string | null {
  const parts = wantedOf(typed);
  if (!parts.some(({ text }) => wordsOf(text).join('').length > 1)) return null;
  return parts.map(({ text, isPhrase }) => `"${text.trim()}"${isPhrase ? '' : '*'}`).join(' ');
}

export interface SnippetPart {
  readonly text: string;
  readonly found: boolean;
}

/** The place of a text where what was typed first stands, with some words around it; what was found is marked. */
export function snippetOf(text: string, typed: string): readonly SnippetPart[] {
  const wanted = wordsOf(typed);
  const hits = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .map((match) => ({ start: match.index, word: match[0] }))
    .filter(({ word }) => wanted.some((each) => foldWord(word).startsWith(each)))
    .map(({ start, word }) => ({ start, end: start + word.length }));
  // The longest of the words typed says most about the place.
  const longest = wanted.reduce((best, each) => (each.length > best.length ? each : best), '');
  const anchor =
    hits.find(({ start, end }) => foldWord(text.slice(start, end)).startsWith(longest)) ?? hits[0];
  const from = backToSpace(text, Math.max(0, (anchor?.start ?? 0) - around));
  const to = Math.min(text.length, Math.max(anchor?.end ?? 0, from) + around, from + longestSnippet);
  const parts: SnippetPart[] = [];
  const push = (start: number, end: number, found: boolean): void => {
    if (end > start) parts.push({ text: text.slice(start, end).replaceAll(/\s+/gu, ' '), found });
  };
  let at = from;
  if (from > 0) parts.push({ text: '… ', found: false });
  for (const { start, end } of hits) {
    if (start < at || end > to) continue;
    push(at, start, false);
    push(start, end, true);
    at = end;
  }
  push(at, to, false);
  if (to < text.length) parts.push({ text: ' …', found: false });
  return parts;
}

/** Not into the middle of a word, where one can help it. */
function backToSpace(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + 20).search(/\s/u);
  return space === -1 ? at : at + space + 1;
}
