import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { captionSheets } from '../../../../electron/services/bundle/captions';
import type { CaptionPage } from '../../../../electron/services/bundle/pages-html';
import { HoldfastError } from '../../../../shared/errors';
import { codeOf } from '../../../helpers/code-of';

const caption = (number: number, title = 'A title'): CaptionPage => ({
  exhibitRef: `RB/${number}`,
  title,
  date: '',
  dateSource: '',
  fileName: 'a.png',
  sha256: 'f'.repeat(64),
  part: '',
  landscape: false,
});
const signal = new AbortController().signal;

/** Prints a page for every caption, as wide as its place in the printing; refuses a title that is bad. */
async function typeset(html: string): Promise<Uint8Array> {
  if (html.includes('bad title')) throw new Error('the printer stopped');
  const document = await PDFDocument.create();
  const count = html.split('<section').length - 1;
  for (let page = 0; page < count; page += 1) document.addPage([100, 100]);
  return document.save();
}

describe('the captions of a bundle', () => {
  it('are printed in portions, and every sheet is there', async () => {
    const target = await PDFDocument.create();
    const printed: number[] = [];
    const counting = (html: string): Promise<Uint8Array> => {
      printed.push(html.split('<section').length - 1);
      return typeset(html);
    };
    const captions = Array.from({ length: 450 }, (_, index) => caption(index + 1));
    expect(await captionSheets({ typeset: counting }, target, captions, signal)).toHaveLength(450);
    expect(printed).toEqual([200, 200, 50]);
  });

  it('of the others are printed when one cannot be: that sheet says so, and stands in its place', async () => {
    const target = await PDFDocument.create();
    const captions = Array.from({ length: 9 }, (_, index) =>
      caption(index + 1, index === 6 ? 'bad title' : 'A title'),
    );
    const sheets = await captionSheets({ typeset }, target, captions, signal);
    expect(sheets.map((sheet) => Math.round(sheet.getWidth()))).toEqual([
      100, 100, 100, 100, 100, 100, 595, 100, 100,
    ]);
  });

  it('are given up when the disk is full or somebody stops it', async () => {
    const target = await PDFDocument.create();
    const full = (): Promise<Uint8Array> => Promise.reject(new HoldfastError('disk-full'));
    expect(await codeOf(() => captionSheets({ typeset: full }, target, [caption(1)], signal))).toBe(
      'disk-full',
    );
    const stopped = AbortSignal.abort();
    expect(await codeOf(() => captionSheets({ typeset }, target, [caption(1)], stopped))).toBe('cancelled');
  });
});
