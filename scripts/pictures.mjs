import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright-core';

/**
 * Takes the pictures of the README from the real app: opens a vault that `npm run demo` made, walks the screens.
 * Options: --vault DIR --passphrase WORDS --to DIR --size WIDTHxHEIGHT --zoom FACTOR --dark
 */
const root = join(import.meta.dirname, '..');
const argument = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const base = process.env.HOLDFAST_CALLED_FROM ?? process.cwd();
const vault = resolve(base, argument('vault', 'demo-out/vault'));
const passphrase = argument('passphrase', 'lighthouse marble cycle orchard');
const to = resolve(base, argument('to', 'resources/pictures'));
const [width, height] = argument('size', '1280x800').split('x').map(Number);
mkdirSync(to, { recursive: true });

const runtime = JSON.parse(readFileSync(join(root, 'out', 'runtime.json'), 'utf8'));
const profile = mkdtempSync(join(tmpdir(), 'holdfast-pictures-'));
const app = await _electron.launch({
  executablePath: runtime.electronPath,
  args: [
    ...runtime.electronArgs,
    join(root, 'out', 'main.cjs'),
    '--vault',
    vault,
    '--force-device-scale-factor=1',
    `--user-data-dir=${profile}`,
  ],
  env: { ...process.env, ...runtime.env },
});
const page = await app.firstWindow();
page.on('console', (message) => {
  if (message.type() === 'error') console.log('page:', message.text());
});
if (process.argv.includes('--dark')) await page.emulateMedia({ colorScheme: 'dark' });
const window = await app.browserWindow(page);
await window.evaluate(
  (each, size) => {
    each.setContentSize(size.width, size.height);
    each.webContents.setZoomFactor(size.zoom);
  },
  { width, height, zoom: Number(argument('zoom', '1')) },
);

async function picture(name) {
  // Pictures and fonts arrive in their own time.
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined)));
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    // What was just put on the page is drawn with the next frame but one.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  // Not Playwright's own: it cuts a zoomed page to its size in CSS pixels.
  const png = await window.evaluate(async (each) =>
    (await each.webContents.capturePage()).toPNG().toString('base64'),
  );
  writeFileSync(join(to, `${name}.png`), Buffer.from(png, 'base64'));
  console.log(`${name}.png`);
}

async function walk() {
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
  await picture('unlock');
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  await page.getByRole('row').first().waitFor();
  await picture('caseload');
  // A reminder that a vault made for pictures will never heed.
  const later = page.getByRole('button', { name: 'Not now' });
  while ((await later.count()) > 0) await later.first().click();
  await page.getByRole('row', { name: /HF-0147/ }).click();
  await page.getByRole('heading', { name: 'Latest entries' }).waitFor();
  await picture('case');
  const nav = page.getByRole('navigation');
  await nav.getByRole('button', { name: /Evidence/ }).click();
  await page.getByRole('row').first().waitFor();
  await picture('evidence-blurred');
  await page.getByRole('button', { name: 'Show pictures' }).click();
  await picture('evidence');
  const conflict = page.getByRole('row').filter({ hasText: 'dates disagree' }).first();
  const target = (await conflict.count()) > 0 ? conflict : page.getByRole('row').first();
  await target.locator('.words').click();
  await page.getByRole('heading', { name: 'Integrity' }).waitFor();
  await picture('exhibit');
  for (const [tab, name] of [
    ['Text', 'exhibit-text'],
    ['Where it came from', 'exhibit-provenance'],
    ['Continuity', 'exhibit-continuity'],
  ]) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await page.getByRole('tabpanel', { name: tab, exact: true }).waitFor();
    await picture(name);
  }
  await page.getByRole('button', { name: 'Redact', exact: true }).press('Enter');
  await page.getByRole('heading', { name: 'What is covered' }).waitFor();
  await page.getByRole('button', { name: 'Add box' }).press('Enter');
  await page.getByRole('group', { name: 'Box 1' }).waitFor();
  await picture('redaction');
  await nav.getByRole('button', { name: /Evidence/ }).click();
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await page.getByRole('button', { name: 'Copies and conversations' }).click();
  await page.getByRole('radio', { name: /Pictures that look alike/ }).click();
  await picture('alike');
  await page.getByRole('radio', { name: /^Conversations/ }).click();
  await picture('conversations');
  await nav.getByRole('button', { name: /Messages/ }).click();
  await page.getByRole('listbox', { name: 'Messages and calls' }).waitFor();
  await picture('messages');
  await nav.getByRole('button', { name: /Chronology/ }).click();
  await page.getByRole('option').first().waitFor();
  await page
    .getByLabel('Add', { exact: true })
    .fill('about 9pm on 3 Nov he waited by the staff entrance and followed her to the bus stop');
  await picture('chronology');
  await page.getByLabel('Add', { exact: true }).fill('');
  await page.getByRole('listbox', { name: 'Entries' }).press('ArrowDown');
  await page.getByRole('listbox', { name: 'Entries' }).press('Enter');
  await page.getByRole('heading', { name: 'Change entry' }).waitFor();
  await picture('entry');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('radio', { name: 'Patterns' }).click();
  await page.getByRole('img', { name: /^Timeline/ }).waitFor();
  await picture('patterns');
  await page.getByRole('radio', { name: 'Coverage' }).click();
  await page.getByRole('heading', { name: 'Stalking, section 2A' }).waitFor();
  await picture('coverage');
  for (const [room, name] of [
    ['People and details', 'people'],
    ['Contacts and tasks', 'contacts'],
    ['Risk and safety', 'risk'],
    ['Orders and bail', 'protection'],
    ['Police and court', 'response'],
    ['Letters and documents', 'letters'],
  ]) {
    await nav.getByRole('button', { name: room }).click();
    await page.getByRole('heading', { name: room, level: 1 }).waitFor();
    await page
      .getByRole('button', { name: /^(Change|Correct|Read it)/ })
      .first()
      .waitFor();
    await picture(name);
  }
  await nav.getByRole('button', { name: /Bundles/ }).click();
  await page.getByRole('heading', { name: 'Before it goes to court' }).waitFor();
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.locator('.paper img').waitFor();
  await picture('bundle');
  for (const [room, name] of [
    ['Calendar', 'calendar'],
    ['Figures', 'figures'],
    ['Keeping and requests', 'retention'],
  ]) {
    await nav.getByRole('button', { name: room }).click();
    await page.getByRole('heading', { name: room, level: 1 }).waitFor();
    await picture(name);
  }
  await nav.getByRole('button', { name: /Transfers/ }).click();
  await page.getByRole('heading', { name: 'What went out and came in' }).waitFor();
  await picture('transfers');
  await nav.getByRole('button', { name: 'Vault and safety' }).click();
  await page.getByRole('button', { name: 'Change passphrase' }).waitFor();
  await picture('vault');
  await page.getByRole('button', { name: 'Open the record' }).press('Enter');
  await page.getByRole('table').waitFor();
  await picture('record');
}

try {
  await walk();
} finally {
  await app.close();
  rmSync(profile, { recursive: true, force: true });
}
