import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
// Says what `window.holdfast` is.
import type {} from '../../renderer/kit/bridge';
import { sizeStraight } from '../../shared/domain/pictures/straight';
import { crookedLetter, crookedPdf, pngOfPixels } from '../helpers/crooked-pages';
import { useDecoderOfPackage } from '../helpers/pdfium';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { look } from './helpers/look';
import { openFirstOf } from './helpers/rooms';
import { startOnNewVault } from './helpers/vault';

let folder = '';
let running: RunningApp | null = null;
test.beforeAll(useDecoderOfPackage);
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-crooked-'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

/** A case with this file, which is open; the case's id. */
async function openOnly(name: string, bytes: Buffer): Promise<{ page: Page; caseId: string }> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  running = await startOnNewVault(join(folder, 'vault'));
  return { page: running.page, caseId: await openFirstOf(running, 'HF-0913', [path]) };
}

async function sizeOf(page: Page, caseId: string) {
  return page.evaluate(async (id) => {
    const items = await window.holdfast.evidence.list({ caseId: id });
    const [first] = items.ok ? items.value : [];
    return { width: first?.width ?? 0, height: first?.height ?? 0 };
  }, caseId);
}

async function readsStraight(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Text' }).click();
  await expect(page.getByText(/followed me to the station and sat down behind me/u).first()).toBeVisible({
    timeout: 120_000,
  });
}

test('a scan that lies crooked is seen before and after, straightened, and taken back', async () => {
  const { page } = await openOnly('scan.pdf', await crookedPdf(30));
  const asks = page.getByText('It seems to lie crooked, by 3 degrees', { exact: true });
  await expect(asks).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText('Straightened, by 3 degrees', { exact: true })).toBeVisible();
  await expectAccessible(page);
  if (running !== null) await look(running, 'scan-crooked');
  await page.getByRole('button', { name: 'Straighten it' }).click();
  await expect(page.getByText('It is shown straightened by 3 degrees.').first()).toBeVisible();
  await expect(asks).toBeHidden();
  await readsStraight(page);
  if (running !== null) await look(running, 'scan-straightened');
  await page.getByRole('button', { name: /^Take back/u }).click();
  await expect(asks).toBeVisible();
});

test('a picture too crooked to be read is straightened, grows, and is read then', async () => {
  const crooked = await crookedLetter(80);
  const { page, caseId } = await openOnly('photograph.png', pngOfPixels(crooked));
  await expect(page.getByText(/^It seems to lie crooked, by (7\.9|8|8\.1) degrees$/u)).toBeVisible({
    timeout: 120_000,
  });
  const before = await sizeOf(page, caseId);
  expect(before).toEqual({ width: crooked.width, height: crooked.height });
  await page.getByRole('button', { name: 'Straighten it' }).click();
  await expect(page.getByText(/^It is shown straightened by/u).first()).toBeVisible();
  const after = await sizeOf(page, caseId);
  expect(Math.abs(after.width - sizeStraight(before, 80).width)).toBeLessThan(6);
  await readsStraight(page);
  await page.getByRole('button', { name: /^Take back/u }).click();
  await expect(page.getByText(/^It seems to lie crooked/u)).toBeVisible();
  expect(await sizeOf(page, caseId)).toEqual(before);
});
