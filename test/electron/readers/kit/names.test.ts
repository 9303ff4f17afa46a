import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, createPlaces, isUnsafe } from '../../../../electron/readers/kit/names';
import { childSchema } from '../../../../electron/readers/kit/seat-messages';
import { visible } from '../../../../shared/domain/visible-text';

/** As lists of naughty strings have them: what breaks names, terminals, tables and eyes. */
const naughty = [
  '',
  '.',
  '..',
  '../../../../etc/passwd',
  '/etc/passwd',
  'C:\\Windows\\System32\\cmd.exe',
  '\\\\server\\share\\x',
  'C:x.txt',
  'CON',
  'aux.png',
  'lpt1.tar.gz',
  'name. . ',
  'a\u0000b.txt',
  'a\nb.txt',
  'gpj.\u202eexe',
  '\u2066a\u2069.png',
  '\ufeffa.txt',
  'a\u200bb.txt',
  '\ud800.txt',
  'a:b*c?"<>|.txt',
  '<script>alert(1)</script>.png',
  "'; DROP TABLE evidence; --.txt",
  '👨‍👩‍👧‍👦.jpg',
  'مرحبا.txt',
  'a'.repeat(3000),
  `${'b/'.repeat(800)}c.txt`,
  'ﬀ.txt',
];

describe('a name from inside a file', () => {
  it('is one that every system takes and that shows what it is', () => {
    expect(cleanName('../../etc/passwd')).toBe('passwd');
    expect(cleanName('C:\\Windows\\x.exe')).toBe('x.exe');
    expect(cleanName('gpj.\u202eexe')).toBe('gpj.‹U+202E›exe');
    expect(cleanName('photos/CON.txt')).toBe('_CON.txt');
    expect(cleanName('a. . ')).toBe('a');
    expect(cleanName('../..')).toBe('without a name');
    // A family is one sign of several that are joined; the joiner is no trick.
    expect(cleanName('👨‍👩‍👧‍👦.jpg')).toBe('👨‍👩‍👧‍👦.jpg');
  });

  it('holds no separator, control or mark that turns the writing round, whatever was written', () => {
    const safe = (written: string): void => {
      const name = cleanName(written);
      expect(name).not.toMatch(/[/\\<>:"|?*\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
      expect(name).not.toMatch(/^\.{1,2}$|[. ]$|^$/u);
      expect(name.length).toBeLessThanOrEqual(200);
      expect(cleanName(name)).toBe(name);
    };
    for (const each of naughty) safe(each);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), safe), { seed: 20_261_103 });
  });

  it('is told to be unsafe where it leads elsewhere or misleads, and only there', () => {
    for (const each of ['a/../b', '/a', 'C:/a', 'a\\b', 'a\u202eb', 'nul', 'a.'])
      expect(isUnsafe(each)).toBe(true);
    for (const each of ['a', 'a/b.txt', 'Screenshots/é.png', '.hidden', 'a..b'])
      expect(isUnsafe(each)).toBe(false);
  });
});

describe('the places in one parent', () => {
  it('are all different, also to a system that tells neither capitals nor accents apart, and fit what crosses', () => {
    const differ = (paths: readonly string[]): void => {
      const placeOf = createPlaces();
      const children = paths.map((path) => placeOf(path));
      for (const child of children) childSchema.parse(child);
      const keys = children.map(({ place }) => place.normalize('NFKC').toLowerCase());
      expect(new Set(keys).size).toBe(paths.length);
    };
    differ([...naughty, ...naughty.map((each) => each.toUpperCase()), ...naughty]);
    const few = fc.constantFrom('a', 'A', 'a (2)', 'é', 'e\u0301', 'É', '', 'b/c');
    fc.assert(fc.property(fc.array(few, { maxLength: 40 }), differ), { seed: 20_261_103 });
  });

  it('stay as they were written where that is safe to show', () => {
    const placeOf = createPlaces();
    expect(placeOf('Photos/IMG_1.JPG', '2026-03-03T21:00:04')).toEqual({
      place: 'Photos/IMG_1.JPG',
      name: 'IMG_1.JPG',
      modified: '2026-03-03T21:00:04',
    });
    expect(placeOf('../x\u202e')).toMatchObject({ place: '../x‹U+202E›', written: '../x‹U+202E›' });
  });
});

it('text made visible is on one line and says what was hidden in it', () => {
  expect(visible('a\tb\r\nc')).toBe('a b c');
  expect(visible('a\u200eb\u{e0041}')).toBe('a‹U+200E›b‹U+E0041›');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(visible(text))).toBe(visible(text));
    }),
  );
});
