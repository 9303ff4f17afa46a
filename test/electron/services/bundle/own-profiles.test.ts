import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundleHandlers } from '../../../../electron/services/bundle/handlers';
import { requireBuiltIn, requireProfile } from '../../../../electron/services/bundle/profile';
import { leavingTexts } from '../../../../electron/services/gate/leaving-texts';
import { bodyOfOwn, copyOf, ownRecordId } from '../../../../shared/domain/bundle/own-profile';
import { bundleLeaving } from '../../../../shared/domain/leaving/bundle-request';
import type { BundleProfile, OwnProfileBody } from '../../../../shared/models/bundle-profile';
import { buildOf, fillForBundle } from '../../../helpers/built-bundle';
import type { Filled } from '../../../helpers/built-bundle';
import { useDecoderOfPackage } from '../../../helpers/pdfium';

beforeAll(useDecoderOfPackage);
let filled: Filled | null = null;
afterEach(async () => {
  await filled?.made.close();
  filled = null;
});

const general = requireBuiltIn('general-2021');
const ours = (change: Partial<OwnProfileBody> = {}): OwnProfileBody => ({
  ...copyOf(general, (of) => `${of}, ours`),
  ...change,
});
const sections: OwnProfileBody['sections'] = [
  { id: 'orders', title: 'Orders of this court', use: 'items', holds: [] },
  { id: 'record', title: 'Record', use: 'record', holds: [] },
];

async function fill(): Promise<Filled> {
  filled = await fillForBundle(2);
  return filled;
}
const handlers = ({ made }: Filled) => bundleHandlers(made.context);
async function keep(of: Filled, body: OwnProfileBody): Promise<BundleProfile> {
  const { id } = await handlers(of)['bundle.keepProfile']({ changes: null, body });
  return requireProfile(of.made.context, id);
}

describe('an own copy of a profile', () => {
  it('stands behind those that come with Holdfast, which stay as they are', async () => {
    const of = await fill();
    const own = await keep(of, ours({ numbering: 'by-section' }));
    const listed = await handlers(of)['bundle.profiles']({});
    expect(listed.map(({ id }) => id).at(-1)).toBe(own.id);
    expect(requireProfile(of.made.context, general.id)).toEqual(general);
    expect(own).toMatchObject({ numbering: 'by-section', own: { of: general.id, ofName: general.short } });
  });

  it('is what a bundle is planned, written and checked by, and the bundle says which version that was', async () => {
    const of = await fill();
    const pagesMost = { pages: 2, rule: 'own', note: 'Our judge wants no more.' };
    const own = await keep(
      of,
      ours({
        sections,
        usualSection: 'orders',
        numbering: 'by-section',
        pagesMost,
        rows: [{ id: 'x', check: 'pages-most' }],
      }),
    );
    const { bundle } = await buildOf(of, { profile: own.id });
    expect(bundle?.plan.rows.flatMap(({ kind, title }) => (kind === 'section' ? [title] : []))).toEqual([
      'A Orders of this court',
      'B Record',
    ]);
    expect(bundle?.plan.numbering).toBe('by-section');
    expect(bundle?.checks[0]).toMatchObject({ id: 'x', state: 'fix' });
    expect(bundle?.options.profileVersion).toBe(own.own?.version);
    const again = await buildOf(of, { profile: own.id });
    expect(again.bundle?.sha256).toBe(bundle?.sha256);
  });

  it('is changed as a version of the one on the screen, and keeps what it said before', async () => {
    const of = await fill();
    const own = await keep(of, ours());
    const changes = { id: own.id, version: own.own?.version ?? '' };
    const body = { ...bodyOfOwn(own), short: 'For Judge Hart' };
    await handlers(of)['bundle.keepProfile']({ changes, body });
    expect(requireProfile(of.made.context, own.id).short).toBe('For Judge Hart');
    expect(of.made.context.records.versions(ownRecordId(own.id) ?? '')).toHaveLength(2);
    // Somebody else had the first version on the screen.
    expect(() => handlers(of)['bundle.keepProfile']({ changes, body })).toThrow('conflict');
  });

  it('is refused where exhibits would have no section', async () => {
    const of = await fill();
    const body = ours({ sections, usualSection: 'record' });
    expect(() => handlers(of)['bundle.keepProfile']({ changes: null, body })).toThrow('invalid-input');
  });

  it('is not offered any more once it was taken out, and what was built by it stays', async () => {
    const of = await fill();
    const own = await keep(of, ours());
    const { bundle } = await buildOf(of, { profile: own.id });
    await handlers(of)['bundle.removeProfile']({ id: own.id });
    expect(() => requireProfile(of.made.context, own.id)).toThrow('invalid-input');
    expect((await handlers(of)['bundle.list']({ caseId: of.caseId })).map(({ id }) => id)).toEqual([
      bundle?.id,
    ]);
  });

  it('is there again after the vault was closed and opened', async () => {
    const of = await fill();
    const own = await keep(of, ours());
    filled = { ...of, made: await of.made.reopen() };
    expect(requireProfile(filled.made.context, own.id)).toEqual(own);
  });

  it('has its words looked through before a bundle leaves, as they were when it was built', async () => {
    const of = await fill();
    const own = await keep(of, ours({ source: 'Letter from Juniper House' }));
    const { bundle } = await buildOf(of, { profile: own.id });
    const changes = { id: own.id, version: own.own?.version ?? '' };
    await handlers(of)['bundle.keepProfile']({ changes, body: ours({ source: 'A letter' }) });
    if (bundle === null) throw new Error('not built');
    const said = (options: typeof bundle.options) =>
      [...leavingTexts(of.made.context, bundleLeaving(of.caseId, options))].map(({ text }) => text);
    expect(said(bundle.options)).toContain('Letter from Juniper House');
    expect(said({ ...bundle.options, profileVersion: null })).toContain('A letter');
  });
});
