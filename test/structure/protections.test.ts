/** What the README promises under "How it protects" is proved: each sentence names its test, or says that it promises nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';

const root = join(import.meta.dirname, '..', '..');

const schema = z.array(
  z.union([
    z.strictObject({ says: z.string().min(10), tests: z.array(z.string()).min(1) }),
    z.strictObject({ says: z.string().min(10), limit: z.string().min(10) }),
  ]),
);
const entries = schema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'protections.json'), 'utf8')) as unknown,
);

/** The sentences of the list under that heading, each on one line. */
function sentences(readme: string): readonly string[] {
  const section = /^## How it protects[^\n]*\n([\s\S]*?)\n(?=\S)(?!- )/mu.exec(`${readme}\n`)?.[1] ?? '';
  return section
    .split(/^- /mu)
    .map((point) => point.replaceAll(/\s+/gu, ' ').trim())
    .flatMap((point) => point.split(/(?<=[.!?])\s+(?=[\p{Lu}“[*])/u))
    .filter((sentence) => sentence !== '');
}

const said = sentences(readFileSync(join(root, 'README.md'), 'utf8'));

it('sentences are told apart, whatever lines they stand on, and nothing behind the list is one', () => {
  const readme =
    '## How it protects, and so on\n\n- **One**: a\n  b. Two c.\n- Three.\n\nAnd more.\n\n## Next\n';
  expect(sentences(readme)).toEqual(['**One**: a b.', 'Two c.', 'Three.']);
  expect(said.length).toBeGreaterThan(30);
});

it('every sentence of the README on how Holdfast protects has its line in protections.json, and every line its sentence', () => {
  const without = said.filter((sentence) => !entries.some(({ says }) => sentence.startsWith(says)));
  expect(without, 'write these down with the tests that prove them').toEqual([]);
  const stale = entries.filter(({ says }) => said.filter((each) => each.startsWith(says)).length !== 1);
  expect(stale.map(({ says }) => says)).toEqual([]);
});

it('every test named there exists', () => {
  const named = entries.flatMap((entry) => ('tests' in entry ? entry.tests : []));
  const missing = named.filter((name) => {
    const [file = '', title = ''] = name.split(' › ');
    const path = join(root, file);
    return title === '' || !existsSync(path) || !readFileSync(path, 'utf8').includes(`('${title}'`);
  });
  expect(missing).toEqual([]);
});
