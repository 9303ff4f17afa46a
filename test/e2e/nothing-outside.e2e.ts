import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { chooseToOpen, pressInWindow, startApp } from './helpers/app';
import { takeIn } from './helpers/import';
import { makeVaultThroughTheDoor } from './helpers/vault';

/** Words that are in the case and in nothing else: whoever finds them has found plain text. */
const planted = 'quillonberry';

test('nothing of a vault lies outside its folder while a case is made, bundled, backed up, and locked in the middle', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-outside-'));
  const at = (name: string): string => join(folder, name);
  for (const name of ['temp', 'home', 'stick', 'in']) mkdirSync(at(name));
  writeFileSync(join(at('in'), 'note.txt'), `he said ${planted} again\n`);
  const running = await startApp(at('vault'), undefined, { HOME: at('home'), TMPDIR: at('temp') });
  const { page, app } = running;
  try {
    await makeVaultThroughTheDoor(page, ['velvet', 'anchor', 'thirty', 'puffins']);
    const caseId = await page.evaluate(async (alias) => {
      const made = await window.holdfast.cases.create({
        reference: 'OUT-1',
        alias,
        exhibitInitials: 'OU',
        safeContact: { rule: alias },
      });
      return made.ok ? made.value.id : '';
    }, planted);
    await chooseToOpen(app, [join(at('in'), 'note.txt')]);
    await takeIn(page, caseId);
    expectNothingOutside(folder);

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
    expectNothingOutside(folder);
    // The second one is cut off as soon as it is heard of.
    await page.evaluate(async () => {
      const { holdfast } = window;
      const state = await holdfast.backup.state({});
      if (state.ok) await holdfast.backup.again({ id: state.value.places[0]?.id ?? '' });
    });
    await pressInWindow(app, 'L', ['control']);
    await page.getByRole('heading', { name: 'Unlock' }).waitFor();
    expectNothingOutside(folder);
    expect(readdirSync(at('vault'))).not.toContain('scratch');
  } finally {
    await running.close();
  }
  expectNothingOutside(folder);
  rmSync(folder, { recursive: true, force: true });
});

/** Chromium keeps a profile and makes small files of its own; none may be ours, and none may hold what is in the case. */
function expectNothingOutside(folder: string): void {
  expect(readdirSync(folder).sort()).toEqual(['home', 'in', 'stick', 'temp', 'vault']);
  for (const place of ['home', 'temp', 'stick']) {
    for (const name of readdirSync(join(folder, place), { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, place, name);
      if (place !== 'stick')
        expect(name).not.toMatch(/vault\.(db|json)|holdfast-(trial|check|export)|\.part$/);
      const found = statSync(path, { throwIfNoEntry: false });
      if (found?.isFile() !== true) continue;
      const bytes = readFileSync(path);
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(bytes.includes(Buffer.from(planted, encoding)), name).toBe(false);
    }
  }
}
