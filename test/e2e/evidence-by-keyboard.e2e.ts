import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { chooseToOpen } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { makeCase } from './helpers/import';
import { pressByKeyboard, tabTo } from './helpers/keyboard';
import { root } from './helpers/runtime';
import { startOnNewVault } from './helpers/vault';

const file = 'Screenshot_20260923_220541_Instagram.png';

test('one screenshot is imported, its date decided, cited in an entry and redacted without a mouse', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-keyboard-'));
  const { app, page, complaints, close } = await startOnNewVault(join(folder, 'vault'));
  try {
    await makeCase(page);
    await chooseToOpen(app, [join(root, 'resources', 'sample-case', 'evidence', file)]);
    await pressByKeyboard(page, page.getByRole('row').filter({ hasText: 'K-1' }));
    await pressByKeyboard(page, page.getByRole('navigation').getByRole('button', { name: 'Evidence' }));
    await page.getByRole('heading', { name: 'Evidence', exact: true }).waitFor();
    await expectAccessible(page);

    await test.step('import', async () => {
      await pressByKeyboard(page, page.getByRole('button', { name: 'Add files' }).first());
      await expect(page.getByText('All 1 file went in.')).toBeVisible();
      await expectAccessible(page);
      await pressByKeyboard(page, page.getByRole('button', { name: 'See every file' }));
      await expect(page.getByRole('dialog').getByRole('row', { name: new RegExp(file) })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await pressByKeyboard(page, page.getByRole('grid', { name: 'Exhibits' }).getByRole('row'));
      await page.getByRole('heading', { name: 'Integrity' }).waitFor();
      await expectAccessible(page);
    });

    await test.step('review what is in conflict', async () => {
      await expect(page.getByText('Its sources disagree by one hour. Choose, and say why.')).toBeVisible();
      await pressByKeyboard(page, page.getByRole('button', { name: 'Choose the date' }));
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('radio').first()).toBeVisible();
      await expectAccessible(page);
      await tabTo(page, dialog.getByRole('radio'));
      await page.keyboard.press('ArrowDown');
      await tabTo(page, dialog.getByLabel('Why'));
      await page.keyboard.type('The client was at work until ten.');
      await pressByKeyboard(page, dialog.getByRole('button', { name: 'Use this date' }));
      await dialog.waitFor({ state: 'hidden' });
      await expect(page.getByText('“The client was at work until ten.”')).toBeVisible();
    });

    await test.step('cite', async () => {
      await pressByKeyboard(page, page.getByRole('navigation').getByRole('button', { name: 'Chronology' }));
      await pressByKeyboard(page, page.getByRole('button', { name: /^(New|Add the first) entry/ }).first());
      await page.getByRole('heading', { name: 'New entry' }).waitFor();
      await tabTo(page, page.getByRole('spinbutton', { name: /day/ }).first());
      await page.keyboard.type('23092026');
      await tabTo(page, page.getByLabel('In a few words'));
      await page.keyboard.type('He wrote to her again.');
      await tabTo(page, page.getByRole('searchbox', { name: 'Find an exhibit to cite' }));
      await page.keyboard.type('220541');
      await tabTo(page, page.getByRole('group', { name: 'Exhibits' }).getByRole('checkbox'));
      await page.keyboard.press('Space');
      await expectAccessible(page);
      await pressByKeyboard(page, page.getByRole('button', { name: 'Save entry' }));
      await page.getByRole('option').filter({ hasText: 'He wrote to her again.' }).waitFor();
      await expectAccessible(page);
    });

    await test.step('redact', async () => {
      await pressByKeyboard(page, page.getByRole('navigation').getByRole('button', { name: 'Evidence' }));
      await pressByKeyboard(page, page.getByRole('grid', { name: 'Exhibits' }).getByRole('row'));
      await page.getByRole('heading', { name: 'Integrity' }).waitFor();
      await expect(page.getByText('He wrote to her again.')).toBeVisible();
      await pressByKeyboard(page, page.getByRole('button', { name: 'Redact', exact: true }));
      await page.getByRole('heading', { name: 'What is covered' }).waitFor();
      await pressByKeyboard(page, page.getByRole('button', { name: 'Show this picture' }));
      await pressByKeyboard(page, page.getByRole('button', { name: 'Add box' }));
      await expect(page.getByRole('group', { name: 'Box 1' })).toBeVisible();
      await expectAccessible(page);
      await pressByKeyboard(page, page.getByRole('button', { name: 'Make the redacted copy' }));
      await page.getByRole('heading', { name: 'Read back and checked' }).waitFor();
      await expectAccessible(page);
    });
    expect(complaints).toEqual([]);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
