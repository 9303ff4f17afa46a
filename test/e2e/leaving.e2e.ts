import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { viewFor } from '../../shared/domain/export/audiences';
import { chooseToSave, startApp } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { toggle } from './helpers/bundle';
import { copyDemoVault, demoPassphrase, test } from './helpers/demo';
import { pressByKeyboard } from './helpers/keyboard';
import { look } from './helpers/look';
import { planted, plantWords } from './helpers/planted';
import type { PlantedCase } from './helpers/planted';
import { wordsIn } from './helpers/words-in';

let folder = '';
let made: PlantedCase;

test.beforeEach(async ({ demo }) => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-leaving-'));
  await copyDemoVault(demo.folder, join(folder, 'vault'));
  made = await plantWords(join(folder, 'vault'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function openCase(): Promise<RunningApp> {
  const running = await startApp(join(folder, 'vault'));
  const { page } = running;
  await page.getByLabel('Passphrase').fill(demoPassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: /HF-0147/ }).press('Enter');
  await page.getByRole('navigation').getByRole('button', { name: 'Bundles' }).waitFor();
  return running;
}

const refOf = (page: Page, id: string): Promise<string> =>
  page.evaluate(async (itemId) => {
    const item = await window.holdfast.evidence.get({ id: itemId });
    return item.ok ? item.value.exhibitRef : '';
  }, id);

test('a bundle leaves when everything was decided by a person, and holds none of what was planted elsewhere', async () => {
  const running = await openCase();
  const { app, page, complaints } = running;
  const { items } = made;
  const [unchosen, confidential, marac, shown] = await Promise.all(
    [items.unchosen, items.confidential, items.marac, items.protected].map((id) => refOf(page, id)),
  );
  await page.getByRole('navigation').getByRole('button', { name: 'Bundles' }).press('Enter');
  await toggle(page, unchosen ?? '');
  await expect(
    page.getByRole('checkbox', { name: `Show ${unchosen ?? ''} in the bundle` }),
  ).not.toBeChecked();
  await page.getByRole('button', { name: 'Build PDF' }).press('Enter');

  const gate = page.locator('.leaving');
  await expect(
    page.getByRole('heading', { name: 'Before it leaves: bundle for the family court' }),
  ).toBeVisible();
  await expect(gate.getByText(`${confidential ?? ''} must stay`)).toBeVisible();
  const make = gate.getByRole('button', { name: 'Build the bundle' });
  await expect(make).toBeDisabled();
  await expectAccessible(page);
  await look(running, 'leaving');

  await pressByKeyboard(page, gate.getByRole('button', { name: `Leave out ${confidential ?? ''}` }));
  await expect(gate.getByText(`${confidential ?? ''} must stay`)).toHaveCount(0);
  await gate.getByRole('button', { name: `Record it for ${marac ?? ''}` }).press('Enter');
  const permission = page.getByRole('dialog', { name: 'The conference’s consent, on record' });
  await permission.getByRole('button', { name: 'Record it' }).press('Enter');
  await expect(permission.getByText('Say who gave it.')).toBeVisible();
  await expectAccessible(page);
  await look(running, 'leaving-permission');
  await permission.getByLabel('Given by').fill('Chair of the conference');
  await permission.getByRole('spinbutton', { name: /day/i }).first().click();
  await page.keyboard.type('02112026');
  await permission.getByLabel(/^In these words/).fill(planted.permission);
  await permission.getByRole('button', { name: 'Record it' }).press('Enter');
  await expect(permission).toHaveCount(0);

  await expect(gate.getByText(`“${planted.protectedPage}” is in ${shown ?? ''}`)).toBeVisible();
  await gate.getByRole('button', { name: `It may go: ${shown ?? ''}` }).press('Enter');
  const answer = page.getByRole('dialog', { name: 'It may go all the same' });
  await answer.getByRole('button', { name: 'It may go' }).press('Enter');
  await expect(answer.getByText('Say why.')).toBeVisible();
  await expectAccessible(page);
  await answer.getByRole('textbox', { name: 'Why' }).fill(planted.answer);
  await answer.getByRole('button', { name: 'It may go' }).press('Enter');
  await expect(answer).toHaveCount(0);
  await expect(make).toBeEnabled();
  await look(running, 'leaving-decided');
  await make.press('Enter');
  // The demo has one already.
  await page.getByRole('navigation').getByRole('button', { name: 'Bundles 2' }).waitFor();

  const bundle = join(folder, 'bundle.pdf');
  await chooseToSave(app, bundle);
  await expect(page.getByText(/^General guidance, 2021\. \d+ pages/)).toBeVisible();
  await page.getByRole('button', { name: 'Save a copy' }).press('Enter');
  await expect(page.getByText('The PDF is saved and was compared with the one here.')).toBeVisible();
  expect(wordsIn(bundle)).toEqual(
    [
      ...['covered', 'entry dateSource', 'entry description', 'entry place', 'entry quote', 'entryTitle'],
      // What may go by the answer can be read off its page, and so be searched for.
      ...['goes', 'marac', 'protectedPage'],
    ].sort(),
  );
  // It is on record who allowed it and why it went.
  await page.getByRole('navigation').getByRole('button', { name: 'Vault and safety' }).press('Enter');
  expect(complaints).toEqual([]);
  await running.close();
});

/** What the case's other outputs hold of all that was planted: no more and no less. */
const account = ['entry dateSource', 'entry description', 'entry place', 'entry quote', 'entryTitle'];
const toPolice = [
  ...account,
  ...['entry changes', 'entry effect', 'entry others', 'entry vehicle', 'person', 'witness', 'contact'],
];
const every = [...toPolice, 'covered', 'entry comment', 'entry safetyAction'];
const outputs: Readonly<
  Record<string, readonly [purpose: string, ending: string, holds: readonly string[]]>
> = {
  'chronology pdf': ['chronology-pdf', 'pdf', toPolice],
  'chronology docx': ['chronology-docx', 'docx', toPolice],
  'chronology csv': ['chronology-csv', 'csv', toPolice],
  'chronology csv-full': ['chronology-csv', 'csv', every],
  'chronology json-full': ['chronology-json', 'json', [...every, 'notes']],
  labels: ['labels', 'pdf', ['goes']],
  schedule: ['schedule', 'pdf', ['goes']],
  certificate: ['certificate', 'pdf', ['goes', 'handover', 'provenance']],
  'copy original': ['', 'jpg', []],
  'copy clean': ['', 'jpg', []],
};

test('no export, paper or copy holds more of what was planted than it shows', async () => {
  const running = await openCase();
  const { app, page, complaints } = running;
  const found: Record<string, readonly string[]> = {};
  for (const [name, [purpose, ending]] of Object.entries(outputs)) {
    const path = join(folder, `${name.replace(' ', '-')}.${ending}`);
    await chooseToSave(app, path);
    const said = await page.evaluate(
      async ({ caseId, id, name: wanted, purpose: place, fields, covered }) => {
        const { holdfast } = window;
        const [what = '', form = ''] = wanted.split(' ');
        if (what === 'copy') {
          const saved = await holdfast.evidence.saveCopy({
            id,
            form: form === 'clean' ? 'clean' : 'original',
          });
          return saved.ok ? '' : saved.error.code;
        }
        const chosen = await holdfast.paths.save({ purpose: place as 'labels' });
        const target = chosen.ok ? (chosen.value?.token ?? '') : '';
        const view = {
          ...{ audience: 'police' as const, filter: {}, order: 'oldest' as const, fields },
          covering: [{ words: covered, instead: '' }],
        };
        const format = form as 'csv';
        const answer =
          what === 'chronology'
            ? await holdfast.chronology.export({ caseId, view, format, withCharts: true, target })
            : what === 'labels'
              ? await holdfast.exhibits.labels({
                  itemIds: [id],
                  layout: 'sheet',
                  skip: 0,
                  crimeRef: '',
                  target,
                })
              : what === 'schedule'
                ? await holdfast.exhibits.schedule({ caseId, itemIds: [id], target })
                : await holdfast.exhibits.certificate({ id, withPlace: false, target });
        return answer.ok ? '' : answer.error.code;
      },
      {
        ...{ caseId: made.caseId, id: made.items.goes, name, purpose },
        ...{ fields: viewFor('police').fields, covered: planted.covered },
      },
    );
    found[name] = said === '' ? wordsIn(path) : [said];
  }
  expect(found).toEqual(
    Object.fromEntries(Object.entries(outputs).map(([name, [, , holds]]) => [name, [...holds].sort()])),
  );
  expect(complaints).toEqual([]);
  await running.close();
});
