import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { copyDemoVault, demoPassphrase, test } from './helpers/demo';
import { pressByKeyboard, tabTo } from './helpers/keyboard';
import { root } from './helpers/runtime';

const file = 'Screenshot_20260923_220541_Instagram.png';

test('a place on a screenshot is covered with the keyboard alone, read back, and the original stays as it was', async ({
  demo,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-redaction-'));
  await copyDemoVault(demo.folder, join(folder, 'vault'));
  const { page, complaints, close } = await startApp(join(folder, 'vault'));
  try {
    await page.getByLabel('Passphrase').fill(demoPassphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Caseload' }).waitFor();
    // The list is one stop of Tab; arrow keys go through it.
    await tabTo(page, page.getByRole('row').first());
    const row = page.getByRole('row', { name: /HF-0147/ });
    for (let down = 0; down < 3; down += 1) {
      if (await row.evaluate((each) => each === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    await expect(row).toBeFocused();
    await page.keyboard.press('Enter');
    await pressByKeyboard(page, page.getByRole('navigation').getByRole('button', { name: /Evidence/ }));
    await page.getByRole('grid', { name: 'Exhibits' }).waitFor();
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('20260923_220541');
    await expect(page.getByRole('row')).toHaveCount(1);
    await pressByKeyboard(page, page.getByRole('row'));
    await page.getByRole('heading', { name: 'Integrity' }).waitFor();

    await pressByKeyboard(page, page.getByRole('button', { name: 'Redact', exact: true }));
    await page.getByRole('heading', { name: 'What is covered' }).waitFor();
    await expectAccessible(page);
    const show = page.getByRole('button', { name: 'Show this picture' });
    const picture = page.getByRole('img', { name: /^RW\// });
    await expect(picture).toHaveCSS('filter', /blur/);
    await pressByKeyboard(page, show);
    await expect(picture).toHaveCSS('filter', 'none');
    // With the mouse for once: nothing may lie over what is there to be pressed.
    await page.getByRole('button', { name: 'Larger' }).click();
    await page.getByRole('button', { name: 'Smaller' }).click();
    await pressByKeyboard(page, page.getByRole('button', { name: 'Add box' }));
    await expect(page.getByRole('group', { name: 'Box 1' })).toBeVisible();
    await expectAccessible(page);
    await pressByKeyboard(page, page.getByRole('button', { name: 'Make the redacted copy' }));
    await page.getByRole('heading', { name: 'Read back and checked' }).waitFor();
    await expectAccessible(page);

    const made = await page.evaluate(async (name) => {
      const { holdfast } = window;
      const cases = await holdfast.cases.list({});
      const caseId = cases.ok ? (cases.value[0]?.id ?? '') : '';
      const items = await holdfast.evidence.list({ caseId });
      const item = items.ok ? items.value.find(({ fileName }) => fileName === name) : undefined;
      const copies = await holdfast.redaction.list({ itemId: item?.id ?? '' });
      return { sha256: item?.sha256, copies: copies.ok ? copies.value : [] };
    }, file);
    const original = readFileSync(join(root, 'resources', 'sample-case', 'evidence', file));
    expect(made.sha256).toBe(createHash('sha256').update(original).digest('hex'));
    expect(made.copies).toHaveLength(1);
    expect(made.copies[0]?.parentSha256).toBe(made.sha256);
    expect(made.copies[0]?.sha256).not.toBe(made.sha256);
    const states = Object.fromEntries((made.copies[0]?.checks ?? []).map(({ id, state }) => [id, state]));
    expect(states).toMatchObject({ covered: 'ok', metadata: 'ok', rest: 'ok', size: 'ok' });
    expect(complaints).toEqual([]);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
