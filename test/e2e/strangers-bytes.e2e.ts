import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { heic, tiff } from '../electron/services/evidence/files';
import { smallMp4 } from '../helpers/small-media';
import { chooseToOpen } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { makeCase, takeIn } from './helpers/import';
import { pngOf } from './helpers/png';
import { startOnNewVault } from './helpers/vault';

/** No more than this may the page grow by, in kilobytes, whatever it is given to show. */
const mostGrowth = 100 * 1024;

let folder: string;
let running: RunningApp;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-strangers-'));
  running = await startOnNewVault(join(folder, 'vault'));
});
test.afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

/** White, one bit per pixel: some kilobytes on disk, many hundred megabytes once decoded. */
const white = (width: number, height: number): Buffer =>
  deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))), { level: 9 });

/** A PDF of one page with one picture of so many pixels. */
function pdfOfPicture(side: number): Buffer {
  const data = deflateSync(Buffer.alloc(side * Math.ceil(side / 8), 0x55));
  const content = 'q 500 0 0 500 40 200 cm /P Do Q';
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  const put = (text: string, stream?: Buffer): void => {
    places.push(Buffer.concat(parts).length);
    const body = stream === undefined ? [] : [Buffer.from('\nstream\n'), stream, Buffer.from('\nendstream')];
    parts.push(Buffer.from(`${places.length} 0 obj\n${text}`), ...body, Buffer.from('\nendobj\n'));
  };
  put('<< /Type /Catalog /Pages 2 0 R >>');
  put('<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  put(
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>',
  );
  put(`<< /Length ${content.length} >>`, Buffer.from(content));
  put(
    `<< /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 1 ` +
      `/Filter /FlateDecode /Length ${data.length} >>`,
    data,
  );
  const start = Buffer.concat(parts).length;
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 6\n0000000000 65535 f \n${rows}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

/** A film whose table of samples says that it is two thousand million bytes long. */
function brokenFilm(): Buffer {
  const film = Buffer.from(smallMp4);
  film.writeUInt32BE(0x7fff_ffff, film.indexOf('stbl') - 4);
  return film;
}

const files: Readonly<Record<string, Buffer>> = {
  // Looked at first, by its date: what the page needs to show anything at all is not counted.
  'Screenshot_20250101-120000.png': pngOf(1080, 2340, white(1080, 2340)),
  'wall.png': pngOf(20_000, 20_000, white(20_000, 20_000)),
  // Just within what is decoded at all.
  'large.png': pngOf(9_900, 9_900, white(9_900, 9_900)),
  'large.pdf': pdfOfPicture(10_000),
  'bomb.tif': tiff({
    ifd0: [
      [0x0100, 60_000],
      [0x0101, 60_000],
    ],
  }),
  'bomb.heic': heic(tiff({}), { width: 60_000, height: 60_000 }),
  'broken.mp4': brokenFilm(),
};

/** Notes every process that ends by itself from here on, and looks at the page's memory ten times a second. */
async function watch(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    const ended: string[] = [];
    const seen = { most: 0, ended };
    Reflect.set(globalThis, 'seen', seen);
    electron.on('render-process-gone', (_event, _contents, { reason }) => ended.push(`window ${reason}`));
    electron.on('child-process-gone', (_event, { type, reason }) => ended.push(`${type} ${reason}`));
    const [window] = BrowserWindow.getAllWindows().filter((each) => each.isVisible());
    const timer = setInterval(() => {
      if (window === undefined || window.isDestroyed()) {
        clearInterval(timer);
        return;
      }
      const pid = window.webContents.getOSProcessId();
      const found = electron.getAppMetrics().find((each) => each.pid === pid);
      seen.most = Math.max(seen.most, found?.memory.workingSetSize ?? 0);
    }, 100);
  });
}
const seen = (app: ElectronApplication) =>
  app.evaluate(() => Reflect.get(globalThis, 'seen') as { most: number; ended: string[] });

/** Opens the first exhibit, or the one after the last, lets it be shown, and waits until it is, or until the page says that it cannot be. */
async function lookAt(page: Page, reference: string): Promise<string> {
  const next = page.getByRole('button', { name: 'Next exhibit' });
  if (await next.isVisible()) await next.click();
  else {
    await page.getByRole('navigation').getByRole('button', { name: 'Evidence' }).click();
    await page
      .getByRole('row', { name: new RegExp(reference) })
      .first()
      .dblclick();
  }
  await page.getByRole('heading', { name: new RegExp(`^${reference}\\b`), level: 1 }).waitFor();
  const veil = page.getByRole('button', { name: /^Show this/ });
  if (await veil.isVisible()) await veil.click();
  const standing = () =>
    page.evaluate(() => {
      const stage = document.querySelector('.stage');
      if (stage === null || stage.querySelector('.none') !== null) return 'not shown';
      if (document.querySelector('iframe') !== null) return 'player';
      const image = document.querySelector<HTMLImageElement>('.stage .turning img:not(.coming):not(.veiled)');
      return image?.complete === true && image.naturalWidth > 480 ? 'picture' : 'waiting';
    });
  await expect.poll(standing, { timeout: 90_000 }).not.toBe('waiting');
  return standing();
}

test('what strangers made to be too large, or broke, neither fills the page’s memory nor ends a process', async () => {
  test.setTimeout(300_000);
  const { app, page } = running;
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const caseId = await makeCase(page);
  await chooseToOpen(
    app,
    Object.keys(files).map((name) => join(folder, name)),
  );
  await page.getByRole('row', { name: 'K-1' }).click();
  await watch(app);
  await expect.poll(async () => (await seen(app)).most).toBeGreaterThan(0);
  const { items, job } = await takeIn(page, caseId);
  expect(job.counts).toMatchObject({ failed: 0 });
  expect(items).toHaveLength(Object.keys(files).length);
  await page.evaluate(() => window.holdfast.text.pause({}));
  const [ordinary, ...others] = items;
  expect(ordinary?.fileName).toBe('Screenshot_20250101-120000.png');
  expect(await lookAt(page, ordinary?.exhibitRef ?? '')).toBe('picture');
  const before = (await seen(app)).most;
  const shown: Record<string, string> = {};
  for (const { fileName, exhibitRef } of others) shown[fileName] = await lookAt(page, exhibitRef);
  expect(shown).toMatchObject({
    'wall.png': 'not shown',
    'large.png': 'picture',
    'large.pdf': 'picture',
    'bomb.tif': 'not shown',
    'bomb.heic': 'not shown',
  });
  const { most, ended } = await seen(app);
  expect(ended).toEqual([]);
  expect(most - before).toBeLessThan(mostGrowth);
  console.log(
    `The page grew by ${Math.round((most - before) / 1024)} MB, from ${Math.round(before / 1024)} MB.`,
  );
});

test('files that the page says were dropped are taken in only once main has asked', async () => {
  const { app, page } = running;
  writeFileSync(join(folder, 'note.txt'), 'He waited outside the school again.\n');
  const answer = (response: number) =>
    app.evaluate(({ dialog }, given) => {
      dialog.showMessageBox = (...asked: unknown[]) => {
        Reflect.set(globalThis, 'asked', asked.at(-1));
        return Promise.resolve({ response: given, checkboxChecked: false });
      };
    }, response);
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'dropped';
    document.body.append(input);
  });
  await page.locator('#dropped').setInputFiles(join(folder, 'note.txt'));
  const drop = () =>
    page.evaluate(async () => {
      const cases = await window.holdfast.cases.list({});
      const file = document.querySelector<HTMLInputElement>('#dropped')?.files?.[0];
      const id = cases.ok ? (cases.value[0]?.id ?? '') : '';
      const taken = file === undefined ? null : await window.holdfast.drops.importFiles(id, [file]);
      return taken?.ok === true ? (taken.value?.kind ?? 'nothing') : 'refused';
    });
  await answer(1);
  expect(await drop()).toBe('nothing');
  const asked = await app.evaluate(() => Reflect.get(globalThis, 'asked') as { detail: string });
  expect(asked.detail).toBe(join(folder, 'note.txt'));
  await answer(0);
  expect(await drop()).toBe('import');
});
