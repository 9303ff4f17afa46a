import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { suggestBundleName } from '../../shared/domain/bundle/file-name';
import type { Bundle } from '../../shared/models/bundle';
import type { RunningApp } from './helpers/app';
import { buildBundle, pagesOf, saveBundle } from './helpers/bundle';
import { takeSample } from './helpers/import';
import { makeRedaction } from './helpers/redaction';
import { corner, pageSizes, readStructure, tool } from './helpers/pdf';
import { startOnNewVault } from './helpers/vault';

/**
 * Rules of courts, held against finished files by programs that had no part in writing them (qpdf, poppler, pdf.js). Numbers,
 * index, bookmarks and resolution of a large bundle are held against them in demo.e2e.ts; how each row is found broken, in
 * test/electron/services/bundle/preflight.test.ts.
 */
const named = [
  /^Screenshot_20260104/,
  /^20260214/,
  /^Bail notice/,
  /^WhatsApp Chat.*\.txt$/,
  /\.eml$/,
  /^IMG_0398/,
];

let folder = '';
let running: RunningApp;
let caseId = '';
let items: readonly { readonly id: string; readonly fileName: string; readonly kind: string }[] = [];
let general: Bundle;
let family: Bundle;
const path = (name: string): string => join(folder, `${name}.pdf`);

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-rules-'));
  running = await startOnNewVault(join(folder, 'vault'));
  const { page } = running;
  ({ caseId, items } = await takeSample(running, 'HF-0700', named));
  const ids = items.map(({ id }) => id);
  general = await buildBundle(page, caseId, ids, { printable: true });
  await saveBundle(running, general.id, path('general'));
  family = await buildBundle(page, caseId, ids, { profile: 'family-pd27a-2026' });
  await saveBundle(running, family.id, path('family'));
});
test.afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const printedOn = (name: string): readonly string[] =>
  pageSizes(path(name)).map((size, index) => corner(path(name), index + 1, size));

/** Pages that Holdfast has set in type. */
function typed({ plan, pages }: Bundle): readonly number[] {
  const shown = new Set(
    plan.rows.flatMap(({ itemId }) => (itemId === null ? [] : pagesOf({ plan } as Bundle, itemId))),
  );
  return Array.from({ length: pages }, (_, index) => index + 1).filter((page) => !shown.has(page));
}

test('G01: it is a PDF that opens without a password', () => {
  for (const name of ['general', 'family']) {
    expect(readFileSync(path(name)).toString('latin1', 0, 5)).toBe('%PDF-');
    expect(tool('qpdf', '--show-encryption', path(name))).toContain('File is not encrypted');
    expect(tool('qpdf', '--check', path(name))).toContain('No syntax or stream encoding errors found');
  }
});

test('G02 to G05: every page bears its place in the file, and the file for printing bears the same numbers', async () => {
  const printed = printedOn('general');
  expect(printed).toEqual(printed.map((_, index) => String(index + 1)));
  const position = general.files.find(({ role }) => role === 'printable')?.position ?? null;
  await saveBundle(running, general.id, path('printable'), position);
  expect(printedOn('printable').filter((number) => number !== '')).toEqual(printed);
});

test('F03: what is printed on a page is what a viewer calls it, by letters of sections', async () => {
  const document = await getDocument({ data: new Uint8Array(readFileSync(path('family'))), verbosity: 0 })
    .promise;
  const labels = (await document.getPageLabels()) ?? [];
  expect(printedOn('family')).toEqual(labels);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels.filter((label) => /^[A-Z]1$/u.test(label)).length).toBeGreaterThan(1);
  await document.loadingTask.destroy();
});

test('G06 to G08 and F04: index, links and bookmarks lead where they say, in the letters of the family court too', async () => {
  const printed = printedOn('family');
  const { links, outline, openZoom } = await readStructure(path('family'));
  expect(openZoom).toBe(1);
  for (const { title, target } of outline) {
    expect(title.endsWith(` ${printed[target - 1] ?? ''}`), title).toBe(true);
    expect(title.length).toBeLessThanOrEqual(80);
  }
  const ofExhibits = family.plan.rows.filter(({ itemId }) => itemId !== null);
  for (const { firstPage } of ofExhibits) {
    expect(links.some(({ page, target }) => page <= 3 && target === firstPage)).toBe(true);
    expect(outline.some(({ target }) => target === firstPage)).toBe(true);
  }
});

test('G09: whatever is typed can be searched, and what was printed of a conversation as it was written', () => {
  for (const page of typed(general))
    expect(
      tool('pdftotext', '-f', String(page), '-l', String(page), path('general'), '-').length,
    ).toBeGreaterThan(40);
  const chat = items.find(({ kind }) => kind === 'messages');
  const [first = 0] = pagesOf(general, chat?.id ?? '');
  expect(
    tool('pdftotext', '-f', String(first), '-l', String(first), path('general'), '-').length,
  ).toBeGreaterThan(200);
});

test('G10: no page is turned, and a wide one lies on a wide sheet', () => {
  const info = tool('pdfinfo', '-f', '1', '-l', '1000', path('general'));
  expect(new Set([...info.matchAll(/rot:\s+(\d+)/gu)].map(([, turn]) => turn))).toEqual(new Set(['0']));
  for (const { width, height } of pageSizes(path('general')))
    expect([Math.round(width), Math.round(height)].sort((a, b) => a - b)).toEqual([595, 842]);
});

test('G15 and F05: fonts are there in part, none is of this machine, and typed pages are set in 12 points where the rules want that', async () => {
  const fonts = tool('pdffonts', path('family'))
    .split('\n')
    .slice(2)
    .filter((row) => row !== '');
  for (const font of fonts) expect(font).toMatch(/ yes +(?:yes|no) +(?:yes|no) +\d+ +\d+$/u);
  const said = family.checks.find(({ id }) => id === 'size')?.text ?? '';
  expect(said).toContain((statSync(path('family')).size / 1e6).toFixed(1));
  const document = await getDocument({ data: new Uint8Array(readFileSync(path('family'))), verbosity: 0 })
    .promise;
  for (const number of typed(family)) {
    const page = await document.getPage(number);
    const { items: runs } = await page.getTextContent();
    const small = runs.filter(
      (run) => 'str' in run && run.str.trim() !== '' && run.height > 0 && run.height < 11.9,
    );
    expect([number, small.map((run) => ('str' in run ? run.str : ''))]).toEqual([number, []]);
  }
  await document.loadingTask.destroy();
});

test('G18: the file is called after the case and what it is, in plain letters', () => {
  const name = suggestBundleName({ courtCase: 'ZW26P00123', title: 'Hearing bundle' }, 'HF-0700');
  expect(name).toMatch(/^[A-Za-z0-9 ._-]{1,100}\.pdf$/u);
  expect(name).toContain('ZW26P00123');
  expect(name.toLowerCase()).toContain('hearing');
});

test('F06: photographs and correspondence that no court has directed are named, with their pages', () => {
  const said = family.checks.filter(({ text, state }) => state !== 'ok' && /direct/u.test(text));
  expect(said.length).toBeGreaterThan(0);
  expect(said.flatMap(({ pages }) => pages).length).toBeGreaterThan(0);
  expect(general.checks.filter(({ text }) => /direct/u.test(text))).toEqual([]);
});

test('F07: nothing is in a bundle that nobody has put there', async () => {
  const [only] = items;
  const one = await buildBundle(running.page, caseId, only === undefined ? [] : [only.id]);
  expect(one.plan.rows.flatMap(({ itemId }) => itemId ?? [])).toEqual([only?.id]);
});

test('a bundle with redacted copies and one with originals have one plan, page for page', async () => {
  const picture = items.find(({ fileName }) => fileName.startsWith('Screenshot_20260104'));
  const id = picture?.id ?? '';
  await makeRedaction(running.page, id, { page: 1, x: 0.1, y: 0.1, width: 0.4, height: 0.1 });
  const ids = items.map((each) => each.id);
  const covered = await buildBundle(running.page, caseId, ids);
  const open = await buildBundle(running.page, caseId, ids, { unredacted: [id] });
  const places = ({ plan }: Bundle) =>
    plan.rows.map(({ key, firstPage, lastPage }) => [key, firstPage, lastPage]);
  expect(places(covered)).toEqual(places(open));
  expect(covered.sha256).not.toBe(open.sha256);
});
