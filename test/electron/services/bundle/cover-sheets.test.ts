import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exhibitHandlers } from '../../../../electron/services/exhibits/handlers';
import { leavingTexts } from '../../../../electron/services/gate/leaving-texts';
import { bundleLeaving } from '../../../../shared/domain/leaving/bundle-request';
import type { ItemDocument } from '../../../../shared/models/item-document';
import { proceedingsBodySchema } from '../../../../shared/models/proceedings';
import { bundleHandlers } from '../../../../electron/services/bundle/handlers';
import { builtBundle, bundleOf, makeBundleVault } from '../../../helpers/bundle-vault';
import type { BundleVault } from '../../../helpers/bundle-vault';
import { useDecoderOfPackage } from '../../../helpers/pdfium';
import { recordsOf } from '../../../helpers/records-of';

beforeAll(useDecoderOfPackage);
let of: BundleVault;
let proceedingsId: string;
beforeEach(async () => {
  of = await makeBundleVault(3);
  await exhibitHandlers(of.made.context)['exhibits.sayDocument']({
    ...{ id: idOf(0), document: { ...statement, refersTo: [idOf(1), idOf(2)] }, title: null },
  });
  ({ id: proceedingsId } = await recordsOf(of.made)['records.create']({
    ...{ caseId: of.caseId, kind: 'proceedings' },
    body: proceedingsBodySchema.parse({
      ...{ court: 'Family Court at Leeds', courtKind: 'family', caseNumber: 'LS26F00123' },
      parties: [
        { name: 'Joan Example', role: 'Applicant' },
        { name: 'R Other', role: 'Respondent' },
      ],
    }),
  }));
});
afterEach(() => of.made.close());

const statement: ItemDocument = {
  ...{ what: 'statement', whose: 'Joan Example', on: '2026-03-01', number: '2', behalf: 'Applicant' },
  refersTo: [],
};
const idOf = (index: number): string => of.itemIds[index] ?? '';
const sheetOf = (words: string): string => of.printed.find((html) => html.includes(words)) ?? '';

describe('a cover sheet', () => {
  it('says before a statement what a court wants in its corner, and lists its exhibits with their pages', async () => {
    const { plan, checks } = await builtBundle(of, { proceedingsId, coverSheets: [idOf(0)] });
    const sheet = sheetOf('class="corner"');
    const corner = sheet.slice(sheet.indexOf('class="corner"'), sheet.indexOf('class="court"'));
    const lines = ['On behalf of: Applicant', 'J Example', 'Statement number: 2', 'Exhibits: WR/2, WR/3'];
    const places = [...lines, 'Dated: 1 Mar 2026'].map((line) => corner.indexOf(line));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    for (const words of ['Family Court at Leeds', 'LS26F00123', 'R Other', 'Respondent'])
      expect(sheet).toContain(words);
    expect(sheet).toContain(`bundle.invalid/${idOf(1)}`);
    const row = plan.rows.find(({ itemId }) => itemId === idOf(0));
    expect(row).toMatchObject({ sheet: 1, lastPage: (row?.firstPage ?? 0) + 1 });
    expect(checks.filter(({ state }) => state === 'fix')).toEqual([]);
    expect(checks.map(({ id }) => id)).not.toContain(`sheet-${idOf(0)}`);
  });

  it('says before an exhibit what it is marked and in whose statement, and before nothing that no statement refers to', async () => {
    const { plan, checks } = await builtBundle(of, { proceedingsId, coverSheets: [idOf(1), idOf(2)] });
    expect(sheetOf('<h2>Exhibit WR/2')).toContain(
      'referred to in the statement of Joan Example, dated 1 Mar 2026',
    );
    expect(plan.rows.filter(({ sheet }) => sheet === 1).map(({ exhibitRef }) => exhibitRef)).toEqual([
      'WR/2',
      'WR/3',
    ]);
    expect(checks.filter(({ state }) => state === 'fix')).toEqual([]);
    await exhibitHandlers(of.made.context)['exhibits.sayDocument']({
      id: idOf(0),
      document: null,
      title: null,
    });
    const after = await builtBundle(of, { proceedingsId, coverSheets: [idOf(1), idOf(2)] });
    expect(after.plan.rows.every(({ sheet }) => sheet === undefined)).toBe(true);
  });

  it('is counted in the plan before anything is typeset', async () => {
    const plan = bundleHandlers(of.made.context)['bundle.plan'];
    const asked = { caseId: of.caseId, options: bundleOf(of) };
    const { pages } = await plan(asked);
    const coverSheets = [idOf(0), idOf(1)];
    expect((await plan({ ...asked, options: { ...asked.options, coverSheets } })).pages).toBe(pages + 2);
  });

  it('is read back with what it does not say, where the proceedings were not chosen', async () => {
    const { checks } = await builtBundle(of, { coverSheets: [idOf(0)] });
    expect(checks.find(({ id }) => id === `sheet-${idOf(0)}`)?.text).toBe(
      'The cover sheet before Statement of Joan Example does not say the court, the case number, the parties.',
    );
  });

  it('is looked through by the gate, which is told nothing of one that was not chosen', () => {
    const textsOf = (coverSheets: string[]) =>
      [
        ...leavingTexts(
          of.made.context,
          bundleLeaving(of.caseId, bundleOf(of, { coverSheets, proceedingsId })),
        ),
      ]
        .filter(({ place }) => place === 'its cover sheet')
        .map(({ text }) => text);
    expect(textsOf([])).toEqual([]);
    expect(textsOf([idOf(0)])).toEqual(
      expect.arrayContaining(['R Other', 'Family Court at Leeds', 'IMG_2.png']),
    );
  });

  it('makes what a statement in the same bundle refers to need no direction', async () => {
    const family = { profile: 'family-pd27a-2026', recipient: 'family-court' } as const;
    const state = async (itemIds: readonly string[]) =>
      (await builtBundle(of, { ...family, itemIds: [...itemIds] })).checks.find(({ id }) => id === 'F06')
        ?.state;
    expect(await state(of.itemIds)).toBe('ok');
    expect(await state(of.itemIds.slice(1))).toBe('decide');
  });
});
