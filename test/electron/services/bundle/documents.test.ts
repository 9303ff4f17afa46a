import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exhibitHandlers } from '../../../../electron/services/exhibits/handlers';
import { readPaperHead } from '../../../../electron/services/exhibits/paper-head';
import { readPaperItems } from '../../../../electron/services/exhibits/paper-items';
import { scheduleHtml } from '../../../../electron/services/exhibits/schedule-html';
import { leavingTexts } from '../../../../electron/services/gate/leaving-texts';
import { readItem } from '../../../../electron/services/items/item-rows';
import { planFiles } from '../../../../electron/services/pack/plan-files';
import { bundleLeaving } from '../../../../shared/domain/leaving/bundle-request';
import type { ItemDocument } from '../../../../shared/models/item-document';
import { builtBundle, bundleOf, makeBundleVault } from '../../../helpers/bundle-vault';
import type { BundleVault } from '../../../helpers/bundle-vault';
import { codeOf } from '../../../helpers/code-of';
import { useDecoderOfPackage } from '../../../helpers/pdfium';

beforeAll(useDecoderOfPackage);
let of: BundleVault;
beforeEach(async () => {
  of = await makeBundleVault(2);
});
afterEach(() => of.made.close());

const statement: ItemDocument = {
  ...{
    what: 'statement',
    whose: 'Joan Example',
    on: '2026-03-01',
    number: '2',
    behalf: 'Applicant',
    refersTo: [],
  },
};
const first = (): string => of.itemIds[0] ?? '';
const say = (document: ItemDocument | null, title: string | null = null) =>
  exhibitHandlers(of.made.context)['exhibits.sayDocument']({ id: first(), document, title });

describe('a document of the case', () => {
  it('stands in the section that holds its kind, by its title and date and without a reference', async () => {
    await say(statement);
    const { plan } = await builtBundle(of);
    const [own, other] = plan.rows.filter(({ itemId }) => itemId !== null);
    expect(own).toMatchObject({ itemId: first(), exhibitRef: null, title: 'Statement of Joan Example' });
    expect(own?.date).toBe('1 Mar 2026');
    expect(other?.exhibitRef).toBe('WR/2');
    expect(plan.rows.filter(({ kind }) => kind === 'section').map(({ title }) => title)).toEqual([
      'A Statements',
      'B Exhibits',
      'C Record',
    ]);
    expect(of.printed.join('')).not.toContain('WR/1');
  });

  it('is no photograph to a profile that wants a direction for those', async () => {
    const family = { profile: 'family-pd27a-2026', recipient: 'family-court' } as const;
    const needs = async () => (await builtBundle(of, family)).checks.find(({ id }) => id === 'F06')?.text;
    expect(await needs()).toContain('WR/1, WR/2');
    await say(statement);
    expect(await needs()).not.toContain('Statement of');
    expect(await needs()).toContain('WR/2');
  });

  it('is listed apart in a schedule, has no label, and is no exhibit in the name of its file', async () => {
    const { made, caseId } = of;
    await say(statement);
    const html = scheduleHtml(
      readPaperHead(made.context, caseId),
      readPaperItems(made.context, caseId, of.itemIds),
    );
    expect(html).not.toContain('WR/1');
    expect(html.indexOf('Statement of Joan Example')).toBeGreaterThan(html.indexOf('>Documents<'));
    const chosen = of.itemIds.map((itemId) => ({ itemId, redactionId: null }));
    expect(
      planFiles(made.context, caseId, chosen).flatMap(({ files }) => files.map(({ name }) => name)),
    ).toEqual(['DOCUMENT_20260301_statement.png', expect.stringMatching(/^WR-2_/u)]);
    const target = made.context.newId();
    const labels = exhibitHandlers({ ...made.context, pathOf: () => '/nowhere' })['exhibits.labels'];
    const asked = { itemIds: [first()], layout: 'sheet', skip: 0, crimeRef: '', target } as const;
    expect(await codeOf(() => labels({ ...asked, itemIds: [...asked.itemIds] }))).toBe('no-exhibits');
  });

  it('says to the gate whose it is and on whose behalf, as it will say on paper', async () => {
    await say(statement);
    const request = bundleLeaving(of.caseId, bundleOf(of));
    const texts = [...leavingTexts(of.made.context, request)].map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Joan Example', 'Applicant', '2']));
  });

  it('is an exhibit again under its own reference once somebody says so, and keeps the title that was written', async () => {
    await say(statement, 'First statement');
    expect(readItem(of.made.context, first())).toMatchObject({
      exhibitRef: 'WR/1',
      title: 'First statement',
    });
    await say(null);
    expect(readItem(of.made.context, first())).toMatchObject({ document: null, title: 'First statement' });
    const { plan } = await builtBundle(of);
    expect(plan.rows.flatMap(({ exhibitRef }) => exhibitRef ?? [])).toEqual(['WR/1', 'WR/2']);
  });
});
