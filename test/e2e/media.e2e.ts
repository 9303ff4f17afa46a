import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Frame, Page } from '@playwright/test';
import { wav } from '../helpers/evidence-fixtures';
import { smallMp4, smallWebm } from '../helpers/small-media';
import { chooseToOpen, pressInWindow } from './helpers/app';
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

/** The frame that plays. */
async function playerOf(page: Page): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().startsWith('player://'));
  await expect.poll(find).toBeDefined();
  const frame = find();
  if (frame === undefined) throw new Error('no player');
  await frame.locator('video').waitFor({ state: 'attached' });
  return frame;
}

/** What a player says of itself. */
const state = async (page: Page) =>
  (await playerOf(page)).locator('video').evaluate((media: HTMLMediaElement) => ({
    at: media.currentTime,
    duration: media.duration,
    paused: media.paused,
  }));

/** The processes of the page and of the frames in it, as the system numbers them. */
const processes = () =>
  running.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows().filter((each) => each.isVisible());
    const main = window?.webContents.mainFrame;
    return {
      page: main?.osProcessId ?? 0,
      frames: (main?.frames ?? []).map(({ osProcessId }) => osProcessId),
    };
  });

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
  await expect.poll(() => state(page)).toMatchObject({ duration: seconds, paused: true });
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('sound.png') });

  // Far behind what the first pieces hold.
  await page.getByRole('slider', { name: 'Place in the recording' }).fill('250');
  await page.getByRole('slider', { name: 'Volume' }).fill('0');
  await page.getByRole('region', { name: /Recording/ }).focus();
  await page.keyboard.press(' ');
  await expect.poll(async () => (await state(page)).at).toBeGreaterThan(250.5);
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.keyboard.press(' ');
  await expect.poll(async () => (await state(page)).paused).toBe(true);
  const before = (await state(page)).at;
  await page.getByRole('button', { name: 'Back 10 s' }).click();
  await expect.poll(async () => (await state(page)).at).toBeLessThan(before - 9);
  expect((await state(page)).at).toBeCloseTo(before - 10, 0);
  await expect(page.getByText(/4:\d\d of 5:00/)).toBeVisible();

  await page.getByRole('button', { name: 'Next exhibit' }).click();
  await expect(page.getByRole('button', { name: 'Show this video' })).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('film-hidden.png') });
  await page.getByRole('button', { name: 'Show this video' }).click();
  const film = (await playerOf(page)).locator('video');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect
    .poll(() => film.evaluate((video: HTMLVideoElement) => video.ended || video.currentTime > 0))
    .toBe(true);
  await page.screenshot({ path: test.info().outputPath('film.png') });
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('a recording is played in a process without the vault’s port, which reaches nothing else of the vault', async () => {
  const { page } = running;
  const frame = await playerOf(page);
  const { page: ofPage, frames } = await processes();
  expect(ofPage).toBeGreaterThan(0);
  expect(frames).toHaveLength(1);
  expect(frames).not.toContain(ofPage);
  await expect(page.locator('video, audio')).toHaveCount(0);
  expect(await frame.evaluate(() => 'holdfast' in window)).toBe(false);

  const [another, ids] = await page.evaluate(async () => {
    const cases = await window.holdfast.cases.list({});
    const list = cases.ok ? await window.holdfast.evidence.list({ caseId: cases.value[0]?.id ?? '' }) : null;
    const all = list?.ok === true ? list.value.map(({ id }) => id) : [];
    const opened = await window.holdfast.player.open({ id: all[0] ?? '' });
    return [opened.ok ? opened.value.token : '', all] as const;
  });
  const reached = await frame.evaluate(
    async (addresses) => {
      const tried = async (make: (address: string) => HTMLElement, address: string): Promise<string> =>
        new Promise((resolve) => {
          const element = make(address);
          for (const name of ['load', 'loadedmetadata'])
            element.addEventListener(name, () => {
              resolve(`reached ${address}`);
            });
          element.addEventListener('error', () => {
            resolve('refused');
          });
        });
      const image = (src: string): HTMLElement => Object.assign(new Image(), { src });
      const media = (src: string): HTMLElement => Object.assign(document.createElement('video'), { src });
      return Promise.all(addresses.flatMap((each) => [tried(image, each), tried(media, each)]));
    },
    [
      `player://${another}/media`,
      ...ids.map((id) => `evidence://media/thumb/${id}`),
      'app://holdfast/index.html',
    ],
  );
  expect(new Set(reached)).toEqual(new Set(['refused']));
  // Nor does it lead the page, or itself, anywhere.
  await frame.evaluate(() => {
    window.open('app://holdfast/index.html', '_top');
    window.location.href = 'app://holdfast/index.html';
  });
  await page.getByText('The player has stopped').waitFor();
  expect(page.frames().map((each) => new URL(each.url()).protocol)).not.toContain('player:');
  expect(page.frames().filter((each) => each.url().startsWith('app://'))).toHaveLength(1);
  await page.getByRole('button', { name: 'Start the player again' }).click();
  await expect.poll(async () => (await state(page)).duration).toBeGreaterThan(0);
});

test('any part of a recording is answered, and of nothing else', async () => {
  const { app, page } = running;
  const ids = await page.evaluate(async () => {
    const cases = await window.holdfast.cases.list({});
    const list = cases.ok ? await window.holdfast.evidence.list({ caseId: cases.value[0]?.id ?? '' }) : null;
    return list?.ok === true ? list.value.map(({ id, kind }) => ({ id, kind })) : [];
  });
  const tokenOf = (id: string) =>
    page.evaluate(async (itemId) => {
      const opened = await window.holdfast.player.open({ id: itemId });
      return opened.ok ? opened.value.token : '';
    }, id);
  const ask = async (id: string, range: string | null) =>
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
      { address: `player://${await tokenOf(id)}/media`, header: range },
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

test('locking ends the process that plays, and its address gives nothing more', async () => {
  const { app, page } = running;
  const frame = await playerOf(page);
  const address = new URL('media', frame.url()).href;
  const { frames } = await processes();
  await pressInWindow(app, 'L', ['control']);
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
  expect((await processes()).frames).toEqual([]);
  await expect.poll(() => frames.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  const status = await app.evaluate(async ({ session }, url) => {
    const answer = await session.fromPartition('holdfast-ui').fetch(url);
    return answer.status;
  }, address);
  expect(status).toBe(404);
});

test('a player that crashes is said to have stopped, and plays again', async () => {
  const { app, page } = running;
  await page.evaluate(
    (passphrase) => window.holdfast.door.unlock({ passphrase }),
    'seven quiet herons landing',
  );
  await page.getByRole('row', { name: 'K-1' }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Evidence' }).click();
  await open(page, 'Sound recording');
  await expect.poll(async () => (await state(page)).duration).toBe(seconds);
  const before = await processes();
  // Playwright takes a frame that crashed for the whole page: from here on the page is looked at by main.
  const inPage = (script: string): Promise<unknown> =>
    app.evaluate(async ({ BrowserWindow }, given) => {
      const [window] = BrowserWindow.getAllWindows().filter((each) => each.isVisible());
      return (await window?.webContents.executeJavaScript(given)) as unknown;
    }, script);
  await app.evaluate((_electron, pid) => process.kill(pid, 'SIGKILL'), before.frames[0] ?? -1);
  await expect.poll(() => inPage('document.body.innerText')).toContain('The player has stopped');
  await inPage(
    "[...document.querySelectorAll('button')].find((each) => each.innerText === 'Start the player again').click()",
  );
  await expect.poll(() => inPage('document.body.innerText')).toContain('0:00 of 5:00');
  await expect.poll(async () => (await processes()).frames.length).toBe(1);
  const after = await processes();
  expect(after.page).toBe(before.page);
  expect(after.frames).not.toEqual(before.frames);
});
