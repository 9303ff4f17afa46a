import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { chooseToSave } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { look } from './helpers/look';
import { tool } from './helpers/pdf';
import { goTo } from './helpers/rooms';
import { startOnNewVault } from './helpers/vault';

let folder = '';
let running: RunningApp | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-casework-'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

/** A day so many days from today, as the UK has it. */
function dayFrom(days: number): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
  return new Date(Date.parse(`${today}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Types a day into a field of segments: day, month, year. */
async function typeDay(within: Locator, label: string, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  const group = within.getByRole('group', { name: label, exact: true });
  await group.getByRole('spinbutton').first().focus();
  for (const part of [date, month, year]) await within.page().keyboard.type(part);
}

/** Chooses from a list by keyboard. */
async function choose(within: Locator, label: string, option: string): Promise<void> {
  const page = within.page();
  await within.getByRole('button', { name: new RegExp(`${label}$`) }).press('Enter');
  await page.getByRole('option', { name: option, exact: true }).press('Enter');
  await page.getByRole('option', { name: option, exact: true }).waitFor({ state: 'detached' });
}

const press = (within: Page | Locator, name: string | RegExp): Promise<void> =>
  within
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .press('Enter');

/** The form that is open, and how it is saved. */
function form(page: Page): { readonly dialog: Locator; readonly save: (name?: string) => Promise<void> } {
  const dialog = page.getByRole('dialog');
  return {
    dialog,
    save: async (name = 'Save') => {
      await dialog.getByRole('button', { name, exact: true }).press('Enter');
      await dialog.waitFor({ state: 'detached' });
    },
  };
}

async function refer(page: Page, reference: string, alias: string): Promise<void> {
  await press(page, 'New case');
  const made = form(page);
  await made.dialog.getByLabel('Reference').fill(reference);
  await made.dialog.getByLabel('Known as').fill(alias);
  await made.dialog.getByLabel('Exhibit initials').fill('wr');
  await made.dialog.getByLabel('The rule, in one line').fill('Text only, after six.');
  await made.dialog.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  const referral = page.getByRole('dialog', { name: 'Referral' });
  await referral.waitFor();
  await choose(referral, 'Law that applies', 'England and Wales');
  await typeDay(referral, 'Referred on', dayFrom(-10));
  await choose(referral, 'Referred by', 'Police');
  await expectAccessible(page);
  await referral.getByRole('button', { name: 'Save the referral' }).press('Enter');
  await referral.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Latest entries' }).waitFor();
}

async function addPerson(page: Page, name: string, phone: string): Promise<void> {
  await goTo(page, 'People and details');
  await press(page, 'Add a person');
  const { dialog, save } = form(page);
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await choose(dialog, 'Part in the case', 'Person complained of');
  await dialog.getByLabel('Phone numbers').fill(phone);
  await save();
}

async function addEntry(page: Page, words: string, title: RegExp): Promise<void> {
  await goTo(page, 'Chronology');
  await page.getByLabel('Add', { exact: true }).fill(words);
  await page.getByLabel('Add', { exact: true }).press('Enter');
  await page.getByRole('option', { name: title }).first().waitFor();
}

test('a case goes from referral to closure, and what is missing is listed until it is met', async () => {
  running = await startOnNewVault(join(folder, 'vault'));
  const { app, page } = running;
  // Somebody else's case, in which the same person stands.
  await refer(page, 'HF-0801', 'Elm');
  await addPerson(page, 'Lee Marsden', '07700 900456');
  await goTo(page, 'Caseload');
  await refer(page, 'HF-0802', 'Wren');
  await addPerson(page, 'Leigh Marsdon', '+44 7700 900456');
  await press(page, /^Check (now|again)$/);
  await expect(page.getByText('HF-0801')).toBeVisible();
  await expect(page.getByText(/a phone number \(the same\)/)).toBeVisible();
  await look(running, 'casework-conflict');
  await expectAccessible(page);

  await goTo(page, 'Overview');
  await expect(page.getByText('Missing or due')).toBeVisible();
  await press(page, 'All that is missing');
  await page.getByRole('heading', { name: 'What is missing', level: 1 }).waitFor();
  const noAssessment = page.getByText(/No risk assessment/);
  await expect(noAssessment.first()).toBeVisible();
  await expectAccessible(page);

  await goTo(page, 'Contacts and tasks');
  await press(page, 'Record a contact');
  const contact = form(page);
  await expect(contact.dialog.getByText('Text only, after six.')).toBeVisible();
  await typeDay(contact.dialog, 'Day', dayFrom(-9));
  await contact.dialog.getByLabel('What was said and done').fill('Met at the library.');
  await expectAccessible(page);
  await contact.save();
  await press(page, /^Correct Contact/);
  const correction = form(page);
  await correction.dialog.getByLabel('What was said and done').fill('It was the café.');
  await correction.save();
  await expect(page.getByText('Met at the library.', { exact: true })).toBeVisible();
  await expect(page.getByText('It was the café.', { exact: true })).toBeVisible();

  await goTo(page, 'Risk and safety');
  await press(page, 'Add an assessment');
  const assessment = form(page);
  await assessment.dialog.getByLabel('Tool', { exact: true }).fill('S-DASH');
  await typeDay(assessment.dialog, 'Assessed on', dayFrom(-8));
  await assessment.dialog.getByLabel('Result, as the tool gives it').fill('High');
  await assessment.save();
  await expect(page.getByRole('heading', { name: /^S-DASH of/ }).first()).toBeVisible();
  await expectAccessible(page);

  await goTo(page, 'Overview');
  await press(page, 'All that is missing');
  await page.getByRole('heading', { name: 'What is missing', level: 1 }).waitFor();
  await expect(page.getByText(/S-DASH of/).first()).toBeVisible();
  await expect(noAssessment).toHaveCount(0);
  await look(running, 'casework-missing');

  // Bail, and what happens although it forbids it.
  await goTo(page, 'Orders and bail');
  await press(page, 'Add an order or bail');
  const order = form(page);
  await order.dialog.getByLabel('What it is called here').fill('Bail, no contact');
  await choose(order.dialog, 'Kind', 'Police bail conditions');
  await typeDay(order.dialog, 'In force from', dayFrom(-7));
  await typeDay(order.dialog, 'In force until', dayFrom(60));
  await press(order.dialog, 'Add a term');
  await order.dialog.getByLabel('Words of the term').fill('Not to contact the client by any means.');
  await expectAccessible(page);
  await order.save();
  await addEntry(page, 'yesterday at 9pm he rang three times', /rang three times/);
  await goTo(page, 'Orders and bail');
  await press(page, /^Decide/);
  const breach = form(page);
  await choose(breach.dialog, 'Decided', 'A possible breach');
  await breach.save();
  await expect(page.getByRole('heading', { name: 'Decided' })).toBeVisible();
  await expectAccessible(page);
  await look(running, 'casework-breach');

  // What was reported, and what the police called it.
  await goTo(page, 'Police and court');
  await press(page, 'Record something');
  await page.getByRole('menuitem', { name: 'New report' }).press('Enter');
  const report = form(page);
  await typeDay(report.dialog, 'Reported on', dayFrom(0));
  await report.dialog.getByLabel('Crime number').fill('13/1/26');
  await choose(report.dialog, 'Recorded as', 'Harassment');
  await report.dialog.getByRole('option', { name: /rang three times/ }).press('Enter');
  await report.save();
  await expect(page.getByText('re-record?').first()).toBeVisible();
  await expectAccessible(page);
  await look(running, 'casework-response');

  // Without the client's consent nothing goes to the police.
  await goTo(page, 'Contacts and tasks');
  await page.getByRole('radio', { name: 'Consents' }).press(' ');
  await press(page, 'Record a consent');
  const consent = form(page);
  await choose(consent.dialog, 'To what', 'Share with the police');
  await choose(consent.dialog, 'Answer', 'Given');
  await typeDay(consent.dialog, 'On', dayFrom(-1));
  await consent.save();
  await goTo(page, 'Letters and documents');
  await press(page, 'New letter or document');
  await press(page.getByRole('dialog'), 'Fill it: Response review');
  await press(page.getByRole('dialog', { name: 'Response review' }), 'Save in the case');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expectAccessible(page);
  const pdf = join(folder, 'review.pdf');
  await chooseToSave(app, pdf);
  await press(page, /^Save as PDF/);
  await expect(page.getByText(/pages? written/)).toBeVisible();
  const text = tool('pdftotext', '-layout', pdf, '-');
  expect(text).toContain('13/1/26');
  expect(text).toContain('rang three times');
  expect(text).not.toContain('07700 900456');

  // A line that is put off is still there, apart, with the reason.
  await goTo(page, 'Overview');
  await press(page, 'All that is missing');
  await press(page, /^Put off: No safety plan/);
  const off = form(page);
  await off.dialog.getByLabel('Why').fill('She asks to wait until Friday.');
  await off.save('Put off');
  await expect(page.getByText(/She asks to wait/)).toHaveCount(0);
  await press(page, 'Put off (1)');
  await expect(page.getByText(/She asks to wait/)).toBeVisible();

  await goTo(page, 'Caseload');
  await expect(page.getByText('To do first')).toBeVisible();
  await page.getByText('HF-0802').first().waitFor();
  await expectAccessible(page);
  await look(running, 'casework-caseload');

  await goTo(page, 'Figures');
  await page.getByRole('heading', { name: 'Figures', level: 1 }).waitFor();
  await expectAccessible(page);
  await goTo(page, 'Keeping and requests');
  await page.getByRole('heading', { name: 'Keeping and requests', level: 1 }).waitFor();
  await expectAccessible(page);
  await goTo(page, 'Calendar');
  await page.getByRole('heading', { name: 'Calendar', level: 1 }).waitFor();
  await expectAccessible(page);

  // Closed, it is listed apart, and nothing of it is gone.
  await goTo(page, 'Caseload');
  await page.getByRole('row', { name: /HF-0802/ }).press('Enter');
  await page.getByRole('heading', { name: 'Latest entries' }).waitFor();
  await press(page, 'Close the case');
  const end = form(page);
  await choose(end.dialog, 'Why', 'Safe, needs met');
  await end.dialog.getByLabel('Record at closing').fill('Plan left with her. She knows how to come back.');
  await expectAccessible(page);
  await end.save('Close the case');
  await goTo(page, 'Caseload');
  await expect(page.getByRole('row', { name: /HF-0801/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /HF-0802/ })).toHaveCount(0);
});
