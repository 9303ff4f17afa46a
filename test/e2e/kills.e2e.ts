import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { checkBackup } from '../../electron/vault/backup/check';
import { inspectBackup } from '../../electron/vault/backup/inspect';
import { checkClosedVault } from '../../electron/vault/check/check-closed';
import { createVault } from '../../electron/vault/open-vault';
import { testDeps, testPassphrase } from '../helpers/test-vault';
import { chooseToOpen, startApp } from './helpers/app';
import { root } from './helpers/runtime';

/** 1,000 with HOLDFAST_KILLS=1000; each takes about a second. */
const kills = Number(process.env.HOLDFAST_KILLS ?? 12);
/** A new vault now and then, so that looking at all of it stays quick. */
const killsPerVault = 25;
const now = (): Date => new Date();

const kinds = ['import', 'edit', 'bundle', 'backup', 'all'] as const;

/** Everything the app has said is done. It must be there ever after. */
interface Acknowledged {
  readonly entries: Set<string>;
  readonly items: Set<string>;
  readonly bundles: Set<string>;
  backups: number;
}

async function vaultProcess(app: ElectronApplication): Promise<number> {
  return app.evaluate(
    ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Holdfast vault')?.pid ?? 0,
  );
}

async function unlock(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Unlock' }).waitFor();
  const result = await page.evaluate(async (passphrase) => {
    const answer = await window.holdfast.door.unlock({ passphrase });
    return answer.ok ? 'ok' : answer.error.code;
  }, testPassphrase);
  expect(result).toBe('ok');
}

/** Lets the page work and say on its console what is done, until its vault is gone. */
function startWork(page: Page, kind: (typeof kinds)[number], caseId: string, stick: string): void {
  void page
    .evaluate(
      async ({ what, id, target }) => {
        const { holdfast } = window;
        const say = (type: string, value: string): void => console.log(`done ${type} ${value}`);
        const does = (each: string): boolean => what === each || what === 'all';
        const running: Promise<unknown>[] = [];
        if (does('edit')) {
          running.push(
            (async () => {
              for (let number = 1; ; number += 1) {
                const answer = await holdfast.chronology.create({
                  caseId: id,
                  edtf: '2026-11-03',
                  time: null,
                  title: `Entry ${number}`,
                  description: 'He was outside again. '.repeat(number % 200),
                  quote: '',
                  behaviours: ['a'],
                  channel: null,
                  place: '',
                  dateSource: '',
                  reported: null,
                  evidenceIds: [],
                });
                if (!answer.ok) return;
                say('entry', answer.value.id);
              }
            })(),
          );
        }
        if (does('import')) {
          await holdfast.evidence.pickFolder({ caseId: id });
          running.push(
            (async () => {
              const said = new Set<string>();
              for (;;) {
                const answer = await holdfast.evidence.list({ caseId: id });
                if (!answer.ok) return;
                for (const item of answer.value) if (!said.has(item.id)) say('item', item.id);
                for (const item of answer.value) said.add(item.id);
              }
            })(),
          );
        }
        holdfast.events.on((event) => {
          if (event.type !== 'job' || event.job.state !== 'done') return;
          if (event.job.kind === 'bundle') say('bundle', event.job.resultId ?? '');
          if (event.job.kind === 'backup') say('backup', '1');
        });
        if (does('bundle')) {
          const answer = await holdfast.evidence.list({ caseId: id });
          const options = {
            profile: 'general-2021' as const,
            title: 'Bundle',
            courtCase: '',
            includeChronology: false,
            includePatterns: false,
            itemIds: answer.ok ? answer.value.map((item) => item.id) : [],
          };
          await holdfast.bundle.build({ caseId: id, options });
        }
        if (does('backup')) await holdfast.backup.startAt({ target });
        await Promise.all(running);
      },
      { what: kind, id: caseId, target: stick },
    )
    // The page goes away under it: that is what happens here.
    .catch(() => undefined);
}

async function expectAll(page: Page, caseId: string, done: Acknowledged): Promise<void> {
  const lists = await page.evaluate(async (id) => {
    const { holdfast } = window;
    const everyEntry = async (): Promise<{ ok: boolean; value?: readonly { id: string }[] }> => {
      const rows: { id: string }[] = [];
      for (let total = 1; rows.length < total;) {
        const answer = await holdfast.chronology.page({
          caseId: id,
          filter: {},
          offset: rows.length,
          limit: 200,
        });
        if (!answer.ok) return { ok: false };
        rows.push(...answer.value.rows);
        total = answer.value.total;
      }
      return { ok: true, value: rows };
    };
    const [entries, items, bundles] = await Promise.all([
      everyEntry(),
      holdfast.evidence.list({ caseId: id }),
      holdfast.bundle.list({ caseId: id }),
    ]);
    const ids = (answer: { ok: boolean; value?: readonly { id: string }[] }): string[] =>
      answer.ok ? (answer.value ?? []).map((each) => each.id) : [];
    return { entries: ids(entries), items: ids(items), bundles: ids(bundles) };
  }, caseId);
  for (const kind of ['entries', 'items', 'bundles'] as const) {
    expect(
      [...done[kind]].filter((id) => !lists[kind].includes(id)),
      kind,
    ).toEqual([]);
  }
}

test('nothing the app has said is done is lost when its vault process is killed at random moments', async () => {
  test.setTimeout(900_000 + kills * 10_000);
  const work = mkdtempSync(join(tmpdir(), 'holdfast-kills-'));
  let counted = 0;
  const sums = { entries: 0, items: 0, bundles: 0, backups: 0 };
  try {
    while (counted < kills) {
      const vault = join(work, `vault-${counted}`);
      const stick = join(work, `stick-${counted}`);
      const files = join(work, 'files');
      mkdirSync(stick);
      // Made cheap to open, because what is tested here is not the cost of a passphrase.
      const input = { folder: vault, passphrase: testPassphrase, name: 'Test', officeName: 'Test' };
      (await createVault(input, testDeps())).close();
      const { app, page, close } = await startApp(vault);
      const done: Acknowledged = { entries: new Set(), items: new Set(), bundles: new Set(), backups: 0 };
      page.on('console', (message) => {
        const [, type, id = ''] = /^done (\w+) (\S+)$/.exec(message.text()) ?? [];
        if (type === 'entry') done.entries.add(id);
        if (type === 'item') done.items.add(id);
        if (type === 'bundle') done.bundles.add(id);
        if (type === 'backup') done.backups += 1;
      });
      await unlock(page);
      await chooseToOpen(app, [join(root, 'resources', 'sample-case', 'evidence', 'IMG_0398.PNG')]);
      const caseId = await page.evaluate(async () => {
        const { holdfast } = window;
        const answer = await holdfast.cases.create({
          reference: 'K-1',
          alias: 'Kills',
          exhibitInitials: 'KK',
          safeContact: { rule: '' },
        });
        if (!answer.ok) return '';
        await holdfast.evidence.pickFiles({ caseId: answer.value.id });
        for (;;) {
          const jobs = await holdfast.jobs.list({});
          if (!jobs.ok || jobs.value.every(({ state }) => state !== 'running')) return answer.value.id;
        }
      });
      for (let kill = 0; kill < killsPerVault && counted < kills; kill += 1, counted += 1) {
        rmSync(files, { recursive: true, force: true });
        mkdirSync(files);
        for (let file = 0; file < 15; file += 1) {
          writeFileSync(join(files, `note-${file}.txt`), randomBytes(randomInt(1, 200_000)).toString('hex'));
        }
        await chooseToOpen(app, [files]);
        const token = await app
          .evaluate(({ dialog }, folder) => {
            const before = dialog.showOpenDialog.bind(dialog);
            dialog.showOpenDialog = () => {
              dialog.showOpenDialog = before;
              return Promise.resolve({ canceled: false, filePaths: [folder] });
            };
          }, stick)
          .then(() =>
            page.evaluate(async () => {
              const answer = await window.holdfast.paths.pick({ purpose: 'backup' });
              return answer.ok ? (answer.value?.token ?? '') : '';
            }),
          );
        const pid = await vaultProcess(app);
        expect(pid).toBeGreaterThan(0);
        startWork(page, kinds[counted % kinds.length] ?? 'all', caseId, token);
        // The moment is random on purpose: kills must fall into every part of the work.
        await after(randomInt(900));
        process.kill(pid, 'SIGKILL');
        await unlock(page);
        await expectAll(page, caseId, done);
      }
      await close();
      const report = await checkClosedVault(vault, testPassphrase, 'full', { now });
      expect(report.findings.filter(({ harm }) => harm)).toEqual([]);
      if (done.backups > 0) {
        expect((await inspectBackup(stick)).length).toBeGreaterThanOrEqual(Math.min(done.backups, 10));
        const copies = await checkBackup(stick, testPassphrase, 'full', { now });
        expect(copies.findings.filter(({ harm }) => harm)).toEqual([]);
      }
      sums.entries += done.entries.size;
      sums.items += done.items.size;
      sums.bundles += done.bundles.size;
      sums.backups += done.backups;
    }
    console.log(`${counted} kills; acknowledged and all there: ${JSON.stringify(sums)}`);
    // Kills that come before anything was done would prove nothing.
    expect(sums.entries).toBeGreaterThan(0);
    expect(sums.items).toBeGreaterThan(0);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
