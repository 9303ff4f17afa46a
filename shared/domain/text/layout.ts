import type { Word } from '../../models/text';

/** Where a word stands in the text of its page. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly word: Word;
}

/** The words of a page as text, one line below the other, and where each of them is in it. */
export function layOut(words: readonly Word[]): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  let line: number | null = null;
  for (const word of words) {
    if (line !== null) text += word.line === line ? ' ' : '\n';
    line = word.line;
    spans.push({ start: text.length, end: text.length + word.text.length, word });
    text += word.text;
  }
  return { text, spans };
}

/** The words that a stretch of the text touches. */
export function wordsAt(spans: readonly Span[], start: number, end: number): readonly Word[] {
  return spans.filter((span) => span.start < end && span.end > start).map(({ word }) => word);
}

/** The mean of the words' confidences, or null where none has one. */
export function meanConfidence(words: readonly Word[]): number | null {
  const known = words.flatMap(({ confidence }) => (confidence === null ? [] : [confidence]));
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length;
}

/** Letters and digits that a PDF page must carry itself, so that it need not be recognised: a stamped page number is less. */
const enough = 20;

export function hasOwnText(words: readonly Word[]): boolean {
  let count = 0;
  for (const { text } of words) {
    count += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    if (count >= enough) return true;
  }
  return false;
}
