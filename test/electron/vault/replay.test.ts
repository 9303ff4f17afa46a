import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkClosedVault } from '../../../electron/vault/check/check-closed';
import { createVault } from '../../../electron/vault/open-vault';
import type { OpenVault } from '../../../electron/vault/open-vault';
import { peopleHandlers } from '../../../electron/vault/people/handlers';
import { caseHandlers } from '../../../electron/services/cases/handlers';
import { eraseHandlers } from '../../../electron/services/erase/handlers';
import { evidenceHandlers } from '../../../electron/services/evidence/handlers';
import { ensureOfficeKeys } from '../../../electron/services/offices/office';
import { openPackage } from '../../../electron/services/transfer/open-package';
import { writePackage } from '../../../electron/services/transfer/write-package';
import { addItem, fillVault, filledCase } from '../../helpers/filled-vault';
import { meet } from '../../helpers/offices';
import { recordedFs, replay } from '../../helpers/recorded-fs';
import type { Loss, Recording } from '../../helpers/recorded-fs';
import { makeTestVault, testDeps, testPassphrase, unlockAnswering } from '../../helpers/test-vault';

const losses: readonly Loss[] = ['nothing', 'unsynced', 'half'];
const control = { id: 'x', signal: new AbortController().signal, progress: () => undefined };
const second = 'another passphrase for tests';
let work: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

const open = (folder: string, layer?: Recording['layer']): Promise<OpenVault> =>
  unlockAnswering(folder, testDeps(layer === undefined ? {} : { layer }));

/** Acts that write files beside the database, each with what is acknowledged once it is over. */
const acts: Readonly<Record<string, (vault: OpenVault) => Promise<(after: OpenVault) => Promise<void>>>> = {
  'an import': async (vault) => {
    const { id } = await caseHandlers(vault.context)['cases.create']({ ...filledCase, reference: 'R-1' });
    await addItem(vault, id, 1, Buffer.alloc(150_000, 7));
    return (after) => {
      expect(
        after.context.db.prepare('SELECT count(*) FROM evidence WHERE case_id = ?').pluck().get(id),
      ).toBe(1);
      return Promise.resolve();
    };
  },
  'taking in a package of several files': async (vault) => {
    const north = await makeTestVault({ officeName: 'North' });
    await meet(north.context, vault.context);
    const { id } = await caseHandlers(north.context)['cases.create']({ ...filledCase, reference: 'R-3' });
    const paths = ['a', 'b', 'c'].map((name) => join(work, `${name}.bin`));
    for (const each of paths) writeFileSync(each, each.repeat(2000));
    const job = await evidenceHandlers(north.context)['evidence.import']({ caseId: id, paths });
    await north.context.jobs.ended(job.id);
    const path = join(work, 'north.hfcase');
    const { recipient } = (await ensureOfficeKeys(vault.context)).office;
    const lock = { type: 'recipient' as const, recipient };
    await writePackage(north.context, { caseId: id, path, lock, purpose: 'copy' }, control);
    await openPackage(vault.context, { path, passphrase: null, seen: null }, control);
    await north.close();
    return (after) => {
      expect(
        after.context.db.prepare('SELECT count(*) FROM evidence WHERE case_id = ?').pluck().get(id),
      ).toBe(3);
      return Promise.resolve();
    };
  },
  'adding a person': async (vault) => {
    const input = { own: testPassphrase, name: 'Bela', passphrase: second };
    await peopleHandlers(vault)['people.add'](input);
    return async (after) => {
      expect(await peopleHandlers(after)['people.list']({})).toHaveLength(2);
    };
  },
  'removing a person': async (vault) => {
    const handlers = peopleHandlers(vault);
    const [, bela] = await handlers['people.add']({ own: testPassphrase, name: 'Bela', passphrase: second });
    await handlers['people.remove']({ own: testPassphrase, id: bela?.id ?? '' });
    return async (after) => {
      expect(await peopleHandlers(after)['people.list']({})).toHaveLength(1);
    };
  },
  'erasing a case': async (vault) => {
    const { caseId } = await fillVault(vault, 'R-2');
    await eraseHandlers(vault)['erase.case']({ id: caseId, reference: 'R-2', own: testPassphrase });
    return (after) => {
      expect(after.context.db.prepare('SELECT count(*) FROM cases').pluck().get()).toBe(0);
      return Promise.resolve();
    };
  },
};

it.each(Object.keys(acts))(
  '%s is whole or not there after a power cut at any moment, and there once it was acknowledged',
  async (name) => {
    const start = join(work, `${name} start`);
    const folder = join(work, name);
    const input = { folder: start, passphrase: testPassphrase, name: 'A', officeName: 'B' };
    (await createVault(input, testDeps())).close();
    await cp(start, folder, { recursive: true });
    const recording = recordedFs(folder);
    const vault = await open(folder, recording.layer);
    const expectDone = await acts[name]?.(vault);
    // Closing is an act of its own; the power goes before it.
    recording.end();
    const total = recording.ops.length;
    expect(total).toBeGreaterThan(4);
    for (let count = 1; count <= total; count += 1) {
      for (const loss of losses) {
        const target = join(work, 'replayed');
        rmSync(target, { recursive: true, force: true });
        replay(start, target, recording.ops, count, loss);
        const report = await checkClosedVault(target, testPassphrase, 'full', { now: () => new Date() });
        const harm = report.findings.filter(
          // One copy of the key file may be the older or a lost one; the other is whole, and unlocking mends it.
          ({ code, harm: harms }) => harms && code !== 'key-file-copy-damaged',
        );
        expect(harm, `${count} of ${total}, ${loss} lost`).toEqual([]);
        const after = await open(target);
        if (count === total) await expectDone?.(after);
        after.close();
        expect(existsSync(join(target, 'vault.prev.json'))).toBe(true);
      }
    }
    vault.close();
  },
  300_000,
);
