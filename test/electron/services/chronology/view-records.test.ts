import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { addView, changeView, listViews, removeView } from '../../../../electron/services/chronology/views';
import { keepExportChoice, readExportChoices } from '../../../../electron/services/leaving/export-choices';
import { viewFor } from '../../../../shared/domain/export/audiences';
import { exportChoiceSchema } from '../../../../shared/models/leaving';
import { filledCase } from '../../../helpers/filled-vault';
import { recordsOf } from '../../../helpers/records-of';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
let caseId: string;

beforeEach(async () => {
  made = await makeTestVault();
  ({ id: caseId } = await caseHandlers(made.context)['cases.create'](filledCase));
});
afterEach(() => made.close());

const police = viewFor('police');

describe('a saved view', () => {
  it('is a record: each change is a version, and one that was removed can be brought back', async () => {
    const covered = { ...police, covering: [{ words: 'Elm Road', instead: 'her street' }] };
    const { id } = addView(made.context, caseId, 'For the officer', police);
    changeView(made.context, id, 'For the sergeant', covered);
    removeView(made.context, id);
    expect(listViews(made.context, caseId)).toEqual([]);
    const { versions } = await recordsOf(made)['records.history']({ id });
    expect(versions.map(({ removed }) => removed)).toEqual([true, false, false]);
    const text = JSON.stringify(versions);
    for (const words of ['For the officer', 'For the sergeant', '“Elm Road” by “her street”', 'Police'])
      expect(text).toContain(words);
    const [, second] = versions;
    await recordsOf(made)['records.bringBack']({ id, version: second?.id ?? '' });
    expect(listViews(made.context, caseId)).toMatchObject([
      { id, name: 'For the sergeant', covering: covered.covering },
    ]);
  });

  it('that was removed leaves nothing behind of what was changed on the way out of it', () => {
    const { id } = addView(made.context, caseId, 'For the officer', police);
    keepExportChoice(
      made.context,
      caseId,
      exportChoiceSchema.parse({ ...police, who: id, format: 'pdf', withCharts: false }),
    );
    expect(readExportChoices(made.context, caseId)).toHaveLength(1);
    removeView(made.context, id);
    expect(readExportChoices(made.context, caseId)).toHaveLength(0);
  });
});
