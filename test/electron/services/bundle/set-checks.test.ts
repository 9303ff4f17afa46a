import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setChecks } from '../../../../electron/services/bundle/set-checks';
import type { BundleOptions } from '../../../../shared/models/bundle';
import { buildOf, fillForBundle } from '../../../helpers/built-bundle';
import type { Filled } from '../../../helpers/built-bundle';
import { useDecoderOfPackage } from '../../../helpers/pdfium';

beforeAll(useDecoderOfPackage);
let filled: Filled;
beforeEach(async () => {
  filled = await fillForBundle(2);
});
afterEach(() => filled.made.close());

const court = { recipient: 'family-court', courtCase: 'ZC26C00123' } as const;
async function built(options: Partial<BundleOptions> = {}, itemIds = filled.itemIds) {
  const { bundle } = await buildOf({ ...filled, itemIds }, { ...court, ...options });
  if (bundle === null) throw new Error('not built');
  return bundle;
}
/** As it is handed to the court. */
const save = (id: string): void => {
  filled.made.context.act({ action: 'bundle.save', subject: id }, () => undefined);
};
const checked = (options: BundleOptions) =>
  setChecks(filled.made.context, filled.caseId, options).map(({ id, state }) => `${id} ${state}`);

describe('a second bundle of a case', () => {
  it('is asked about where a court has a hearing bundle already that it does not go on behind', async () => {
    const first = await built();
    expect(checked(first.options)).toEqual([]);
    save(first.id);
    expect((await built()).checks.find(({ id }) => id === 'G13')?.state).toBe('decide');
  });

  it('is none where pages are added to the one that the court has', async () => {
    const first = await built({}, filled.itemIds.slice(0, 1));
    save(first.id);
    expect(checked((await built({ lateOf: first.id })).options)).toEqual([]);
  });

  it('is none for another court, nor for whoever is no court', async () => {
    const first = await built();
    save(first.id);
    expect(checked({ ...first.options, courtCase: 'KB-2024-017278' })).toEqual([]);
    expect(checked({ ...first.options, recipient: 'police' })).toEqual([]);
  });

  it('may be a core bundle, once it is recorded who asked for that', async () => {
    const main = await built();
    save(main.id);
    const core = await built({ set: 'core', title: 'Core bundle' }, filled.itemIds.slice(0, 1));
    expect(core.checks.find(({ id }) => id === 'G12')?.state).toBe('decide');
    expect(checked({ ...core.options, askedBy: 'Judge Hart, 3 May 2026' })).toEqual(['G12 ok']);
    save(core.id);
    // A core bundle is no second hearing bundle.
    expect(checked({ ...main.options, lateOf: main.id })).toEqual([]);
  });
});
