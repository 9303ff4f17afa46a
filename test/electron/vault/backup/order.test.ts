import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupHandlers } from '../../../../electron/services/backup/handlers';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { removeLanguage } from '../../../../electron/services/text/languages';
import { checkBackup } from '../../../../electron/vault/backup/check';
import { inspectBackup } from '../../../../electron/vault/backup/inspect';
import { backupFolderName } from '../../../../electron/vault/backup/layout';
import { backupState } from '../../../../electron/vault/backup/places';
import { restoreVault } from '../../../../electron/vault/backup/restore';
import { runBackup } from '../../../../electron/vault/backup/run';
import { checkOpenVault } from '../../../../electron/vault/check/check-open';
import { restoreCommand } from '../../../../electron/cli/restore';
import { writeSetting } from '../../../../electron/vault/settings';
import { codeOf } from '../../../helpers/code-of';
import { addItem, fillVault } from '../../../helpers/filled-vault';
import type { Filled } from '../../../helpers/filled-vault';
import { makeTestVault, testPassphrase, unlockAnswering } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

const control = { signal: new AbortController().signal, progress: () => undefined };
const day = 86_400_000;
let work: string;
let place: string;
let clock: number;
let made: TestVault;
let filled: Filled;

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
  place = join(work, 'stick');
  clock = Date.parse('2026-11-24T09:00:00Z');
  made = await makeTestVault({ now: () => new Date((clock += 1)) });
  filled = await fillVault(made.vault);
});
afterEach(async () => {
  await made.close();
  await rm(work, { recursive: true, force: true });
});

const folder = (): string => join(place, backupFolderName(made.vault.vaultId));
const now = (): Date => new Date(clock);
const erase = () =>
  eraseHandlers(made.vault)['erase.case']({ id: filled.caseId, reference: 'FV-1', own: testPassphrase });
const eraseItem = (id: string) => eraseHandlers(made.vault)['erase.item']({ id, reason: 'by mistake' });
const sealedOnStick = (): readonly string[] =>
  readdirSync(join(folder(), 'evidence'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.length > 10,
  );

/** The clock is set while the vault is locked, and whoever unlocks it says that it is right. */
async function jump(days: number): Promise<void> {
  clock += days * day;
  made = await made.reopen();
}

/** What a good backup must stand for: it is there, it is the newest, and all of it is whole. */
async function expectThere(id: string): Promise<void> {
  expect((await inspectBackup(place))[0]?.id).toBe(id);
  expect((await checkBackup(place, testPassphrase, 'full', { now })).findings).toEqual([]);
}

describe('the order of backups', () => {
  it.each([-1, -400, 400])('is that of the acts when the clock jumps by %d days', async (days) => {
    const ids: string[] = [];
    for (let time = 0; time < 12; time += 1) {
      ids.push((await runBackup(made.vault, place, control)).id);
      await expectThere(ids.at(-1) ?? '');
      await addItem(made.vault, filled.caseId, 10 + time, Buffer.from(`more ${time}`));
      await jump(days);
    }
    expect((await inspectBackup(place)).map(({ id }) => id)).toEqual(ids.slice(2).reverse());
    // Whoever restores without saying which day gets the last one.
    const target = join(work, 'restored');
    await restoreCommand({ from: place, target, secret: testPassphrase, snapshot: null }, () => undefined);
    const again = await unlockAnswering(target);
    expect(again.context.db.prepare('SELECT count(*) FROM files').pluck().get()).toBe(6 + 11);
    again.close();
  });

  it.each([-400, 0, 400])(
    'lets an erasure take away what came before it, and nothing else, when the clock jumps by %d days',
    async (days) => {
      await runBackup(made.vault, place, control);
      await runBackup(made.vault, place, control);
      await jump(days);
      await erase();
      await jump(-2 * days);
      const { id } = await runBackup(made.vault, place, control);
      await expectThere(id);
      expect(await inspectBackup(place)).toMatchObject([{ id, files: 0 }]);
      expect(sealedOnStick()).toEqual([]);
      await jump(days);
      const next = await runBackup(made.vault, place, control);
      expect((await inspectBackup(place)).map((each) => each.id)).toEqual([next.id, id]);
    },
  );

  it('asks nothing of the time that earlier versions noted an erasure with', async () => {
    writeSetting(made.context.db, 'erase.last', '2031-01-01T00:00:00.000Z');
    const { id } = await runBackup(made.vault, place, control);
    await expectThere(id);
  });

  it('leaves the backups of another copy of the vault alone, also after an erasure, and counts them', async () => {
    const before = await runBackup(made.vault, place, control);
    const copy = join(work, 'copy');
    made.context.db.pragma('wal_checkpoint(TRUNCATE)');
    cpSync(made.folder, copy, { recursive: true });
    const other = await unlockAnswering(copy);
    const theirs = await runBackup(other, place, control);
    other.close();
    await erase();
    const result = await runBackup(made.vault, place, control);
    expect(result.others).toBe(1);
    const ids = (await inspectBackup(place)).map(({ id }) => id);
    expect(ids).toEqual([result.id, theirs.id]);
    expect(ids).not.toContain(before.id);
    expect((await checkBackup(place, testPassphrase, 'full', { now })).ok).toBe(true);
    const target = join(work, 'restored');
    const from = { from: place, snapshot: theirs.id, secret: testPassphrase, target };
    await restoreVault(from, { control });
  });

  it('leaves a damaged backup to a person, and takes its files for needed', async () => {
    const first = await runBackup(made.vault, place, control);
    const path = join(folder(), 'snapshots', `${first.id}.json`);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"format":1', '"format":0'));
    await eraseRowsOnly();
    const second = await runBackup(made.vault, place, control);
    expect(second.others).toBe(1);
    expect(existsSync(path)).toBe(true);
    expect(sealedOnStick()).toHaveLength(6);
    await erase();
    // From before an erasure, it may hold what was erased, and nobody can restore it anyway.
    expect(await runBackup(made.vault, place, control)).toMatchObject({ others: 0 });
    expect(existsSync(path)).toBe(false);
    expect(sealedOnStick()).toEqual([]);
  });

  /** A file that is not needed any more, without anything having been erased. */
  async function eraseRowsOnly(): Promise<void> {
    const spare = await made.context.files.write([Buffer.from('spare')]);
    await made.context.files.remove(spare.id);
  }

  it('refuses a folder that another vault has filled', async () => {
    const other = await makeTestVault();
    await runBackup(other.vault, place, control);
    const theirs = join(place, backupFolderName(other.vault.vaultId));
    mkdirSync(place, { recursive: true });
    cpSync(theirs, folder(), { recursive: true });
    expect(await codeOf(runBackup(made.vault, place, control))).toBe('backup-other-vault');
    // Two vaults on one stick lie beside each other.
    rmSync(folder(), { recursive: true });
    await runBackup(made.vault, place, control);
    expect((await inspectBackup(theirs)).length).toBe(1);
    await other.close();
  });
});

describe('backing up and erasing', () => {
  it.each(['copying', 'restoring', 'verifying'])(
    'never happen at the same time: an erasure asked for while %s waits',
    async (step) => {
      const events: string[] = [];
      const asked: Promise<unknown>[] = [];
      const started = {
        signal: control.signal,
        progress: (change: { step?: string }) => {
          if (change.step === step && asked.length === 0)
            asked.push(erase().then(() => events.push('erased')));
        },
      };
      const { id } = await runBackup(made.vault, place, started);
      events.push('backed up');
      expect(await inspectBackup(place)).toMatchObject([{ id, files: 6 }]);
      await Promise.all(asked);
      expect(events).toEqual(['backed up', 'erased']);
      const next = await runBackup(made.vault, place, control);
      expect(await inspectBackup(place)).toMatchObject([{ id: next.id, files: 0 }]);
      await expectThere(next.id);
    },
  );

  it('started together end with a backup that is there and holds nothing of what was erased', async () => {
    const [first = ''] = filled.items;
    const handlers = backupHandlers(made.vault);
    const [, job] = await Promise.all([
      eraseItem(first),
      handlers['backup.startAt']({ target: place }),
      erase(),
    ]);
    expect((await made.context.jobs.ended(job.id)).state).toBe('done');
    const [newest] = await inspectBackup(place);
    await expectThere(newest?.id ?? '');
    await runBackup(made.vault, place, control);
    expect(sealedOnStick()).toEqual([]);
  });

  it('wait for each other with whatever else takes stored files away, and with a check', async () => {
    const order: string[] = [];
    const note = (what: string) => (): void => void order.push(what);
    const steps: string[] = [];
    const waiting = {
      signal: control.signal,
      progress: ({ step }: { step?: string }) => void steps.push(step ?? ''),
    };
    await Promise.all([
      runBackup(made.vault, place, control).then(note('backup')),
      checkOpenVault(made.vault, 'full', waiting).then(note('check')),
      removeLanguage(made.context, 'pol').catch(note('language')),
      erase().then(note('erase')),
      runBackup(made.vault, join(work, 'other'), control).then(note('second')),
    ]);
    expect(steps[0]).toBe('waiting');
    // The passphrase is asked first, so the erasure comes to the line last.
    expect(order.slice(0, 3)).toEqual(['backup', 'check', 'language']);
    expect([...order].sort()).toEqual(['backup', 'check', 'erase', 'language', 'second']);
  });

  it('twice at once to one place gives two backups, both whole', async () => {
    const results = await Promise.all([
      runBackup(made.vault, place, control),
      runBackup(made.vault, place, control),
    ]);
    expect((await inspectBackup(place)).map(({ id }) => id)).toEqual(
      [...results].reverse().map(({ id }) => id),
    );
    expect((await checkBackup(place, testPassphrase, 'full', { now })).findings).toEqual([]);
  });

  it('a backup that waits can be stopped', async () => {
    const stop = new AbortController();
    const first = runBackup(made.vault, place, control);
    const second = codeOf(() => runBackup(made.vault, place, { ...control, signal: stop.signal }));
    stop.abort();
    expect(await second).toBe('cancelled');
    await first;
    expect(await inspectBackup(place)).toHaveLength(1);
  });
});

describe('the age of the last backup', () => {
  const good = (id: string, folder_: string, at: string, act: number): void => {
    made.context.db
      .prepare(
        `INSERT INTO backup_places (id, folder, last_at, last_good_at, last_result, good_act)
         VALUES (?, ?, ?, ?, 'ok', ?)`,
      )
      .run(id, folder_, at, at, act);
  };

  it('is that of the one made last, whatever the clocks said', () => {
    good('a', '/one', '2026-11-24T10:00:00.000Z', 20);
    good('b', '/two', '2026-11-01T10:00:00.000Z', 30);
    const state = backupState(made.context.db, new Date('2026-11-25T10:00:00Z'));
    expect(state).toMatchObject({ lastGoodAt: '2026-11-01T10:00:00.000Z', overdue: true });
  });

  it('cannot be told when it lies ahead of the clock, and then the reminder comes', () => {
    good('a', '/one', '2031-01-01T00:00:00.000Z', 20);
    expect(backupState(made.context.db, new Date('2026-11-25T10:00:00Z'))).toMatchObject({
      overdue: true,
      clockDiffers: true,
    });
    // A clock that is put right by some minutes is no reason to doubt.
    expect(backupState(made.context.db, new Date('2030-12-31T23:50:00Z'))).toMatchObject({
      overdue: false,
      clockDiffers: false,
    });
  });

  it('is known for backups that earlier versions wrote down', async () => {
    const job = await backupHandlers(made.vault)['backup.startAt']({ target: place });
    await made.context.jobs.ended(job.id);
    const act = made.context.db.prepare('SELECT good_act FROM backup_places').pluck().get();
    const written = made.context.db
      .prepare("SELECT seq FROM audit WHERE action = 'backup.run'")
      .pluck()
      .get();
    expect(act).toBe(written);
  });
});
