import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { circles, mutualRooms, readImports, root } from './imports';

const imports = readImports();

it('no files import each other in a circle, types included', () => {
  expect(imports.size).toBeGreaterThan(800);
  expect(circles(imports)).toEqual([]);
});

it('a circle and a pair are found where there are some', () => {
  const made = new Map([
    ['a/b/c/one.ts', ['a/b/d/two.ts']],
    ['a/b/d/two.ts', ['a/b/d/three.ts']],
    ['a/b/d/three.ts', ['a/b/c/one.ts']],
    ['a/b/e/four.ts', ['a/b/c/one.ts']],
  ]);
  expect(circles(made)).toEqual([['a/b/c/one.ts', 'a/b/d/three.ts', 'a/b/d/two.ts']]);
  expect(mutualRooms(made)).toEqual(['a/b/c and a/b/d']);
});

it('at most six pairs of rooms import each other, each named in CONTRIBUTING with its reason', () => {
  const pairs = mutualRooms(imports);
  expect(pairs.length).toBeLessThanOrEqual(6);
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const named = [...text.matchAll(/^- `([^`]+)` and `([^`]+)`: \S/gm)].map(
    ([, a = '', b = '']) => `${a} and ${b}`,
  );
  expect(named.sort()).toEqual(pairs);
});
