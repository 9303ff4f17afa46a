import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { keepBundleChoices, readBundleChoices } from '../../../../electron/services/leaving/bundle-choices';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { viewFor } from '../../../../shared/domain/export/audiences';
import { bundleSettingsSchema } from '../../../../shared/models/bundle';
import type { BundleChoices, ExportChoice } from '../../../../shared/models/leaving';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
let caseId: string;
let otherCase: string;
let items: readonly string[];
beforeEach(async () => {
  made = await makeTestVault();
  const create = caseHandlers(made.context)['cases.create'];
  caseId = (await create({ ...filledCase, reference: 'ONE' })).id;
  otherCase = (await create({ ...filledCase, reference: 'TWO' })).id;
  items = [
    await addItem(made.vault, caseId, 1, randomBytes(10), 'a.png'),
    await addItem(made.vault, caseId, 2, randomBytes(10), 'b.png'),
    await addItem(made.vault, otherCase, 1, randomBytes(10), 'c.png'),
  ];
});
afterEach(() => made.close());

const first = (): string => items[0] ?? '';
const second = (): string => items[1] ?? '';
const foreign = (): string => items[2] ?? '';
const readBundle = (id = caseId) => readBundleChoices(made.context, id);
const keepBundle = (choices: BundleChoices) => keepBundleChoices(made.context, caseId, choices);
const views = () => chronologyHandlers(made.context);
const chosen = (change: Partial<BundleChoices> = {}): BundleChoices => ({
  ...bundleSettingsSchema.parse({}),
  title: 'For the hearing in May',
  courtCase: 'ZW26C00123',
  recipient: null,
  includeChronology: true,
  includePatterns: true,
  isOrdered: true,
  items: [
    { itemId: second(), isIn: false },
    { itemId: first(), isIn: true },
  ],
  ...change,
});
const police: ExportChoice = {
  who: 'police',
  fields: ['date', 'title'],
  covering: [{ words: '12 Hill Road', instead: 'her address' }],
  format: 'docx',
  withCharts: true,
};

describe('what was chosen for a bundle', () => {
  it('is nothing at first', () => {
    const { choices, chosen: by } = readBundle();
    expect(by).toBeNull();
    expect(choices).toMatchObject({ includeChronology: false, includePatterns: false, items: [] });
  });

  it('is there again after a restart, in its order and with who chose it, for its own case alone', async () => {
    keepBundle(chosen({ isOrdered: false }));
    keepBundle(chosen());
    made = await made.reopen();
    const kept = readBundle();
    expect(kept.choices).toEqual(chosen());
    expect(kept.chosen).toMatchObject({ by: 'Test advocate' });
    expect(readBundle(otherCase).chosen).toBeNull();
  });

  it('is kept for a core bundle by itself, which begins empty under the rules and for the court of the hearing bundle', () => {
    keepBundle(chosen({ recipient: 'family-court', profile: 'family-pd27a-2026' }));
    const core = readBundleChoices(made.context, caseId, 'core');
    expect(core.chosen).toBeNull();
    expect(core.choices).toMatchObject({
      ...{ set: 'core', title: 'Core bundle', profile: 'family-pd27a-2026', recipient: 'family-court' },
      ...{ courtCase: 'ZW26C00123', items: [] },
    });
    keepBundle({ ...core.choices, askedBy: 'Judge Hart', items: [{ itemId: second(), isIn: true }] });
    expect(readBundleChoices(made.context, caseId, 'core').choices).toMatchObject({
      askedBy: 'Judge Hart',
      items: [{ itemId: second(), isIn: true }],
    });
    expect(readBundle().choices.items).toEqual(chosen().items);
  });

  it('takes no exhibit of another case, and none that is gone', () => {
    keepBundle(
      chosen({
        items: [
          { itemId: foreign(), isIn: true },
          { itemId: made.context.newId(), isIn: true },
          { itemId: first(), isIn: true },
        ],
      }),
    );
    const { choices } = readBundle();
    expect(choices.items).toEqual([{ itemId: first(), isIn: true }]);
    expect(readBundle(otherCase).choices.items).toEqual([]);
  });

  it('loses an exhibit with the exhibit, and all of it with the case', async () => {
    keepBundle(chosen());
    await eraseHandlers(made.vault)['erase.item']({ id: first(), reason: 'test' });
    expect(readBundle().choices.items).toEqual([{ itemId: second(), isIn: false }]);
  });
});

describe('what was chosen for an export', () => {
  it('is there again after a restart for each audience, the last one first', async () => {
    await views()['views.keepChoice']({ caseId, choice: police });
    await views()['views.keepChoice']({ caseId, choice: { ...police, who: 'client', covering: [] } });
    await views()['views.keepChoice']({ caseId, choice: { ...police, format: 'pdf' } });
    made = await made.reopen();
    const kept = await views()['views.choices']({ caseId });
    expect(kept.map(({ who }) => who)).toEqual(['police', 'client']);
    expect(kept[0]).toMatchObject({
      format: 'pdf',
      covering: police.covering,
      chosen: { by: 'Test advocate' },
    });
    expect(await views()['views.choices']({ caseId: otherCase })).toEqual([]);
  });

  it('for a view goes with the view, and is kept for none that is not there', async () => {
    const view = await views()['views.create']({ caseId, name: 'Officer', body: viewFor('police') });
    await views()['views.keepChoice']({ caseId, choice: { ...police, who: view.id } });
    expect(await views()['views.choices']({ caseId })).toHaveLength(1);
    await views()['views.remove']({ id: view.id });
    await views()['views.keepChoice']({ caseId, choice: { ...police, who: view.id } });
    await views()['views.keepChoice']({ caseId, choice: { ...police, who: 'everybody' } });
    expect(await views()['views.choices']({ caseId })).toEqual([]);
  });
});
