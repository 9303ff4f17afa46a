import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectBackup } from '../../../../electron/vault/backup/inspect';
import { backupFolderName } from '../../../../electron/vault/backup/layout';
import { restoreVault } from '../../../../electron/vault/backup/restore';
import { runBackup } from '../../../../electron/vault/backup/run';
import { digestTables } from '../../../../electron/vault/backup/table-digest';
import { checkBackup } from '../../../../electron/vault/backup/check';
import { checkClosedVault } from '../../../../electron/vault/check/check-closed';
import { unlockVault } from '../../../../electron/vault/open-vault';
import { peopleHandlers } from '../../../../electron/vault/people/handlers';
import { readRecoveryWords } from '../../../../electron/vault/recovery-words';
import { backupHandlers } from '../../../../electron/services/backup/handlers';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { codeOf } from '../../../helpers/code-of';
import { faultyFs } from '../../../helpers/faulty-fs';
import { addItem, fillVault } from '../../../helpers/filled-vault';
import type { Filled } from '../../../helpers/filled-vault';
import { makeTestVault, testDeps, testPassphrase } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

const control = { signal: new AbortController().signal, progress: () => undefined };
const now = (): Date => new Date();
let work: string;
let place: string;
let made: TestVault;
let filled: Filled;

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
  place = join(work, 'stick');
  made = await makeTestVault();
  filled = await fillVault(made.vault);
});
afterEach(async () => {
  await made.close();
  await rm(work, { recursive: true, force: true });
});

const folder = (): string => join(place, backupFolderName(made.vault.vaultId));
const newest = async (): Promise<string> => (await inspectBackup(place))[0]?.id ?? '';

describe('a backup', () => {
  it('holds the text of exhibits and finds it by its words, as the vault does', async () => {
    made.context.db
      .prepare(
        `INSERT INTO text_pages (item_id, page, source, text, engine, languages, at)
         VALUES (?, 1, 'ocr', 'he waited by the pelargonium', 'Tesseract', 'eng', '')`,
      )
      .run(filled.items[0]);
    await runBackup(made.vault, place, control);
    const target = join(work, 'restored');
    await restoreVault(
      { from: place, snapshot: await newest(), secret: testPassphrase, target },
      { control },
    );
    const again = await unlockVault({ folder: target, passphrase: testPassphrase }, testDeps());
    const found = again.context.db.prepare(`SELECT count(*) FROM text_index WHERE text_index MATCH 'pelar*'`);
    expect(found.pluck().get()).toBe(1);
    again.close();
  });

  it('is restored to a vault that holds the same rows and files, and passes a full check', async () => {
    const result = await runBackup(made.vault, place, control);
    expect(result).toMatchObject({ files: 6, copied: 6 });
    const digest = digestTables(made.context.db);
    const target = join(work, 'restored');
    await restoreVault(
      { from: place, snapshot: await newest(), secret: testPassphrase, target },
      { control },
    );
    expect((await checkClosedVault(target, testPassphrase, 'full', { now })).findings).toEqual([]);
    const again = await unlockVault({ folder: target, passphrase: testPassphrase }, testDeps());
    const hashes = again.context.db.prepare('SELECT sha256 FROM files ORDER BY id').pluck().all();
    expect(hashes).toEqual(filled.hashes);
    // Unlocking has written two acts more, and ended its series; without that the tables are the same.
    again.context.db.exec('DROP TRIGGER audit_no_delete');
    again.context.db.exec(
      "DELETE FROM audit WHERE seq > (SELECT max(seq) - 2 FROM audit); UPDATE exhibit_series SET state = 'open'",
    );
    for (const { db } of [again.context, made.context])
      db.exec(
        "DELETE FROM settings WHERE name IN ('clock', 'series.seed', 'series.renewed', 'vault.folder-made')",
      );
    expect(digest).not.toBe(digestTables(made.context.db));
    expect(digestTables(again.context.db)).toBe(digestTables(made.context.db));
    again.close();
  });

  it('copies only what is new the second time', async () => {
    await runBackup(made.vault, place, control);
    await addItem(made.vault, filled.caseId, 7, Buffer.from('one more'));
    expect(await runBackup(made.vault, place, control)).toMatchObject({ files: 7, copied: 1 });
    expect(await inspectBackup(place)).toMatchObject([{ files: 7 }, { files: 6 }]);
  });

  it('opens with the words of the recovery kit alone', async () => {
    const kit = await peopleHandlers(made.vault)['recovery.make']({ own: testPassphrase, kind: 'shares' });
    await runBackup(made.vault, place, control);
    const sheets = kit.sheets.slice(1).map(({ words }) => words.join(' '));
    const target = join(work, 'restored');
    const secret = await readRecoveryWords(sheets);
    await restoreVault({ from: place, snapshot: await newest(), secret, target }, { control });
    const again = await unlockVault({ folder: target, passphrase: secret }, testDeps());
    expect(again.status.slotName).toBe('Recovery kit');
    again.close();
  });

  it('with a damaged byte is not restored, and the target stays as it was', async () => {
    await runBackup(made.vault, place, control);
    const target = join(work, 'restored');
    for (const path of [
      join(folder(), 'snapshots', `${await newest()}.db`),
      ...readdirSync(join(folder(), 'evidence'), { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile())
        .slice(0, 1)
        .map((each) => join(each.parentPath, each.name)),
    ]) {
      const whole = readFileSync(path);
      const changed = Buffer.from(whole);
      changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
      writeFileSync(path, changed);
      const restoring = async () =>
        restoreVault({ from: place, snapshot: await newest(), secret: testPassphrase, target }, { control });
      expect(await codeOf(restoring)).toBe('backup-damaged');
      expect(readdirSync(work).sort()).toEqual(['stick']);
      writeFileSync(path, whole);
    }
  });

  it('never takes the place of a vault or of other files', async () => {
    await runBackup(made.vault, place, control);
    const restoring = async (target: string) =>
      restoreVault({ from: place, snapshot: await newest(), secret: testPassphrase, target }, { control });
    expect(await codeOf(() => restoring(made.folder))).toBe('vault-exists');
    expect(await codeOf(() => restoring(work))).toBe('vault-exists');
  });

  it('refuses another passphrase, and a folder without a backup', async () => {
    await runBackup(made.vault, place, control);
    const target = join(work, 'restored');
    const wrong = { from: place, snapshot: await newest(), secret: 'not the passphrase', target };
    expect(await codeOf(() => restoreVault(wrong, { control }))).toBe('wrong-passphrase');
    expect(await codeOf(() => inspectBackup(made.folder))).toBe('backup-missing');
  });

  it('that is found bad in the trial does not count, and the one before still does', async () => {
    await runBackup(made.vault, place, control);
    const first = await newest();
    // A stick that lost a file without saying so: its length is right, its bytes are not.
    const [victim] = readdirSync(join(folder(), 'evidence'), { recursive: true, withFileTypes: true }).filter(
      (each) => each.isFile(),
    );
    const path = join(victim?.parentPath ?? '', victim?.name ?? '');
    writeFileSync(path, Buffer.alloc(statSync(path).size));
    expect(await codeOf(() => runBackup(made.vault, place, control))).toBe('backup-damaged');
    expect((await inspectBackup(place)).map(({ id }) => id)).toEqual([first]);
    expect((await checkBackup(place, testPassphrase, 'full', { now })).ok).toBe(false);
  });

  it.each(['ENOSPC', 'EIO', 'EFBIG'] as const)(
    'cut off by %s at any file operation leaves the backups before it whole',
    async (code) => {
      await runBackup(made.vault, place, control);
      await addItem(made.vault, filled.caseId, 7, Buffer.from('one more'));
      let failures = 0;
      for (let nth = 1; ; nth += 1) {
        const faulty = faultyFs(nth, code);
        const done = await codeOf(() => runBackup({ ...made.vault, layer: faulty.layer }, place, control));
        const report = await checkBackup(place, testPassphrase, 'full', { now });
        expect(report.findings.filter(({ harm }) => harm)).toEqual([]);
        expect((await inspectBackup(place)).length).toBeGreaterThan(0);
        if (!faulty.failed()) {
          expect(done).toBe('no error');
          break;
        }
        failures += 1;
      }
      expect(failures).toBeGreaterThan(10);
    },
  );

  it.each([false, true])(
    'is restored whole or not at all when writing fails at any file operation (disk gone for good: %s)',
    async (stays) => {
      await runBackup(made.vault, place, control);
      const target = join(work, 'restored');
      const input = { from: place, snapshot: await newest(), secret: testPassphrase, target };
      for (let nth = 1; ; nth += 1) {
        const faulty = faultyFs(nth, 'ENOSPC', { stays });
        const ended = await codeOf(() => restoreVault(input, { control, layer: faulty.layer }));
        if (!faulty.failed()) {
          expect(ended).toBe('no error');
          break;
        }
        if (existsSync(target)) {
          // The last step had already put it in its place.
          expect((await checkClosedVault(target, testPassphrase, 'full', { now })).ok).toBe(true);
          rmSync(target, { recursive: true });
        }
      }
      expect((await checkClosedVault(target, testPassphrase, 'full', { now })).findings).toEqual([]);
    },
  );

  it('keeps ten snapshots, and after an erasure none from before it', async () => {
    for (let time = 0; time < 12; time += 1) await runBackup(made.vault, place, control);
    expect(await inspectBackup(place)).toHaveLength(10);
    await eraseHandlers(made.vault)['erase.case']({
      id: filled.caseId,
      reference: 'FV-1',
      own: testPassphrase,
    });
    await runBackup(made.vault, place, control);
    expect(await inspectBackup(place)).toMatchObject([{ files: 0 }]);
    expect(
      readdirSync(join(folder(), 'evidence'), { recursive: true, withFileTypes: true }).filter((each) =>
        each.isFile(),
      ),
    ).toEqual([]);
    expect((await checkBackup(place, testPassphrase, 'full', { now })).findings).toEqual([]);
  });
});

describe('the reminder', () => {
  it('comes when the newest good backup is older than the days set, and not on the first day', async () => {
    const handlers = backupHandlers(made.vault);
    expect(await handlers['backup.state']({})).toMatchObject({
      overdue: false,
      everyDays: 7,
      lastGoodAt: null,
    });
    const job = await handlers['backup.startAt']({ target: place });
    expect((await made.context.jobs.ended(job.id)).state).toBe('done');
    const state = await handlers['backup.state']({});
    expect(state).toMatchObject({ overdue: false, places: [{ folder: place, lastResult: 'ok', files: 6 }] });
    made.context.db.exec("UPDATE backup_places SET last_good_at = '2020-01-01T00:00:00.000Z'");
    expect(await handlers['backup.state']({})).toMatchObject({ overdue: true });
  });

  it('says why the last one failed', async () => {
    const handlers = backupHandlers(made.vault);
    writeFileSync(place, 'a file where the stick should be');
    const job = await handlers['backup.startAt']({ target: place });
    expect((await made.context.jobs.ended(job.id)).state).toBe('failed');
    const [first] = (await handlers['backup.state']({})).places;
    expect(first?.lastResult).not.toBe('ok');
    expect(first?.lastResult).not.toBeNull();
    rmSync(place);
  });
});
