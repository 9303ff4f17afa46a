import { beforeAll, describe, expect, it } from 'vitest';
import { readAgain } from '../../../../electron/services/evidence/read-again/read-again';
import { waitingForReading } from '../../../../electron/services/evidence/read-again/wanted';
import { readOrientation, readOriginal } from '../../../../electron/services/items/item-rows';
import { readShown } from '../../../../electron/services/items/shown-as';
import { turnedFurther } from '../../../../shared/domain/pictures/turn';
import { codeOf } from '../../../helpers/code-of';
import { jpegOf, pngOf, tiffOf } from '../../../helpers/lying-pictures';
import { fixturePdf, useDecoderOfPackage } from '../../../helpers/pdfium';
import { filesOnDisk } from '../evidence/setting';
import { useTakenPages } from './taken-pages';

beforeAll(useDecoderOfPackage);

const taken = useTakenPages();
const { pages, take, sizes, recognised } = taken;

describe('a page that seems to lie upside down', () => {
  it('is asked about once, turned, and the original is untouched', async () => {
    const id = await take('scan.pdf', fixturePdf('g22-scan-upside-down.pdf'));
    const { context } = taken.setting.vault;
    await recognised(id, 1, 'pdf');
    expect(await pages()['pages.state']({ id })).toMatchObject({ toTurn: [{ page: 1, by: 180 }], turns: [] });
    const state = await pages()['pages.turn']({ id, turns: [{ page: 1, by: 180 }] });
    expect(state).toMatchObject({ toTurn: [], turns: [{ page: 1, by: 180 }] });
    expect(await context.files.readAll(readOriginal(context, id))).toEqual(
      fixturePdf('g22-scan-upside-down.pdf'),
    );
    expect(readShown(context, id).id).not.toBe(readOriginal(context, id).id);
    // It is read again as it lies now, and not asked about again.
    await recognised(id, 1, 'pdf');
    expect(await pages()['pages.state']({ id })).toMatchObject({ toTurn: [] });
  });

  it('is left where somebody says so, and is asked about again where that is taken back', async () => {
    const id = await take('scan.pdf', fixturePdf('g22-scan-upside-down.pdf'));
    const { context } = taken.setting.vault;
    await recognised(id, 1, 'pdf');
    expect(await pages()['pages.turn']({ id, turns: [{ page: 1, by: 0 }] })).toMatchObject({ toTurn: [] });
    expect(readShown(context, id)).toEqual(readOriginal(context, id));
    expect(await pages()['pages.turn']({ id, turns: [{ page: 1, by: null }] })).toMatchObject({
      toTurn: [{ page: 1, by: 180 }],
      turns: [],
    });
  });
});

describe('pages that are turned', () => {
  it('are shown so, alone, and as they were once that is taken back', async () => {
    const id = await take('letter.pdf', fixturePdf('locked/letter.pdf'));
    const before = sizes(id);
    const files = await filesOnDisk(taken.setting);
    await pages()['pages.turn']({ id, turns: [{ page: 2, by: 90 }] });
    expect(sizes(id)).toEqual([
      { width: 420, height: 300 },
      { width: 300, height: 420 },
    ]);
    await pages()['pages.turn']({ id, turns: [{ page: 2, by: null }] });
    expect(sizes(id)).toEqual(before);
    expect(await filesOnDisk(taken.setting)).toBe(files);
  });

  it('are turned in a PDF that is locked as well, by one copy that is both', async () => {
    const id = await take('letter.pdf', fixturePdf('locked/aes-128.pdf'));
    await pages()['pages.open']({ id, password: 'Blue Door 7' });
    await pages()['pages.turn']({ id, turns: [{ page: 1, by: 270 }] });
    expect(sizes(id)).toEqual([
      { width: 300, height: 420 },
      { width: 420, height: 300 },
    ]);
    expect(taken.setting.vault.context.db.prepare('SELECT count(*) FROM shown_files').pluck().get()).toBe(1);
  });

  it.each([
    ['a JPEG without a tag', jpegOf({ orientation: 1 }), 'a.jpg', 1],
    ['a JPEG that lies on its side by its tag', jpegOf({ orientation: 6 }), 'b.jpg', 6],
    ['a PNG', pngOf({ orientation: 1 }), 'c.png', 1],
  ])('are those of a picture: %s', async (_what, bytes, name, orientation) => {
    const id = await take(name, bytes);
    const { context } = taken.setting.vault;
    taken.made.asked.length = 0;
    await pages()['pages.turn']({ id, turns: [{ page: 1, by: 90 }] });
    expect(readOrientation(context, id)).toBe(turnedFurther(orientation, 90));
    expect(taken.made.asked).toMatchObject([{ type: 'image', orientation: turnedFurther(orientation, 90) }]);
    expect(waitingForReading(context)).toEqual([]);
    await pages()['pages.turn']({ id, turns: [{ page: 1, by: null }] });
    expect(readOrientation(context, id)).toBe(orientation);
  });

  it('are single pages of a scan in one file', async () => {
    const id = await take('scan.tif', tiffOf([{ orientation: 1 }, { orientation: 6 }]));
    await pages()['pages.turn']({ id, turns: [{ page: 2, by: 180 }] });
    const { context } = taken.setting.vault;
    expect([readOrientation(context, id, 1), readOrientation(context, id, 2)]).toEqual([1, 8]);
  });

  it('are made again where another office said so, as soon as anybody looks', async () => {
    const id = await take('letter.pdf', fixturePdf('locked/letter.pdf'));
    const { context } = taken.setting.vault;
    context.act({ action: 'test', subject: id }, () =>
      context.records.say('page-turns', {
        caseId: taken.setting.caseId,
        body: { itemId: id, turns: [{ page: 1, by: 180 }] },
      }),
    );
    expect(waitingForReading(context, taken.setting.caseId)).toEqual([id]);
    await readAgain(context, id);
    expect(waitingForReading(context)).toEqual([]);
    expect(readShown(context, id).id).not.toBe(readOriginal(context, id).id);
  });

  it('are none that are not there', async () => {
    const id = await take('letter.pdf', fixturePdf('locked/letter.pdf'));
    const turned = Promise.resolve(pages()['pages.turn']({ id, turns: [{ page: 3, by: 90 }] }));
    expect(await codeOf(turned)).toBe('invalid-input');
  });
});

it('a picture that is turned four times lies as it did, mirrored or not', () => {
  for (let orientation = 1; orientation <= 8; orientation += 1) {
    let lies = orientation;
    const ways = new Set<number>();
    for (let quarter = 0; quarter < 4; quarter += 1) ways.add((lies = turnedFurther(lies, 90)));
    expect(lies).toBe(orientation);
    expect(ways.size).toBe(4);
    expect(turnedFurther(orientation, 180)).toBe(turnedFurther(turnedFurther(orientation, 90), 90));
  }
});
