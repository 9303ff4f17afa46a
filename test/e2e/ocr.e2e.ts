import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import * as z from 'zod';
import { wordAccuracy } from '../bench/ocr-screens';
import { chooseToOpen } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { buildBundle, pagesOf, saveBundle } from './helpers/bundle';
import { makeCase } from './helpers/import';
import { tool } from './helpers/pdf';
import { root } from './helpers/runtime';
import { startOnNewVault } from './helpers/vault';

/**
 * Pictures of conversations as messengers send them on, worn by JPEG, with the words on each. They are stored and not drawn
 * here, so that no font of this machine has a part in it.
 */
const screens = join(root, 'test', 'fixtures', 'screens');
const words = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(join(screens, 'words.json'), 'utf8')));

let folder = '';
let running: RunningApp | null = null;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-ocr-'));
});
test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

test('dark and light screens as they are sent on are read nearly whole, and their wallpaper is not read as words', async () => {
  running = await startOnNewVault(join(folder, 'vault'));
  const { app, page } = running;
  const caseId = await makeCase(page, 'HF-0778');
  await page.getByRole('row').filter({ hasText: 'HF-0778' }).click();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /Evidence/u })
    .click();
  const names = Object.keys(words);
  await chooseToOpen(
    app,
    names.map((name) => join(screens, name)),
  );
  await page.getByRole('button', { name: 'Add files' }).first().click();
  await page.getByRole('button', { name: 'See every file' }).waitFor();
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const answer = await window.holdfast.text.state({});
          return answer.ok ? answer.value.waiting + answer.value.failed : -1;
        }),
      { timeout: 240_000 },
    )
    .toBe(0);
  const read = await page.evaluate(async (id) => {
    const list = await window.holdfast.evidence.list({ caseId: id });
    if (!list.ok) throw new Error(list.error.code);
    return Promise.all(
      list.value.map(async (item) => {
        const answer = await window.holdfast.text.item({ id: item.id });
        if (!answer.ok) throw new Error(answer.error.code);
        return {
          id: item.id,
          name: item.fileName,
          text: answer.value.pages.map(({ text }) => text).join(' '),
        };
      }),
    );
  }, caseId);
  expect(read.map(({ name }) => name).sort()).toEqual([...names].sort());
  const poor = read
    .map(({ name, text }) => ({
      name,
      right: wordAccuracy(
        (words[name] ?? '').split(' '),
        text.split(/\s+/u).filter((word) => word !== ''),
      ),
    }))
    .filter(({ right }) => right < 0.9);
  expect(poor).toEqual([]);

  // What was read lies under the pictures of a bundle, word for word: whoever searches the file finds what the case finds.
  const bundle = await buildBundle(
    page,
    caseId,
    read.map(({ id }) => id),
  );
  const path = join(folder, 'bundle.pdf');
  await saveBundle(running, bundle.id, path);
  const lost = read.flatMap(({ id, name, text }) => {
    const sheets = pagesOf(bundle, id);
    const shown = tool('pdftotext', '-f', String(sheets[0]), '-l', String(sheets.at(-1)), path, '-');
    return text
      .split(/\s+/u)
      .filter((word) => !shown.normalize('NFKC').includes(word.normalize('NFKC')))
      .map((word) => `${name}: ${word}`);
  });
  expect(lost).toEqual([]);
});
