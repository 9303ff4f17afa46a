import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasOwnText, layOut, meanConfidence, wordsAt } from '../../../shared/domain/text/layout';
import { indexQuery, snippetOf } from '../../../shared/domain/text/search';
import type { Word } from '../../../shared/models/text';

const word = (text: string, line: number, confidence: number | null = 90): Word => ({
  text,
  x: 0,
  y: 0,
  w: 1,
  h: 1,
  confidence,
  line,
});

describe('the text of a page', () => {
  it('has its words in lines, and knows which words a stretch of it touches', () => {
    const { text, spans } = layOut([word('at', 0), word('21:05', 0), word('home', 1)]);
    expect(text).toBe('at 21:05\nhome');
    expect(wordsAt(spans, 4, 10).map((each) => each.text)).toEqual(['21:05', 'home']);
  });

  it('has the mean of the confidences that are known', () => {
    expect(meanConfidence([word('a', 0, 80), word('b', 0, 90), word('c', 0, null)])).toBe(85);
    expect(meanConfidence([word('c', 0, null)])).toBeNull();
  });

  it('of a PDF is its own only when there is more than a page number', () => {
    expect(hasOwnText([word('Page', 0), word('3', 0), word('of', 0), word('12', 0)])).toBe(false);
    expect(hasOwnText([word('Dear', 0), word('Madam,', 0), word('concerning', 1), word('you', 1)])).toBe(
      true,
    );
  });
});

describe('a search', () => {
  it('asks for every word, each as the beginning of one, and obeys nothing that is typed', () => {
    expect(indexQuery('meet  me')).toBe('"meet"* "me"*');
    expect(indexQuery('a "b" OR c*')).toBe('"a"* "b" "OR"* "c*"*');
    expect(indexQuery('£ - 7.30pm')).toBe('"7.30pm"*');
  });

  it('for nothing, or one letter, is none', () => {
    for (const typed of ['', ' ', 'a', '£', '"', 'a b']) expect(indexQuery(typed), typed).toBeNull();
  });

  it('shows the place with what was found, and where it was cut', () => {
    const text = `${'word '.repeat(60)}He waited at the Café again. ${'more '.repeat(60)}`;
    const parts = snippetOf(text, 'cafe');
    expect(parts.filter(({ found }) => found)).toEqual([{ text: 'Café', found: true }]);
    expect(parts[0]?.text).toBe('… ');
    expect(parts.at(-1)?.text).toBe(' …');
    expect(parts.map((part) => part.text).join('').length).toBeLessThan(220);
  });

  it('never fails, whatever the text and whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, typed) => {
        indexQuery(typed);
        const shown = snippetOf(text, typed);
        for (const { text: part, found } of shown) if (found) expect(text).toContain(part);
      }),
      { seed: 5 },
    );
  });
});
