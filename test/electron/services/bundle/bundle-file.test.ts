import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { looks } from '../../../../electron/services/bundle/looks';
import { requireBuiltIn } from '../../../../electron/services/bundle/profile';
import { readFinished } from '../../../../renderer/lab/pdf-finished';
import { labelOf } from '../../../../shared/domain/bundle/labels';
import { planLate } from '../../../../shared/domain/bundle/plan';
import { printableSheets, documentRuns } from '../../../../shared/domain/bundle/volumes';
import { useDecoderOfPackage } from '../../../helpers/pdfium';
import { smallPlan, writeSmallBundle } from '../../../helpers/small-bundle';
import type { SmallBundle } from '../../../helpers/small-bundle';

const general = requireBuiltIn('general-2021');
const family = requireBuiltIn('family-pd27a-2026');
beforeAll(useDecoderOfPackage);

const open = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
const read = (bytes: Uint8Array, typed: readonly number[]) =>
  readFinished({
    type: 'pdf-finished',
    size: bytes.length,
    parts: [{ at: 0, bytes }],
    looks,
    typed,
    pages: 7,
  });

/** The text of every page, as pdf.js reads it. */
async function texts(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await open(bytes);
  const found: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    found.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return found;
}

describe('a file of a bundle', () => {
  it('has the same bytes whenever it is written of the same', async () => {
    const [one, other] = [await writeSmallBundle(general), await writeSmallBundle(general)];
    expect(one.bytes.equals(other.bytes)).toBe(true);
    const another = await writeSmallBundle(general, { title: 'Another door' });
    expect(one.bytes.equals(another.bytes)).toBe(false);
  });

  it('is read alike by three programs: pages, numbers, labels, links, bookmarks', async () => {
    const { bytes, plan, typed } = await writeSmallBundle(family);
    const labels = Array.from({ length: plan.pages }, (_, index) => labelOf(plan, index + 1));
    const document = await open(bytes);
    expect(document.numPages).toBe(plan.pages);
    expect(await document.getPageLabels()).toEqual(labels);
    const outline = await document.getOutline();
    expect(outline.map(({ title }) => title)).toEqual([
      'A Statements and what is exhibited to them p. A1',
      'B Record p. B1',
    ]);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(plan.pages);
    const found = await read(bytes, typed);
    expect(found.pages.map(({ plate }) => plate)).toEqual(labels);
    const [, index] = found.pages;
    expect(index?.links.map(({ page }) => page)).toEqual(plan.rows.map(({ firstPage }) => firstPage));
    for (const [at, text] of (await texts(bytes)).entries()) expect(text).toContain(labels[at]);
  });

  it('keeps letters of Greek, Cyrillic, Polish and Welsh in its captions, as they can be copied', async () => {
    const title = 'Ŵyna, Żółć, Ωμέγα, Привет';
    const { bytes } = await writeSmallBundle(general, { title });
    const [, , page = ''] = await texts(bytes);
    expect(page.replaceAll(' ', '')).toContain(title.replaceAll(' ', ''));
  });

  it('says what each page means, so that it can be read out', async () => {
    const { bytes } = await writeSmallBundle(general);
    const document = await open(bytes);
    const tree = await (await document.getPage(3)).getStructTree();
    const said = JSON.stringify(tree);
    expect(said).toContain('"role":"Figure"');
    expect(said).toContain('Exhibit AB/1, A door');
    expect(said).toContain('"role":"H3"');
    const marks: unknown = await document.getMarkInfo();
    expect(marks).toEqual(
      new Map([
        ['Marked', true],
        ['UserProperties', false],
        ['Suspects', false],
      ]),
    );
  });

  it('holds no object that its table does not know, and every one it knows', async () => {
    const { bytes } = await writeSmallBundle(general);
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    const numbers = document.context.enumerateIndirectObjects().map(([{ objectNumber }]) => objectNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    const pictures = document.context
      .enumerateIndirectObjects()
      .filter(
        ([, object]) =>
          object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'),
      );
    expect(pictures).toHaveLength(1);
  });
});

describe('a part of a bundle in a file of its own', () => {
  it('calls its pages what they are called in the whole, and links only to what is in it', async () => {
    const { plan } = await writeSmallBundle(general);
    const { bytes } = await writeSmallBundle(general, { sheets: [1, 2, 4, 5, 6] });
    const document = await open(bytes);
    expect(document.numPages).toBe(5);
    expect(await document.getPageLabels()).toEqual(['1', '2', '4', '5', '6']);
    const found = await read(bytes, [1, 2]);
    expect(found.pages.map(({ plate }) => plate)).toEqual(['1', '2', '4', '5', '6']);
    expect(found.pages[1]?.links).toHaveLength(1);
    expect((await document.getOutline()).length).toBeLessThanOrEqual(plan.rows.length);
  });

  it('says in its index in which volume another page is', async () => {
    const { bytes } = await writeSmallBundle(general, {
      sheets: [1, 2, 3],
      volumeOf: (position) => (position > 3 ? 2 : null),
    });
    expect((await texts(bytes))[1]).toContain('7 (v2)');
  });

  it('has an empty sheet behind a document with an odd number of pages, for printing on both sides', async () => {
    const plan = smallPlan(general);
    const sheets = printableSheets(documentRuns(plan));
    expect(sheets).toEqual([1, 2, 3, null, 4, 5, 6, null, 7, null]);
    const { bytes } = await writeSmallBundle(general, { sheets });
    const document = await open(bytes);
    expect(document.numPages).toBe(10);
    const all = await texts(bytes);
    expect([all[3], all[7], all[9]]).toEqual(['', '', '']);
  });
});

describe('pages that are added behind a bundle that was served', () => {
  /** The earlier bundle, and one with a section more behind it. */
  async function added(): Promise<{
    readonly before: SmallBundle;
    readonly whole: Buffer;
    readonly pages: number;
  }> {
    const before = await writeSmallBundle(family);
    const document = (key: string, pages: number) => ({
      ...{ key, itemId: key, exhibitRef: 'AB/9', title: key, date: '', pages },
    });
    const late = planLate(before.plan, [document('pdf', 3)], 1, []);
    const sheets = Array.from({ length: 4 }, (_, index) => before.plan.pages + 1 + index);
    const after = await writeSmallBundle(family, {
      ...{ sheets, after: before.layout },
      // Of the exhibits that the writer knows one was there before.
      bundlePlan: {
        ...late.plan,
        rows: late.plan.rows.filter(({ key, firstPage }) => key !== 'pdf' || firstPage > before.plan.pages),
      },
    });
    return { before, whole: Buffer.concat([before.bytes, after.bytes]), pages: before.plan.pages };
  }

  it('leave every byte of it where it was', async () => {
    const { before, whole } = await added();
    expect(whole.subarray(0, before.bytes.length).equals(before.bytes)).toBe(true);
    expect(whole.length).toBeGreaterThan(before.bytes.length);
  });

  it('have the next letter, are found from its bookmarks, and change no page before them', async () => {
    const { before, whole, pages } = await added();
    const [old, document] = [await open(before.bytes), await open(whole)];
    expect(document.numPages).toBe(pages + 4);
    const labels = await document.getPageLabels();
    expect(labels?.slice(0, pages)).toEqual(await old.getPageLabels());
    expect(labels?.slice(pages)).toEqual(['C1', 'C2', 'C3', 'C4']);
    const outline = await document.getOutline();
    expect(outline.at(-1)?.title).toBe('C Added pages p. C1');
    expect(outline.length).toBe((await old.getOutline()).length + 1);
    const [first, second] = [await texts(before.bytes), await texts(whole)];
    expect(second.slice(0, pages)).toEqual(first);
    const found = await read(whole, before.typed);
    expect(found.pages.slice(0, pages).map(({ plate }) => plate)).toEqual(labels?.slice(0, pages));
    expect(found.isTagged).toBe(true);
  });
});
