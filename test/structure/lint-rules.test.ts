import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { comparedWords, cutInstants } from '../../eslint.config.js';

const linter = new Linter({ configType: 'flat' });

/** Whether lint refuses a line by the rules that are given. */
function refused(
  line: string,
  rules: readonly { readonly selector: string; readonly message: string }[],
): boolean {
  const found = linter.verify(line, {
    languageOptions: { parser: tseslint.parser },
    rules: { 'no-restricted-syntax': ['error', ...rules] },
  });
  expect(found.filter(({ fatal }) => fatal)).toEqual([]);
  return found.length > 0;
}

describe('lint refuses to take a day out of the text of an instant', () => {
  it.each([
    'const today = new Date(at).toISOString().slice(0, 10);',
    "const [today] = now().toISOString().split('T');",
    'const day = entry.createdAt.slice(0, 10);',
    'const day = step.at.substring(0, 10);',
    'const day = importedAt.slice(0, 10);',
    'const day = nowIso().slice(0, 10);',
    'const day = ukClockOf(at).local.slice(0, 10);',
  ])('%s', (line) => {
    expect(refused(line, cutInstants)).toBe(true);
  });

  it.each([
    'const day = ukDay(now());',
    'const day = row.earliest.slice(0, 10);',
    'const written = `${date.toISOString().slice(0, 19)}Z`;',
    'const rest = parts.slice(0, 10);',
  ])('and lets pass: %s', (line) => {
    expect(refused(line, cutInstants)).toBe(false);
  });
});

describe('lint refuses to tell things apart by what is shown', () => {
  it.each([
    "const is = fact.label === 'EXIF GPS' || best?.label === 'Title';",
    "const is = best?.label !== 'Title';",
    "const found = facts.filter(({ label }) => label !== 'Contact');",
    'const same = best?.label === fact.label;',
    "const is = note === 'Handed in again';",
    "const is = label.includes('WhatsApp');",
    "const is = fact.label.startsWith('PNG ');",
    "db.prepare('SELECT 1 FROM facts WHERE label = ? AND raw = ?');",
    "const where = `label GLOB 'EXIF*'`;",
  ])('%s', (line) => {
    expect(refused(line, comparedWords)).toBe(true);
  });

  it.each([
    "const is = fact.code === 'exif.GPS';",
    "const is = event.key === 'Enter';",
    "const is = label === '' || label === undefined || label === 0x21;",
    'const words = label.length > 0 ? label : name;',
    "const kind = name === 'Photoshop 3.0';",
  ])('and lets pass: %s', (line) => {
    expect(refused(line, comparedWords)).toBe(false);
  });
});
