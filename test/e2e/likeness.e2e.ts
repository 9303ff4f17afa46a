import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { chooseToOpen, resize } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { drawShots } from './helpers/chat';
import type { Shot } from './helpers/chat';
import { startOnNewVault } from './helpers/vault';

let folder = '';
let running: RunningApp | null = null;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-likeness-'));
  running = await startOnNewVault(join(folder, 'vault'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

/** The names give the times: shuffled, so that neither name nor number is the order. */
const chat: readonly Shot[] = [
  { name: 'c.png', scrolled: 2050, clock: '22:31' },
  { name: 'a.png', scrolled: 0, clock: '22:29' },
  { name: 'e.jpg', scrolled: 3900, clock: '22:33', as: 'jpeg' },
  { name: 'b.png', scrolled: 1100, clock: '22:30' },
  { name: 'd.png', scrolled: 2900, clock: '22:32' },
];
const inOrder = ['WR/2', 'WR/4', 'WR/1', 'WR/5', 'WR/3'];

async function openCase(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const made = await window.holdfast.cases.create({
      reference: 'HF-0900',
      alias: 'Wren',
      exhibitInitials: 'WR',
      status: 'active',
      safeContact: {
        rule: '',
        safeNumbers: '',
        safeTimes: '',
        voicemailOk: false,
        textOk: false,
        emailOk: false,
        nameToUse: '',
        codeWord: '',
        notes: '',
      },
    });
    if (!made.ok) throw new Error(made.error.code);
  });
  await page.getByRole('row').filter({ hasText: 'HF-0900' }).click();
  await goTo(page, 'Evidence');
}

const goTo = (page: Page, room: string): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(room) })
    .click();

async function take({ app, page }: RunningApp, shots: readonly Shot[]): Promise<void> {
  await chooseToOpen(app, await drawShots(page, folder, shots));
  await page.getByRole('button', { name: 'Add files' }).first().click();
  await page.getByRole('button', { name: 'Dismiss' }).click();
}

const refsOf = async (list: Locator): Promise<readonly string[]> =>
  (await list.getByRole('listitem').locator('strong').allInnerTexts()).map((text) => text.trim());

async function now(): Promise<RunningApp> {
  if (running === null) throw new Error('the app is not running');
  await openCase(running.page);
  return running;
}

test('screenshots of one conversation are put in order, cut by keyboard, joined, and cited', async () => {
  const open = await now();
  const { app, page, complaints } = open;
  await take(open, chat);
  await page.getByText('1 conversation can be joined.').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Join conversations' }).press('Enter');

  const pieces = page.getByRole('list', { name: 'Screenshots in their order' });
  await pieces.waitFor();
  // What is not the same beside the overlap makes the app ask rather than join: a person looks, and adds it.
  await expect.poll(() => refsOf(pieces)).toEqual(inOrder.slice(1));
  await page.getByRole('button', { name: 'Add WR/2 above WR/4' }).press('Enter');
  await expect.poll(() => refsOf(pieces)).toEqual(inOrder);
  await expect(pieces.getByText(/^Both show the same/)).toHaveCount(4);
  await expect(page.getByText('something may be missing')).toHaveCount(0);
  await expectAccessible(page);

  // Every part is a part of its own original, and together they show every row once.
  const joinedHeight = await page
    .locator('.clip')
    .evaluateAll((clips) =>
      clips.reduce(
        (sum, clip) => sum + (clip as HTMLElement).offsetHeight / (clip as HTMLElement).offsetWidth,
        0,
      ),
    );
  expect(joinedHeight).toBeCloseTo((2340 + 3900) / 1080, 1);

  // Moved out of order, it says so; moved back, it is as before.
  await pieces.getByRole('button', { name: 'Move WR/2 down' }).press('Enter');
  await expect(
    pieces.getByText('WR/4 and WR/2 do not overlap: something may be missing between.'),
  ).toBeVisible();
  await expectAccessible(page);
  await pieces.getByRole('button', { name: 'Move WR/2 up' }).press('Enter');
  await expect(pieces.getByText(/^Both show the same/)).toHaveCount(4);

  await pieces.getByRole('button', { name: 'Adjust: where WR/2 and WR/4 meet' }).press('Enter');
  const cut = pieces.getByRole('textbox', { name: 'Cut between WR/2 and WR/4' });
  const before = Number((await cut.inputValue()).replace(/\D/g, ''));
  await cut.press('ArrowDown');
  await cut.press('ArrowDown');
  await expect(pieces.getByRole('textbox', { name: 'WR/2 ends at row' })).toHaveValue(
    (before - 2).toLocaleString('en-GB'),
  );
  await expect(pieces.getByText(/^Both show the same/)).toHaveCount(4);
  const first = pieces.getByRole('textbox', { name: 'WR/4 begins at row' });
  await first.press('ArrowUp');
  await expect(pieces.getByText('1 row is left out between WR/2 and WR/4.')).toBeVisible();
  await first.press('ArrowDown');
  await expectAccessible(page);

  await page.getByRole('textbox', { name: 'Title' }).fill('The evening of 28 June');
  await page.getByRole('button', { name: 'Join 5 screenshots' }).press('Enter');
  await page.getByRole('heading', { name: 'The evening of 28 June' }).waitFor();
  // What was asked about the first two stays said of the run.
  await expect(page.locator('.run-side li')).toHaveCount(1);
  await expect(page.locator('.run-side li')).toContainText('WR/2');
  await expectAccessible(page);

  // Blurred until asked for; then a line says where the point under the pointer comes from.
  await expect(page.locator('.clip img.veiled')).toHaveCount(5);
  await page.getByRole('button', { name: 'Show these pictures' }).press('Enter');
  await expect(page.locator('.clip img.veiled')).toHaveCount(0);
  await page.getByRole('region', { name: 'The joined conversation' }).press('End');
  await expect(page.locator('.source')).toContainText(/WR\/3, row [\d,]+ of 2,340, e\.jpg/);
  await resize(app, page, { width: 1280, height: 800, zoom: 2 });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
  const over = await page.evaluate(() => {
    const content = document.querySelector('.content');
    return content === null ? -1 : content.scrollWidth - content.clientWidth;
  });
  expect(over).toBe(0);
  await resize(app, page, { width: 1280, height: 800 });

  await page.getByRole('button', { name: /^WR\/5: open the original/ }).press('Enter');
  await page.getByRole('heading', { name: /^WR\/5 / }).waitFor();
  await page.getByRole('tab', { name: 'Alike' }).press('Enter');
  await page.getByRole('tab', { name: 'Alike' }).click();
  await page.getByRole('button', { name: 'The evening of 28 June' }).press('Enter');
  await page.getByRole('button', { name: 'New entry from this run' }).press('Enter');
  await page.getByRole('heading', { name: 'New entry' }).waitFor();
  const draft = await page.evaluate(async () => {
    const cases = await window.holdfast.cases.list({});
    const caseId = cases.ok ? (cases.value[0]?.id ?? '') : '';
    const runs = await window.holdfast.likeness.runs({ caseId });
    return runs.ok ? runs.value[0]?.refs : [];
  });
  expect(draft).toEqual(inOrder);
  for (const ref of inOrder) await expect(page.getByText(ref).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('copies are shown side by side, decided by a person, and marked; a changed message is shown', async () => {
  const open = await now();
  const { page, complaints } = open;
  await take(open, [
    { name: 'Screenshot_20260628-223100.png', scrolled: 600, clock: '22:31' },
    { name: 'IMG-20260701-WA0007.jpg', scrolled: 600, clock: '22:31', as: 'jpeg', width: 720 },
    {
      name: 'changed.png',
      scrolled: 1300,
      clock: '22:35',
      changed: 'Twelve texts and you do not pick up once',
    },
    { name: 'unchanged.png', scrolled: 1300, clock: '22:35' },
  ]);
  await page.getByText(/2 pairs of pictures look alike/).waitFor();
  await expect(page.getByRole('row').filter({ hasText: 'looks the same as' })).toHaveCount(4);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Compare pictures' }).press('Enter');

  await page.getByRole('heading', { name: 'WR/1 and WR/2' }).waitFor();
  await expect(page.getByText(/WR\/1 looks like the better original: it is larger/)).toBeVisible();
  await expect(page.getByText('WR/2 is smaller than WR/1.').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Same picture' }).press('Enter');

  await page.getByRole('heading', { name: 'WR/3 and WR/4' }).waitFor();
  await page.getByRole('button', { name: 'Show what differs' }).press('Enter');
  await page.getByRole('button', { name: 'Show these pictures' }).press('Enter');
  const marks = page.locator('.like-picture:first-child .mark');
  await expect(marks).toHaveCount(1);
  await expect(marks).toBeInViewport();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Different', exact: true }).press('Enter');
  await expect(page.getByText('Every pair is decided.')).toBeVisible();
  await expectAccessible(page);

  await goTo(page, 'Evidence');
  await expect(page.getByRole('row').filter({ hasText: 'same picture as' })).toHaveCount(2);
  await expect(page.getByText(/pairs? of pictures/)).toHaveCount(0);
  await expect(page.getByRole('row')).toHaveCount(4);
  expect(complaints).toEqual([]);
});
