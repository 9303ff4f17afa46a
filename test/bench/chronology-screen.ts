import type { Page } from '@playwright/test';

/** Milliseconds from a press or a key to what it asks for being on the page, each measured in the page itself. */

/** Waits in the page until a condition holds, hearing of every change of it; gives the milliseconds since `begin` was run. */
const waiting = `
  window.__after = (begin, holds) => new Promise((resolve, reject) => {
    let start = 0;
    const observer = new MutationObserver(() => { if (holds()) finish(); });
    const timer = setTimeout(() => { observer.disconnect(); reject(new Error('nothing came')); }, 20000);
    const finish = () => { observer.disconnect(); clearTimeout(timer); resolve(performance.now() - start); };
    observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    start = performance.now();
    begin();
    if (holds()) finish();
  });
  window.__type = (input, text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };`;

export async function prepare(page: Page): Promise<void> {
  await page.evaluate(waiting);
}

const room = (name: string): string =>
  `[...document.querySelectorAll('nav button')].find((each) => each.textContent.startsWith('${name}'))`;

/** Until the weeks above the list are drawn, the last thing the chronology does when it is opened. */
async function rest(page: Page): Promise<void> {
  await page.locator('.weeks svg').waitFor();
}

/** From pressing “Chronology” in the open case to its first entries; then the app comes to rest. */
export async function firstPage(page: Page): Promise<number> {
  await page.evaluate(`${room('Overview')}.click()`);
  await page.getByRole('heading', { name: 'Latest entries' }).waitFor();
  const time = await page.evaluate<number>(
    `window.__after(() => ${room('Chronology')}.click(), () => document.querySelector('.long-list [role=option]') !== null)`,
  );
  await rest(page);
  return time;
}

/** From a word in the filter to the entries it leaves and how many they are. */
export function filterBy(page: Page, text: string): Promise<number> {
  return page.evaluate<number>(`(() => {
    const input = document.querySelector('.entry-filter input');
    const said = document.querySelector('.entry-filter [role=status]');
    const before = said.textContent;
    return window.__after(() => window.__type(input, ${JSON.stringify(text)}), () => said.textContent !== before);
  })()`);
}

/** From words in the search over everything to the first thing found that holds them. */
export function searchFor(page: Page, text: string): Promise<number> {
  const first = JSON.stringify(text.split(' ')[0]);
  return page.evaluate<number>(`(() => {
    const input = document.querySelector('[role=dialog] input');
    const holds = () => [...document.querySelectorAll('[role=dialog] mark')].some((each) => each.textContent.toLowerCase().startsWith(${first}));
    return window.__after(() => window.__type(input, ${JSON.stringify(text)}), holds);
  })()`);
}

/** Types words into a field as a person does and gives, for every key, the milliseconds until its letter was drawn. */
export async function typeInto(page: Page, selector: string, text: string): Promise<readonly number[]> {
  await page.evaluate(`(() => {
    window.__keys = [];
    window.__observer = new PerformanceObserver((list) => {
      for (const each of list.getEntries()) if (each.name === 'keydown' || each.name === 'keypress') window.__keys.push(each.duration);
    });
    window.__observer.observe({ type: 'event', durationThreshold: 16, buffered: false });
  })()`);
  await page.locator(selector).first().fill('');
  await page.locator(selector).first().pressSequentially(text, { delay: 45 });
  const slow = await page.evaluate<number[]>(`new Promise((resolve) => setTimeout(() => {
    window.__observer.disconnect();
    resolve(window.__keys);
  }, 400))`);
  // Only what took longer than a frame is told by the engine; the others took a frame at most.
  return Array.from({ length: text.length }, (_, index) => slow[index] ?? 16);
}
