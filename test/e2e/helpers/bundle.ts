import { existsSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
// Says what `window.holdfast` is.
import type {} from '../../../renderer/kit/bridge';
import type { Bundle, BundleSettings } from '../../../shared/models/bundle';
import { chooseToSave } from './app';
import type { RunningApp } from './app';

/** Builds a bundle of exhibits of a case and waits for its end; the bundle as it is kept. */
export async function buildBundle(
  page: Page,
  caseId: string,
  chosen: readonly string[],
  settings: Partial<BundleSettings> = {},
): Promise<Bundle> {
  return page.evaluate(
    async ({ id, itemIds, others }) => {
      const { holdfast } = window;
      let started = '';
      const ends = new Map<
        string,
        { readonly state: string; readonly resultId: string | null; readonly code: string }
      >();
      const ended = new Promise<{
        readonly state: string;
        readonly resultId: string | null;
        readonly code: string;
      }>((resolve) => {
        const settle = (): void => {
          const end = ends.get(started);
          if (end === undefined) return;
          off();
          resolve(end);
        };
        const off = holdfast.events.on((event) => {
          if (event.type !== 'job' || event.job.kind !== 'bundle' || event.job.state === 'running') return;
          const { state, resultId, error } = event.job;
          ends.set(event.job.id, { state, resultId, code: error ?? '' });
          settle();
        });
        void holdfast.bundle
          .build({
            caseId: id,
            options: {
              profile: 'general-2021',
              ...others,
              title: 'Hearing bundle',
              courtCase: '',
              includeChronology: false,
              includePatterns: false,
              itemIds: [...itemIds],
            },
          })
          .then((answer) => {
            started = answer.ok ? answer.value.id : '';
            if (!answer.ok) throw new Error(answer.error.code);
            settle();
          });
      });
      const end = await ended;
      if (end.state !== 'done' || end.resultId === null)
        throw new Error(`the bundle was not built: ${end.code}`);
      const bundle = await holdfast.bundle.get({ id: end.resultId });
      if (!bundle.ok) throw new Error(bundle.error.code);
      return bundle.value;
    },
    { id: caseId, itemIds: chosen, others: settings },
  );
}

/** Saves a bundle outside the vault, of exhibits that are all the client's own, for the family court. */
export async function saveBundle(
  { app, page }: RunningApp,
  id: string,
  path: string,
  file: number | null = null,
): Promise<void> {
  await chooseToSave(app, path);
  const saved = await page.evaluate(
    async ({ bundleId, position }) => {
      const { bundle, leaving } = window.holdfast;
      const asked = await leaving.bundleRequest({ id: bundleId });
      if (!asked.ok || asked.value.request.output !== 'bundle') return false;
      const { caseId, itemIds } = asked.value.request;
      if (itemIds.length > 0) await leaving.classify({ caseId, itemIds, itemClass: 'own' });
      return (await bundle.save({ id: bundleId, recipient: 'family-court', file: position })).ok;
    },
    { bundleId: id, position: file },
  );
  expect(saved).toBe(true);
  expect(existsSync(path)).toBe(true);
}

/** Pages of the bundle that show an exhibit, from the first to the last; none for one that is left out. */
export function pagesOf(bundle: Bundle, itemId: string): readonly number[] {
  const row = bundle.plan.rows.find((each) => each.itemId === itemId);
  return row === undefined
    ? []
    : Array.from({ length: row.lastPage - row.firstPage + 1 }, (_, index) => row.firstPage + index);
}

/** By keyboard: from the row past its grip to its box. */
export async function toggle(page: Page, ref: string): Promise<void> {
  await page.getByRole('row', { name: new RegExp(`^${ref} `) }).focus();
  const box = page.getByRole('checkbox', { name: `Show ${ref} in the bundle` });
  for (let presses = 0; presses < 4; presses += 1) {
    if (await box.evaluate((each) => each === document.activeElement)) break;
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Space');
}
