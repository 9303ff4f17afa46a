import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import type { PDFPage } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { withPdf } from '../../../../renderer/lab/pdfium/engine';
import { withSheet } from '../../../../renderer/lab/pdfium/sheet';
import { lookAt, useDecoderOfPackage } from '../../../helpers/pdfium';

beforeAll(() => {
  useDecoderOfPackage();
});

/** A letter on which somebody has written a remark; `more` is what else the remark says of itself. */
async function withRemark(
  more: Readonly<Record<string, unknown>>,
  change: (page: PDFPage) => void = () => undefined,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const { context } = document;
  const page = document.addPage([500, 700]);
  page.drawText('A letter', { x: 50, y: 600, font });
  const look = context.stream('BT /F 12 Tf 5 5 Td (REMARK) Tj ET', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 200, 20],
    Resources: { Font: { F: font.ref } },
  });
  const remark = context.obj({
    Type: 'Annot',
    Subtype: 'FreeText',
    Rect: [50, 300, 250, 320],
    AP: { N: context.register(look) },
    ...more,
  });
  page.node.set(PDFName.of('Annots'), context.obj([context.register(remark)]));
  await document.flush();
  change(page);
  return document.save({ useObjectStreams: false });
}

const flags = { hidden: 2, print: 4, noView: 32 };

describe('a remark on a page', () => {
  it.each([
    ['that is printed and shown', { F: flags.print }],
    ['that only a screen shows', { F: 0 }],
    ['that only print shows', { F: flags.print | flags.noView }],
  ])('%s is seen, and its words are text of the page', async (_how, more) => {
    const [page] = await lookAt(await withRemark(more));
    expect(page).toMatchObject({ reason: null, unseen: '' });
    expect(page?.seen).toContain('REMARK');
    expect(page?.seen).toContain('Aletter');
  });

  it.each([
    ['that is hidden', { F: flags.hidden }],
    ['that neither a screen nor print shows', { F: flags.noView }],
  ])('%s is not', async (_how, more) => {
    const [page] = await lookAt(await withRemark(more));
    expect(page?.seen).toBe('Aletter');
    expect(page?.unseen).toBe('');
  });

  it('takes nothing from a page that has its size and its fonts in common with others', async () => {
    const bytes = await withRemark({ F: flags.print }, (page) => {
      const parent = page.node.Parent();
      for (const key of ['MediaBox', 'Resources']) {
        const value = page.node.get(PDFName.of(key));
        if (value !== undefined) parent?.set(PDFName.of(key), value);
        page.node.delete(PDFName.of(key));
      }
    });
    const [page] = await lookAt(bytes);
    expect(page).toMatchObject({ reason: null, unseen: '' });
    expect(page?.seen).toContain('Aletter');
    expect(page?.seen).toContain('REMARK');
    const size = await withPdf(bytes, (file) =>
      withSheet(file, 0, ({ width, height, isFlat }) => [width, height, isFlat]),
    );
    expect(size).toEqual([500, 700, true]);
  });

  it('over a text lies where the text is, whatever frame it gives', async () => {
    const bytes = await withRemark({
      Subtype: 'Highlight',
      C: [1, 1, 0],
      Rect: [900, 900, 950, 950],
      QuadPoints: [50, 615, 110, 615, 50, 595, 110, 595],
      F: flags.print,
      AP: null,
    });
    const [page] = await lookAt(bytes);
    expect(page).toMatchObject({ reason: null, unseen: '', seen: 'Aletter' });
  });
});
