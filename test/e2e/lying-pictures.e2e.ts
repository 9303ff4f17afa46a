import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { EvidenceItem } from '../../shared/models/evidence';
import {
  avifOf,
  isPicture,
  isRed,
  jpegOf,
  markWhenUpright,
  moving,
  pngOf,
  pngOfWord,
  stored,
  tiffOf,
  webpOf,
  word,
} from '../helpers/lying-pictures';
import { areaOf, pixelsOfPng, pixelsOfPpm } from '../helpers/pixels';
import type { Area, Pixels } from '../helpers/pixels';
import { chooseToOpen } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { buildBundle, saveBundle } from './helpers/bundle';
import { makeCase, takeIn } from './helpers/import';
import { tool } from './helpers/pdf';
import { makeRedaction } from './helpers/redaction';
import type { Place } from './helpers/redaction';
import { root } from './helpers/runtime';
import { startOnNewVault } from './helpers/vault';

let folder = '';
let running: RunningApp;
let caseId = '';
let bundles = 0;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-lying-'));
  mkdirSync(join(folder, 'in'));
  running = await startOnNewVault(join(folder, 'vault'));
  caseId = await makeCase(running.page);
});
test.afterEach(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Takes files in, in the order they are given in. */
async function take(files: Readonly<Record<string, Buffer>>): Promise<readonly EvidenceItem[]> {
  const paths = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(folder, 'in', name), bytes);
    return join(folder, 'in', name);
  });
  await chooseToOpen(running.app, paths);
  const { items } = await takeIn(running.page, caseId);
  return Object.keys(files).map((name) => {
    const item = items.find(({ fileName }) => fileName === name);
    if (item === undefined) throw new Error(`${name} did not go in`);
    return item;
  });
}

const cell = 68;
const inARow = 12;

/** Shows pictures in the app's own page, each in its own size in a cell, and looks at the screen. */
async function lookAt(page: Page, addresses: readonly string[]): Promise<Pixels> {
  await page.evaluate(
    async ([sources, side, across]) => {
      const sheet = document.createElement('div');
      sheet.id = 'sheet';
      sheet.style.cssText = 'position:fixed;inset:0;background:#fff;z-index:9999';
      document.body.append(sheet);
      const loaded = sources.map((src, index) => {
        const picture = new Image();
        picture.style.cssText = `position:absolute;left:${(index % across) * side}px;top:${Math.floor(index / across) * side}px`;
        picture.src = src;
        sheet.append(picture);
        return picture.decode();
      });
      await Promise.all(loaded);
    },
    [addresses, cell, inARow] as const,
  );
  const seen = await page.screenshot({ animations: 'disabled' });
  await page.evaluate(() => {
    document.getElementById('sheet')?.remove();
  });
  return pixelsOfPng(seen);
}

function cellOf(index: number): Area {
  const [left, top] = [(index % inARow) * cell, Math.floor(index / inARow) * cell];
  return { left, top, right: left + cell, bottom: top + cell };
}

/** An area in fractions of another, to whole eighths: edges of a coded or scaled picture are soft. */
function within(area: Area | null, whole: Area): Record<string, number> | null {
  if (area === null) return null;
  const [width, height] = [whole.right - whole.left, whole.bottom - whole.top];
  const eighth = (part: number): number => Math.round(part * 8) / 8;
  return {
    x: eighth((area.left - whole.left) / width),
    y: eighth((area.top - whole.top) / height),
    width: eighth((area.right - area.left) / width),
    height: eighth((area.bottom - area.top) / height),
  };
}

const all = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const inEighths = (orientation: number) => {
  const { x, y, width, height } = markWhenUpright(orientation);
  const eighth = (part: number): number => Math.round(part * 8) / 8;
  return { x: eighth(x), y: eighth(y), width: eighth(width), height: eighth(height) };
};

/** Every format that can say how it lies, in every way it can say it. */
const formats: Readonly<Record<string, (orientation: number) => Buffer>> = {
  'short.jpg': (orientation) => jpegOf({ orientation }),
  'long.jpg': (orientation) => jpegOf({ orientation, type: 4 }),
  'byte.jpg': (orientation) => jpegOf({ orientation, type: 1 }),
  'twice.jpg': (orientation) => jpegOf({ orientation }, { orientation: 9 - orientation }),
  'before.png': (orientation) => pngOf({ orientation }),
  'behind.png': (orientation) => pngOf({ orientation, type: 4 }, 'behind'),
  'any.webp': (orientation) => webpOf({ orientation }),
  'any.tif': (orientation) => tiffOf([{ orientation, type: 4 }]),
  'any.avif': avifOf,
};

test('a picture of any format lies the same way on the screen, in the list, in print, under its boxes and in the redacted copy', async () => {
  const files = Object.entries(formats).flatMap(([name, make]) =>
    all.map((orientation) => ({ name: `${orientation} ${name}`, orientation, bytes: make(orientation) })),
  );
  const { page } = running;
  const items = await take(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
  const sizes = files.map(({ orientation }) =>
    orientation >= 5 ? { width: stored.height, height: stored.width } : stored,
  );
  expect(items.map(({ width, height }) => ({ width, height }))).toEqual(
    sizes.map(({ width, height }) => ({ width, height })),
  );

  const expected = Object.fromEntries(files.map(({ name, orientation }) => [name, inEighths(orientation)]));
  const wholeAt = (index: number): Area => {
    const { left, top } = cellOf(index);
    const { width = 0, height = 0 } = sizes[index] ?? {};
    return { left, top, right: left + width, bottom: top + height };
  };
  const found = (seen: Pixels) =>
    Object.fromEntries(
      files.map(({ name }, index) => {
        // It is as large as the upright picture, and nothing of it lies outside.
        expect(areaOf(seen, isPicture, cellOf(index))).toEqual(wholeAt(index));
        return [name, within(areaOf(seen, isRed, cellOf(index)), wholeAt(index))];
      }),
    );
  const address = (kind: string, more = '') => items.map(({ id }) => `evidence://media/${kind}/${id}${more}`);
  expect(found(await lookAt(page, address('thumb')))).toEqual(expected);
  expect(found(await lookAt(page, address('preview')))).toEqual(expected);
  expect(found(await lookAt(page, address('page', '/1')))).toEqual(expected);

  const bundle = await makeBundle(page, items);
  const printed = Object.fromEntries(
    files.map(({ name }, index) => [name, markOnPage(bundle.path, bundle.first + index)]),
  );
  expect(printed).toEqual(expected);

  // A box over what is red on the screen leaves nothing of it.
  const copies = await redactAll(
    page,
    items.map(({ id }, index) => ({
      itemId: id,
      page: 1,
      ...markWhenUpright(files[index]?.orientation ?? 1),
    })),
  );
  const seen = await lookAt(
    page,
    copies.map((id) => `evidence://media/redacted/${id}/1`),
  );
  const black = ([r, g, b]: readonly [number, number, number]): boolean => r + g + b < 60;
  for (const [index, { name, orientation }] of files.entries()) {
    expect(areaOf(seen, isRed, cellOf(index)), name).toBeNull();
    expect(within(areaOf(seen, black, cellOf(index)), wholeAt(index)), name).toEqual(inEighths(orientation));
  }
  const covered = await makeBundle(page, items);
  for (const [index, { name }] of files.entries()) {
    expect(markOnPage(covered.path, covered.first + index), name).toBeNull();
  }
  expect(running.complaints).toEqual([]);
});

/** Builds and saves a bundle of these items; where it is, and the page of the first of them. */
async function makeBundle(page: Page, items: readonly EvidenceItem[]) {
  const path = join(folder, `bundle-${String((bundles += 1))}.pdf`);
  const ids = items.map(({ id }) => id);
  const built = await buildBundle(page, caseId, ids);
  await saveBundle(running, built.id, path);
  expect(built.plan.leftOut).toEqual([]);
  return { path, first: built.plan.rows.find(({ itemId }) => itemId === ids[0])?.firstPage ?? 0 };
}

/** Where the mark is in the picture of a page, read by poppler. */
function markOnPage(path: string, number: number): Record<string, number> | null {
  const ppm = execFileSync('pdftoppm', ['-f', String(number), '-l', String(number), '-r', '144', path], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const pixels = pixelsOfPpm(ppm);
  // Below the two lines of the caption and above the plate.
  const picture = areaOf(pixels, isPicture, { left: 0, top: 53, right: pixels.width, bottom: 1637 });
  if (picture === null) throw new Error(`no picture on page ${number}`);
  return within(areaOf(pixels, isRed, picture), picture);
}

/** Makes a redacted copy of each with one box; the ids of the copies. */
async function redactAll(
  page: Page,
  boxes: readonly (Place & { readonly itemId: string })[],
): Promise<readonly string[]> {
  const made: string[] = [];
  for (const { itemId, ...place } of boxes) made.push(await makeRedaction(page, itemId, place));
  return made;
}

test('all pages of a TIFF are shown, covered and printed, each as it lies, and previews in it are none', async () => {
  const { page } = running;
  const pages = [{ orientation: 1 }, { orientation: 6 }, { orientation: 3 }];
  const small = { orientation: 1, subfile: 1 };
  const [scan, plain] = await take({
    // Its chain comes back to its beginning: every page counts once.
    'scan.tif': tiffOf([...pages.slice(0, 1), small, ...pages.slice(1)], 'first'),
    'plain.tif': tiffOf([{ orientation: 1 }, small]),
  });
  if (scan === undefined || plain === undefined) throw new Error('nothing went in');
  expect([scan.pages, plain.pages]).toEqual([3, null]);

  const marks = (seen: Pixels) =>
    pages.map(({ orientation }, index) => {
      const { left, top } = cellOf(index);
      const [right, bottom] =
        orientation >= 5
          ? [left + stored.height, top + stored.width]
          : [left + stored.width, top + stored.height];
      const whole = { left, top, right, bottom };
      expect(areaOf(seen, isPicture, cellOf(index))).toEqual(whole);
      return within(areaOf(seen, isRed, cellOf(index)), whole);
    });
  const expected = pages.map(({ orientation }) => inEighths(orientation));
  const shown = await lookAt(
    page,
    pages.map((_, index) => `evidence://media/page/${scan.id}/${index + 1}`),
  );
  expect(marks(shown)).toEqual(expected);

  const bundle = await makeBundle(page, [scan]);
  expect(pages.map((_, index) => markOnPage(bundle.path, bundle.first + index))).toEqual(expected);
  for (const number of [1, 2, 3]) {
    const at = String(bundle.first + number - 1);
    expect(tool('pdftotext', '-f', at, '-l', at, bundle.path, '-')).toContain(`page ${number} of 3`);
  }

  const [copy = ''] = await redactAll(page, [{ itemId: scan.id, page: 2, ...markWhenUpright(6) }]);
  const covered = await page.evaluate(async (itemId) => {
    const list = await window.holdfast.redaction.list({ itemId });
    return list.ok ? list.value[0] : undefined;
  }, scan.id);
  expect(covered).toMatchObject({ id: copy, mime: 'application/pdf' });
  expect(covered?.made.pages).toHaveLength(3);
  const printed = await makeBundle(page, [scan]);
  expect(pages.map((_, index) => markOnPage(printed.path, printed.first + index))).toEqual([
    expected[0],
    null,
    expected[2],
  ]);

  await page.getByRole('button', { name: 'Caseload' }).first().click();
  await page.getByRole('row').first().click();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /Evidence/ })
    .click();
  await page.getByRole('grid', { name: 'Exhibits' }).getByRole('row').filter({ hasText: '3 pages' }).click();
  await page.getByRole('button', { name: 'Show this picture' }).click();
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page.getByRole('img', { name: /page 2 of 3/ })).toBeVisible();
  await expectAccessible(page);
});

test('of a file of several pictures it is said, on the screen and on paper, that the first is shown', async () => {
  const { page } = running;
  const items = await take(
    Object.fromEntries(Object.entries(moving).map(([kind, bytes]) => [`moving.${kind}`, bytes])),
  );
  expect(items.map(({ fileName, pictures }) => [fileName, pictures])).toEqual(
    Object.keys(moving).map((kind) => [`moving.${kind}`, 3]),
  );
  const bundle = await makeBundle(page, items);
  for (const index of items.keys()) {
    const at = String(bundle.first + index);
    expect(tool('pdftotext', '-f', at, '-l', at, bundle.path, '-')).toContain('first of 3 pictures');
    expect(markOnPage(bundle.path, bundle.first + index)).toEqual(inEighths(1));
  }
  const index = tool('pdftotext', '-layout', '-f', '2', '-l', '2', bundle.path, '-');
  expect(index.match(/first of 3 pictures/gu)).toHaveLength(items.length);

  await page.getByRole('button', { name: 'Caseload' }).first().click();
  await page.getByRole('row').first().click();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /Evidence/ })
    .click();
  const list = page.getByRole('grid', { name: 'Exhibits' });
  await expect(list.getByText('first of 3 pictures')).toHaveCount(items.length);
  await list.getByRole('row').first().click();
  await expect(page.getByText('This file holds 3 pictures.').first()).toBeVisible();
  await expectAccessible(page);
});

test('words are found where they are seen, whichever way the picture is stored', async () => {
  const { page } = running;
  const items = await take(
    Object.fromEntries(all.map((orientation) => [`${orientation}.png`, pngOfWord(orientation)])),
  );
  for (const [index, item] of items.entries()) {
    const read = await page.evaluate(
      (id) =>
        new Promise<{ text: string; x: number; y: number; w: number; h: number }[]>((resolve, reject) => {
          const look = async (): Promise<void> => {
            const answer = await window.holdfast.text.item({ id, from: 1 });
            if (!answer.ok) {
              reject(new Error(answer.error.code));
              return;
            }
            const [first] = answer.value.pages;
            if (first === undefined) return;
            off();
            resolve([...first.words]);
          };
          const off = window.holdfast.events.on((event) => {
            if (event.type === 'changed') void look();
          });
          void look();
        }),
      item.id,
    );
    const found = read.find(({ text }) => word.reads.test(text));
    expect(found, `stored ${all[index] ?? 0}: ${read.map(({ text }) => text).join(' ')}`).toBeDefined();
    const near = word.point * 2;
    expect(Math.abs((found?.x ?? 0) - word.left)).toBeLessThan(near);
    expect(Math.abs((found?.y ?? 0) - word.top)).toBeLessThan(near);
    expect(Math.abs((found?.h ?? 0) - 7 * word.point)).toBeLessThan(near);
  }
});

test('a scan packed as faxes are shows all of its pages', async () => {
  const name = 'tiff-3-pages-g4.tif';
  const [scan] = await take({ [name]: readFileSync(join(root, 'test', 'fixtures', 'pictures', name)) });
  expect(scan?.pages).toBe(3);
  const bundle = await makeBundle(running.page, scan === undefined ? [] : [scan]);
  const seen = [0, 1, 2].map((index) => {
    const at = String(bundle.first + index);
    const ppm = execFileSync('pdftoppm', ['-f', at, '-l', at, '-r', '40', bundle.path]);
    // Captions differ by a number alone; what is drawn below them differs by more.
    return ppm.subarray(ppm.length / 3).toString('base64');
  });
  expect(new Set(seen).size).toBe(3);
});
