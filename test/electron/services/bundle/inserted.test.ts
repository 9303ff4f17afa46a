import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleFileId } from '../../../../electron/services/bundle/rows';
import { readFile } from '../../../../electron/services/items/item-rows';
import { labelOf } from '../../../../shared/domain/bundle/labels';
import type { Bundle, BundleOptions } from '../../../../shared/models/bundle';
import { buildOf, fillForBundle } from '../../../helpers/built-bundle';
import type { Filled } from '../../../helpers/built-bundle';
import { useDecoderOfPackage } from '../../../helpers/pdfium';
import { hasTool } from '../../../helpers/tools';

beforeAll(useDecoderOfPackage);
let filled: Filled;
beforeEach(async () => {
  filled = await fillForBundle(60);
});
afterEach(() => filled.made.close());

const directedBy = 'Judge Hart, 3 May 2026';
async function built(count: number, options: Partial<BundleOptions> = {}): Promise<Bundle> {
  const { bundle, error } = await buildOf({ ...filled, itemIds: filled.itemIds.slice(0, count) }, options);
  if (bundle === null) throw new Error(error ?? 'not built');
  return bundle;
}
async function bytesOf({ id }: Bundle, file: number | null = null): Promise<Buffer> {
  const { context } = filled.made;
  return context.files.readAll(readFile(context, bundleFileId(context, id, file)));
}
/** A bookmark as pdf.js has it. */
interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}
const open = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
const labelsOf = ({ plan, pages }: Bundle): readonly string[] =>
  Array.from({ length: pages }, (_, index) => labelOf(plan, index + 1));

/** Everything that is said of each page: its own object, what is drawn, and its text. */
async function pagesOf(bytes: Uint8Array) {
  const document = await open(bytes);
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      JSON.stringify([
        page.ref,
        page.view,
        items.map((item) => ('str' in item ? item.str : '')),
        await page.getStructTree(),
      ]),
    );
  }
  return pages;
}

describe('pages that the court had inserted into a bundle that was served', () => {
  it.each(['general-2021', 'family-pd27a-2026'])(
    'leave every other page what it was, object for object, and bear the number behind (%s)',
    async (profile) => {
      const served = await built(55, { profile });
      // In the middle of a node of the tree of pages, and of the exhibits.
      const after = labelsOf(served)[30] ?? '';
      const bundle = await built(58, { profile, lateOf: served.id, inserted: { after, directedBy } });
      const [before, whole] = [await bytesOf(served), await bytesOf(bundle)];
      expect(whole.subarray(0, before.length).equals(before)).toBe(true);
      expect(bundle.pages).toBe(served.pages + 4);
      const labels = labelsOf(bundle);
      expect(labels.slice(30, 36)).toEqual([
        after,
        `${after}.1`,
        `${after}.2`,
        `${after}.3`,
        `${after}.4`,
        labelsOf(served)[31],
      ]);
      expect(await (await open(whole)).getPageLabels()).toEqual(labels);
      const [old, now] = [await pagesOf(before), await pagesOf(whole)];
      expect([...now.slice(0, 31), ...now.slice(35)]).toEqual(old);
      expect(bundle.checks.filter(({ state }) => state === 'fix')).toEqual([]);
      expect(bundle.checks.find(({ id }) => id === 'G16')?.text).toContain(directedBy);
    },
  );

  it('stand in the bookmarks where their pages are', async () => {
    const served = await built(55);
    const bundle = await built(57, { lateOf: served.id, inserted: { after: '12', directedBy } });
    const outline: readonly Bookmark[] = await (await open(await bytesOf(bundle))).getOutline();
    const titles = outline.flatMap(({ title, items }) => [title, ...items.map((each) => each.title)]);
    const at = titles.findIndex((title) => title.endsWith('p. 12.1'));
    expect(titles.slice(at - 1, at + 4).map((title) => title.replace(/^.* p\. /u, ''))).toEqual([
      '12',
      '12.1',
      '12.2',
      '12.3',
      '13',
    ]);
    expect(titles).toHaveLength(bundle.plan.rows.length);
  });

  it('come alone as a file of their own, and can be gone on behind and inserted behind again', async () => {
    const served = await built(52);
    const one = await built(53, { lateOf: served.id, inserted: { after: '12', directedBy } });
    expect(
      one.files.map(({ role, pages, firstPage, lastPage }) => [role, pages, firstPage, lastPage]),
    ).toEqual([['late', 2, '12.1', '12.2']]);
    expect(await (await open(await bytesOf(one, 0))).getPageLabels()).toEqual(['12.1', '12.2']);
    const two = await built(54, { lateOf: one.id, inserted: { after: '12', directedBy } });
    expect(labelsOf(two).slice(11, 17)).toEqual(['12', '12.1', '12.2', '12.3', '12.4', '13']);
    const three = await built(56, { lateOf: two.id });
    const labels = await (await open(await bytesOf(three))).getPageLabels();
    expect(labels).toEqual(labelsOf(three));
    for (const { checks } of [one, two, three])
      expect(checks.filter(({ state }) => state === 'fix')).toEqual([]);
    const pages = [await pagesOf(await bytesOf(served)), await pagesOf(await bytesOf(three))] as const;
    expect([...pages[1].slice(0, 12), ...pages[1].slice(16, 16 + served.pages - 12)]).toEqual(pages[0]);
  });

  it('are refused where nobody says who directed it, or where there is no such page', async () => {
    const served = await built(3);
    const refused = (after: string, who: string) =>
      built(4, { lateOf: served.id, inserted: { after, directedBy: who } });
    await expect(refused('4', ' ')).rejects.toThrow('invalid-input');
    await expect(refused('1', directedBy)).rejects.toThrow('invalid-input');
    await expect(refused('99', directedBy)).rejects.toThrow('invalid-input');
  });

  it.skipIf(!hasTool('qpdf') || !hasTool('pdftotext'))(
    'are sound, and the pages beside them as they were, to qpdf and Poppler',
    async () => {
      const served = await built(55);
      const bundle = await built(58, { lateOf: served.id, inserted: { after: '31', directedBy } });
      const paths = ['served.pdf', 'inserted.pdf'].map((name) => join(filled.made.folder, name));
      const [old = '', now = ''] = paths;
      writeFileSync(old, await bytesOf(served));
      writeFileSync(now, await bytesOf(bundle));
      const run = (tool: string, ...args: string[]): string => execFileSync(tool, args, { encoding: 'utf8' });
      expect(run('qpdf', '--check', now)).toContain('No syntax or stream encoding errors');
      const text = (path: string, page: number): string =>
        run('pdftotext', '-f', String(page), '-l', String(page), '-layout', path, '-');
      for (const page of [1, 2, 12, 31]) expect(text(now, page)).toBe(text(old, page));
      for (const page of [32, 40, 41, served.pages]) expect(text(now, page + 4)).toBe(text(old, page));
      expect(text(now, 32)).toContain('31.1');
      expect(text(now, 35)).toContain('31.4');
    },
  );
});
