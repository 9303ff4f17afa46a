import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
// Says what `window.holdfast` is.
import type {} from '../../../renderer/kit/bridge';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { Job } from '../../../shared/models/job';
import { chooseToOpen } from './app';
import type { RunningApp } from './app';
import { root } from './runtime';

/** Makes a case with little in it; its id. */
export async function makeCase(page: Page, reference = 'K-1'): Promise<string> {
  return page.evaluate(async (given) => {
    const answer = await window.holdfast.cases.create({
      reference: given,
      alias: 'Robin',
      exhibitInitials: 'RB',
      safeContact: { rule: '' },
    });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value.id;
  }, reference);
}

export interface TakenIn {
  readonly job: Job;
  readonly items: readonly EvidenceItem[];
  /** From the choice of the files to the end of the import, in milliseconds. */
  readonly time: number;
}

/** Imports what the dialog of the system will answer, and waits for the end. */
export async function takeIn(page: Page, caseId: string): Promise<TakenIn> {
  return page.evaluate(async (id) => {
    const { holdfast } = window;
    let started = '';
    const jobs = new Map<string, Job>();
    const ended = new Promise<Job>((resolve) => {
      const off = holdfast.events.on((event) => {
        if (event.type !== 'job' || event.job.kind !== 'import') return;
        jobs.set(event.job.id, event.job);
        settle();
      });
      const settle = (): void => {
        const job = jobs.get(started);
        if (job === undefined || job.state === 'running') return;
        off();
        resolve(job);
      };
      void holdfast.evidence.pickFiles({ caseId: id }).then((answer) => {
        started = answer.ok ? (answer.value?.id ?? '') : '';
        settle();
      });
    });
    const before = performance.now();
    const job = await ended;
    const time = performance.now() - before;
    const items = await holdfast.evidence.list({ caseId: id });
    return { job, items: items.ok ? items.value : [], time };
  }, caseId);
}

/**
 * Makes a case and takes in those files of the sample case whose names are meant. Nothing is read off pictures: that would change
 * what a bundle is made of meanwhile.
 */
export async function takeSample(
  { app, page }: RunningApp,
  reference: string,
  meant: readonly RegExp[],
): Promise<{ readonly caseId: string; readonly items: readonly EvidenceItem[] }> {
  const evidence = join(root, 'resources', 'sample-case', 'evidence');
  const caseId = await makeCase(page, reference);
  const names = readdirSync(evidence).filter((name) => meant.some((each) => each.test(name)));
  await chooseToOpen(
    app,
    names.map((name) => join(evidence, name)),
  );
  const { items } = await takeIn(page, caseId);
  await page.evaluate(() => window.holdfast.text.pause({}));
  return { caseId, items };
}
