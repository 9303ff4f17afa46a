import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recoverVault } from '../../../electron/vault-process/door';
import { unlockVault } from '../../../electron/vault/open-vault';
import type { OpenVault } from '../../../electron/vault/open-vault';
import { peopleHandlers } from '../../../electron/vault/people/handlers';
import { screenHandlers } from '../../../electron/vault/people/screen-handlers';
import { auditHandlers } from '../../../electron/services/audit/handlers';
import { draftHandlers } from '../../../electron/services/drafts/handlers';
import { verifyAudit } from '../../../electron/vault/audit';
import { codeOf } from '../../helpers/code-of';
import { faultyFs } from '../../helpers/faulty-fs';
import { faults, makeTestVault, testDeps, testPassphrase } from '../../helpers/test-vault';
import type { TestVault } from '../../helpers/test-vault';

const second = 'another passphrase for tests';
let made: TestVault;
beforeEach(async () => {
  made = await makeTestVault();
});
afterEach(() => made.close());

const people = () => peopleHandlers(made.vault);
const add = (name = 'Bela', passphrase = second) =>
  people()['people.add']({ own: testPassphrase, name, passphrase });
const unlock = (passphrase: string) => unlockVault({ folder: made.folder, passphrase }, testDeps());
let open: OpenVault | null = null;
afterEach(() => {
  open?.close();
  open = null;
});

/** Closes the vault and opens it as somebody else. */
async function openAs(passphrase: string): Promise<OpenVault> {
  (open ?? made.vault).close();
  open = await unlock(passphrase);
  return open;
}

describe('several people in one vault', () => {
  it('each have their own passphrase and name, and each act says whose it was', async () => {
    expect((await add()).map(({ name, isYou }) => [name, isYou])).toEqual([
      ['Test advocate', true],
      ['Bela', false],
    ]);
    const bela = await openAs(second);
    expect(bela.status.slotName).toBe('Bela');
    bela.context.act({ action: 'test.act', subject: null }, () => undefined);
    const rows = bela.context.db.prepare('SELECT author, slot FROM audit ORDER BY seq DESC LIMIT 1').all();
    expect(rows).toEqual([{ author: 'Bela', slot: bela.keys.mine }]);
    expect(verifyAudit(bela.context.db).ok).toBe(true);
  });

  it('are added only by somebody who knows a passphrase, with one that is long enough and a name of their own', async () => {
    const handlers = people();
    const input = { own: testPassphrase, name: 'Bela', passphrase: second };
    expect(await codeOf(() => handlers['people.add']({ ...input, own: 'not mine at all' }))).toBe(
      'wrong-passphrase',
    );
    expect(await codeOf(() => handlers['people.add']({ ...input, passphrase: 'short' }))).toBe(
      'weak-passphrase',
    );
    expect(await codeOf(() => handlers['people.add']({ ...input, name: ' test ADVOCATE ' }))).toBe(
      'name-taken',
    );
    expect(await handlers['people.list']({})).toHaveLength(1);
  });

  it('who are removed cannot open it any more, not even with the older copy of the key file', async () => {
    const [, bela] = await add();
    const left = await people()['people.remove']({ own: testPassphrase, id: bela?.id ?? '' });
    expect(left).toHaveLength(1);
    made.vault.close();
    expect(await codeOf(() => unlock(second))).toBe('wrong-passphrase');
    for (const name of ['vault.json', 'vault.prev.json']) {
      expect(readFileSync(join(made.folder, name), 'utf8')).not.toContain(bela?.id);
    }
    const again = await unlock(testPassphrase);
    expect(faults(again.status)).toEqual(['attempts']);
    again.close();
  });

  it('cannot remove themselves, or the last way in', async () => {
    const [me] = await people()['people.list']({});
    const removing = () => people()['people.remove']({ own: testPassphrase, id: me?.id ?? '' });
    expect(await codeOf(removing)).toBe('conflict');
    expect(await codeOf(() => made.vault.keys.remove([me?.id ?? '']))).toBe('last-passphrase');
  });

  it('change their passphrase, and the old one opens nothing from then on', async () => {
    await people()['people.changePassphrase']({ own: testPassphrase, next: second });
    made.vault.close();
    expect(await codeOf(() => unlock(testPassphrase))).toBe('wrong-passphrase');
    const again = await unlock(second);
    expect(again.status.slotName).toBe('Test advocate');
    again.close();
  });

  it.each(['ENOSPC', 'EIO'] as const)(
    'are added or not at all when writing fails with %s at any file operation',
    async (code) => {
      for (let nth = 1; ; nth += 1) {
        const vault = await makeTestVault();
        vault.vault.close();
        const faulty = faultyFs(nth, code);
        const open = await unlockVault(
          { folder: vault.folder, passphrase: testPassphrase },
          testDeps({ layer: faulty.layer }),
        );
        const failed = await codeOf(() =>
          peopleHandlers(open)['people.add']({ own: testPassphrase, name: 'Bela', passphrase: second }),
        );
        open.close();
        const theirs = await codeOf(async () => {
          (await unlockVault({ folder: vault.folder, passphrase: second }, testDeps())).close();
        });
        expect(['no error', 'wrong-passphrase']).toContain(theirs);
        if (failed === 'no error') expect(theirs).toBe('no error');
        const mine = await unlockVault({ folder: vault.folder, passphrase: testPassphrase }, testDeps());
        const names = (await peopleHandlers(mine)['people.list']({})).map(({ name }) => name);
        expect(names[0]).toBe('Test advocate');
        mine.close();
        await vault.close();
        if (!faulty.failed()) break;
      }
    },
  );
});

describe('the recovery kit', () => {
  it.each(['words', 'shares'] as const)(
    'of %s gives a person a new passphrase when theirs is lost',
    async (kind) => {
      const kit = await people()['recovery.make']({ own: testPassphrase, kind });
      const sheets = kit.sheets.map(({ words }) => words.join(' ')).slice(-2);
      expect(await people()['recovery.test']({ sheets })).toMatchObject({
        kind,
        testedAt: expect.any(String) as string,
      });
      made.vault.close();
      const input = { folder: made.folder, sheets, name: 'test advocate', passphrase: second };
      const again = await recoverVault(input, testDeps());
      expect(again.status.slotName).toBe('Test advocate');
      expect(again.status.notices).toEqual([]);
      again.close();
      expect(await codeOf(() => unlock(testPassphrase))).toBe('wrong-passphrase');
    },
  );

  it('makes a new person when the name is new, and nobody loses theirs', async () => {
    const kit = await people()['recovery.make']({ own: testPassphrase, kind: 'words' });
    made.vault.close();
    const sheets = [kit.sheets[0]?.words.join(' ') ?? ''];
    (
      await recoverVault({ folder: made.folder, sheets, name: 'Carla', passphrase: second }, testDeps())
    ).close();
    const again = await unlock(testPassphrase);
    const list = await peopleHandlers(again)['people.list']({});
    expect(list.map(({ name }) => name)).toEqual(['Test advocate', 'Recovery kit', 'Carla']);
    again.close();
  });

  it('is proved by its own words only, and an older proved one works until then', async () => {
    const old = await people()['recovery.make']({ own: testPassphrase, kind: 'words' });
    const oldWords = [old.sheets[0]?.words.join(' ') ?? ''];
    await people()['recovery.test']({ sheets: oldWords });
    const next = await people()['recovery.make']({ own: testPassphrase, kind: 'words' });
    expect(await codeOf(() => people()['recovery.test']({ sheets: oldWords }))).toBe('words-wrong');
    made.vault.close();
    const stillOpen = await unlock(oldWords[0] ?? '');
    stillOpen.close();
    const again = await openAs(testPassphrase);
    await peopleHandlers(again)['recovery.test']({ sheets: [next.sheets[0]?.words.join(' ') ?? ''] });
    again.close();
    expect(await codeOf(() => unlock(oldWords[0] ?? ''))).toBe('wrong-passphrase');
  });

  it('that was made last is the one that is proved, also when the clock was set back in between', async () => {
    let clock = Date.parse('2026-11-24T09:00:00Z');
    let other = await makeTestVault({ now: () => new Date((clock += 1)) });
    let handlers = peopleHandlers(other.vault);
    const first = await handlers['recovery.make']({ own: testPassphrase, kind: 'words' });
    await handlers['recovery.test']({ sheets: [first.sheets[0]?.words.join(' ') ?? ''] });
    clock -= 400 * 86_400_000;
    other = await other.reopen();
    handlers = peopleHandlers(other.vault);
    const newer = await handlers['recovery.make']({ own: testPassphrase, kind: 'words' });
    const sheet = newer.sheets[0]?.words.join(' ') ?? '';
    expect((await handlers['recovery.test']({ sheets: [sheet] })).testedAt).not.toBeNull();
    await other.close();
  });

  it('of another vault opens nothing here', async () => {
    const other = await makeTestVault();
    const kit = await peopleHandlers(other.vault)['recovery.make']({ own: testPassphrase, kind: 'words' });
    await other.close();
    made.vault.close();
    const input = {
      folder: made.folder,
      sheets: [kit.sheets[0]?.words.join(' ') ?? ''],
      name: 'X',
      passphrase: second,
    };
    expect(await codeOf(() => recoverVault(input, testDeps()))).toBe('words-wrong');
  });
});

describe('failed unlocks', () => {
  it('stand in the record of acts after the next good one, with their times', async () => {
    made.vault.close();
    for (let time = 0; time < 3; time += 1)
      expect(await codeOf(() => unlock('guess number one'))).toBe('wrong-passphrase');
    const again = await unlock(testPassphrase);
    expect(faults(again.status)).toEqual(['attempts']);
    const { entries, total } = await auditHandlers(again.context)['audit.list']({
      group: 'failed',
      search: '',
      offset: 0,
      limit: 10,
    });
    expect(total).toBe(3);
    for (const entry of entries)
      expect(entry).toMatchObject({
        action: 'unlock.failed',
        detail: { at: expect.stringMatching(/^20\d\d-/) as string },
      });
    again.close();
    const third = await unlock(testPassphrase);
    expect(faults(third.status)).toEqual([]);
    third.close();
  });
});

describe('a draft', () => {
  const draft = { caseId: null, form: 'case' as const, subject: null, body: '{"alias":"Wren"}' };

  it('is there after locking, once, and only for whoever typed it', async () => {
    await add();
    const { 'drafts.save': save } = draftHandlers(made.context);
    await save({ ...draft, body: '{}' });
    await save(draft);
    const again = await openAs(second);
    expect(await draftHandlers(again.context)['drafts.list']({})).toEqual([]);
    const mine = await openAs(testPassphrase);
    const handlers = draftHandlers(mine.context);
    expect(await handlers['drafts.list']({})).toMatchObject([draft]);
    await handlers['drafts.remove']({ caseId: null, form: 'case', subject: null });
    expect(await handlers['drafts.list']({})).toEqual([]);
  });
});

describe('locking by itself', () => {
  it('comes after ten minutes unless somebody chose otherwise, and that is remembered', async () => {
    expect(made.vault.idleMinutes()).toBe(10);
    expect(await people()['locking.set']({ idleMinutes: 3 })).toEqual({ idleMinutes: 3 });
    made = await made.reopen();
    expect(made.vault.idleMinutes()).toBe(3);
  });
});

describe('the window in screenshots', () => {
  it('is kept out of them until somebody chose otherwise, which is told at once, on record and remembered', async () => {
    expect(made.vault.isScreenPrivate()).toBe(true);
    const told: boolean[] = [];
    const screen = screenHandlers({ ...made.vault, screenChanged: (isPrivate) => told.push(isPrivate) });
    expect(await screen['screen.set']({ isPrivate: false })).toEqual({ isPrivate: false });
    expect(told).toEqual([false]);
    const newest = 'SELECT action, detail FROM audit ORDER BY seq DESC LIMIT 1';
    expect(made.vault.context.db.prepare(newest).get()).toEqual({
      action: 'screen.set',
      detail: '{"private":false}',
    });
    made = await made.reopen();
    expect(await screenHandlers(made.vault)['screen.get']({})).toEqual({ isPrivate: false });
  });
});

describe('what is told on opening', () => {
  it('is that a crash could leave memory on the disk, where it could', async () => {
    made.vault.close();
    const deps = { ...testDeps(), crashLeavesMemory: () => true };
    open = await unlockVault({ folder: made.folder, passphrase: testPassphrase }, deps);
    expect(open.status.notices).toContain('core-files');
    expect((await openAs(testPassphrase)).status.notices).not.toContain('core-files');
  });
});
