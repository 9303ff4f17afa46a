import { beforeAll, describe, expect, it } from 'vitest';
import { bundlePicture } from '../../../../electron/services/evidence/bundle-copy/make-copy';
import { readAgain } from '../../../../electron/services/evidence/read-again/read-again';
import { waitingForReading } from '../../../../electron/services/evidence/read-again/wanted';
import {
  labSource,
  readItem,
  readItemFacts,
  readOriginal,
} from '../../../../electron/services/items/item-rows';
import { pagesToStraighten, readShown } from '../../../../electron/services/items/shown-as';
import { boxAround } from '../../../../shared/domain/pictures/straight';
import { pageTurnsKind } from '../../../../shared/records/page-turns';
import { crookedPdf } from '../../../helpers/crooked-pages';
import { jpegOf, pngOf, tiffOf } from '../../../helpers/lying-pictures';
import { useDecoderOfPackage } from '../../../helpers/pdfium';
import { useTakenPages } from './taken-pages';

let scan: Buffer;
beforeAll(async () => {
  useDecoderOfPackage();
  scan = await crookedPdf(30);
});

const taken = useTakenPages({ lies: 0, crooked: -30 });
const { pages, take, sizes, recognised } = taken;

describe('a scan that lies crooked', () => {
  it('is asked about once, straightened, and the original is untouched', async () => {
    const id = await take('scan.pdf', scan);
    const { context } = taken.setting.vault;
    await recognised(id, 1, 'pdf');
    const asked = [{ page: 1, straightened: -30 }];
    expect(await pages()['pages.state']({ id })).toMatchObject({
      toTurn: [],
      toStraighten: asked,
      turns: [],
    });
    expect(readItemFacts(context, id).map(({ value }) => value)).toContain(
      'Page 1 seems to lie crooked, by 3 degrees.',
    );
    const state = await pages()['pages.turn']({ id, turns: [{ page: 1, by: 0, straightened: -30 }] });
    expect(state).toMatchObject({ toStraighten: [], turns: [{ page: 1, by: 0, straightened: -30 }] });
    expect(await context.files.readAll(readOriginal(context, id))).toEqual(scan);
    expect(readShown(context, id).id).not.toBe(readOriginal(context, id).id);
    // It is read again as it lies now, and not asked about again.
    await recognised(id, 1, 'pdf');
    expect(await pages()['pages.state']({ id })).toMatchObject({ toStraighten: [] });
  });

  it('grows, and is as it was once that is taken back, and asked about again', async () => {
    const id = await take('scan.pdf', scan);
    const before = sizes(id) as { width: number; height: number }[];
    await recognised(id, 1, 'pdf');
    await pages()['pages.turn']({ id, turns: [{ page: 1, by: 0, straightened: -30 }] });
    const [first] = before;
    const [larger] = sizes(id) as { width: number; height: number }[];
    const wanted = boxAround(first ?? { width: 0, height: 0 }, -30);
    expect(larger?.width).toBeCloseTo(wanted.width, 1);
    expect(larger?.height).toBeCloseTo(wanted.height, 1);
    const state = await pages()['pages.turn']({ id, turns: [{ page: 1, by: null }] });
    expect(sizes(id)).toEqual(before);
    expect(state).toMatchObject({ toStraighten: [{ page: 1, straightened: -30 }], turns: [] });
  });

  it('is left where somebody says so', async () => {
    const id = await take('scan.pdf', scan);
    const { context } = taken.setting.vault;
    await recognised(id, 1, 'pdf');
    await pages()['pages.turn']({ id, turns: [{ page: 1, by: 0, straightened: 0 }] });
    expect(pagesToStraighten(context, id)).toEqual([]);
    expect(readShown(context, id)).toEqual(readOriginal(context, id));
  });

  it('may be turned by quarters before and after, and neither answer takes the other away', async () => {
    const id = await take('scan.pdf', scan);
    await pages()['pages.turn']({ id, turns: [{ page: 1, by: 180 }] });
    await recognised(id, 1, 'pdf');
    expect(await pages()['pages.state']({ id })).toMatchObject({
      toStraighten: [{ page: 1, straightened: -30 }],
    });
    await pages()['pages.turn']({ id, turns: [{ page: 1, by: 180, straightened: -30 }] });
    const state = await pages()['pages.turn']({ id, turns: [{ page: 1, by: 90 }] });
    expect(state).toMatchObject({ turns: [{ page: 1, by: 90, straightened: -30 }] });
  });
});

describe('a picture that lies crooked', () => {
  it.each([
    ['a JPEG', jpegOf({ orientation: 1 }), 'a.jpg'],
    ['a JPEG that lies on its side by its tag', jpegOf({ orientation: 6 }), 'b.jpg'],
    ['a PNG', pngOf({ orientation: 1 }), 'c.png'],
  ])('is drawn straight wherever it is drawn, and printed from a copy: %s', async (_what, bytes, name) => {
    const id = await take(name, bytes);
    const { context } = taken.setting.vault;
    const source = () => labSource(context, readItem(context, id), bytes);
    const before = source();
    taken.made.asked.length = 0;
    await pages()['pages.turn']({ id, turns: [{ page: 1, by: 0, straightened: 25 }] });
    expect(source()).toEqual({ ...before, straightened: 25 });
    expect(taken.made.asked).toMatchObject([{ type: 'image', straightened: 25 }]);
    expect(waitingForReading(context)).toEqual([]);
    // Its own coding is crooked: a bundle asks the lab for a copy, which this lab does not draw.
    taken.made.asked.length = 0;
    await bundlePicture(context, id).catch(() => undefined);
    expect(taken.made.asked).toMatchObject([{ type: 'image', straightened: 25, rendition: {} }]);
    await pages()['pages.turn']({ id, turns: [{ page: 1, by: null }] });
    expect(source()).toEqual(before);
  });

  it('may be one page of several', async () => {
    const bytes = tiffOf([{ orientation: 1 }, { orientation: 6 }]);
    const id = await take('scan.tif', bytes);
    const { context } = taken.setting.vault;
    await pages()['pages.turn']({ id, turns: [{ page: 2, by: 180, straightened: -40 }] });
    const item = readItem(context, id);
    expect(labSource(context, item, bytes, 1)).not.toHaveProperty('straightened');
    expect(labSource(context, item, bytes, 2)).toMatchObject({ orientation: 8, straightened: -40 });
    expect(sizes(id)).toMatchObject([
      { width: 60, height: 40 },
      { width: 45, height: 63 },
    ]);
  });
});

describe('what is said of crooked pages', () => {
  it('by an older Holdfast, without a word of it, is read as it was written and makes nothing anew', async () => {
    const id = await take('scan.pdf', scan);
    const { context } = taken.setting.vault;
    await pages()['pages.turn']({ id, turns: [{ page: 1, by: 180 }] });
    const madeOf = context.db.prepare('SELECT made_of FROM shown_files WHERE item_id = ?').pluck().get(id);
    expect(madeOf).toBe('/[{"page":1,"by":180}]');
    expect(pageTurnsKind.body.parse({ itemId: id, turns: [{ page: 1, by: 180 }] }).turns).toEqual([
      { page: 1, by: 180 },
    ]);
    await readAgain(context, id);
    await recognised(id, 1, 'pdf');
    expect(pagesToStraighten(context, id)).toEqual([{ page: 1, straightened: -30 }]);
  });

  it('is told in words', () => {
    const turns = [
      { page: 1, by: 0 as const, straightened: -21 },
      { page: 2, by: 180 as const, straightened: 10 },
      { page: 3, by: 90 as const, straightened: 0 },
      { page: 4, by: 0 as const, straightened: 0 },
    ];
    const said = pageTurnsKind.lines({ itemId: 'x', turns }, () => 'AB/1');
    expect(said.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Exhibit: AB/1',
      'Left as it lies: page 4',
      'Turned to the right: page 3',
      'Turned upside down: page 2',
      'Straightened: page 1 by 2.1 degrees to the left, page 2 by 1 degree to the right',
      'Left crooked: page 3',
    ]);
  });
});
