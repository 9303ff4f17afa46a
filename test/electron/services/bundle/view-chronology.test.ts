import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleHandlers } from '../../../../electron/services/bundle/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { bundleRequest } from '../../../../electron/services/gate/requests';
import { leavingTexts } from '../../../../electron/services/gate/leaving-texts';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { everyEntry } from '../../../../shared/models/entry-filter';
import type { SavedViewBody } from '../../../../shared/models/saved-view';
import { builtBundle, bundleOf, makeBundleVault } from '../../../helpers/bundle-vault';
import type { BundleVault } from '../../../helpers/bundle-vault';
import { codeOf } from '../../../helpers/code-of';

import { useDecoderOfPackage } from '../../../helpers/pdfium';

beforeAll(useDecoderOfPackage);
let of: BundleVault;
let viewId: string;
const chronology = () => chronologyHandlers(of.made.context);
const body: SavedViewBody = {
  ...{ audience: 'family-court', order: 'newest', filter: { ...everyEntry, text: 'window' } },
  fields: ['date', 'title', 'exhibits'],
  covering: [{ words: 'Harbour Street', instead: '' }],
};
beforeEach(async () => {
  of = await makeBundleVault(1);
  const entry = (edtf: string, title: string) => ({
    ...{ ...nothingMore, edtf, time: null, title, description: 'Told at length' },
  });
  const entries = [
    entry('2026-01-02', 'At the window of 4 Harbour Street'),
    entry('2026-02-02', 'A call'),
    entry('2026-03-02', 'The window again'),
  ];
  await chronology()['chronology.createMany']({ caseId: of.caseId, entries });
  ({ id: viewId } = await chronology()['views.create']({ caseId: of.caseId, name: 'The window', body }));
});
afterEach(() => of.made.close());
const printed = (): string => of.printed.find((html) => html.includes('<h2>Chronology')) ?? '';

describe('the chronology of a bundle', () => {
  it('by a saved view holds what that shows, as it shows it, and says by which view and how much is not in it', async () => {
    await builtBundle(of, { includeChronology: true, viewId });
    const html = printed();
    expect(html).toContain('Chosen by the saved view “The window”. 1 entry of the chronology is not in it.');
    expect(html.indexOf('The window again')).toBeLessThan(html.indexOf('At the window of 4 [covered]'));
    expect(html).not.toContain('A call');
    expect(html).not.toContain('Told at length');
  });

  it('is the whole one unless somebody chose a view, and then says nothing of views', async () => {
    await builtBundle(of, { includeChronology: true });
    expect(printed()).toContain('A call');
    expect(printed()).not.toContain('saved view');
  });

  it('is refused where the view is gone, before anything is built', async () => {
    await chronology()['views.remove']({ id: viewId });
    const options = bundleOf(of, { includeChronology: true, viewId });
    const plan = () => bundleHandlers(of.made.context)['bundle.plan']({ caseId: of.caseId, options });
    expect(await codeOf(plan)).toBe('view-gone');
    await expect(builtBundle(of, { includeChronology: true, viewId })).rejects.toThrow('view-gone');
  });

  it('is looked through by the gate as it was built, whatever becomes of the view', async () => {
    const { id } = await builtBundle(of, { includeChronology: true, viewId });
    const said = () =>
      [...leavingTexts(of.made.context, bundleRequest(of.made.context, id))].map(({ text }) => text);
    expect(said()).toEqual(expect.arrayContaining(['At the window of 4 [covered]', 'The window again']));
    expect(said()).not.toContain('A call');
    const before = said();
    await chronology()['views.remove']({ id: viewId });
    expect(said()).toEqual(before);
  });
});

it('the exhibits that the entries of a filter cite are found, each once, and a filter that cannot be read is refused', async () => {
  const [item = ''] = of.itemIds;
  const entry = { ...nothingMore, edtf: '2026-04-02', time: null, title: 'The window, with a picture' };
  const entries = [entry, { ...entry, title: 'The window once more' }].map((each) => ({
    ...each,
    evidenceIds: [item],
  }));
  await chronology()['chronology.createMany']({ caseId: of.caseId, entries });
  const cited = (filter: SavedViewBody['filter']) =>
    bundleHandlers(of.made.context)['bundle.cited']({ caseId: of.caseId, filter });
  expect(await cited({ ...everyEntry, text: 'window' })).toEqual({ itemIds: [item] });
  expect(await cited({ ...everyEntry, text: 'call' })).toEqual({ itemIds: [] });
  const unread = { ...everyEntry, registerId: of.made.context.newId() };
  expect(await codeOf(() => cited(unread))).toBe('filter-unread');
});
