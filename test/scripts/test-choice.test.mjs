import { describe, expect, it } from 'vitest';
import { chooseTests } from '../../scripts/test-choice.mjs';

const texts = {
  'test/shared/dates.test.ts': "it('reads 4/5 March (a night)', ...)",
  'test/shared/people.test.ts': "it('names people', ...)",
  'test/e2e/people.e2e.ts': "test('shows people', ...)",
};
const choose = (pattern) => chooseTests(pattern, Object.keys(texts), (file) => texts[file]);

describe('the tests that a word after npm test means', () => {
  it('are all of both runners where there is none', () => {
    expect(choose('')).toEqual({ units: { files: [], name: null }, ends: { files: [], name: null } });
  });

  it('are the files whose path holds it, of whichever runner', () => {
    expect(choose('people')).toEqual({
      units: { files: ['test/shared/people.test.ts'], name: null },
      ends: { files: ['test/e2e/people.e2e.ts'], name: null },
    });
    expect(choose('e2e/people')).toEqual({
      units: null,
      ends: { files: ['test/e2e/people.e2e.ts'], name: null },
    });
  });

  it('are else the tests whose name holds it, letter for letter', () => {
    const { units, ends } = choose('reads 4/5 March (a night)');
    expect(units?.files).toEqual(['test/shared/dates.test.ts']);
    expect(new RegExp(units?.name, 'u').test('dates reads 4/5 March (a night)')).toBe(true);
    expect(new RegExp(units?.name, 'u').test('dates reads 4/5 March a night')).toBe(false);
    expect(ends).toBeNull();
  });

  it('are looked for in every file where the name is put together from parts', () => {
    expect(choose('finds 12 of 40').units?.files).toHaveLength(2);
  });
});
