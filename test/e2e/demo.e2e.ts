import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import * as z from 'zod';
import { test } from './helpers/demo';
import { filesUnder, sha256Of, wordsFoundIn } from './helpers/files';
import { corner, pageSizes, readStructure, tool } from './helpers/pdf';
import { root } from './helpers/runtime';

const sample = join(root, 'resources', 'sample-case');

test.describe('the demo', () => {
  test('ends with everything compared equal, and says so with its exit code', ({ demo }) => {
    expect(demo.output).toContain('Everything compared equal.');
    expect(demo.code).toBe(0);
    expect(demo.report.ok).toBe(true);
  });

  test('accounts for every file of the sample case with its true hash and size', ({ demo }) => {
    const files = filesUnder(join(sample, 'evidence'));
    expect(
      demo.report.files.map(({ name, sha256, bytes }) => ({ name: basename(name), sha256, bytes })),
    ).toEqual(
      expect.arrayContaining(
        files.map((path) => ({
          name: basename(path),
          sha256: sha256Of(path),
          bytes: readFileSync(path).length,
        })),
      ),
    );
    const { in: all, stored, duplicate, failed } = demo.report.counts;
    expect([all, stored + duplicate + failed]).toEqual([files.length, files.length]);
    expect(duplicate).toBe(1);
  });

  test('takes out what came inside other files, and accounts for it apart', ({ demo }) => {
    const { files, counts } = demo.report.inside;
    expect(files.length).toBeGreaterThan(0);
    expect(counts.in).toBe(files.length);
    expect(counts.stored + counts.duplicate + counts.failed).toBe(files.length);
  });

  test('has at least 30 items and 25 entries', ({ demo }) => {
    expect(demo.report.counts.stored).toBeGreaterThanOrEqual(30);
    expect(demo.report.entries).toBeGreaterThanOrEqual(25);
  });

  test('prints nothing that a person would have to explain away', ({ demo }) => {
    expect(demo.output).not.toMatch(/warning|ERROR:/i);
  });

  test('leaves only what cannot be read or printed out of the bundle, and shows a GIF', ({ demo }) => {
    const kept = [...demo.report.files, ...demo.report.inside.files];
    // What has no pages of its own is printed by its words, or has a slip.
    const left = kept.filter(
      ({ outcome, kind }) => outcome === 'stored-no-preview' && (kind === 'image' || kind === 'pdf'),
    );
    expect(left.length).toBeGreaterThan(0);
    expect(left.map(({ name }) => basename(name))).not.toContain('typing.gif');
    expect(demo.output).toContain(`${left.length} items left out`);
  });

  test('shows how to open the vault it made', ({ demo }) => {
    expect(demo.output).toContain(`npm start -- --vault ${JSON.stringify(join(demo.folder, 'vault'))}`);
  });

  test('leaves no name, description or file name in any byte of the vault folder', ({ demo }) => {
    const { reference, alias, entries } = z
      .object({
        reference: z.string(),
        alias: z.string(),
        entries: z.array(z.object({ title: z.string(), description: z.string() })),
      })
      .parse(JSON.parse(readFileSync(join(sample, 'case.json'), 'utf8')));
    const texts = [
      reference,
      alias,
      ...entries.flatMap(({ title, description }) => [title, description.slice(0, 24)]),
      ...filesUnder(join(sample, 'evidence')).map((path) => basename(path)),
    ];
    // As long as it is, no text is in the JSON as it stands with its quotation marks escaped.
    const words = [...new Set(texts)].filter((word) => word.length >= 5 && !/["\\]/.test(word));
    expect(words.length).toBeGreaterThan(60);
    expect(wordsFoundIn(join(demo.folder, 'vault'), words)).toEqual([]);
    // The same search must be able to find them.
    expect(wordsFoundIn(sample, words)).toHaveLength(words.length);
  });
});

test.describe('the bundle', () => {
  const path = (folder: string): string => join(folder, 'bundle.pdf');

  test('is the file the report names', ({ demo }) => {
    const { sha256, bytes, pages } = demo.report.bundle;
    expect(sha256Of(path(demo.folder))).toBe(sha256);
    expect(readFileSync(path(demo.folder)).length).toBe(bytes);
    expect(pageSizes(path(demo.folder))).toHaveLength(pages);
  });

  test('has nothing that qpdf would complain about', ({ demo }) => {
    expect(tool('qpdf', '--check', path(demo.folder))).toContain('No syntax or stream encoding errors found');
  });

  test('prints on every page the number of that page', ({ demo }) => {
    const sizes = pageSizes(path(demo.folder));
    const printed = sizes.map((size, index) => corner(path(demo.folder), index + 1, size));
    expect(printed).toEqual(sizes.map((_, index) => String(index + 1)));
  });

  test('links every index row and every citation to the page it names', async ({ demo }) => {
    const { links } = await readStructure(path(demo.folder));
    const wrong = links.filter(({ line, text, target }) => {
      const numbers = (text.match(/\d+(?!.*\d)/) ?? [])[0];
      const atEnd = (line.match(/(\d+)\s*$/) ?? [])[1];
      return Number(numbers) !== target && Number(atEnd) !== target;
    });
    expect(wrong).toEqual([]);
    expect(links.length).toBeGreaterThan(demo.report.entries);
  });

  test('has a bookmark for every section and exhibit that ends in its page number', async ({ demo }) => {
    const { outline, links } = await readStructure(path(demo.folder));
    for (const { title, target } of outline) expect(title).toMatch(new RegExp(`\\b${target}$`));
    const bookmarked = new Set(outline.map(({ target }) => target));
    const listed = links.filter(({ page }) => page <= 3).map(({ target }) => target);
    expect(listed.length).toBeGreaterThan(30);
    expect(listed.filter((target) => !bookmarked.has(target))).toEqual([]);
  });

  test('opens at 100 %', async ({ demo }) => {
    expect((await readStructure(path(demo.folder))).openZoom).toBe(1);
  });

  test('holds no picture finer than 300 dots per inch', ({ demo }) => {
    const rows = tool('pdfimages', '-list', path(demo.folder))
      .split('\n')
      .slice(2)
      .filter((row) => row.trim() !== '')
      .map((row) => row.trim().split(/\s+/));
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => Number(row[12]) > 300 || Number(row[13]) > 300)).toEqual([]);
  });
});

test.describe('the package', () => {
  test('opens with age and tar alone, and holds every stored file unchanged', ({ demo }) => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-package-'));
    try {
      const plain = execFileSync(
        'age',
        ['-d', '-i', join(demo.folder, 'identity.txt'), join(demo.folder, 'transfer.hfcase')],
        { maxBuffer: 256 * 1024 * 1024 },
      );
      execFileSync('tar', ['-x', '-f', '-', '-C', folder], { input: plain });
      const hashes = new Set(filesUnder(folder).map(sha256Of));
      const missing = demo.report.files.filter(({ sha256 }) => sha256 === null || !hashes.has(sha256));
      expect(missing).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('tells whoever finds it nothing but its size', ({ demo }) => {
    const bytes = readFileSync(join(demo.folder, 'transfer.hfcase'));
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    for (const word of ['HF-0147', 'Rowan', 'First office']) expect(bytes.includes(word)).toBe(false);
  });
});
