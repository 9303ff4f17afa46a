import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { chooseToOpen, chooseToSave, resize } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { pageSizes, tool } from './helpers/pdf';
import { root } from './helpers/runtime';
import { goTo } from './helpers/rooms';
import { startOnNewVault } from './helpers/vault';
import { decideAll } from './helpers/leaving';

const evidence = join(root, 'resources', 'sample-case', 'evidence');
let folder = '';
let running: RunningApp | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-exhibits-'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

/** Pictures for somebody to look at, when a folder is named for them. */
async function look(page: Page, name: string): Promise<void> {
  const to = process.env.HOLDFAST_LOOK;
  if (to === undefined) return;
  mkdirSync(to, { recursive: true });
  await page.screenshot({ path: join(to, `${name}.png`) });
}

async function addFiles({ app, page }: RunningApp, names: readonly string[], rows: number): Promise<void> {
  await chooseToOpen(
    app,
    names.map((name) => join(evidence, name)),
  );
  await page.getByRole('button', { name: 'Add files' }).first().press('Enter');
  await expect(page.getByRole('grid', { name: 'Exhibits' }).getByRole('row')).toHaveCount(rows);
}

/** A vault with a case, open on its evidence. */
async function start(): Promise<RunningApp> {
  running = await startOnNewVault(join(folder, 'vault'));
  const { page } = running;
  const made = await page.evaluate(async () => {
    const answer = await window.holdfast.cases.create({
      reference: 'HF-0900',
      alias: 'Wren',
      exhibitInitials: 'RW',
      safeContact: { rule: 'Text only, after six.' },
    });
    return answer.ok;
  });
  expect(made).toBe(true);
  await page.getByRole('row').filter({ hasText: 'HF-0900' }).press('Enter');
  await page.getByRole('navigation').getByRole('button', { name: 'Overview' }).waitFor();
  await goTo(page, 'Evidence');
  await page.getByRole('heading', { name: 'Evidence', exact: true }).waitFor();
  return running;
}

/** Chooses an option of a select with the keyboard. */
async function pick(page: Page, label: string, option: RegExp): Promise<void> {
  await page.getByRole('button', { name: new RegExp(label) }).press('Enter');
  const found = page.getByRole('option', { name: option });
  await found.waitFor();
  await found.focus();
  await page.keyboard.press('Enter');
}

/** Goes to the tab with the keys of a tab list, wherever it stands among the others. */
async function openContinuity(page: Page): Promise<Locator> {
  await page.getByRole('tab', { name: 'Facts' }).focus();
  while (!(await page.getByRole('tab', { name: 'Continuity', selected: true }).isVisible()))
    await page.keyboard.press('ArrowRight');
  return page.getByRole('tabpanel', { name: 'Continuity' });
}

test('two people’s exhibits have numbers of their own, and initials that clash are put right', async () => {
  const now = await start();
  const { page } = now;
  const files = readdirSync(evidence).filter((name) => name.endsWith('.png'));
  await addFiles(now, files.slice(0, 2), 2);

  await pick(page, 'Whose exhibits are these', /Somebody else/);
  const people = page.getByRole('dialog', { name: 'Who produces exhibits in this case' });
  await people.waitFor();
  await expectAccessible(page);
  await look(page, 'producers');
  await people.getByRole('button', { name: 'Edit RW' }).press('Enter');
  await page.getByLabel('Full name').fill('Robin Wells');
  await expect(page.getByLabel('Initials')).toHaveAttribute('readonly', '');
  await page.keyboard.press('Enter');
  await people.getByRole('button', { name: 'Add somebody' }).press('Enter');
  await page.getByLabel('Full name').fill('Rosa Maria West');
  // The name alone would give RW, which somebody has.
  await expect(page.getByLabel('Initials')).toHaveValue('RMW');
  await page.getByLabel('Initials').fill('rw');
  await expect(page.getByText('Somebody in this case is RW already.')).toBeVisible();
  await look(page, 'producer-clash');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use RMW' }).press('Enter');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(people.getByText('the next is RMW/1')).toBeVisible();
  await look(page, 'producers-two');
  await people.getByRole('button', { name: 'Done' }).press('Enter');

  await expect(page.getByRole('button', { name: /RMW, Rosa Maria West/ })).toBeVisible();
  await addFiles(now, files.slice(2, 3), 3);
  await expect(page.getByRole('row', { name: /^RMW\/1 / })).toBeVisible();
  await pick(page, 'Whose exhibits are these', /^RW, Robin Wells/);
  await addFiles(now, files.slice(3, 4), 4);
  await expect(page.getByRole('row', { name: /^RW\/3 / })).toBeVisible();
  await look(page, 'evidence');
  await expectAccessible(page);
});

test('exhibits get a police reference, labels, a schedule and a handover, by keyboard', async () => {
  const now = await start();
  const { app, page } = now;
  const files = readdirSync(evidence).filter((name) => name.endsWith('.png'));
  await addFiles(now, files.slice(0, 9), 9);
  const grid = page.getByRole('grid', { name: 'Exhibits' });

  // E opens the reference of an exhibit.
  await page.getByRole('row', { name: /^RW\/2 / }).press('Enter');
  await page.getByRole('heading', { name: /^RW\/2 / }).waitFor();
  await page.keyboard.press('e');
  await page.getByLabel('Police reference').fill('JDS/14');
  await look(page, 'reference');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Police reference JDS/14.')).toBeVisible();
  await goTo(page, 'Evidence');
  await page.getByRole('row', { name: /^RW\/3 / }).press('Enter');
  await page.getByRole('heading', { name: /^RW\/3 / }).waitFor();
  await page.keyboard.press('e');
  await page.getByLabel('Police reference').fill('jds 14');
  await expect(page.getByText('RW/2 has the same police reference')).toBeVisible();
  await look(page, 'reference-twice');
  await page.keyboard.press('Escape');

  await goTo(page, 'Evidence');
  await page.getByRole('searchbox').fill('jds/14');
  await expect(grid.getByRole('row')).toHaveCount(1);
  await page.getByRole('searchbox').fill('');
  await expect(grid.getByRole('row')).toHaveCount(9);

  // Words as long as they may be must not push the line to sign off a label.
  const changed = await page.evaluate(async () => {
    const cases = await window.holdfast.cases.list({});
    const id = cases.ok ? (cases.value[0]?.id ?? '') : '';
    const items = await window.holdfast.evidence.list({ caseId: id, search: 'jds/14' });
    const title = 'A message of many words that somebody has described at length '
      .repeat(4)
      .slice(0, 199)
      .trim();
    const named = await window.holdfast.exhibits.changeProducer({
      id,
      name: 'Rosa Wilhelmina Featherstonehaugh-Cholmondeley of Somewhere Far Away',
      initials: 'RW',
    });
    const described = await window.holdfast.evidence.update({
      id: items.ok ? (items.value[0]?.id ?? '') : '',
      title,
    });
    return named.ok && described.ok;
  });
  expect(changed).toBe(true);

  // All of them, with the keys of a list.
  await grid.getByRole('row').first().focus();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('group', { name: 'With the 9 exhibits chosen' });
  await bar.getByRole('button', { name: 'Labels' }).press('Enter');
  const labels = page.getByRole('dialog', { name: 'Labels for 9 exhibits' });
  await labels.getByLabel('Crime reference').fill('NH/4711/26');
  await expectAccessible(page);
  const sheet = join(folder, 'labels.pdf');
  await chooseToSave(app, sheet);
  await labels.getByRole('button', { name: 'Save as a PDF' }).press('Enter');
  // Dates that disagree are said first, and not again in the same dialog.
  await decideAll(page, 'Save as a PDF');
  await expect(labels.getByText('Saved as a PDF of 2 pages')).toBeVisible();
  await look(page, 'labels');
  const large = join(folder, 'large.pdf');
  await chooseToSave(app, large);
  await labels.getByRole('radio', { name: /One on a page/ }).focus();
  await page.keyboard.press('Space');
  await labels.getByRole('button', { name: 'Save as a PDF' }).press('Enter');
  await expect(labels.getByText('Saved as a PDF of 9 pages')).toBeVisible();
  await labels.getByRole('button', { name: 'Close' }).press('Enter');
  expect(pageSizes(sheet)).toHaveLength(2);
  const printed = tool('pdftotext', '-layout', sheet, '-');
  for (let number = 1; number <= 9; number += 1) expect(printed).toContain(`RW/${number}`);
  expect(printed.match(/NH\/4711\/26/g)).toHaveLength(9);
  expect(printed.match(/Signed/g)).toHaveLength(9);
  expect(printed).toContain('JDS/14');
  const whole = await page.evaluate(async () => {
    const cases = await window.holdfast.cases.list({});
    const caseId = cases.ok ? (cases.value[0]?.id ?? '') : '';
    const items = await window.holdfast.evidence.list({ caseId });
    return items.ok ? items.value.map(({ sha256 }) => sha256) : [];
  });
  const bare = printed.replace(/\s/g, '');
  for (const sha256 of whole)
    expect(tool('pdftotext', sheet, '-').replace(/\s/g, '') + bare).toContain(sha256);

  await bar.getByRole('button', { name: 'Schedule' }).press('Enter');
  const schedule = join(folder, 'schedule.pdf');
  await chooseToSave(app, schedule);
  await page.getByRole('dialog').getByRole('button', { name: 'Save as a PDF' }).press('Enter');
  await decideAll(page, 'Save as a PDF');
  await expect(page.getByText(/Saved as a PDF of \d/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).press('Enter');
  const list = tool('pdftotext', '-layout', schedule, '-');
  expect(list).toContain('Schedule of exhibits');
  expect(list).toContain('JDS/14');
  expect(list).toContain('RW/9');

  await bar.getByRole('button', { name: 'Handover' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Handover of 9 exhibits' });
  await dialog.getByRole('button', { name: 'Write it down' }).press('Enter');
  await expect(dialog.getByText('Write who had it before.')).toBeVisible();
  await look(page, 'handover-empty');
  await expectAccessible(page);
  await dialog.getByLabel('From').fill('Robin Wells');
  await dialog.getByLabel('To', { exact: true }).fill('PC 1234 Ash');
  await dialog.getByLabel('What for').fill('For the investigation');
  await dialog.getByLabel('Seal or packaging').fill('B 004211');
  await dialog.getByRole('button', { name: 'Write it down' }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await look(page, 'evidence-chosen');

  await goTo(page, 'Bundles');
  await page.getByRole('button', { name: 'Put everything in' }).press('Enter');
  await page.getByRole('button', { name: 'Build PDF' }).first().press('Enter');
  await decideAll(page, 'Build the bundle');
  await page.getByRole('heading', { name: 'Before it goes to court' }).waitFor();
  const bundle = join(folder, 'bundle.pdf');
  await chooseToSave(app, bundle);
  await page.getByRole('button', { name: 'Save a copy' }).press('Enter');
  await expect.poll(() => existsSync(bundle)).toBe(true);
  expect(tool('pdftotext', '-layout', '-f', '2', '-l', '2', bundle, '-')).toContain('Police');
  await goTo(page, 'Evidence');
  await page.getByRole('row', { name: /^RW\/2 / }).press('Enter');
  const panel = await openContinuity(page);
  await expect(panel.getByText(/^Put into the bundle “.+”, page \d+$/)).toBeVisible();
  await expect(panel.getByText(/^The bundle “.+” was saved outside the vault$/)).toBeVisible();
  await expect(panel.getByText('with 8 other exhibits')).toBeVisible();
  await look(page, 'continuity-bundle');
  if (process.env.HOLDFAST_LOOK !== undefined)
    for (const [name, path] of [
      ['labels', sheet],
      ['large', large],
      ['schedule', schedule],
    ])
      tool(
        'pdftoppm',
        '-r',
        '80',
        '-png',
        path ?? '',
        join(process.env.HOLDFAST_LOOK, `paper-${name ?? ''}`),
      );
});

test('the way of an exhibit is written down, put right, asked about when it is to come, and printed', async () => {
  const now = await start();
  const { app, page } = now;
  const [photo = ''] = readdirSync(evidence).filter((name) => /\.jpe?g$/.test(name));
  await addFiles(now, [photo], 1);
  await page.getByRole('row', { name: /^RW\/1 / }).press('Enter');
  const panel = await openContinuity(page);
  await expect(panel.getByText('Taken into the vault, unchanged and encrypted')).toBeVisible();
  await expectAccessible(page);

  await panel.getByRole('button', { name: 'Write down a handover' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Handover of 1 exhibit' });
  await dialog.getByLabel('From').fill('Robin Wells');
  await dialog.getByLabel('To', { exact: true }).fill('PC 1234 Ash');
  await dialog.getByLabel('What for').fill('For the investigation');
  await dialog.getByRole('spinbutton', { name: /year/i }).first().focus();
  await page.keyboard.type('2999');
  await dialog.getByRole('button', { name: 'Write it down' }).press('Enter');
  await expect(dialog.getByText('Correct the date, or say that it is still to come.')).toBeVisible();
  await look(page, 'handover-to-come');
  await expectAccessible(page);
  await dialog.getByRole('spinbutton', { name: /year/i }).first().focus();
  await page.keyboard.type('2025');
  await dialog.getByRole('button', { name: 'Write it down' }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await expect(panel.getByText('Robin Wells → PC 1234 Ash')).toBeVisible();

  await panel.getByRole('button', { name: /^Put right/ }).press('Enter');
  const correction = page.getByRole('dialog', { name: 'Put a handover right' });
  await expect(correction.getByLabel('To', { exact: true })).toHaveValue('PC 1234 Ash');
  await correction.getByLabel('To', { exact: true }).fill('DC 77 Birch');
  await correction.getByRole('button', { name: 'Write it down' }).press('Enter');
  await expect(panel.getByText('put right below')).toBeVisible();
  await expect(panel.getByText('Robin Wells → DC 77 Birch')).toBeVisible();
  await look(page, 'continuity');
  await expectAccessible(page);

  await panel.getByRole('button', { name: 'Print its record' }).press('Enter');
  const paper = page.getByRole('dialog', { name: 'Record of RW/1, to print' });
  await expectAccessible(page);
  await look(page, 'certificate');
  const path = join(folder, 'certificate.pdf');
  await chooseToSave(app, path);
  await paper.getByRole('button', { name: 'Save as a PDF' }).press('Enter');
  await expect(paper.getByText(/Saved as a PDF of \d/)).toBeVisible();
  await paper.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(panel.getByText('Its record was printed')).toBeVisible();
  expect(existsSync(path)).toBe(true);
  const text = tool('pdftotext', '-layout', path, '-').replace(/\s+/g, ' ');
  for (const words of [
    'Record of exhibit RW/1',
    'It is not a statement of a witness',
    'no form MG11',
    photo,
    'Robin Wells to PC 1234 Ash',
    'Robin Wells to DC 77 Birch',
    'Put right by a later row',
    'Holdfast 0.1.0',
  ])
    expect(text).toContain(words);
  const facts = await page.evaluate(async () => {
    const cases = await window.holdfast.cases.list({});
    const caseId = cases.ok ? (cases.value[0]?.id ?? '') : '';
    const items = await window.holdfast.evidence.list({ caseId });
    const found = await window.holdfast.evidence.get({ id: items.ok ? (items.value[0]?.id ?? '') : '' });
    return found.ok ? found.value.facts : [];
  });
  // Coordinates stay in the vault unless somebody asks for them.
  for (const { value, field } of facts) if (field === 'location') expect(text).not.toContain(value);

  await resize(app, page, { width: 1280, height: 800, zoom: 2 });
  await look(page, 'continuity-200');
  const over = await page.evaluate(() => {
    const scroller = document.scrollingElement ?? document.documentElement;
    return scroller.scrollWidth - scroller.clientWidth;
  });
  expect(over).toBe(0);
  if (process.env.HOLDFAST_LOOK !== undefined)
    tool('pdftoppm', '-r', '80', '-png', path, join(process.env.HOLDFAST_LOOK, 'paper-certificate'));
});
