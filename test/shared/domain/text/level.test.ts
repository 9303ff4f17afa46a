import { describe, expect, it } from 'vitest';
import { crookedByWords } from '../../../../shared/domain/text/level';
import type { Word } from '../../../../shared/models/text';
import { seeded } from '../../../helpers/seeded';

/** Words as a recogniser gives them of a page that was turned by so much: upright boxes around slanting words. */
function words(tenths: number, { lines = 20, inLine = 8, left = 100 } = {}): Word[] {
  const numbers = seeded(lines * inLine);
  const random = (): number => numbers.next();
  const angle = (tenths * Math.PI) / 1800;
  return Array.from({ length: lines * inLine }, (_, index) => {
    const line = Math.floor(index / inLine);
    const wide = 60 + Math.round(random() * 90);
    const [up, down] = [random() < 0.6 ? 10 : 0, random() < 0.3 ? 9 : 0];
    const x = left + (index % inLine) * 170;
    const y = 600 + line * 60 + x * Math.tan(angle) - up;
    const [w, h] = [wide, 24 + up + down + wide * Math.abs(Math.tan(angle))];
    const top = Math.round(tenths < 0 ? y - wide * Math.abs(Math.tan(angle)) : y);
    return { text: 'words', x, y: Math.max(0, top), w, h: Math.round(h), confidence: 95, line };
  });
}

describe('how crooked lines of words lie', () => {
  it.each([-120, -50, -10, 0, 2, 10, 30, 80])('is told where a page was turned by %i', (tenths) => {
    expect(Math.abs((crookedByWords(words(tenths)) ?? 999) + tenths)).toBeLessThanOrEqual(3);
  });

  it('is not told from few words, from short lines, or from lines that do not agree', () => {
    expect(crookedByWords([])).toBeNull();
    expect(crookedByWords(words(30, { lines: 3 }))).toBeNull();
    expect(crookedByWords(words(30, { lines: 40, inLine: 2 }))).toBeNull();
    expect(crookedByWords(words(30, { lines: 5, inLine: 3 }))).toBeNull();
    const fan = words(0).map((word) => ({
      ...word,
      y: Math.max(0, word.y + Math.round((word.x * (word.line - 10)) / 60)),
    }));
    expect(crookedByWords(fan)).toBeNull();
  });

  it('is told from two columns, each with its own lines', () => {
    const left = words(30, { inLine: 4 });
    const right = words(30, { inLine: 4, left: 900 }).map((word) => ({ ...word, line: word.line + 20 }));
    expect(Math.abs((crookedByWords([...left, ...right]) ?? 999) + 30)).toBeLessThanOrEqual(3);
  });
});
