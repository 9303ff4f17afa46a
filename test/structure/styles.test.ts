import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './imports';
import { definedTwice, literalSpaces, readSheets } from './styles';

const sheets = readSheets();

it('spaces are tokens, but for as many lengths in each sheet as the list allows, and it allows no more than there are', () => {
  const list: unknown = JSON.parse(readFileSync(join(root, 'test/structure/spaces.json'), 'utf8'));
  const counts = [...sheets].map(([file, sheet]) => [file, literalSpaces(sheet).length] as const);
  expect(Object.fromEntries(counts.filter(([, count]) => count > 0))).toEqual(list);
  // Lower this with the list; nobody raises it.
  expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(192);
});

it('a length that a token has is not written out', () => {
  const onScale = ['4px', '8px', '12px', '16px', '24px', '32px'];
  const found = [...sheets].flatMap(([file, sheet]) =>
    literalSpaces(sheet)
      .filter((length) => onScale.includes(length.replace('-', '')))
      .map((length) => `${file} ${length}`),
  );
  expect(found).toEqual([]);
});

it('no class is defined in two sheets', () => {
  expect(definedTwice(sheets)).toEqual({});
});

it('spaces and classes are found where there are some', () => {
  const sheet = '.one,\n.two {\n  padding: 3px var(--s1);\n}\n.three .four {\n  margin-top: -2rem;\n}\n';
  expect(literalSpaces(sheet)).toEqual(['3px', '-2rem']);
  expect(
    definedTwice(
      new Map([
        ['a.css', sheet],
        ['b.css', '/* .one {} */\n@media print {\n  .two {\n    gap: 0;\n  }\n}\n.four {\n}\n'],
      ]),
    ),
  ).toEqual({ two: ['a.css', 'b.css'] });
});
