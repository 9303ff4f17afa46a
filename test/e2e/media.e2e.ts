import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { wav } from '../helpers/evidence-fixtures';
import { smallMp4, smallWebm } from '../helpers/small-media';
import { chooseToOpen } from './helpers/app';
import type { RunningApp } from './helpers/app';
import { expectAccessible } from './helpers/axe';
import { makeCase, takeIn } from './helpers/import';
import { startOnNewVault } from './helpers/vault';

/** Longer than what is given at a time, so that playing takes several pieces. */
const seconds = 300;

let folder: string;
let running: RunningApp;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-media-'));
  running = await startOnNewVault(join(folder, 'vault'));
});
test.afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a player says of itself. */
const state = (page: Page, kind: 'audio' | 'video') =>
  page.locator(kind).evaluate((media: HTMLMediaElement) => ({
    at: media.currentTime,
    duration: media.duration,
    paused: media.paused,
  }));

async function open(page: Page, name: string): Promise<void> {
  await page
    .getByRole('row', { name: new RegExp(name) })
    .first()
    .dblclick();
}

test('a sound recording is played and sought in, and a film once it is asked for, from their sealed files', async () => {
  const { app, page, complaints } = running;
  const names = { sound: 'Voicemail 2026-10-02.wav', webm: 'door.webm', mp4: 'gate.mp4' };
  writeFileSync(join(folder, names.sound), wav(seconds));
  writeFileSync(join(folder, names.webm), smallWebm);
  writeFileSync(join(folder, names.mp4), smallMp4);
  const caseId = await makeCase(page);
  await chooseToOpen(
    app,
    Object.values(names).map((name) => join(folder, name)),
  );
  const { items, job } = await takeIn(page, caseId);
  expect(job.counts).toMatchObject({ stored: 3, failed: 0 });
  const of = (name: string) => items.find(({ fileName }) => fileName === name);
  expect(of(names.sound)).toMatchObject({ kind: 'audio', durationMs: seconds * 1000, preview: 'none' });
  expect(of(names.webm)).toMatchObject({ kind: 'video', preview: 'ready', width: 32, height: 24 });
  expect(of(names.mp4)).toMatchObject({ kind: 'video' });

  await page.getByRole('row', { name: 'K-1' }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Evidence' }).click();
  await open(page, 'Sound recording');
  await page.locator('audio').waitFor();
  await expect.poll(() => state(page, 'audio')).toMatchObject({ duration: seconds, paused: true });
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('sound.png') });

  // Far behind what the first pieces hold.
  await page.locator('audio').evaluate((audio: HTMLAudioElement) => {
    audio.muted = true;
    audio.currentTime = 250;
  });
  await page.getByRole('region', { name: /Recording/ }).focus();
  await page.keyboard.press(' ');
  await expect.poll(async () => (await state(page, 'audio')).at).toBeGreaterThan(250.5);
  await page.keyboard.press(' ');
  await expect.poll(async () => (await state(page, 'audio')).paused).toBe(true);
  const before = (await state(page, 'audio')).at;
  await page.getByRole('button', { name: 'Back 10 s' }).click();
  expect((await state(page, 'audio')).at).toBeCloseTo(before - 10, 0);
  await expect(page.getByText(/4:\d\d of 5:00/)).toBeVisible();

  await page.getByRole('button', { name: 'Next exhibit' }).click();
  await expect(page.getByRole('button', { name: 'Show this video' })).toBeVisible();
  await expect(page.locator('video')).toHaveCount(0);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('film-hidden.png') });
  await page.getByRole('button', { name: 'Show this video' }).click();
  const film = page.locator('video');
  await film.evaluate((video: HTMLVideoElement) => video.play());
  await expect
    .poll(() => film.evaluate((video: HTMLVideoElement) => video.ended || video.currentTime > 0))
    .toBe(true);
  await page.screenshot({ path: test.info().outputPath('film.png') });
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('any part of a recording is answered, and of nothing else', async () => {
  const { app, page } = running;
  const ids = await page.evaluate(async () => {
    const cases = await window.holdfast.cases.list({});
    const list = cases.ok ? await window.holdfast.evidence.list({ caseId: cases.value[0]?.id ?? '' }) : null;
    return list?.ok === true ? list.value.map(({ id, kind }) => ({ id, kind })) : [];
  });
  const ask = (id: string, range: string | null) =>
    app.evaluate(
      async ({ BrowserWindow }, { address, header }) => {
        const [window] = BrowserWindow.getAllWindows().filter((each) => each.isVisible());
        const answer = await window?.webContents.session.fetch(
          address,
          header === null ? {} : { headers: { range: header } },
        );
        if (answer === undefined) return null;
        const { length } = new Uint8Array(await answer.arrayBuffer());
        return { status: answer.status, range: answer.headers.get('content-range'), length };
      },
      { address: `evidence://media/stream/${id}`, header: range },
    );
  const sound = ids.find(({ kind }) => kind === 'audio')?.id ?? '';
  const total = 44 + seconds * 8000;
  expect(await ask(sound, 'bytes=0-')).toEqual({
    status: 206,
    range: `bytes 0-${total - 1}/${total}`,
    length: total,
  });
  expect(await ask(sound, 'bytes=-44')).toEqual({
    status: 206,
    range: `bytes ${total - 44}-${total - 1}/${total}`,
    length: 44,
  });
  expect(await ask(sound, `bytes=${total}-`)).toEqual({ status: 416, range: `bytes */${total}`, length: 0 });
  expect(await ask(sound, null)).toMatchObject({ status: 200, length: total });
  expect(await ask('01890000-0000-7000-8000-000000000001', 'bytes=0-')).toMatchObject({ status: 404 });
});
