import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Bundle, BundleSettings } from '../../shared/models/bundle';
import type { RunningApp } from './helpers/app';
import { buildBundle, pagesOf, saveBundle } from './helpers/bundle';
import { takeSample } from './helpers/import';
import { pageSizes, tool } from './helpers/pdf';
import { startOnNewVault } from './helpers/vault';

const named = [
  /^Screenshot_20260104/,
  /^20260214/,
  /^Screenshot_20260418/,
  /^Bail notice/,
  /^WhatsApp Chat.*\.txt$/,
  /\.eml$/,
  /^IMG_0398/,
];

let folder = '';
let running: RunningApp;
let caseId = '';
let items: readonly { readonly id: string; readonly fileName: string; readonly kind: string }[] = [];

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-bundles-'));
  running = await startOnNewVault(join(folder, 'vault'));
  ({ caseId, items } = await takeSample(running, 'HF-0700', named));
  expect(items.length).toBeGreaterThanOrEqual(6);
});
test.afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const ids = (): readonly string[] => items.map(({ id }) => id);
const build = (settings: Partial<BundleSettings> = {}, chosen = ids()): Promise<Bundle> =>
  buildBundle(running.page, caseId, chosen, settings);

/** Saves it, or one of its files, and looks through it with qpdf. */
async function saved(bundle: Bundle, name: string, file: number | null = null): Promise<string> {
  const path = join(folder, name);
  await saveBundle(running, bundle.id, path, file);
  expect(tool('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
  const look = process.env.HOLDFAST_LOOK;
  if (look !== undefined) {
    mkdirSync(look, { recursive: true });
    tool('pdftoppm', '-r', '60', '-png', path, join(look, name.replace(/\.pdf$/u, '')));
  }
  return path;
}

const textOf = (path: string, first: number, last = first): string =>
  tool('pdftotext', '-layout', '-f', String(first), '-l', String(last), path, '-');

test('a bundle has the same bytes whenever it is built, and nothing is to be mended in it', async () => {
  const [one, other] = [await build(), await build()];
  expect(other.sha256).toBe(one.sha256);
  expect(one.checks.filter(({ state }) => state === 'fix')).toEqual([]);
  expect(one.plan.leftOut).toEqual([]);
  const path = await saved(one, 'whole.pdf');
  expect(pageSizes(path)).toHaveLength(one.pages);
  expect(tool('pdfinfo', path)).toMatch(/Tagged:\s+yes/u);
  // No font of the machine, and every one in the file.
  const fonts = tool('pdffonts', path)
    .split('\n')
    .slice(2)
    .filter((line) => line !== '');
  for (const font of fonts.filter((line) => !line.includes('Type 3')))
    expect(font).toMatch(/Arimo.* yes yes (?:yes|no)|yes (?:yes|no) (?:yes|no)\s+\d/u);
});

test('other scripts are set in fonts that ship, and can be copied as they were written', async () => {
  const title = 'عنوان देवी ਪੰਜਾਬੀ বাংলা தமிழ் 日本語 한국어 🚪';
  const [first] = items;
  await running.page.evaluate(
    async (change) => {
      const changed = await window.holdfast.evidence.update(change);
      if (!changed.ok) throw new Error(changed.error.code);
    },
    { id: first?.id ?? '', title },
  );
  const path = await saved(await build(), 'scripts.pdf');
  // A font with a range of weights goes into a PDF letter by letter (Type 3), without a name; one of the machine would have its name.
  const fonts = tool('pdffonts', path)
    .split('\n')
    .slice(2)
    .filter((line) => line !== '');
  for (const font of fonts) expect(font).toMatch(/\+Arimo|Type 3/u);
  expect(fonts.filter((font) => font.includes('Type 3')).length).toBeGreaterThan(5);
  const index = textOf(path, 2);
  for (const word of ['বাংলা', 'தமிழ்', '日本語', '한국어']) expect(index).toContain(word);
});

test('what has no pages of its own is printed by its words', async () => {
  const bundle = await build();
  const path = await saved(bundle, 'printed.pdf');
  const chat = items.find(({ kind }) => kind === 'messages');
  if (chat === undefined) throw new Error('no chat went in');
  const [first = 0, ...others] = pagesOf(bundle, chat.id);
  expect(textOf(path, first, others.at(-1) ?? first)).toContain('line 1');
});

test('a bundle for the family court is numbered by its sections, in print and in a viewer', async () => {
  const bundle = await build({ profile: 'family-pd27a-2026' });
  expect(bundle.checks.filter(({ state }) => state === 'fix')).toEqual([]);
  const path = await saved(bundle, 'family.pdf');
  const document = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const labels = (await document.getPageLabels()) ?? [];
  expect(labels.slice(0, 2)).toEqual(['i', 'ii']);
  expect(labels).toContain('A1');
  const [page = 0] = pagesOf(bundle, ids()[0] ?? '');
  expect(textOf(path, page)).toContain(labels[page - 1] ?? 'none');
  // The index names the page as it is printed there.
  expect(textOf(path, 2)).toContain(labels[page - 1] ?? 'none');
});

test('volumes, parts for e-mail and one for printing hold the pages of the whole, under their numbers', async () => {
  const bundle = await build({ volumesOf: 10, parts: true, printable: true });
  const roles = bundle.files.map(({ role }) => role);
  expect(new Set(roles)).toEqual(new Set(['volume', 'part', 'printable']));
  const volumes = bundle.files.filter(({ role }) => role === 'volume');
  expect(volumes.length).toBeGreaterThan(1);
  for (const file of bundle.files) {
    const path = await saved(bundle, `${file.role}-${file.number}.pdf`, file.position);
    expect(pageSizes(path)).toHaveLength(file.pages);
  }
  const last = volumes.at(-1);
  const text = textOf(join(folder, `volume-${volumes.length}.pdf`), 1, 100);
  expect(text).toContain(last?.lastPage ?? 'none');
  expect(textOf(join(folder, 'volume-1.pdf'), 2)).toMatch(/\d+ \(v2\)/u);
  const printing = bundle.files.find(({ role }) => role === 'printable');
  expect((printing?.pages ?? 1) % 2).toBe(0);
});

test('pages that are added leave the bundle that was served as it was, byte for byte', async () => {
  const served = await build({}, ids().slice(0, 4));
  const before = await saved(served, 'served.pdf');
  const bundle = await build({ lateOf: served.id });
  const after = await saved(bundle, 'revised.pdf');
  const [old, revised] = [readFileSync(before), readFileSync(after)];
  expect(revised.subarray(0, old.length).equals(old)).toBe(true);
  expect(bundle.checks.filter(({ state }) => state === 'fix')).toEqual([]);
  for (const page of [1, 2, served.pages]) expect(textOf(after, page)).toBe(textOf(before, page));
  expect(textOf(after, served.pages + 1)).toContain('Revised index and what was added');
  const [late] = bundle.files;
  expect(late).toMatchObject({ role: 'late', pages: bundle.pages - served.pages });
  const alone = await saved(bundle, 'added.pdf', late?.position ?? null);
  expect(textOf(alone, 1)).toContain('Revised index and what was added');
  await expect(build({ lateOf: bundle.id })).rejects.toThrow('bundle-nothing-added');
});
