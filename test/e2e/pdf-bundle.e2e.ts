import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Bundle } from '../../shared/models/bundle';
import type { EvidenceItem } from '../../shared/models/evidence';
import { chooseToOpen } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { buildBundle, pagesOf, saveBundle } from './helpers/bundle';
import { makeCase, takeIn } from './helpers/import';
import { tool } from './helpers/pdf';
import { makeRedaction } from './helpers/redaction';
import { lookApart } from './helpers/same-look';
import { root } from './helpers/runtime';
import { startOnNewVault } from './helpers/vault';

const fixtures = join(root, 'test', 'fixtures', 'pdf');
/** What must not be found anywhere in a bundle, in whatever is unpacked of it. */
const planted = [
  'REFUGE LANE',
  'HIDDEN LAYER',
  'evil',
  'app.alert',
  'JavaScript',
  'EmbeddedFile',
  'Exif\0\0',
  'GPSLatitude',
  'cmd.exe',
  '/AcroForm',
  '/OCProperties',
];

/** Which poppler draws otherwise on purpose, or cannot draw: not a PDF; boxes that lie outside each other; a page that is damaged. */
const named = new Set(['not']);

let folder = '';
let running: RunningApp;
let path = '';
let bundle: Bundle;
let items: readonly EvidenceItem[] = [];

// One bundle of all of them, as a case may have them: what one does must not be seen on another.
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-pdf-'));
  const broken = join(folder, 'not-a-pdf-at-all.pdf');
  writeFileSync(broken, `%PDF-1.7\n${'nothing of this can be read\n'.repeat(40)}`);
  running = await startOnNewVault(join(folder, 'vault'));
  const caseId = await makeCase(running.page);
  const names = readdirSync(fixtures).filter((name) => name.endsWith('.pdf'));
  await chooseToOpen(running.app, [...names.map((name) => join(fixtures, name)), broken]);
  ({ items } = await takeIn(running.page, caseId));
  expect(items).toHaveLength(names.length + 1);
  bundle = await buildBundle(
    running.page,
    caseId,
    items.map(({ id }) => id),
  );
  path = join(folder, 'bundle.pdf');
  await saveBundle(running, bundle.id, path);
});
test.afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

function itemOf(start: string): EvidenceItem {
  const found = items.find(({ fileName }) => fileName.startsWith(start));
  if (found === undefined) throw new Error(`no item ${start}`);
  return found;
}

function pages(start: string): readonly number[] {
  return pagesOf(bundle, itemOf(start).id);
}

/** The words of the pages of an exhibit, as poppler reads them. */
function words(start: string): string {
  const [first = 0] = pages(start);
  const last = pages(start).at(-1) ?? 0;
  return tool('pdftotext', '-layout', '-f', String(first), '-l', String(last), path, '-');
}

/** A part of a page as poppler draws it, in points from the upper left corner: how many of its pixels are dark. */
function darkIn(page: number, [x, y, w, h]: readonly [number, number, number, number]): number {
  const scale = 100 / 72;
  const place = [x, y, w, h].map((value) => String(Math.round(value * scale))) as [
    string,
    string,
    string,
    string,
  ];
  const ppm = execFileSync(
    'pdftoppm',
    [
      '-r',
      '100',
      '-f',
      String(page),
      '-l',
      String(page),
      '-x',
      place[0],
      '-y',
      place[1],
      '-W',
      place[2],
      '-H',
      place[3],
      path,
    ],
    { maxBuffer: 1e8 },
  );
  const pixels = Number(place[2]) * Number(place[3]);
  const data = ppm.subarray(ppm.length - pixels * 3);
  let dark = 0;
  for (let at = 0; at < data.length; at += 3) if ((data[at] ?? 255) < 128) dark += 1;
  return dark;
}

/** A page of a phone, some fifteen times as high as a sheet, is cut over several. */
function sheetsOf({ fileName, pages: own }: EvidenceItem): number | null {
  return fileName.startsWith('k04') ? 11 : own;
}

test('every exhibit that anything can draw is in the bundle, and the one that nothing can is named in it with its reason', () => {
  expect(tool('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
  const lost = itemOf('not-a-pdf');
  expect(bundle.plan.leftOut).toEqual([
    { itemId: lost.id, exhibitRef: lost.exhibitRef, reason: 'unreadable-pdf' },
  ]);
  for (const item of items.filter(({ id }) => id !== lost.id))
    expect([item.fileName, pagesOf(bundle, item.id).length]).toEqual([item.fileName, sheetsOf(item)]);
  const text = tool('pdftotext', '-layout', path, '-');
  expect(text).toContain('Not in this bundle:');
  expect(text).toContain('the PDF cannot be read');
  expect(text).toContain('Not shown: the PDF cannot be read.');
});

test('every page that could be drawn looks in the bundle as poppler draws it, placed back to its size', () => {
  const found: string[] = [];
  for (const item of items) {
    if (named.has(item.fileName.slice(0, 3))) continue;
    for (const [index, sheet] of pages(item.fileName).entries()) {
      if (sheetsOf(item) !== item.pages) continue;
      const apart = lookApart(join(fixtures, item.fileName), index + 1, path, sheet) ?? 0;
      if (apart > 0.02) found.push(`${item.fileName} page ${index + 1}: ${(apart * 100).toFixed(1)} %`);
    }
  }
  expect(found).toEqual([]);
});

test('what stands in forms, ticks, signatures and remarks is seen in the bundle and can be read', () => {
  for (const form of ['g01', 'g02', 'g28']) {
    expect(words(form)).toContain('ALICE EXAMPLE');
    expect(words(form)).toContain('HE WAITED OUTSIDE MY HOUSE ON 3 MARCH');
  }
  expect(words('g03')).toContain('RECEIVED 3 MAR');
  expect(words('g03')).toContain('FREETEXT: police ref 42/1234');
  expect(words('g04')).toContain('Signed: District Judge Example');
});

test('a tick is drawn in the bundle where it is drawn in the form', () => {
  for (const form of ['g01', 'g02', 'g28']) {
    const [page = 0] = pages(form);
    // The whole page of the form lies under two lines of caption, at 94 % of its size.
    const withTick = darkIn(page, [250, 144, 60, 50]);
    expect(withTick).toBeGreaterThan(20);
  }
});

test('nothing that is not seen can be taken out of the bundle, by whichever reader', () => {
  const text = tool('pdftotext', path, '-');
  expect(text).not.toContain('REFUGE');
  const plain = join(folder, 'plain.pdf');
  tool('qpdf', '--qdf', '--object-streams=disable', path, plain);
  const bytes = readFileSync(plain);
  const unpacked = bytes.toString('latin1');
  for (const word of planted) {
    expect([word, bytes.includes(word)]).toEqual([word, false]);
    const utf16 = Buffer.from(word, 'utf16le').swap16();
    expect([word, bytes.includes(utf16)]).toEqual([word, false]);
    expect([word, unpacked.includes(Buffer.from(word).toString('hex'))]).toEqual([word, false]);
  }
  // Every picture, as it lies in the file: none may say where or with what it was taken.
  const pictures = mkdtempSync(join(folder, 'pictures-'));
  tool('pdfimages', '-all', path, join(pictures, 'p'));
  const found = readdirSync(pictures);
  expect(found.length).toBeGreaterThan(5);
  for (const name of found) {
    const picture = readFileSync(join(pictures, name));
    for (const trace of ['Exif\0\0', 'http://ns.adobe.com/xap', 'GPS', 'Photoshop 3.0'])
      expect([name, trace, picture.includes(trace)]).toEqual([name, trace, false]);
  }
  expect(tool('pdfdetach', '-list', path)).toContain('0 embedded files');
});

test('pages on which something is hidden are pictures, with the text that is seen', () => {
  for (const letter of ['g05', 'g06']) {
    expect(words(letter)).toContain('Client address:');
    expect(words(letter)).toContain('Rest of the letter.');
  }
  expect(words('g07')).toContain('SHOWN LAYER');
  const said = bundle.checks.map(({ text }) => text).join('\n');
  for (const letter of ['g05', 'g06', 'g07', 'k03'])
    expect(said).toContain(`${itemOf(letter).exhibitRef}, page 1: `);
  for (const plain of ['g01', 'g04', 'g09', 'g15', 'k01', 'k04', 'k05'])
    expect(said).not.toContain(`${itemOf(plain).exhibitRef}, page`);
});

test('a damaged page is named on a slip in its place, and the others of its file are there', () => {
  const text = words('g13');
  expect(text).toContain('Page 3 of 5 of this file could not be read.');
  for (const page of [1, 2, 4, 5]) expect(text).toContain(`PAGE ${page} OF STATEMENT`);
  expect(bundle.checks.map(({ text: each }) => each)).toContain(
    `${itemOf('g13').exhibitRef}, page 3: it is damaged and could not be read; a slip says so in its place.`,
  );
});

test('boxes, turns, units and long pages come out as they are looked at', () => {
  const boxes = words('g08');
  for (const each of [
    'CROP ORIGIN',
    'NEGATIVE ORIGIN',
    'REVERSED BOX',
    'CROP BIGGER',
    'CROP OUTSIDE',
    'EMPTY CROP',
  ])
    expect(boxes).toContain(each);
  expect(words('g10')).toContain('USERUNIT 10');
  expect(words('g15')).toContain('TRUE CONTENT AS VIEWERS SHOW IT');
  expect(pages('k05')).toHaveLength(3);
});

/** The picture of a page as the screen gets it: how many dark pixels it has in a part of it (in fractions). */
async function darkOnScreen(
  page: Page,
  address: string,
  [x, y, w, h]: readonly [number, number, number, number],
): Promise<number> {
  return page.evaluate(
    async ({ url, part }) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      // The page's own pictures may not be read back; what is drawn of them can be seen in a screenshot instead.
      context.drawImage(image, 0, 0);
      const [px = 0, py = 0, pw = 0, ph = 0] = part;
      const { data } = context.getImageData(
        Math.round(px * canvas.width),
        Math.round(py * canvas.height),
        Math.max(1, Math.round(pw * canvas.width)),
        Math.max(1, Math.round(ph * canvas.height)),
      );
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
      return dark;
    },
    { url: address, part: [x, y, w, h] },
  );
}

test('the preview shows what the bundle shows: the tick, the value, the signature, the black box', async () => {
  const { page } = running;
  const url = (start: string): string => `evidence://media/page/${itemOf(start).id}/1`;
  for (const form of ['g01', 'g02', 'g28']) {
    expect(await darkOnScreen(page, url(form), [0.42, 0.15, 0.1, 0.06])).toBeGreaterThan(20);
    expect(await darkOnScreen(page, url(form), [0.22, 0.12, 0.3, 0.03])).toBeGreaterThan(60);
  }
  expect(await darkOnScreen(page, url('g04'), [0.05, 0.25, 0.6, 0.1])).toBeGreaterThan(60);
  expect(await darkOnScreen(page, url('g05'), [0.2, 0.03, 0.6, 0.06])).toBeGreaterThan(3000);
});

test('a redacted copy of a form shows what the form shows, but for what is covered', async () => {
  const { page } = running;
  for (const form of ['g01', 'g02']) {
    const place = { page: 1, x: 0.1, y: 0.02, width: 0.6, height: 0.05 };
    const copy = await makeRedaction(page, itemOf(form).id, place);
    const url = `evidence://media/redacted/${copy}/1`;
    expect(await darkOnScreen(page, url, [0.42, 0.15, 0.1, 0.06])).toBeGreaterThan(20);
    expect(await darkOnScreen(page, url, [0.22, 0.12, 0.3, 0.03])).toBeGreaterThan(60);
    expect(await darkOnScreen(page, url, [0.12, 0.03, 0.5, 0.03])).toBeGreaterThan(5000);
  }
});
