import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { insideHandlers } from '../../../../electron/services/evidence/inside/handlers';
import { readItem, readItems, readOriginal } from '../../../../electron/services/items/item-rows';
import { pagesHandlers } from '../../../../electron/services/pages/handlers';
import { fixturePdf, useDecoderOfPackage } from '../../../helpers/pdfium';
import { pdfLab } from '../../../helpers/pdf-lab';
import { makeSetting } from '../evidence/setting';
import type { Setting } from '../evidence/setting';

beforeAll(useDecoderOfPackage);

let setting: Setting;
beforeEach(async () => {
  const { lab, textLab } = pdfLab();
  setting = await makeSetting({ lab, textLab });
});
afterEach(() => setting.end());

const pages = () => pagesHandlers(setting.vault.context);

async function take(name: string) {
  await setting.put('sent.pdf', fixturePdf(name));
  const { results } = await setting.take();
  const [result] = results;
  return { id: result?.itemId ?? '', result };
}

async function takeOut(id: string, at: readonly number[]) {
  const { context } = setting.vault;
  const job = await pages()['pages.takeOut']({ id, at: [...at] });
  const ended = await context.jobs.ended(job.id);
  return { ended, report: await evidenceHandlers(context)['jobs.importReport']({ id: job.id }) };
}

describe('files that a PDF holds', () => {
  it('are counted when it is taken in, and listed under names that are safe to show', async () => {
    const { id, result } = await take('two-files.pdf');
    expect(result).toMatchObject({ outcome: 'stored', holds: 2, isMarked: false });
    expect(await pages()['pages.state']({ id })).toMatchObject({ files: 2 });
    expect(await pages()['pages.held']({ id })).toEqual([
      { at: 0, name: 'note.txt', mime: 'text/plain', bytes: 23, page: null, item: null, reason: null },
      { at: 1, name: 'sums_1.csv', mime: null, bytes: 19, page: null, item: null, reason: null },
    ]);
  });

  it('become exhibits of their own, unchanged, that say what they came in', async () => {
    const { id } = await take('two-files.pdf');
    const { context } = setting.vault;
    const { ended, report } = await takeOut(id, [0]);
    expect(ended.state).toBe('done');
    expect(report.results).toMatchObject([{ fileName: 'sent.pdf › note.txt', inside: true, kind: 'text' }]);
    const note = report.results[0]?.itemId ?? '';
    expect(readItem(context, note)).toMatchObject({ parentId: id, parentPlace: 'note.txt' });
    expect((await context.files.readAll(readOriginal(context, note))).toString()).toBe(
      'To whom it may concern\n',
    );
    const inside = await insideHandlers(context)['inside.get']({ id: note });
    expect(inside.parents).toMatchObject([{ id, place: 'note.txt' }]);
    const held = await pages()['pages.held']({ id });
    expect(held.map(({ item }) => item?.id ?? null)).toEqual([note, null]);
  });

  it('are taken out once, also where somebody asks twice', async () => {
    const { id } = await take('two-files.pdf');
    await takeOut(id, [0]);
    const { report } = await takeOut(id, [0, 1]).catch(() => ({ report: { results: [] } }));
    expect(report.results).toHaveLength(1);
    expect(readItems(setting.vault.context, setting.caseId, 'exhibit')).toHaveLength(3);
  });

  it('are taken out of a portfolio, and of a PDF that was locked', async () => {
    const { id } = await take('locked/two-files-locked.pdf');
    expect(await pages()['pages.state']({ id })).toMatchObject({ locked: 'password', files: 0 });
    await pages()['pages.open']({ id, password: 'Blue Door 7' });
    expect(await pages()['pages.state']({ id })).toMatchObject({ locked: 'no', files: 2 });
    const { report } = await takeOut(id, [1]);
    expect(report.results).toMatchObject([{ inside: true, kind: 'text' }]);
    await setting.put('portfolio.pdf', fixturePdf('g18-portfolio.pdf'));
    const { results } = await setting.take();
    const portfolio = results.find(({ fileName }) => fileName.endsWith('portfolio.pdf'))?.itemId ?? '';
    const taken = await takeOut(portfolio, [0]);
    expect(taken.report.results).toMatchObject([{ kind: 'pdf', outcome: 'stored' }]);
  });
});

it('marks for redaction that were never applied are named when a PDF is taken in', async () => {
  const { id, result } = await take('pinned-and-marked.pdf');
  expect(result).toMatchObject({ holds: 2, isMarked: true });
  expect(await pages()['pages.state']({ id })).toMatchObject({ marked: [2], files: 2 });
  const { facts } = await evidenceHandlers(setting.vault.context)['evidence.get']({ id });
  expect(facts).toContainEqual(
    expect.objectContaining({
      code: 'pdf.RedactMarks',
      value: 'Page 2 has marks for redaction that were never applied; what lies under them can be read.',
    }),
  );
});
