import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Sentence } from '../../../renderer/components/sentence';

const drawn = (text: string): string => renderToStaticMarkup(createElement(Sentence, { children: text }));

it('leaves a sentence alone in which everything reads from left to right', () => {
  expect(drawn('Bail of Robin: return date 3 Dec 2026.')).toBe('Bail of Robin: return date 3 Dec 2026.');
});

it('lets a name that reads from right to left stand by itself, so that a day after it stays after it', () => {
  expect(drawn('To שרה כהן · 6 Nov 2026')).toBe('<span dir="ltr">To <bdi>שרה כהן</bdi> · 6 Nov 2026</span>');
});

it('takes what stands between two such words with them, and neither brackets nor a line that ends after them', () => {
  expect(drawn('Sarah (سارة، 2 بنت)\nعائشہ, 9')).toBe(
    '<span dir="ltr">Sarah (<bdi>سارة، 2 بنت</bdi>)\n<bdi>عائشہ</bdi>, 9</span>',
  );
});
