import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const root = join(import.meta.dirname, '..', '..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const papers = [
  'README.md',
  'CONTRIBUTING.md',
  'NOTICE.md',
  'electron/vault/README.md',
  'electron/vault/migrations/README.md',
];
const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

describe.each(papers)('%s', (paper) => {
  const text = read(paper);

  it('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)]+)\)/gu)].map(([, to]) => to ?? '');
    const missing = links.filter((to) => !/^https:/u.test(to) && !existsSync(join(root, dirname(paper), to)));
    expect(missing).toEqual([]);
  });

  it('names commands that there are', () => {
    const named = [...text.matchAll(/npm run ([a-z:-]+)/gu)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('names files of the project that are there', () => {
    const known = /^(?:electron|renderer|shared|resources|scripts|test)\/[\w./-]+$/u;
    const named = [...text.matchAll(/`([^`\s]+)`/gu)]
      .map(([, name]) => name ?? '')
      .filter((name) => known.test(name));
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });
});

describe('the README', () => {
  const text = plain(read('README.md'));

  it('counts the sample case as it is', () => {
    const files = readdirSync(join(root, 'resources', 'sample-case', 'evidence')).length;
    const { entries } = z
      .object({ entries: z.array(z.unknown()) })
      .parse(JSON.parse(read('resources/sample-case/case.json')));
    expect(text).toContain(`takes in ${files} files`);
    expect(text).toContain(`writes ${entries.length} entries`);
  });

  it('says how long Holdfast waits before it locks, as the code has it', () => {
    const [, usual] = /const usual[A-Za-z]* = (\d+)/u.exec(read('electron/vault/people/locking.ts')) ?? [];
    expect(usual).toBe('10');
    expect(text).toContain('after ten minutes without a key or a click');
  });

  it('says where protection ends today', () => {
    for (const sentence of [
      'every copy of the folder and every backup made before still opens with their passphrase',
      'may hold old pages with its keys',
      'What is left beside the key: JPEG and PNG pictures are copied into a bundle',
    ])
      expect(text).toContain(sentence);
  });
});

describe('the dialogs', () => {
  const features = join(root, 'renderer', 'features');
  const sources = readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => ({ name, source: readFileSync(join(features, name), 'utf8') }));

  it('that erase something say where it may still be', () => {
    const erasing = sources.filter(({ source }) => /holdfast\.erase\.(?!preview)/u.test(source));
    expect(erasing.length).toBeGreaterThan(1);
    for (const { name, source } of erasing) expect(source, name).toContain('<WhatStays');
  });

  it('that take a passphrase away say that old copies and backups still open with it', () => {
    const taking = sources.filter(({ source }) =>
      /holdfast\.people\.(?:remove|changePassphrase)\(/u.test(source),
    );
    expect(taking.length).toBeGreaterThan(0);
    for (const { name, source } of taking) {
      const calls = source.match(/holdfast\.people\.(?:remove|changePassphrase)\(/gu) ?? [];
      expect(
        plain(source).match(
          /every backup and every copy of the vault folder made before now|backup or copy of the vault folder made before now/gu,
        ),
        name,
      ).toHaveLength(calls.length);
    }
  });
});
