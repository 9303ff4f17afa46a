import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { fillOffice } from '../helpers/full-office';
import { resize } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessibleInBothColours } from './helpers/axe';
import { look, sidewaysOf } from './helpers/look';
import { goTo } from './helpers/rooms';
import { startOnNewVault } from './helpers/vault';

const ofCase = [
  'People and details',
  'Contacts and tasks',
  'Risk and safety',
  'Orders and bail',
  'Police and court',
  'Court proceedings',
  'Letters and documents',
] as const;
const ofOffice = ['Caseload', 'Calendar', 'Figures', 'Keeping and requests'] as const;

let folder = '';
let running: RunningApp;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-full-'));
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
  running = await startOnNewVault(join(folder, 'vault'), {
    fill: (context) => fillOffice(context, { cases: 500, today }),
  });
});
test.afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A room with what it has read. */
async function enter(page: Page, name: string): Promise<void> {
  await goTo(page, name);
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await expect(page.locator('.skeleton')).toHaveCount(0);
}

/** Every room of the casework, those of the case that is fullest among them. */
async function walk(page: Page, at: (name: string) => Promise<void>): Promise<void> {
  for (const name of ofOffice)
    await test.step(name, async () => {
      await enter(page, name);
      await at(name);
    });
  await enter(page, 'Caseload');
  await page.getByRole('searchbox').fill('HF-0000');
  await page.getByRole('row', { name: /HF-0000/u }).press('Enter');
  await page.getByRole('heading', { name: 'Latest entries' }).waitFor();
  await test.step('Overview', () => at('Overview'));
  await page.getByRole('button', { name: 'All that is missing' }).press('Enter');
  await page.getByRole('heading', { name: 'What is missing', level: 1 }).waitFor();
  await test.step('What is missing', () => at('What is missing'));
  for (const name of ofCase)
    await test.step(name, async () => {
      await enter(page, name);
      await at(name);
    });
}

test('names of 80 characters, right to left or without a space, make no room scroll sideways at 200 %', async () => {
  const { app, page, complaints } = running;
  await resize(app, page, { width: 1280, height: 800, zoom: 2 });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
  await walk(page, async () => {
    expect(await sidewaysOf(page)).toEqual([0, 0]);
  });
  expect(complaints).toEqual([]);
});

test('axe finds nothing in rooms that are full, neither in light nor in dark colours', async () => {
  const { app, page } = running;
  await resize(app, page, { width: 1280, height: 800 });
  await walk(page, async (name) => {
    await expectAccessibleInBothColours(page);
    await look(running, `full-${name}`);
  });
});

test('the caseload is still filtered as it was when it is come back to, until the vault is locked', async () => {
  const { page } = running;
  await enter(page, 'Caseload');
  await page.getByRole('searchbox').fill('HF-0123');
  await enter(page, 'Calendar');
  await enter(page, 'Caseload');
  await expect(page.getByRole('searchbox')).toHaveValue('HF-0123');
  await page.getByRole('button', { name: 'Lock now' }).press('Enter');
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
  await page.getByLabel('Passphrase').fill('seven quiet herons landing');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  await expect(page.getByRole('searchbox')).toHaveValue('');
});
