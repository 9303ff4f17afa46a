import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { resize } from './app';
import type { RunningApp } from './app';

/** By how much the page and what it shows are wider than their windows: nobody should have to scroll sideways. */
export async function sidewaysOf(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    const content = document.querySelector('.content');
    return [
      root.scrollWidth - root.clientWidth,
      content === null ? 0 : content.scrollWidth - content.clientWidth,
    ];
  });
}

/** For a person who looks at the screens: pictures of what the tests see, at 100 % and at 200 %. */
export async function look({ app, page }: RunningApp, name: string, at?: Locator): Promise<void> {
  const to = process.env.HOLDFAST_LOOK;
  if (to === undefined) return;
  mkdirSync(to, { recursive: true });
  await at?.scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(to, `${name}.png`) });
  await resize(app, page, { width: 1280, height: 800, zoom: 2 });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
  await at?.scrollIntoViewIfNeeded();
  // What was just put on the page is drawn with the next frame but one.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  const window = await app.browserWindow(page);
  const png = await window.evaluate(async (each: BrowserWindow) =>
    (await each.webContents.capturePage()).toPNG().toString('base64'),
  );
  writeFileSync(join(to, `${name}-200.png`), Buffer.from(png, 'base64'));
  await resize(app, page, { width: 1280, height: 800 });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1280);
}
