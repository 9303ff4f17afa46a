import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { profileIn, wordsIn } from '../../../../electron/services/bundle/bundle-words';
import { profiles } from '../../../../electron/services/bundle/profile';
import { bundleFileId } from '../../../../electron/services/bundle/rows';
import { readFile } from '../../../../electron/services/items/item-rows';
import welsh from '../../../../resources/bundle-words/cy.json' with { type: 'json' };
import { contentsRows } from '../../../../shared/domain/bundle/contents';
import { decide } from '../../../../shared/domain/bundle/choices';
import { bundleSettingsSchema } from '../../../../shared/models/bundle';
import type { Bundle } from '../../../../shared/models/bundle';
import { buildOf, fillForBundle, typeset } from '../../../helpers/built-bundle';
import type { Filled } from '../../../helpers/built-bundle';
import { useDecoderOfPackage } from '../../../helpers/pdfium';

beforeAll(useDecoderOfPackage);
let filled: Filled;
let printed: string[];
beforeEach(async () => {
  printed = [];
  filled = await fillForBundle(2, {
    typeset: (html) => {
      printed.push(html);
      return typeset(html);
    },
  });
});
afterEach(() => filled.made.close());

async function built(language: 'en' | 'cy'): Promise<Bundle> {
  const { bundle, error } = await buildOf(filled, { language, profile: 'family-pd27a-2026' });
  if (bundle === null) throw new Error(error ?? 'not built');
  return bundle;
}
async function languageOf({ id }: Bundle): Promise<string> {
  const { context } = filled.made;
  const bytes = await context.files.readAll(readFile(context, bundleFileId(context, id, null)));
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.catalog.lookup(PDFName.of('Lang'), PDFString).decodeText();
}

describe('a bundle with Welsh headings', () => {
  it('has them on its cover, in its index, its sections and its record, and says its language', async () => {
    const bundle = await built('cy');
    expect(bundle.plan.rows.filter(({ itemId }) => itemId === null).map(({ title }) => title)).toEqual([
      'A Datganiadau a’r hyn a arddangosir iddynt',
      'B Cofnod',
      'Cofnod o’r bwndel hwn ac olion bysedd',
    ]);
    expect(await languageOf(bundle)).toBe('cy');
    const all = printed.join();
    for (const word of ['<h2>Mynegai</h2>', 'Ein cyfeirnod', 'Tudalennau', 'Arddangosyn', 'Ffeil ac ôl bys'])
      expect(all).toContain(word);
    expect(bundle.checks.filter(({ state }) => state === 'fix')).toEqual([]);
  });

  it('is in English as before where nobody chose', async () => {
    const bundle = await built('en');
    expect(await languageOf(bundle)).toBe('en-GB');
    expect(printed.join()).toContain('<h2>Index</h2>');
  });

  it('shows its sections on the desk with the letters and pages that they have', async () => {
    const { plan } = await built('cy');
    const profile = profiles.find(({ id }) => id === 'family-pd27a-2026');
    if (profile === undefined) throw new Error('no profile');
    const items = filled.itemIds.map((id) => ({
      id,
      kind: 'image' as const,
      preview: 'ready' as const,
      document: null,
    }));
    const choices = decide(
      items,
      {
        ...bundleSettingsSchema.parse({ language: 'cy' }),
        ...{ title: '', courtCase: '', recipient: null, items: [], isOrdered: false },
        ...{ includeChronology: false, includePatterns: false },
      },
      filled.itemIds,
      true,
    );
    const heads = contentsRows(profile, items, choices, plan).flatMap((row) =>
      row.kind === 'section' && row.letter !== '' ? [`${row.letter} ${row.first} to ${row.last}`] : [],
    );
    expect(heads).toEqual(['A A1 to A2', 'B B1 to B1']);
  });

  it('is marked in its data as not checked by anybody who speaks Welsh', () => {
    expect(welsh.checked).toBe(false);
    expect(welsh.note).toContain('not checked by a Welsh speaker');
  });

  it('has a word for each English one, and a title for each section that comes with Holdfast', () => {
    expect(Object.keys(wordsIn('cy'))).toEqual(Object.keys(wordsIn('en')));
    expect(profiles.flatMap(({ sections }) => sections.filter(({ cy }) => cy === undefined))).toEqual([]);
    const [general] = profiles;
    if (general === undefined) throw new Error('no profile');
    expect(profileIn(general, 'cy').sections.map(({ title }) => title)).toEqual(
      general.sections.map(({ cy }) => cy),
    );
  });
});
