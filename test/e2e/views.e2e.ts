import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Route } from '../../renderer/kit/navigation';
import { pressInWindow, startApp } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { copyDemoVault, demoPassphrase, test } from './helpers/demo';
import type { Demo } from './helpers/demo';
import { giveTwoVersions } from './helpers/two-versions';

const room = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(name) })
    .click();

/** The app on a copy of the demo's vault: choices are acts too, and other tests count on theirs. */
async function startCopy(
  demo: Demo,
  prepare: (folder: string) => Promise<void> = () => Promise.resolve(),
): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-views-'));
  await copyDemoVault(demo.folder, folder);
  await prepare(folder);
  const running = await startApp(folder);
  return {
    ...running,
    close: async () => {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openCase(page: Page): Promise<void> {
  await page.getByLabel('Passphrase').fill(demoPassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: /HF-0147/ }).click();
  await page.getByRole('heading', { name: 'Latest entries' }).waitFor();
}

async function openExhibit(page: Page, words: string): Promise<void> {
  await room(page, 'Evidence');
  await page.getByRole('searchbox').fill(words);
  await expect(page.getByRole('grid', { name: 'Exhibits' }).getByRole('row')).toHaveCount(1);
  await page.getByRole('grid', { name: 'Exhibits' }).getByRole('row').press('Enter');
  await page.getByRole('heading', { name: 'Integrity' }).waitFor();
}

async function casework(page: Page, name: string): Promise<void> {
  await room(page, name);
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

/** How each room is reached. The type makes the list whole: a new room does not compile until it is opened here. */
const rooms: Readonly<Record<Route['name'], (page: Page) => Promise<void>>> = {
  caseload: async (page) => {
    await room(page, 'Caseload');
    await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  },
  case: async (page) => {
    await page.getByRole('row', { name: /HF-0147/ }).click();
    await page.getByRole('heading', { name: 'Latest entries' }).waitFor();
  },
  evidence: async (page) => {
    await room(page, 'Evidence');
    await page.getByRole('grid', { name: 'Exhibits' }).getByRole('row').first().waitFor();
  },
  'evidence-item': (page) => openExhibit(page, '20260923_220541'),
  likeness: async (page) => {
    await room(page, 'Evidence');
    await page.getByRole('button', { name: 'Copies and conversations' }).press('Enter');
    await page.getByRole('heading', { name: 'Copies and conversations' }).waitFor();
  },
  'two-versions': async (page) => {
    await room(page, 'Overview');
    await page.getByRole('button', { name: 'Look at both' }).press('Enter');
    await page.getByText('3 records to decide.').waitFor();
  },
  redact: async (page) => {
    await openExhibit(page, '20260923_220541');
    await page.getByRole('button', { name: 'Redact', exact: true }).press('Enter');
    await page.getByRole('heading', { name: 'What is covered' }).waitFor();
  },
  messages: async (page) => {
    await room(page, 'Messages');
    await page.getByRole('listbox', { name: 'Messages and calls' }).waitFor();
  },
  proceedings: async (page) => {
    await room(page, 'Court proceedings');
    await page.getByRole('heading', { name: 'Application for a non-molestation order' }).waitFor();
  },
  chronology: async (page) => {
    await room(page, 'Chronology');
    await page.getByRole('option').first().waitFor();
  },
  people: (page) => casework(page, 'People and details'),
  contacts: (page) => casework(page, 'Contacts and tasks'),
  risk: (page) => casework(page, 'Risk and safety'),
  protection: (page) => casework(page, 'Orders and bail'),
  response: (page) => casework(page, 'Police and court'),
  letters: (page) => casework(page, 'Letters and documents'),
  duties: async (page) => {
    await room(page, 'Overview');
    await page.getByRole('button', { name: 'All that is missing' }).press('Enter');
    await page.getByRole('heading', { name: 'What is missing', level: 1 }).waitFor();
  },
  bundle: async (page) => {
    await room(page, 'Bundles');
    await page.getByRole('heading', { name: 'Before it goes to court' }).waitFor();
  },
  pack: async (page) => {
    await room(page, 'Packs');
    await page.getByRole('heading', { name: 'Packs that were made' }).waitFor();
  },
  calendar: (page) => casework(page, 'Calendar'),
  figures: (page) => casework(page, 'Figures'),
  retention: (page) => casework(page, 'Keeping and requests'),
  transfer: async (page) => {
    await room(page, 'Transfers');
    await page.getByRole('heading', { name: 'What went out and came in' }).waitFor();
  },
  vault: async (page) => {
    await room(page, 'Vault and safety');
    await page.getByRole('button', { name: 'Change passphrase' }).waitFor();
  },
  audit: async (page) => {
    await room(page, 'Vault and safety');
    await page.getByRole('button', { name: 'Open the record' }).press('Enter');
    await page.getByRole('table').waitFor();
  },
};

/** What the words of a part that failed begin with, in `renderer/strings/errors.ts`. */
const failed = (page: Page): Locator => page.getByText('This could not be shown');

/** The choices that a screen offers: a few side by side, a list that opens, tabs. */
const choices =
  'main [role="radiogroup"], main [role="tablist"], main button[aria-haspopup="listbox"]:not([disabled])';

interface Choice {
  readonly name: string;
  readonly place: number;
  readonly isList: boolean;
}

async function choicesOn(page: Page, taken: ReadonlySet<string>): Promise<readonly Choice[]> {
  const all = await page.locator(choices).evaluateAll((elements) =>
    elements.map((element, place) => {
      const named = element.getAttribute('aria-label') ?? '';
      const by = (element.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id))
        // Not the value that is shown: it changes with every choice.
        .filter((label) => label !== null && !element.contains(label))
        .map((label) => label?.textContent ?? '')
        .join(' ');
      const isSeen = element.checkVisibility();
      return { name: `${named} ${by}`.trim(), place, isList: element.tagName === 'BUTTON', isSeen };
    }),
  );
  // What lies in a section that is folded can be chosen by nobody.
  return all.filter(({ name, isSeen }) => isSeen && !taken.has(name));
}

/** How many options a closed list has: it keeps them all for the system's own form filling. */
async function optionsOf(control: Locator): Promise<number> {
  return control.evaluate(
    (button) => button.parentElement?.querySelectorAll('select option[value]:not([value=""])').length ?? 0,
  );
}

/** Every combination is many minutes: without this, of what stands below two other choices every second option is taken each time. */
const takesAll = process.env.HOLDFAST_COMBINATIONS !== undefined;

/** How often a choice was gone through, so that the other half of its options has its turn the next time. */
type Turns = Map<string, number>;

/** Takes every choice of a screen in many combinations, or in all; what a choice uncovers is gone through too. */
async function takeEveryChoice(
  page: Page,
  check: (path: string) => Promise<void>,
  turns: Turns,
  taken: ReadonlySet<string> = new Set(),
  path = '',
): Promise<number> {
  const [choice] = await choicesOn(page, taken);
  if (choice === undefined) {
    await check(path);
    return 1;
  }
  const control = page.locator(choices).nth(choice.place);
  const options = control.locator('[role="radio"], [role="tab"], input[type="radio"]');
  const list = page.getByRole('listbox').and(page.locator('.popover *'));
  if (choice.isList) {
    await control.press('Enter');
    await list.getByRole('option').first().press('Enter');
    await list.waitFor({ state: 'detached' });
  }
  const count = choice.isList ? await optionsOf(control) : await options.count();
  const turn = turns.get(choice.name) ?? 0;
  turns.set(choice.name, turn + 1);
  const isHalf = taken.size > 1 && !takesAll;
  let seen = 0;
  for (let each = 0; each < count; each += 1) {
    // Arrow keys turn the pages of a list without opening it.
    if (!choice.isList) await options.nth(each).press(' ');
    else if (each > 0) await control.press('ArrowRight');
    if (isHalf && (each + turn) % 2 === 1) continue;
    const here = `${path} ${choice.name} ${each}`;
    await check(here);
    const dialog = page.getByRole('dialog');
    if ((await dialog.count()) > 0) {
      // A choice that leads to a form: nothing else can be chosen beside it.
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      seen += 1;
      continue;
    }
    seen += await takeEveryChoice(page, check, turns, new Set([...taken, choice.name]), here);
  }
  if (choice.isList) for (let each = 1; each < count; each += 1) await control.press('ArrowLeft');
  return seen;
}

/** What was asked for has been drawn: twice round the page's own clock. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

test('every room opens, and none fails with any of the choices on it, in many combinations', async ({
  demo,
}) => {
  // One of the rooms is there only where a record has two versions.
  const { page, complaints, close } = await startCopy(demo, (folder) =>
    giveTwoVersions(folder, demoPassphrase),
  );
  const opened: Record<string, number> = {};
  try {
    await openCase(page);
    for (const [name, open] of Object.entries(rooms)) {
      await test.step(name, async () => {
        await open(page);
        const check = async (path: string): Promise<void> => {
          await drawn(page);
          expect(await failed(page).count(), `${name}:${path}`).toBe(0);
          expect(complaints, `${name}:${path}`).toEqual([]);
        };
        await check('');
        opened[name] = await takeEveryChoice(page, check, new Map());
      });
    }
    await rooms.caseload(page);
    expect(complaints).toEqual([]);
    // The ways of looking at exhibits: 2 orders, 2 views, at least 7 filters and 5 kinds.
    expect(opened['evidence']).toBeGreaterThanOrEqual(takesAll ? 2 * 2 * 7 * 5 : 2 * 2 * 3 * 2);
    expect(opened['chronology']).toBeGreaterThanOrEqual(4);
  } finally {
    await close();
  }
});

/** Makes whatever asks for the ends of a text with this word in it throw, as a fault of a screen would. */
async function breakAt(page: Page, word: string): Promise<void> {
  await page.evaluate((at) => {
    const own = Object.getOwnPropertyDescriptor(String.prototype, 'trim');
    const { trimStart } = String.prototype as { readonly trimStart: (this: string) => string };
    Object.defineProperty(String.prototype, 'trim', {
      ...own,
      value(this: string): string {
        if (this.includes(at)) throw new Error('a fault for the test');
        return trimStart.call(this).trimEnd();
      },
    });
    Object.assign(window, { mend: () => Object.defineProperty(String.prototype, 'trim', own ?? {}) });
  }, word);
}

const mend = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (window as unknown as { readonly mend: () => void }).mend();
  });

test('a screen that fails says so plainly, and keeps the rest of the app and what was typed', async ({
  demo,
}) => {
  const { page, close } = await startCopy(demo);
  try {
    await openCase(page);
    await room(page, 'Chronology');
    await page.getByRole('radio', { name: 'People and orders' }).click();
    await page.getByRole('button', { name: 'Add a person' }).press('Enter');
    const dialog = page.getByRole('dialog');
    // From the first try on, the form looks at the name as it is typed.
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByRole('textbox').last().fill('A note of some length about her.');
    await breakAt(page, 'brimstone');
    await dialog.getByRole('textbox').first().pressSequentially('Pat brimston');
    await dialog.getByRole('textbox').first().press('e');
    await expect(page.getByRole('alert').filter({ hasText: 'This could not be shown' })).toBeVisible();
    const kept = page.getByLabel('In the fields when it failed');
    await expect(kept).toHaveValue(/Pat brimston/);
    await expect(kept).toHaveValue(/A note of some length about her\./);
    await mend(page);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('radio', { name: 'Entries' }).waitFor();
    await expect(kept).toHaveValue(/Pat brimston/);
    await room(page, 'Transfers');
    await page.getByRole('heading', { name: 'What went out and came in' }).waitFor();
  } finally {
    await close();
  }
});

test('a form that fails offers its draft again', async ({ demo }) => {
  const { page, close } = await startCopy(demo);
  try {
    await openCase(page);
    await room(page, 'Chronology');
    await page.getByRole('button', { name: /^New entry/ }).click();
    await page.getByRole('heading', { name: 'New entry' }).waitFor();
    await page.getByLabel('In a few words').fill('He waited at the gate.');
    await breakAt(page, 'brimstone');
    await page.getByLabel('In a few words').pressSequentially(' It smelt of brimstone');
    await expect(page.getByRole('alert').filter({ hasText: 'This could not be shown' })).toBeVisible();
    await mend(page);
    await page.getByRole('button', { name: 'Try again' }).click();
    // The same room comes back with the same form, which finds its draft.
    await expect(page.getByText(/and not saved yet/)).toBeVisible();
    await expect(page.getByLabel('In a few words')).toHaveValue(
      /^He waited at the gate\. It smelt of brimston/,
    );
  } finally {
    await close();
  }
});

test('letters typed at once after the search was asked for are all in its box', async ({ demo }) => {
  const { app, page, close } = await startCopy(demo);
  const words = 'lanterns by the gate';
  const box = page.getByRole('dialog').getByRole('searchbox');
  try {
    await openCase(page);
    await test.step('by the key, from anywhere', async () => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(words);
      await expect(box).toHaveValue(words);
      await page.keyboard.press('Escape');
    });
    await test.step('by the button, with the mouse', async () => {
      await page.getByRole('button', { name: /^Search this case/ }).click();
      await page.keyboard.type(words);
      await expect(box).toHaveValue(words);
      await page.keyboard.press('Escape');
    });
    await test.step('by the button, with the keyboard', async () => {
      await page.getByRole('button', { name: /^Search this case/ }).press('Enter');
      await page.keyboard.type(words);
      await expect(box).toHaveValue(words);
      await page.keyboard.press('Escape');
    });
    await test.step('in the middle of another field, as the system gives the keys', async () => {
      await room(page, 'Evidence');
      const filter = page.locator('main').getByRole('searchbox');
      await filter.fill('K');
      await pressInWindow(app, 'K', ['control']);
      await app.evaluate(({ BrowserWindow }, typed) => {
        const window = BrowserWindow.getAllWindows().find((each) => each.isVisible());
        for (const keyCode of typed) {
          window?.webContents.sendInputEvent({ type: 'keyDown', keyCode });
          window?.webContents.sendInputEvent({ type: 'char', keyCode });
          window?.webContents.sendInputEvent({ type: 'keyUp', keyCode });
        }
      }, words);
      await expect(box).toHaveValue(words);
      await page.keyboard.press('Escape');
      await expect(filter).toHaveValue('K');
    });
  } finally {
    await close();
  }
});

test('an answer about safe contact that nobody gave is not known, and a no is a no', async ({ demo }) => {
  const { page, close } = await startCopy(demo);
  const card = page.locator('.safe-box');
  const answers = async (): Promise<readonly string[]> =>
    (await card.locator('dt, dd').allTextContents()).filter((text) => text !== '');
  try {
    await page.getByLabel('Passphrase').fill(demoPassphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'New case' }).first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Reference').fill('N-1');
    await form.getByLabel('Known as').fill('Wren');
    await form.getByLabel('Exhibit initials').fill('WR');
    await form.getByLabel('The rule, in one line').fill('Not known yet. Ask first.');
    await form.getByRole('button', { name: 'Save' }).click();
    // What is asked next may be left for later.
    await page.getByRole('dialog', { name: 'Referral' }).getByRole('button', { name: 'Cancel' }).click();
    await card.waitFor();
    expect(await answers()).toEqual([
      'Texts safe',
      'Not known',
      'Voicemail safe',
      'Not known',
      'E-mail safe',
      'Not known',
    ]);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Edit case' }).click();
    await form
      .getByRole('radiogroup', { name: 'Texts are safe' })
      .getByRole('radio', { name: 'No', exact: true })
      .click();
    await form
      .getByRole('radiogroup', { name: 'E-mail is safe' })
      .getByRole('radio', { name: 'Yes' })
      .click();
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(answers)
      .toEqual(['Texts safe', 'No', 'Voicemail safe', 'Not known', 'E-mail safe', 'Yes']);
  } finally {
    await close();
  }
});
