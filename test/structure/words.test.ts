import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countWords, wordsInFeatures } from './words';

/** Pieces of text per file that stood in the features before there was a rule; numbers only ever go down. */
const left = JSON.parse(
  readFileSync(join(import.meta.dirname, 'words-in-features.json'), 'utf8'),
) as Readonly<Record<string, number>>;

it('finds words between tags, in what is read out and on both sides of a choice, and nothing else', () => {
  expect(countWords('a.tsx', '<p>Hello {name}, {one ? "it is" : "they are"} here</p>')).toBe(4);
  expect(
    countWords('a.tsx', '<B title="Save" aria-label={`Page ${n}`} id="no words" className="no" />'),
  ).toBe(2);
  expect(
    countWords('a.tsx', '<p className="row">{words.hello} · {a === "no words"} {call("no words")}</p>'),
  ).toBe(0);
});

it('new words of the page stand in renderer/strings: no feature has more of its own than it had', () => {
  const grown = Object.entries(wordsInFeatures())
    .filter(([file, count]) => count > (left[file] ?? 0))
    .map(([file, count]) => `${file} has ${count} pieces of text, and had ${left[file] ?? 0}`);
  expect(grown).toEqual([]);
});

it('the list of what is left says no more than there is, so that what was moved stays away', () => {
  const now = wordsInFeatures();
  const moved = Object.entries(left)
    .filter(([file, count]) => (now[file] ?? 0) < count)
    .map(([file]) => `${file}: ${now[file] ?? 0}`);
  expect(moved, 'set these numbers in words-in-features.json').toEqual([]);
});
