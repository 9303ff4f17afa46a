import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { printStrips } from '../../../../electron/services/bundle/caption-strips';
import type { StripWanted } from '../../../../electron/services/bundle/caption-strips';
import { HoldfastError } from '../../../../shared/errors';
import { codeOf } from '../../../helpers/code-of';

const wanted = (number: number, title = 'عنوان'): StripWanted => ({
  key: `key ${number}`,
  words: {
    exhibitRef: `RB/${number}`,
    title,
    part: '',
    date: '',
    dateSource: '',
    fileName: 'a.png',
    sha256: 'f'.repeat(64),
  },
  isFirst: true,
  isLandscape: false,
});
const signal = new AbortController().signal;

/** Prints a page for every caption; refuses a title that is bad. */
async function typeset(html: string): Promise<Uint8Array> {
  if (html.includes('bad title')) throw new Error('the printer stopped');
  const document = await PDFDocument.create();
  const count = html.split('<section').length - 1;
  for (let page = 0; page < count; page += 1) document.addPage([100, 100]);
  return document.save();
}

describe('captions that are printed', () => {
  it('are printed in portions, and every one is there, a page of its own', async () => {
    const printed: number[] = [];
    const counting = (html: string): Promise<Uint8Array> => {
      printed.push(html.split('<section').length - 1);
      return typeset(html);
    };
    const captions = Array.from({ length: 450 }, (_, index) => wanted(index + 1));
    const strips = await printStrips({ typeset: counting }, captions, signal);
    expect(strips.size).toBe(450);
    expect(strips.get('key 450')?.page).toBe(49);
    expect(printed).toEqual([200, 200, 50]);
  });

  it('of the others are printed when one cannot be: for that one there is none', async () => {
    const captions = Array.from({ length: 9 }, (_, index) =>
      wanted(index + 1, index === 6 ? 'bad title' : 'A title'),
    );
    const strips = await printStrips({ typeset }, captions, signal);
    expect([...strips.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6, 8, 9].map((number) => `key ${number}`));
  });

  it('are given up when the disk is full or somebody stops it', async () => {
    const full = (): Promise<Uint8Array> => Promise.reject(new HoldfastError('disk-full'));
    expect(await codeOf(() => printStrips({ typeset: full }, [wanted(1)], signal))).toBe('disk-full');
    const stopped = AbortSignal.abort();
    expect(await codeOf(() => printStrips({ typeset }, [wanted(1)], stopped))).toBe('cancelled');
  });
});
