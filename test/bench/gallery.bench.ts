import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { caseHandlers } from '../../electron/services/cases/handlers';
import { newFact } from '../../shared/domain/facts/new-fact';
import { storeItem } from '../../electron/services/evidence/store-item';
import { createVault } from '../../electron/vault/open-vault';
import { openDisplay } from '../../scripts/setup/display.mjs';
import { startApp } from '../e2e/helpers/app';
import { newCase } from '../electron/services/evidence/setting';
import { pngChunk } from '../helpers/png-chunk';
import { testDeps, testPassphrase } from '../helpers/test-vault';
import { inTurns, timed } from './rounds';
import type { Benchmark } from './run';
import { needTools } from './tools';

const count = 5000;

/** A grey picture with lines, another one for each seed. */
function picture(seed: number, width: number, height: number): Buffer {
  const rows = Buffer.alloc((width + 1) * height, 230);
  for (let y = 0; y < height; y += 1) {
    rows[y * (width + 1)] = 0;
    if ((y * 7 + seed) % 23 > 9) continue;
    const from = y * (width + 1) + 1 + ((y * 31 + seed * 13) % 40);
    rows.fill(40 + (seed % 60), from, from + ((y * 17 + seed * 29) % (width - 60)));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows, { level: 1 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A vault with one case of so many screenshots, as an import leaves them. */
async function fill(folder: string): Promise<void> {
  const { context, close } = await createVault(
    { folder, passphrase: testPassphrase, name: 'Bench', officeName: 'Bench' },
    testDeps(),
  );
  try {
    const { id: caseId } = await caseHandlers(context)['cases.create'](newCase);
    for (let index = 0; index < count; index += 1) {
      const day = new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString().slice(0, 19);
      const name = `Screenshot_${day.replace(/\D/gu, '').slice(0, 8)}-${day.replace(/\D/gu, '').slice(8)}.png`;
      const original = await context.files.write([picture(index, 108, 234)]);
      const thumb = await context.files.write([picture(index, 222, 480)]);
      const [date = '', time = ''] = day.split('T');
      const fact = newFact({
        field: 'captured',
        source: 'file-name',
        code: 'file-name',
        raw: name,
        value: date,
        time,
      });
      context.act({ action: 'evidence.import', subject: null }, () =>
        storeItem(context, caseId, {
          name,
          file: original,
          identity: { kind: 'image', mime: 'image/png' },
          facts: [fact],
          orientation: 1,
          width: 108,
          height: 234,
          pages: null,
          pageSizes: null,
          pictures: null,
          tone: '#e6e6e6',
          thumb: { file: thumb, mime: 'image/png', width: 222, height: 480 },
          rendition: null,
          copyWanted: false,
          previewReason: null,
        }),
      );
    }
  } finally {
    close();
  }
}

/** Milliseconds from opening the room of the evidence to the first thumbnail that is drawn. */
function timeToFirst(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const button = [...document.querySelectorAll('nav button')].find((each) =>
      each.textContent.startsWith('Evidence'),
    );
    if (!(button instanceof HTMLElement)) throw new Error('no way to the evidence');
    const start = performance.now();
    button.click();
    for (;;) {
      const image = document.querySelector('[role=row] img');
      if (image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0) break;
      await new Promise(requestAnimationFrame);
    }
    return performance.now() - start;
  });
}

/** How long somebody waits for the first thumbnail of a very large case. */
export const galleryBench: Benchmark = async ({ folder, rounds, say }) => {
  needTools([['convert', 'imagemagick']]);
  say(`Filling a case with ${count} screenshots.`);
  const vault = join(folder, 'vault');
  await fill(vault);
  const plain = join(folder, 'plain');
  mkdirSync(plain);
  const first = join(plain, 'a-first.png');
  writeFileSync(first, picture(1, 1080, 2340));
  for (let index = 1; index < count; index += 1) linkSync(first, join(plain, `b-${index}.png`));

  const display = await openDisplay();
  const before = { ...process.env };
  Object.assign(process.env, display.env);
  const { page, close } = await startApp(vault);
  try {
    await page.getByLabel('Passphrase').fill(testPassphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Caseload' }).waitFor();
    await page.getByRole('row').first().press('Enter');
    await page.getByRole('heading', { name: 'Latest entries' }).waitFor();
    say('Opening it, and listing a plain folder of as many files.');
    const times = await inTurns(
      rounds,
      async () => {
        const time = await timeToFirst(page);
        await page.getByRole('navigation').getByRole('button', { name: 'Overview' }).click();
        await page.getByRole('heading', { name: 'Latest entries' }).waitFor();
        return time;
      },
      () =>
        timed(() => {
          execFileSync('ls', ['-l', plain], { stdio: 'ignore' });
          execFileSync('/usr/bin/convert', ['-thumbnail', '480x480', first, join(folder, 'thumb.jpg')]);
        }),
    );
    return [
      {
        name: 'first thumbnail',
        unit: 'ms',
        ours: times.ours,
        theirs: { tool: 'ls -l, then ImageMagick for one picture', values: times.theirs },
        compared:
          `A case of ${count} screenshots. Ours: from pressing “Evidence” in the open case to the first thumbnail on the screen, read from ` +
          'its sealed file. Theirs: the least any file manager does with a folder of as many: list it, and make the first thumbnail.',
      },
    ];
  } finally {
    await close();
    process.env = before;
    display.stop();
  }
};
