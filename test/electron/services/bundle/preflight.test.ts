import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  degrees,
} from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { requireBuiltIn } from '../../../../electron/services/bundle/profile';
import { readFinished } from '../../../../renderer/lab/pdf-finished';
import { looks } from '../../../../electron/services/bundle/looks';
import { preflight } from '../../../../shared/domain/bundle/preflight';
import type { Preflight } from '../../../../shared/domain/bundle/preflight';
import type { BundleCheck } from '../../../../shared/models/bundle';
import { useDecoderOfPackage } from '../../../helpers/pdfium';
import { writeSmallBundle } from '../../../helpers/small-bundle';
import type { SmallBundle } from '../../../helpers/small-bundle';

const general = requireBuiltIn('general-2021');
const family = requireBuiltIn('family-pd27a-2026');
beforeAll(useDecoderOfPackage);

/** Reads a file as the lab does and holds it against the profile. */
async function checksOf(
  { plan, typed }: SmallBundle,
  bytes: Uint8Array,
  change: Partial<Preflight> = {},
): Promise<readonly BundleCheck[]> {
  const parts = [{ at: 0, bytes }];
  const read = await readFinished({
    type: 'pdf-finished',
    size: bytes.length,
    parts,
    looks,
    typed,
    pages: plan.pages,
  });
  return preflight({
    ...{ read, plan, profile: general, bytes: bytes.length, unmet: [], pagesAllowed: '' },
    ...{ fileName: 'ZC26C00123 Hearing bundle', caseName: 'ZC26C00123', typed: new Set(typed) },
    ...change,
  });
}

const states = (checks: readonly BundleCheck[]): Record<string, string> =>
  Object.fromEntries(checks.map(({ id, state }) => [id, state]));

/** Breaks a file with another library. */
async function broken(
  bytes: Uint8Array,
  change: (document: PDFDocument) => void | Promise<void>,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  await change(document);
  return document.save({ useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false });
}

it('pages that seem to lie upside down are named until somebody has answered, and not any more then', async () => {
  const bundle = await writeSmallBundle(general);
  const upright = async (lying: Preflight['lying']) => {
    const profile = { ...general, rows: [{ id: 'U', check: 'upright' as const }] };
    const checks = await checksOf(bundle, bundle.bytes, {
      profile,
      ...(lying === undefined ? {} : { lying }),
    });
    return checks.find(({ id }) => id === 'U');
  };
  const none = new Set<number>();
  expect(await upright({ asked: none, answered: none })).toMatchObject({ state: 'ok', pages: [] });
  expect(await upright({ asked: new Set([3]), answered: none })).toMatchObject({
    state: 'decide',
    pages: [3],
  });
  expect(await upright({ asked: none, answered: new Set([3]) })).toMatchObject({ state: 'ok', pages: [] });
  expect(await upright({ asked: none, answered: new Set([3]), crooked: new Set([3]) })).toMatchObject({
    state: 'decide',
    text: '1 page lies crooked',
    pages: [3],
  });
});

describe('the reading of a finished bundle', () => {
  it('finds every row of the general guidance kept in a bundle as it is written', async () => {
    const bundle = await writeSmallBundle(general);
    const checks = await checksOf(bundle, bundle.bytes);
    expect(checks.filter(({ state }) => state !== 'ok').map(({ id }) => id)).toEqual(['G09']);
    // The picture has no text, and that is for a person to judge.
    expect(checks.find(({ id }) => id === 'G09')).toMatchObject({ state: 'decide', pages: [3] });
  });

  it('finds every row of the family court kept, by the letters of sections', async () => {
    const bundle = await writeSmallBundle(family);
    const checks = await checksOf(bundle, bundle.bytes, { profile: family });
    expect(checks.filter(({ state }) => state !== 'ok').map(({ id }) => id)).toEqual(['F04e']);
  });

  it('reads it also where the data of pictures is left out', async () => {
    const { parts, bytes, typed } = await writeSmallBundle(general);
    expect(parts.reduce((sum, part) => sum + part.bytes.length, 0)).toBeLessThan(bytes.length);
    const size = bytes.length;
    const whole = await readFinished({
      type: 'pdf-finished',
      size,
      parts: [{ at: 0, bytes }],
      looks,
      typed,
      pages: 7,
    });
    expect(await readFinished({ type: 'pdf-finished', size, parts, looks, typed, pages: 7 })).toEqual(whole);
  });
});

type Broken = readonly [row: string, what: string, change: (document: PDFDocument) => void | Promise<void>];

function outlineOf(document: PDFDocument): PDFDict {
  return document.context.lookup(document.catalog.get(PDFName.of('Outlines')), PDFDict);
}

const breaks: readonly Broken[] = [
  ['G01', 'has a script', (document) => document.addJavaScript('x', 'app.alert(1)')],
  [
    'G01',
    'has a file attached',
    (document) => document.attach(Buffer.from('secret'), 'a.txt', { mimeType: 'text/plain' }),
  ],
  ['G03', 'has a page more than was planned', (document) => void document.addPage()],
  [
    'G03',
    'has two pages in each other’s place',
    (document) => {
      const [first, second] = [document.getPage(3), document.getPage(4)];
      const contents = [first, second].map(({ node }) => node.get(PDFName.of('Contents')));
      first.node.set(PDFName.of('Contents'), contents[1] ?? PDFName.of('x'));
      second.node.set(PDFName.of('Contents'), contents[0] ?? PDFName.of('x'));
    },
  ],
  [
    'G04',
    'calls its pages otherwise in a viewer',
    (document) => {
      document.catalog.set(PDFName.of('PageLabels'), document.context.obj({ Nums: [0, { S: 'r' }] }));
    },
  ],
  [
    'G06',
    'has an index without links',
    (document) => {
      document.getPage(1).node.delete(PDFName.of('Annots'));
    },
  ],
  [
    'G06b',
    'has a link to a page that is gone',
    (document) => {
      const annotations = document.getPage(1).node.lookup(PDFName.of('Annots'), PDFArray);
      const link = annotations.lookup(0, PDFDict);
      link.lookup(PDFName.of('Dest'), PDFArray).set(0, PDFRef.of(99_999));
    },
  ],
  [
    'G07',
    'has a bookmark with another page number',
    (document) => {
      const first = document.context.lookup(outlineOf(document).get(PDFName.of('First')), PDFDict);
      first.set(PDFName.of('Title'), PDFHexString.fromText('A Exhibits p. 7'));
    },
  ],
  ['G07', 'has no bookmarks', (document) => void document.catalog.delete(PDFName.of('Outlines'))],
  [
    'G10',
    'has a page that stands on its head',
    (document) => {
      document.getPage(4).setRotation(degrees(180));
      const { node } = document.getPage(4);
      node.delete(PDFName.of('Rotate'));
      const turn = document.context.register(document.context.stream('-1 0 0 -1 595 842 cm '));
      const contents = node.lookup(PDFName.of('Contents'), PDFArray);
      contents.insert(0, turn);
    },
  ],
  [
    'G11',
    'opens as wide as the window',
    (document) => {
      const [page] = document.getPages();
      if (page !== undefined)
        document.catalog.set(PDFName.of('OpenAction'), document.context.obj([page.ref, 'FitH', 800]));
    },
  ],
  [
    'G14',
    'has a picture finer than 300 dots per inch',
    (document) => {
      for (const [, object] of document.context.enumerateIndirectObjects())
        if (object instanceof PDFStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'))
          object.dict.set(PDFName.of('Width'), PDFNumber.of(9000));
    },
  ],
  [
    'tagged',
    'does not say what its pages mean',
    (document) => {
      document.catalog.delete(PDFName.of('MarkInfo'));
      document.catalog.delete(PDFName.of('StructTreeRoot'));
    },
  ],
];

describe('a bundle that was broken on purpose', () => {
  it.each(breaks)('fails %s where it %s', async (row, _what, change) => {
    const bundle = await writeSmallBundle(general);
    const checks = await checksOf(bundle, await broken(bundle.bytes, change));
    expect(['fix', 'decide']).toContain(states(checks)[row]);
  });

  it('passes where another library only wrote it anew', async () => {
    const bundle = await writeSmallBundle(general);
    const checks = await checksOf(bundle, await broken(bundle.bytes, () => undefined));
    expect(checks.filter(({ state }) => state !== 'ok').map(({ id }) => id)).toEqual(['G09']);
  });

  it('fails the rows that are about what is around it', async () => {
    const bundle = await writeSmallBundle(family);
    const unmet = [{ rule: 'F06', note: 'Police disclosure.', refs: ['AB/1'], pages: [3] }];
    const profile = { ...family, pagesMost: { pages: 5, rule: 'F02', note: '' } };
    const found = states(
      await checksOf(bundle, bundle.bytes, {
        ...{ profile, unmet, bytes: 30e6, fileName: 'bundle', typed: new Set([1, 2, 4]) },
      }),
    );
    expect(found).toMatchObject({ F02: 'fix', F06: 'decide', size: 'decide', G18: 'decide' });
    const allowed = await checksOf(bundle, bundle.bytes, { profile, pagesAllowed: 'DJ Example, 3 May 2026' });
    expect(states(allowed)['F02']).toBe('ok');
    const small = await checksOf(bundle, bundle.bytes, { profile: { ...family, typeLeast: 14 } });
    expect(states(small)['F05']).toBe('fix');
  });

  it('fails the least resolution of the service courts for a picture that is coarser', async () => {
    const service = requireBuiltIn('service-courts');
    const bundle = await writeSmallBundle(service);
    expect(states(await checksOf(bundle, bundle.bytes, { profile: service }))['SJS6']).toBe('decide');
  });

  it('names a page of an exhibit on which nothing is', async () => {
    const bundle = await writeSmallBundle(general);
    const empty = await broken(bundle.bytes, (document) => {
      const { node } = document.getPage(2);
      node.lookup(PDFName.of('Resources'), PDFDict).delete(PDFName.of('XObject'));
    });
    expect((await checksOf(bundle, empty)).find(({ id }) => id === 'blank')?.pages).toEqual([3]);
  });

  it('is not read where it is no PDF', async () => {
    const bundle = await writeSmallBundle(general);
    await expect(checksOf(bundle, Buffer.from('no pdf'))).rejects.toThrow();
  });
});
