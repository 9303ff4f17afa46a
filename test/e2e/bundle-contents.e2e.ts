import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Bundle, BundleSettings } from '../../shared/models/bundle';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { buildBundle, pagesOf, saveBundle } from './helpers/bundle';
import { takeSample } from './helpers/import';
import { look } from './helpers/look';
import { tool } from './helpers/pdf';
import { startOnNewVault } from './helpers/vault';

const named = [/^Screenshot_20260104/, /^20260214/, /^Bail notice/, /^WhatsApp Chat.*\.txt$/];

let folder = '';
let running: RunningApp;
let caseId = '';
let items: readonly { readonly id: string; readonly fileName: string; readonly kind: string }[] = [];
let proceedingsId = '';

const idOf = (pattern: RegExp): string => {
  const found = items.find(({ fileName }) => pattern.test(fileName));
  if (found === undefined) throw new Error(`no exhibit ${pattern.source}`);
  return found.id;
};

/** The bail notice is the statement of a witness here, who refers to a screenshot. */
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-contents-'));
  running = await startOnNewVault(join(folder, 'vault'));
  const { page } = running;
  ({ caseId, items } = await takeSample(running, 'HF-0701', named));
  proceedingsId = await page.evaluate(
    async ({ id, statement, refersTo }) => {
      const { exhibits, records } = window.holdfast;
      const document = {
        ...{ what: 'statement' as const, whose: 'Rowan Example', on: '2026-03-01', number: '1' },
        ...{ behalf: 'Applicant', refersTo: [refersTo] },
      };
      const said = await exhibits.sayDocument({ id: statement, document, title: null });
      if (!said.ok) throw new Error(said.error.code);
      const made = await records.create({
        ...{ caseId: id, kind: 'proceedings' },
        body: {
          ...{ court: 'Family Court at Leeds', courtKind: 'family', caseNumber: 'LS26F00123', title: '' },
          parties: [
            { name: 'Rowan Example', role: 'Applicant' },
            { name: 'Robin Other', role: 'Respondent' },
          ],
          ...{ hearings: [], preparedBy: '', preparedFor: '', language: 'english', morePages: '', note: '' },
        },
      });
      if (!made.ok) throw new Error(made.error.code);
      return made.value.id;
    },
    { id: caseId, statement: idOf(/^Bail/u), refersTo: idOf(/^Screenshot/u) },
  );
});
test.afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

async function built(
  name: string,
  settings: Partial<BundleSettings>,
): Promise<{ bundle: Bundle; path: string }> {
  const ids = items.map(({ id }) => id);
  const bundle = await buildBundle(running.page, caseId, ids, settings);
  expect(bundle.checks.filter(({ state }) => state === 'fix')).toEqual([]);
  const path = join(folder, `${name}.pdf`);
  await saveBundle(running, bundle.id, path);
  expect(tool('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
  const to = process.env.HOLDFAST_LOOK;
  if (to !== undefined) {
    mkdirSync(to, { recursive: true });
    tool('pdftoppm', '-r', '60', '-png', path, join(to, name));
  }
  return { bundle, path };
}

const textOf = (path: string, page: number): string =>
  tool('pdftotext', '-layout', '-f', String(page), '-l', String(page), path, '-');

test('a statement stands in its section without a reference, behind a cover sheet that lists its exhibits', async () => {
  const [statement, screenshot] = [idOf(/^Bail/u), idOf(/^Screenshot/u)];
  const { bundle, path } = await built('family', {
    ...{ profile: 'family-pd27a-2026', proceedingsId, coverSheets: [statement, screenshot] },
  });
  const row = bundle.plan.rows.find(({ itemId }) => itemId === statement);
  expect(row).toMatchObject({ exhibitRef: null, sheet: 1 });
  const sheet = textOf(path, row?.firstPage ?? 0);
  for (const words of ['On behalf of: Applicant', 'Family Court at Leeds', 'LS26F00123', 'Robin Other'])
    expect(sheet).toContain(words);
  expect(sheet).toMatch(/Statement of Rowan Example, dated 1 Mar 2026/u);
  const [marked = 0] = pagesOf(bundle, screenshot);
  expect(textOf(path, marked)).toContain('referred to in the statement of Rowan Example');
  // The page of the exhibit, as it is printed there, stands in the list of the sheet.
  const label = /([A-Z]\d+)\s*$/u.exec(textOf(path, marked).trim())?.[1] ?? 'none';
  expect(sheet).toContain(label);
});

test('headings are in Welsh where that was chosen, and the file says so', async () => {
  const { path } = await built('welsh', { language: 'cy' });
  expect(textOf(path, 2)).toContain('Datganiadau');
  const plain = join(folder, 'welsh-plain.pdf');
  tool('qpdf', '--qdf', '--object-streams=disable', path, plain);
  expect(tool('grep', '-a', '-c', '/Lang (cy', plain).trim()).not.toBe('0');
});

test('of a conversation the chosen lines are printed, and how many are not', async () => {
  const chat = idOf(/^WhatsApp/u);
  const { bundle, path } = await built('part', { rowsOf: { [chat]: [{ from: 2, to: 4 }] } });
  const text = pagesOf(bundle, chat)
    .map((page) => textOf(path, page))
    .join('\n');
  expect(text).toMatch(/line 2/u);
  expect(text).not.toMatch(/line 6\b/u);
  expect(text).toMatch(/The others are in the file/u);
});

test('its desk, the rules and the dialogs are read by whoever cannot see them, at every size', async () => {
  const { page } = running;
  await page.getByRole('row').filter({ hasText: 'HF-0701' }).click();
  const rail = page.getByRole('navigation');
  await rail.getByRole('button', { name: /Bundles/u }).click();
  await page.getByRole('button', { name: 'Choose many' }).waitFor();
  await expectAccessible(page);
  await look(running, 'desk');
  await page.getByRole('button', { name: 'Change profile' }).click();
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page);
  await look(running, 'profiles');
  await page
    .getByRole('button', { name: /^Copy and edit/u })
    .first()
    .click();
  await page
    .getByRole('button', { name: /Keep|Save/u })
    .first()
    .waitFor();
  await expectAccessible(page);
  await look(running, 'own-profile');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Choose many' }).click();
  await page.getByRole('menuitem').first().waitFor();
  await look(running, 'many');
  await page.getByRole('menuitem').first().press('Enter');
  await page.getByRole('dialog').waitFor();
  await expectAccessible(page);
  await look(running, 'choose-by');
  await page.keyboard.press('Escape');
  await page.getByText('Core bundle', { exact: true }).first().click();
  await page.getByText('A core bundle, only where the court asks for one').waitFor();
  await expect(page.getByRole('button', { name: 'Put everything in' })).toBeHidden();
  await expectAccessible(page);
  await look(running, 'core');
});
