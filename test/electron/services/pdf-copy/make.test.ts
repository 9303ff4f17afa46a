import { describe, expect, it } from 'vitest';
import type { CleanInput } from '../../../../electron/services/pdf-copy/clean-pdf';
import { makePdfCopy } from '../../../../electron/services/pdf-copy/make';
import type { Lab } from '../../../../electron/vault/api';
import type { LabAnswer, LabRequest, PageReason } from '../../../../shared/contract/lab';
import { codeOf } from '../../../helpers/code-of';

type Taken = LabAnswer<'pdf-clean'>;

const picture = { mime: 'image/png', bytes: new Uint8Array([1]), width: 3, height: 2 } as const;
const points = { width: 595, height: 842 };

interface Pretended {
  readonly pages: number;
  /** What the lab says of a page by itself. */
  readonly hidden?: Readonly<Record<number, PageReason>>;
  /** Pages that are nothing but paper when they are drawn. */
  readonly blank?: readonly number[];
  /** Pages whose copy looks otherwise. */
  readonly different?: readonly number[];
  /** Pages that cannot be taken over. */
  readonly broken?: readonly number[];
}

/** A lab and a thread that do as they are told. What the thread was given is in `given`. */
function pretend({ pages, hidden = {}, blank = [], different = [], broken = [] }: Pretended) {
  const given: CleanInput[] = [];
  const asked: LabRequest[] = [];
  const sheet = (page: number, drawn: readonly number[]): Taken['sheets'][number] => {
    const reason = hidden[page] ?? null;
    const isDrawn = reason !== null || drawn.includes(page);
    return {
      page,
      reason,
      points,
      picture: isDrawn && reason !== 'unreadable' ? picture : null,
      blank: blank.includes(page),
      text: isDrawn ? { width: 10, height: 10, words: [] } : null,
    };
  };
  const answer = (request: LabRequest): unknown => {
    asked.push(request);
    if (request.type === 'pdf-compare')
      return { pages, different: different.filter((page) => request.pages.includes(page)) };
    if (request.type !== 'pdf-clean') throw new Error('not expected');
    const numbers = Array.from({ length: pages }, (_, index) => index + 1);
    const sheets = numbers
      .filter((page) => page >= request.from && page <= request.to)
      .map((page) => sheet(page, request.drawn));
    const copied = sheets.some((each) => each.picture === null && each.reason === null);
    const beside = { attachments: 1, marked: [], xfa: false };
    return { pages, sheets, copied: copied ? new Uint8Array([7]) : null, ...beside };
  };
  const lab: Lab = { ask: ((request: LabRequest) => Promise.resolve(answer(request))) as Lab['ask'] };
  const assemble = (input: CleanInput) => {
    given.push(input);
    const bad = input.pages.filter(({ kind, page }) => kind === 'copied' && broken.includes(page));
    return Promise.resolve({ bytes: new Uint8Array([9]), broken: bad.map(({ page }) => page) });
  };
  return { lab, assemble, given, asked };
}

const kinds = (input: CleanInput | undefined): readonly string[] =>
  (input?.pages ?? []).map(({ kind }) => kind);

describe('the copy of a PDF that is handed on', () => {
  it('takes the pages over where nothing is to be said of them', async () => {
    const { lab, assemble, given } = pretend({ pages: 3 });
    const { report } = await makePdfCopy(lab, new Uint8Array(), assemble);
    expect(given.map(kinds)).toEqual([['copied', 'copied', 'copied']]);
    expect(report).toMatchObject({ pages: 3, named: [], attachments: 1, xfa: false });
  });

  it('has a picture of each page on which something is hidden', async () => {
    const { lab, assemble, given } = pretend({ pages: 3, hidden: { 2: 'hidden-text' } });
    const { report } = await makePdfCopy(lab, new Uint8Array(), assemble);
    expect(given.map(kinds)).toEqual([['copied', 'picture', 'copied']]);
    expect(report.named).toEqual([{ page: 2, reason: 'hidden-text' }]);
  });

  it('has a picture of each page whose copy looks otherwise, and of each that cannot be taken over', async () => {
    const { lab, assemble, given } = pretend({ pages: 4, different: [1] });
    expect((await makePdfCopy(lab, new Uint8Array(), assemble)).report.named).toEqual([
      { page: 1, reason: 'looks-different' },
    ]);
    expect(kinds(given.at(-1))).toEqual(['picture', 'copied', 'copied', 'copied']);

    const other = pretend({ pages: 4, broken: [3] });
    expect((await makePdfCopy(other.lab, new Uint8Array(), other.assemble)).report.named).toEqual([
      { page: 3, reason: 'damaged' },
    ]);
    expect(kinds(other.given.at(-1))).toEqual(['copied', 'copied', 'picture', 'copied']);
  });

  it('says on a slip what could not be read: a page that nothing draws, or that is damaged and shows nothing', async () => {
    const { lab, assemble, given } = pretend({
      pages: 3,
      hidden: { 1: 'unreadable' },
      broken: [3],
      blank: [3],
    });
    const { report } = await makePdfCopy(lab, new Uint8Array(), assemble);
    expect(kinds(given.at(-1))).toEqual(['slip', 'copied', 'slip']);
    expect(report.named).toEqual([
      { page: 1, reason: 'unreadable' },
      { page: 3, reason: 'unreadable' },
    ]);
  });

  it('keeps an empty page that is not damaged', async () => {
    const { lab, assemble, given } = pretend({ pages: 2, blank: [2] });
    await makePdfCopy(lab, new Uint8Array(), assemble);
    expect(kinds(given.at(-1))).toEqual(['copied', 'copied']);
  });

  it('goes through a long document portion by portion, and every page is in it once', async () => {
    const { lab, assemble, given, asked } = pretend({ pages: 230, different: [1, 150, 230] });
    await makePdfCopy(lab, new Uint8Array(), assemble);
    expect(given.at(-1)?.pages.map(({ page }) => page)).toEqual(
      Array.from({ length: 230 }, (_, index) => index + 1),
    );
    expect(asked.filter(({ type }) => type === 'pdf-compare')).toHaveLength(3);
  });

  it('is refused where the lab does not give every page in its order', async () => {
    const { assemble } = pretend({ pages: 2 });
    const answer = {
      pages: 2,
      sheets: [{ page: 2, reason: null, points, picture: null, blank: false, text: null }],
    };
    const lab: Lab = {
      ask: (() =>
        Promise.resolve({
          ...answer,
          copied: null,
          attachments: 0,
          marked: [],
          xfa: false,
        })) as unknown as Lab['ask'],
    };
    expect(await codeOf(() => makePdfCopy(lab, new Uint8Array(), assemble))).toBe('unreadable-pdf');
  });
});
