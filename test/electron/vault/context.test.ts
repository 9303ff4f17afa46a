import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../electron/vault/audit';
import { emptyHead } from '../../../shared/domain/acts/hash';
import { auditHandlers } from '../../../electron/services/audit/handlers';
import { vaultHandlers } from '../../../electron/vault-process/handlers';
import { codeOf } from '../../helpers/code-of';
import { makeTestVault } from '../../helpers/test-vault';
import type { TestVault } from '../../helpers/test-vault';

let vault: TestVault;
let clock = Date.UTC(2026, 10, 24, 9);
beforeEach(async () => {
  clock = Date.UTC(2026, 10, 24, 9);
  vault = await makeTestVault({ now: () => new Date(clock) });
});
afterEach(() => vault.close());

const count = (): number => vault.context.db.prepare('SELECT count(*) FROM audit').pluck().get() as number;
const note = (name: string): void => {
  vault.context.db.prepare("INSERT INTO settings VALUES (?, '')").run(name);
};
const notes = (): unknown[] =>
  vault.context.db.prepare("SELECT name FROM settings WHERE name LIKE 'note%'").pluck().all();

/** Changes what only somebody with the key could change: lifts the triggers first. */
function tamper(sql: string): void {
  vault.context.db.exec(`DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete; ${sql}`);
}

describe('an act', () => {
  it('changes rows and leaves one entry of who did what and when', () => {
    const { context } = vault;
    const before = count();
    const result = context.act({ action: 'test.note', subject: 's', detail: { rows: 1 } }, () => {
      note('note 1');
      return 7;
    });
    expect(result).toBe(7);
    expect(notes()).toEqual(['note 1']);
    expect(count()).toBe(before + 1);
    expect(context.db.prepare('SELECT * FROM audit ORDER BY seq DESC').get()).toMatchObject({
      at: '2026-11-24T09:00:00.000Z',
      author: 'Test advocate',
      action: 'test.note',
      subject: 's',
      detail: '{"rows":1}',
    });
  });

  it('can name what it made', () => {
    vault.context.act(
      (made: string) => ({ action: 'test.make', subject: made }),
      () => 'the new id',
    );
    expect(vault.context.db.prepare('SELECT subject FROM audit ORDER BY seq DESC').pluck().get()).toBe(
      'the new id',
    );
  });

  it('leaves neither row nor entry when the change or the entry fails', async () => {
    const { context } = vault;
    const before = [count(), context.auditHead()];
    const failing = (): never => {
      note('note 1');
      throw new Error('no');
    };
    expect(() => context.act({ action: 'a', subject: null }, failing)).toThrow('no');
    const entryFails = (): never => {
      throw new Error('no entry');
    };
    expect(() =>
      context.act(entryFails, () => {
        note('note 2');
      }),
    ).toThrow('no entry');
    const awaiting = (): Promise<void> => {
      note('note 3');
      return Promise.resolve();
    };
    expect(await codeOf(() => context.act({ action: 'a', subject: null }, awaiting))).toBe('internal');
    expect(notes()).toEqual([]);
    expect([count(), context.auditHead()]).toEqual(before);
  });

  it('rolls back and says that the disk is full when it is, and goes on when there is room again', async () => {
    const { db, act } = vault.context;
    const pages = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count=${pages}`);
    const big = (): void => {
      db.prepare("INSERT INTO settings VALUES ('note big', ?)").run('x'.repeat(1_000_000));
    };
    expect(
      await codeOf(() => {
        act({ action: 'a', subject: null }, big);
      }),
    ).toBe('disk-full');
    expect(notes()).toEqual([]);
    expect(verifyAudit(db).ok).toBe(true);
    db.pragma('max_page_count=1000000');
    act({ action: 'a', subject: null }, big);
    expect(notes()).toEqual(['note big']);
  });

  it('within an act is part of it', () => {
    const { context } = vault;
    const inner = (): void =>
      context.act({ action: 'inner', subject: null }, () => {
        note('note 1');
      });
    const outer = (): never => {
      inner();
      throw new Error('no');
    };
    expect(() => context.act({ action: 'outer', subject: null }, outer)).toThrow('no');
    expect(notes()).toEqual([]);
  });
});

describe('the audit log', () => {
  it('is chained as written down', () => {
    vault.context.act({ action: 'a', subject: null }, () => undefined);
    const rows = vault.context.db.prepare('SELECT * FROM audit ORDER BY seq').all() as Record<
      string,
      string
    >[];
    const hashOf = (fields: unknown): string =>
      createHash('sha256').update(JSON.stringify(fields)).digest('hex');
    let previous = emptyHead;
    for (const [index, row] of rows.entries()) {
      const { seq, at, author, action, subject, detail, slot, case_id: caseId, case_number: number } = row;
      const said = [seq, at, author, action, subject, detail, slot, caseId, number];
      const inner = hashOf(['holdfast-act-v1', row.salt, ...said]);
      previous = hashOf(
        index === 0 ? ['holdfast-acts-begin-v1', 0, previous, inner] : ['holdfast-acts-v1', previous, inner],
      );
      expect(row.hash).toBe(previous);
    }
    expect(vault.context.auditHead()).toBe(previous);
    expect(verifyAudit(vault.context.db)).toEqual({ entries: rows.length, ok: true, head: previous });
  });

  it('cannot be changed or shortened by the app itself', async () => {
    const { db } = vault.context;
    expect(
      await codeOf(() => {
        db.exec("UPDATE audit SET author = 'x'");
      }),
    ).not.toBe('no error');
    expect(
      await codeOf(() => {
        db.exec('DELETE FROM audit');
      }),
    ).not.toBe('no error');
    expect(verifyAudit(db).ok).toBe(true);
  });

  it.each([
    "UPDATE audit SET author = 'somebody else' WHERE seq = 2",
    "UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 2",
    "UPDATE audit SET action = 'b' WHERE seq = 2",
    'UPDATE audit SET subject = NULL WHERE seq = 2',
    "UPDATE audit SET detail = '{}' WHERE seq = 2",
    'DELETE FROM audit WHERE seq = 1',
    'DELETE FROM audit WHERE seq = 2',
    'UPDATE audit SET seq = -seq; UPDATE audit SET seq = 1 - seq WHERE seq = -1; UPDATE audit SET seq = -1 - seq WHERE seq = -2; UPDATE audit SET seq = -seq WHERE seq < 0',
  ])('shows that it was altered: %s', (sql) => {
    const { context } = vault;
    for (const n of [1, 2]) context.act({ action: 'a', subject: `s${n}`, detail: { n } }, () => undefined);
    expect(verifyAudit(context.db).ok).toBe(true);
    tamper(sql);
    expect(verifyAudit(context.db).ok).toBe(false);
  });

  it('shows an entry that fits in itself but does not follow from the one before', () => {
    const { context } = vault;
    const insert = context.db.prepare(
      `INSERT INTO audit (seq, at, author, action, detail, slot, salt, previous, hash)
       VALUES (@seq, '', '', 'a', '{}', '', @salt, @previous, @hash)`,
    );
    const hashOf = (fields: unknown): string =>
      createHash('sha256').update(JSON.stringify(fields)).digest('hex');
    const head = context.auditHead();
    const fits = { seq: count() + 1, previous: head };
    const tried = (odd: typeof fits): boolean => {
      const salt = 'ab'.repeat(32);
      const inner = hashOf(['holdfast-act-v1', salt, odd.seq, '', '', 'a', null, '{}', '', null, null]);
      context.db.exec('SAVEPOINT odd');
      insert.run({ ...odd, salt, hash: hashOf(['holdfast-acts-v1', odd.previous, inner]) });
      const { ok } = verifyAudit(context.db);
      context.db.exec('ROLLBACK TO odd; RELEASE odd');
      return ok;
    };
    expect(tried(fits)).toBe(true);
    expect(tried({ ...fits, previous: emptyHead })).toBe(false);
    expect(tried({ ...fits, seq: fits.seq + 1 })).toBe(false);
    expect(verifyAudit(context.db).ok).toBe(true);
  });

  it('is verified by the handler that the page asks', async () => {
    const { context } = vault;
    expect(await auditHandlers(context)['audit.verify']({})).toEqual({
      entries: 1,
      ok: true,
      head: context.auditHead(),
    });
  });
});

describe('the versions', () => {
  it('name the SQLite and the cipher that are really in use', async () => {
    const versions = await vaultHandlers(vault.vault)['runtime.versions']({});
    expect(versions.sqlite).toMatch(/^3\.\d+\.\d+$/);
    expect(versions.cipher).toMatch(/^sqlcipher.*4.*\d+\.\d+\.\d+/);
    expect(versions.node).toBe(process.versions.node);
  });
});

describe('the stamp', () => {
  it('names office and author, and goes forward over a clock set back and a restart', async () => {
    const { context } = vault;
    const first = context.act({ action: 'a', subject: null }, () => context.stamp());
    expect(first.author).toBe('Test advocate');
    clock -= 86_400_000;
    const again = await vault.reopen();
    vault = again;
    const second = again.context.stamp();
    expect(second.office).toBe(first.office);
    expect(second.hlc > first.hlc).toBe(true);
  });
});
