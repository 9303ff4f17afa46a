import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { resize, startApp } from './helpers/app';
import { expectAccessibleInBothColours } from './helpers/axe';
import { demoPassphrase, test } from './helpers/demo';
import { sidewaysOf } from './helpers/look';

const room = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(name) })
    .click();

async function open(page: Page): Promise<void> {
  await page.getByLabel('Passphrase').fill(demoPassphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
}

/** A room of the casework, with what it has read. */
async function casework(page: Page, name: string): Promise<void> {
  await room(page, name);
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await expect(page.locator('.skeleton')).toHaveCount(0);
}

/** Every screen of the open app, each ready to be looked at when it is handed over. */
const screens: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['caseload', async (page) => page.getByRole('row').first().waitFor()],
  [
    'case',
    async (page) => {
      await page.getByRole('row', { name: /HF-0147/ }).click();
      await page.getByRole('heading', { name: 'Latest entries' }).waitFor();
    },
  ],
  [
    'evidence',
    async (page) => {
      await room(page, 'Evidence');
      await page.getByRole('row').first().waitFor();
    },
  ],
  [
    'exhibit',
    async (page) => {
      // By keyboard: a list that was just scrolled into view takes no clicks for a moment.
      await page.getByRole('row').first().press('Enter');
      await page.getByRole('heading', { name: 'Integrity' }).waitFor();
    },
  ],
  ...['Text', 'Where it came from', 'Continuity', 'Redaction'].map(
    (tab) =>
      [
        `exhibit: ${tab}`,
        async (page: Page) => {
          await page.getByRole('tab', { name: tab, exact: true }).click();
          await page.getByRole('tabpanel', { name: tab, exact: true }).waitFor();
        },
      ] as const,
  ),
  [
    'covering parts of an exhibit',
    async (page) => {
      await room(page, 'Evidence');
      await page.getByRole('searchbox').fill('20260923_220541');
      await page.getByRole('row').filter({ hasText: 'Instagram' }).first().press('Enter');
      await page.getByRole('heading', { name: 'Integrity' }).waitFor();
      await page.getByRole('tab', { name: 'Alike' }).click();
      await page.getByRole('tabpanel', { name: 'Alike' }).waitFor();
      await page.getByRole('button', { name: 'Redact', exact: true }).press('Enter');
      await page.getByRole('heading', { name: 'What is covered' }).waitFor();
      await page.getByRole('button', { name: 'Show this picture' }).press('Enter');
    },
  ],
  [
    'pictures that look alike',
    async (page) => {
      await room(page, 'Evidence');
      await page.getByRole('button', { name: 'Copies and conversations' }).press('Enter');
      await page.getByRole('heading', { name: 'Copies and conversations' }).waitFor();
      await page.getByRole('radio', { name: /Pictures that look alike/ }).click();
    },
  ],
  [
    'conversations',
    async (page) => {
      await page.getByRole('radio', { name: /^Conversations/ }).click();
    },
  ],
  [
    'messages',
    async (page) => {
      await room(page, 'Messages');
      await page.getByRole('listbox', { name: 'Messages and calls' }).waitFor();
    },
  ],
  [
    'court proceedings',
    async (page) => {
      await room(page, 'Court proceedings');
      await page.getByRole('heading', { name: 'Application for a non-molestation order' }).waitFor();
    },
  ],
  ...(
    [
      'People and details',
      'Contacts and tasks',
      'Risk and safety',
      'Orders and bail',
      'Police and court',
      'Letters and documents',
    ] as const
  ).map((name) => [name, (page: Page) => casework(page, name)] as const),
  [
    'chronology',
    async (page) => {
      await room(page, 'Chronology');
      await page.getByRole('option').first().waitFor();
    },
  ],
  [
    'patterns',
    async (page) => {
      await page.getByRole('radio', { name: 'Patterns' }).click();
      await page.getByRole('img', { name: /^Timeline/ }).waitFor();
      await page.getByRole('img', { name: /^Before and after/ }).waitFor();
    },
  ],
  [
    'coverage',
    async (page) => {
      await page.getByRole('radio', { name: 'Coverage' }).click();
      await page.getByRole('heading', { name: 'Stalking, section 2A' }).waitFor();
    },
  ],
  [
    'people and orders',
    async (page) => {
      await page.getByRole('radio', { name: 'People and orders' }).click();
      await page.getByRole('heading', { name: 'Orders and conditions' }).waitFor();
    },
  ],
  [
    'entry',
    async (page) => {
      await page.getByRole('radio', { name: 'Entries' }).click();
      await page.getByRole('listbox', { name: 'Entries' }).press('Enter');
      await page.getByRole('heading', { name: 'Change entry' }).waitFor();
    },
  ],
  [
    'bundle',
    async (page) => {
      await page.getByRole('button', { name: 'Close' }).click();
      await room(page, 'Bundles');
      await page.getByRole('heading', { name: 'Before it goes to court' }).waitFor();
    },
  ],
  [
    'transfers',
    async (page) => {
      await room(page, 'Transfers');
      await page.getByRole('heading', { name: 'What went out and came in' }).waitFor();
    },
  ],
  [
    'vault and safety',
    async (page) => {
      await room(page, 'Vault and safety');
      await page.getByRole('button', { name: 'Change passphrase' }).waitFor();
      await page.getByText('There is no backup yet').waitFor();
    },
  ],
  [
    'record of acts',
    async (page) => {
      await page.getByRole('button', { name: 'Open the record' }).press('Enter');
      await page.getByRole('table').waitFor();
    },
  ],
  ...(['Calendar', 'Figures', 'Keeping and requests'] as const).map(
    (name) => [name, (page: Page) => casework(page, name)] as const,
  ),
];

test('axe finds nothing on any screen, neither in light nor in dark colours', async ({ demo }) => {
  const { page, complaints, close } = await startApp(join(demo.folder, 'vault'));
  try {
    await page.getByRole('heading', { name: 'Unlock' }).waitFor();
    await expectAccessibleInBothColours(page);
    await open(page);
    for (const [name, ready] of screens) {
      await test.step(name, async () => {
        await ready(page);
        await expectAccessibleInBothColours(page);
      });
    }
    expect(complaints).toEqual([]);
  } finally {
    await close();
  }
});

test('no screen scrolls sideways at 200 % zoom', async ({ demo }) => {
  const { app, page, close } = await startApp(join(demo.folder, 'vault'));
  try {
    await resize(app, page, { width: 1280, height: 800, zoom: 2 });
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
    await open(page);
    for (const [name, ready] of screens) {
      await test.step(name, async () => {
        await ready(page);
        expect(await sidewaysOf(page)).toEqual([0, 0]);
      });
    }
  } finally {
    await close();
  }
});

test('opening an entry far down leaves the list where it is', async ({ demo }) => {
  const { page, close } = await startApp(join(demo.folder, 'vault'));
  try {
    await open(page);
    await page.getByRole('row', { name: /HF-0147/ }).click();
    await room(page, 'Chronology');
    await page.getByRole('option').first().waitFor();
    const list = page.getByRole('listbox', { name: 'Entries' });
    const box = await list.boundingBox();
    if (box === null) throw new Error('there is no list');
    await page.mouse.move(box.x + 300, box.y + 200);
    await page.mouse.wheel(0, 900);
    const scrolled = (): Promise<number> => list.evaluate((each) => each.scrollTop);
    await expect.poll(scrolled).toBe(900);
    // The list takes no clicks while it still scrolls.
    const at = { x: box.x + 300, y: box.y + 200 };
    const overRow = (): Promise<boolean> =>
      page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.closest('[role=option]') != null, at);
    await expect.poll(overRow).toBe(true);
    await page.mouse.click(at.x, at.y);
    await page.getByRole('heading', { name: 'Change entry' }).waitFor();
    expect(await scrolled()).toBeGreaterThan(600);
  } finally {
    await close();
  }
});

test('a picture of the case can be seen only through the page it belongs to', async ({ demo }) => {
  const { page, close } = await startApp(join(demo.folder, 'vault'));
  try {
    await open(page);
    const answers = await page.evaluate(async () => {
      const status = (address: string): Promise<string> =>
        fetch(address).then(
          (response) => String(response.status),
          () => 'refused',
        );
      return Promise.all(
        [
          'evidence://item/../../vault.json',
          'evidence://item/%2e%2e%2fvault.json',
          'file:///etc/passwd',
          'app://holdfast/../../package.json',
        ].map(status),
      );
    });
    for (const answer of answers) expect(answer).toMatch(/^(refused|4\d\d)$/);
  } finally {
    await close();
  }
});

test('a heading that comes late leaves the focus where somebody has moved it meanwhile', async ({ demo }) => {
  const { page, close } = await startApp(join(demo.folder, 'vault'));
  try {
    await open(page);
    const focused = page.locator(':focus');
    await expect(focused).toHaveText('Caseload');
    // All of it has been read: what changes next is the other screen.
    await page
      .getByRole('button', { name: /^Open HF-0147/ })
      .first()
      .waitFor();
    await page
      .getByRole('row', { name: /HF-0147/ })
      .getByText(/late$/)
      .waitFor();
    await page.evaluate(() => {
      const screen = document.querySelector('main');
      const elsewhere = [...document.querySelectorAll('nav button')].find(
        ({ textContent }) => textContent === 'Transfers',
      );
      if (screen === null || !(elsewhere instanceof HTMLElement))
        throw new Error('the window has other parts');
      // The first change of the screen is its waiting form; what it shows has to be read from the vault first.
      const watch = new MutationObserver(() => {
        watch.disconnect();
        elsewhere.focus();
      });
      watch.observe(screen, { childList: true, subtree: true });
    });
    await page.getByRole('row', { name: /HF-0147/ }).press('Enter');
    await page.getByRole('heading', { name: 'Latest entries' }).waitFor();
    await expect(focused).toHaveText('Transfers');
    await room(page, 'Caseload');
    await page.getByRole('row', { name: /HF-0147/ }).press('Enter');
    await page.getByRole('heading', { name: 'Latest entries' }).waitFor();
    expect(await focused.evaluate(({ tagName }) => tagName)).toBe('H1');
  } finally {
    await close();
  }
});
