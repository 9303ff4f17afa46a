import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { makeCase } from './helpers/import';
import { startOnNewVault } from './helpers/vault';

const pictures = process.env.HOLDFAST_PICTURES;
let folder = '';
let running: RunningApp | null = null;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-coverage-'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

test('the coverage counts two occasions of one day and acts marked as other, and says what was not confirmed', async () => {
  running = await startOnNewVault(join(folder, 'vault'));
  const { page } = running;
  const caseId = await makeCase(page, 'HF-0779');
  await page.evaluate(async (id) => {
    for (const [from, title] of [
      ['21:00', 'Let himself in and left flowers'],
      ['21:04', 'Let himself in again'],
    ] as const) {
      const saved = await window.holdfast.chronology.create({
        caseId: id,
        edtf: '2026-03-03',
        time: { from, to: null, precision: 'minute' },
        title,
        description: '',
        quote: '',
        behaviours: ['other'],
        channel: 'property',
        place: '',
        dateSource: 'the client’s account',
        reported: null,
        evidenceIds: [],
      });
      if (!saved.ok) throw new Error(saved.error.code);
    }
  }, caseId);
  await page.getByRole('row').filter({ hasText: 'HF-0779' }).click();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /Chronology/u })
    .click();
  await page.getByRole('radio', { name: 'Coverage' }).click();
  const course = page.getByRole('region', { name: 'Course of conduct' });
  await expect(course).toContainText('2 entries on 1 day');
  await expect(course).not.toContainText('ask for two occasions');
  const stalking = page.getByRole('region', { name: 'Stalking', exact: true });
  await expect(stalking).toContainText('One of these: Acts associated with stalking');
  await expect(stalking.getByRole('button', { name: 'other conduct: 2 entries' }).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Not confirmed' })).toContainText(
    'Crime and Policing Act 2026',
  );
  await expectAccessible(page);
  if (pictures !== undefined)
    for (const [index, name] of [
      'Stalking',
      'Course of conduct',
      'Knowledge and effect',
      'Not confirmed',
    ].entries()) {
      await page.getByRole('region', { name, exact: true }).scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(pictures, `coverage-${index}.png`) });
    }
  // The entries behind an act marked as other are shown like those behind any.
  await stalking.getByRole('button', { name: 'other conduct: 2 entries' }).first().click();
  await expect(page.getByRole('listbox', { name: 'Entries' }).getByRole('option')).toHaveCount(2);
});
