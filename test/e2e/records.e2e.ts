import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { copyDemoVault, demoPassphrase, test } from './helpers/demo';
import { pressByKeyboard } from './helpers/keyboard';
import { look } from './helpers/look';
import { giveTwoVersions } from './helpers/two-versions';

test('records that two offices changed wait with both versions, and are joined field by field by keyboard', async ({
  demo,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-records-'));
  await copyDemoVault(demo.folder, folder);
  await giveTwoVersions(folder, demoPassphrase);
  const running = await startApp(folder);
  const { page, complaints, close } = running;
  await page.getByLabel('Passphrase').fill(demoPassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: /HF-0147/ }).press('Enter');
  const notice = page.getByText('3 records have two versions');
  await expect(notice).toBeVisible();
  await expectAccessible(page);
  // Bundles and packages name them before they are built.
  await page.getByRole('navigation').getByRole('button', { name: 'Bundles' }).press('Enter');
  await expect(
    page.getByText('Until somebody chooses, a bundle prints the one that is shown.'),
  ).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'Transfers' }).press('Enter');
  await expect(page.getByText('Both versions go along, and wait there too.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('navigation').getByRole('button', { name: 'Overview' }).press('Enter');
  await pressByKeyboard(page, page.getByRole('button', { name: 'Look at both' }));
  await expect(page.getByText('3 records to decide.')).toBeVisible();
  const list = page.getByRole('navigation', { name: 'Records with two versions' });

  // Safe contact was changed in both: nobody's answer is taken for granted.
  await list.getByRole('button', { name: 'the case itself' }).press('Enter');
  const contact = page.getByRole('radiogroup', { name: 'Safe contact' });
  await expect(contact.getByRole('radio', { checked: true })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Join them' }).press('Enter');
  await expect(page.getByText('Choose for: Safe contact.')).toBeVisible();
  await contact.getByRole('radio', { name: /Never by text any more/ }).press(' ');
  await page.getByRole('button', { name: 'Join them' }).press('Enter');
  await expect(page.getByText('2 records to decide.')).toBeVisible();
  await expect(page.getByText('Never by text any more').first()).toBeVisible();

  // What one office alone changed is taken, and said to be so.
  await list.getByRole('button', { name: /He (stood|waited)/ }).press('Enter');
  const place = page.getByRole('radiogroup', { name: /^Place/ });
  await expect(place.getByText('changed there alone')).toBeVisible();
  await expect(place.getByRole('radio', { checked: true })).toHaveAccessibleName(/Staff entrance/);
  await page
    .getByRole('radiogroup', { name: /^In a few words/ })
    .getByRole('radio', { name: /He stood outside again/ })
    .press(' ');
  await expect(page.getByText('It will read')).toBeVisible();
  await page.getByRole('button', { name: 'Join them' }).press('Enter');
  await expect(page.getByText('1 record to decide.')).toBeVisible();

  // Removed here and changed there: a question of its own.
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.getByRole('radio', { name: 'It stays, as it was changed' }).press(' ');
  await page.getByRole('button', { name: 'Join them' }).press('Enter');
  await expect(page.getByText('Nothing is left to decide')).toBeVisible();
  await expectAccessible(page);
  await pressByKeyboard(page, page.getByRole('button', { name: 'Back to the case' }));
  await expect(notice).toHaveCount(0);

  // Every version is kept, and each can come back.
  await pressByKeyboard(page, page.getByRole('button', { name: 'Versions' }));
  const dialog = page.getByRole('dialog', { name: 'Versions of this case' });
  await expect(dialog.getByText(/Robin Northgate of another office/).first()).toBeVisible();
  await expectAccessible(page);
  const before = await dialog.getByRole('listitem').count();
  await dialog.getByRole('button', { name: 'Bring version 1 back' }).press('Enter');
  await expect(dialog.getByRole('listitem')).toHaveCount(before + 1);

  // The words of an earlier one can be destroyed; what is shown cannot.
  await dialog.getByRole('button', { name: 'Erase its words: version 2' }).press('Enter');
  const erasing = page.getByRole('dialog', { name: 'Erase the words of version 2' });
  await erasing.getByLabel('Your own passphrase').fill(demoPassphrase);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(erasing).toHaveCount(0);
  await expect(dialog.getByText('A version whose words are not here')).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveCount(before + 1);
  await dialog.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(dialog).toHaveCount(0);

  // Two exhibits of one reference keep it, until somebody says which gets a new one.
  await page.getByRole('navigation').getByRole('button', { name: 'Evidence' }).press('Enter');
  const shared = page.getByText('More than one exhibit is called RW/1');
  await expect(shared).toBeVisible();
  await look(running, 'same-reference-notice');
  await pressByKeyboard(page, page.getByRole('button', { name: 'Decide which' }));
  const sharing = page.getByRole('dialog', { name: 'Exhibits with the same reference' });
  await expect(sharing.getByRole('listitem')).toHaveCount(2);
  await expectAccessible(page);
  await look(running, 'same-reference');
  await sharing.getByRole('button', { name: 'Give it a new reference' }).last().press('Enter');
  await expect(sharing.getByText(/ is \w+\/\d+ now, formerly RW\/1\./)).toBeVisible();
  await expect(sharing.getByText('Every exhibit has a reference of its own now.')).toBeVisible();
  await expectAccessible(page);
  await look(running, 'same-reference-decided');
  await sharing.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(shared).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Filter by words or reference' }).fill('PDF document');
  await expect(page.getByText('(formerly RW/1)')).toBeVisible();
  expect(complaints).toEqual([]);
  await close();
  rmSync(folder, { recursive: true, force: true });
});
