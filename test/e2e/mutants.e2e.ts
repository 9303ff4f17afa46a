import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
// Says what `window.holdfast` is.
import type {} from '../../renderer/kit/bridge';
import type { ImportReport } from '../../shared/models/job';
import { evidenceFixtures } from '../helpers/evidence-fixtures';
import { mutantOf } from '../helpers/mutants';
import { seeded } from '../helpers/seeded';
import { chooseToOpen, vaultProcesses } from './helpers/app';
import { startOnNewVault } from './helpers/vault';

/** Before a release: HOLDFAST_MUTANTS=10000. */
const wanted = Number(process.env.HOLDFAST_MUTANTS ?? 240);
const seed = Number(process.env.HOLDFAST_SEED ?? 20261125);
/** Files of one import. */
const batch = 500;
/** The page asks for the caseload this often; an answer must come within the limit while files are read (milliseconds). */
const askEvery = 250;
/** Far beyond what a busy machine needs; a vault that stands still while it reads a broken file never answers in it. */
const answerWithin = 30_000;

/** Starts an import of the folder that the system's dialog will give, and asks for the caseload all the while. */
function importAndWatch(page: Page, caseId: string) {
  return page.evaluate(
    async ([id, every]) => {
      const { holdfast } = window;
      const started = await holdfast.evidence.pickFolder({ caseId: id });
      if (!started.ok || started.value === null) throw new Error('the import did not start');
      const { value: job } = started;
      let slowest = 0;
      for (;;) {
        const asked = performance.now();
        const answered = await holdfast.cases.list({});
        if (!answered.ok) throw new Error(answered.error.code);
        slowest = Math.max(slowest, performance.now() - asked);
        const jobs = await holdfast.jobs.list({});
        if (jobs.ok && jobs.value.some((each) => each.id === job.id && each.state !== 'running')) break;
        await new Promise((resolve) => setTimeout(resolve, every));
      }
      const report = await holdfast.jobs.importReport({ id: job.id });
      if (!report.ok) throw new Error(report.error.code);
      return { slowest, report: report.value };
    },
    [caseId, askEvery] as const,
  );
}

test('broken files of every kind go in whole, each with an outcome, and never stop the vault', async () => {
  test.setTimeout(900_000 + wanted * 1500);
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-mutants-'));
  const fixtures = await evidenceFixtures();
  const random = seeded(seed);
  const { app, page, complaints, close } = await startOnNewVault(join(folder, 'vault'));
  const outcomes = new Map<string, number>();
  try {
    const pidOf = () =>
      app.evaluate(
        ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Holdfast vault')?.pid,
      );
    const pid = await pidOf();
    const caseId = await page.evaluate(async () => {
      // Nobody touches the keyboard while thousands go in, which would lock the vault, as it should.
      await window.holdfast.locking.set({ idleMinutes: 60 });
      const answer = await window.holdfast.cases.create({
        reference: 'M-1',
        alias: 'Mutants',
        exhibitInitials: 'MU',
        safeContact: { rule: 'None' },
      });
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value.id;
    });

    const hashes = new Set<string>();
    for (let done = 0; done < wanted;) {
      const source = join(folder, `in-${done}`);
      mkdirSync(source);
      const expected = new Map<string, string>();
      for (let count = 0; count < batch && done < wanted; count += 1, done += 1) {
        const fixture = fixtures[done % fixtures.length];
        if (fixture === undefined) throw new Error('there are no fixtures');
        const bytes = mutantOf(Buffer.from(fixture.bytes), random);
        const name = `${String(done).padStart(5, '0')} ${fixture.name}`;
        writeFileSync(join(source, name), bytes);
        expected.set(name, createHash('sha256').update(bytes).digest('hex'));
      }
      await chooseToOpen(app, [source]);
      const { slowest, report } = await importAndWatch(page, caseId);
      expect(slowest).toBeLessThan(answerWithin);
      check(report, expected);
      for (const hash of expected.values()) hashes.add(hash);
      rmSync(source, { recursive: true, force: true });
    }
    expect(await vaultProcesses(app)).toBe(1);
    expect(await pidOf()).toBe(pid);

    // What lies encrypted is what was handed in: listed by its fingerprint, and every byte read again by the check.
    const stored = await page.evaluate(async (id) => {
      const answer = await window.holdfast.evidence.list({ caseId: id });
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value.map(({ sha256 }) => sha256);
    }, caseId);
    const there = new Set(stored);
    expect([...hashes].filter((hash) => !there.has(hash))).toEqual([]);
    expect(await fullCheck(page)).toEqual([]);
    expect(complaints).toEqual([]);
  } finally {
    process.stdout.write(
      `mutants: ${wanted} files of ${fixtures.length} kinds, seed ${seed}: ${JSON.stringify(Object.fromEntries(outcomes))}\n`,
    );
    await close();
    rmSync(folder, { recursive: true, force: true });
  }

  function check(report: ImportReport, expected: ReadonlyMap<string, string>): void {
    const byName = new Map(report.results.map((result) => [result.fileName.split('/').at(-1), result]));
    for (const [name, sha256] of expected) {
      const result = byName.get(name);
      expect(result, name).toBeDefined();
      // A file on disk that can be read goes in, whatever is in it.
      expect(['stored', 'stored-no-preview', 'duplicate'], name).toContain(result?.outcome);
      expect(result?.sha256, name).toBe(sha256);
    }
    for (const { outcome, reason } of report.results) {
      const key = reason === null ? outcome : `${outcome} ${reason}`;
      outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
    }
  }
});

/** Reads and compares every byte of the vault, as the Check button does; gives what it found. */
function fullCheck(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(async () => {
    const { holdfast } = window;
    const started = await holdfast.check.start({ depth: 'full' });
    if (!started.ok) throw new Error(started.error.code);
    const { id } = started.value;
    for (;;) {
      const jobs = await holdfast.jobs.list({});
      if (jobs.ok && jobs.value.some((each) => each.id === id && each.state !== 'running')) break;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const report = await holdfast.check.report({ id });
    if (!report.ok) throw new Error(report.error.code);
    return report.value.findings;
  });
}
