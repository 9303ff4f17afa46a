import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { chooseToOpen, pressInWindow, startApp } from './helpers/app';
import { takeIn } from './helpers/import';
import { filesWith } from './helpers/left-behind';
import { goTo } from './helpers/rooms';
import { root } from './helpers/runtime';
import { makeVaultThroughTheDoor } from './helpers/vault';

/** Words that are in the case and in nothing else: whoever finds them has found plain text. */
const planted = 'quillonberry';
const passphrase = ['velvet', 'anchor', 'thirty', 'puffins'];

test('nothing of a vault lies outside its folder while a case is made, bundled, backed up, and locked in the middle', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-outside-'));
  const at = (name: string): string => join(folder, name);
  for (const name of ['temp', 'home', 'stick', 'in']) mkdirSync(at(name));
  writeFileSync(join(at('in'), `note of ${planted}.txt`), `he said ${planted} again\n`);
  writeFileSync(
    join(at('in'), `WhatsApp Chat with ${planted}.txt`),
    ['one', 'two', 'three']
      .map((word, n) => `0${n + 1}/03/2026, 21:0${n} - ${planted}: ${word} ${planted}\n`)
      .join(''),
  );
  const running = await startApp(at('vault'), undefined, { HOME: at('home'), TMPDIR: at('temp') });
  const { page, app, profile } = running;
  try {
    await makeVaultThroughTheDoor(page, passphrase);
    const caseId = await page.evaluate(async (alias) => {
      const made = await window.holdfast.cases.create({
        reference: 'OUT-1',
        alias,
        exhibitInitials: 'OU',
        safeContact: { rule: alias },
      });
      return made.ok ? made.value.id : '';
    }, planted);
    await chooseToOpen(app, [
      ...readdirSync(at('in')).map((name) => join(at('in'), name)),
      join(root, 'resources', 'sample-case', 'evidence', 'IMG_0398.PNG'),
    ]);
    await takeIn(page, caseId);
    await lookAround(page);
    // If this found nothing where there is something, finding nothing would prove nothing.
    expect(filesWith(at('in'), [planted])).toHaveLength(2);
    expectNothingOutside(folder, profile);

    await chooseToOpen(app, [at('stick')]);
    await page.evaluate(async () => {
      const { holdfast } = window;
      const picked = await holdfast.paths.pick({ purpose: 'backup' });
      if (!picked.ok || picked.value === null) throw new Error('nothing picked');
      const first = await holdfast.backup.startAt({ target: picked.value.token });
      if (!first.ok) throw new Error(first.error.code);
      for (;;) {
        const jobs = await holdfast.jobs.list({});
        if (!jobs.ok || jobs.value.every(({ state, kind }) => kind !== 'backup' || state !== 'running'))
          return;
      }
    });
    expectNothingOutside(folder, profile);
    // The second one is cut off as soon as it is heard of.
    await page.evaluate(async () => {
      const { holdfast } = window;
      const state = await holdfast.backup.state({});
      if (state.ok) await holdfast.backup.again({ id: state.value.places[0]?.id ?? '' });
    });
    await pressInWindow(app, 'L', ['control']);
    await page.getByRole('heading', { name: 'Unlock' }).waitFor();
    expectNothingOutside(folder, profile);
    expect(readdirSync(at('vault'))).not.toContain('scratch');
  } finally {
    await running.close();
  }
  expectNothingOutside(folder, profile);
  rmSync(folder, { recursive: true, force: true });
});

/** Goes through screens that show names, files, pictures and messages, types, copies and searches, so that Chromium has seen all of it. */
async function lookAround(page: Page): Promise<void> {
  await page.getByRole('row').filter({ hasText: 'OUT-1' }).click();
  for (const room of ['Evidence', 'Messages', 'Chronology']) {
    await goTo(page, room);
    await page
      .getByRole('heading', { name: new RegExp(room, 'u') })
      .first()
      .waitFor();
  }
  await page.keyboard.press('Control+K');
  await page.keyboard.type(`${planted} again`);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await page.keyboard.press('Escape');
}

/** Chromium keeps a profile and makes small files of its own; none may be ours, and none may hold what is in the case. */
function expectNothingOutside(folder: string, profile: string): void {
  expect(readdirSync(folder).sort()).toEqual(['home', 'in', 'stick', 'temp', 'vault']);
  for (const place of [join(folder, 'home'), join(folder, 'temp'), join(folder, 'stick'), profile]) {
    // The profile is gone once the app was closed.
    if (!existsSync(place)) continue;
    expect(filesWith(place, [planted, passphrase.join(' ')])).toEqual([]);
    if (place === join(folder, 'stick')) continue;
    for (const name of readdirSync(place, { recursive: true, encoding: 'utf8' }))
      expect(name).not.toMatch(/vault\.(db|json)|holdfast-(trial|check|export)|\.part$|\.dmp$/);
  }
}
