import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { chainHash, earlierHash, innerHash } from '../../../shared/domain/acts/hash';
import { viewFor } from '../../../shared/domain/export/audiences';
import type { NewHandover } from '../../../shared/models/continuity';
import { registerBodySchema } from '../../../shared/models/register';
import { readExtract, writeExtract } from '../../../shared/domain/acts/extract-lines';
import { verifyExtract } from '../../../shared/domain/acts/verify-extract';
import { extractCase } from '../../../electron/vault/act-extract';
import { tablesOfCases } from '../../../electron/vault/act-case';
import { appendAudit, auditRowSchema, sha256OfText, verifyAudit } from '../../../electron/vault/audit';
import { checkClosedVault } from '../../../electron/vault/check/check-closed';
import { listTables } from '../../../electron/vault/tables';
import { auditHandlers } from '../../../electron/services/audit/handlers';
import { caseHandlers } from '../../../electron/services/cases/handlers';
import { addToRegister, removeFromRegister } from '../../../electron/services/chronology/register';
import { addView, removeView } from '../../../electron/services/chronology/views';
import { addHandover } from '../../../electron/services/continuity/record';
import { eraseHandlers } from '../../../electron/services/erase/handlers';
import { producerEditor } from '../../../electron/services/exhibits/edit-producers';
import { codeOf } from '../../helpers/code-of';
import { makeEarlierVault } from '../../helpers/earlier-vault';
import { filledCase, fillVault } from '../../helpers/filled-vault';
import { makeTestVault, testPassphrase } from '../../helpers/test-vault';
import type { TestVault } from '../../helpers/test-vault';

let open: TestVault[] = [];
afterEach(async () => {
  await Promise.all(open.map((vault) => vault.close()));
  open = [];
});
function kept<T extends TestVault>(vault: T): T {
  open.push(vault);
  return vault;
}
const rowsOf = ({ context }: TestVault): Record<string, unknown>[] =>
  context.db.prepare('SELECT * FROM audit ORDER BY seq').all() as Record<string, unknown>[];
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const hashOf = (list: readonly unknown[]): string => sha256(JSON.stringify(list));

/** Changes what only somebody with the key could change: lifts the triggers first. */
function tamper({ context }: TestVault, sql: string): void {
  context.db.exec(`DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete; ${sql}`);
}

describe('a vault from before acts were salted', () => {
  it('keeps the acts it has as they are, goes on after them and verifies, opened and closed', async () => {
    const earlier = await makeEarlierVault();
    const vault = kept(earlier.vault);
    expect(earlier.found).toEqual({ entries: 5, ok: true, head: earlier.head });
    const rows = rowsOf(vault);
    const none = { salt: null, case_id: null, case_number: null };
    expect(rows.slice(0, 5)).toEqual(earlier.rows.map((row) => ({ ...row, ...none })));
    expect(rows).toHaveLength(6);
    expect(verifyAudit(vault.context.db)).toEqual({
      entries: 6,
      ok: true,
      head: vault.context.auditHead(),
    });
    vault.vault.close();
    const report = await checkClosedVault(vault.folder, testPassphrase, 'full', { now: () => new Date() });
    expect(report).toMatchObject({ findings: [], auditEntries: 7 });
  });

  it('has the first new act commit to how many there were, to the last of them and to the rule', async () => {
    const earlier = await makeEarlierVault();
    const first = rowsOf(kept(earlier.vault))[5] ?? {};
    expect(first).toMatchObject({ action: 'vault.unlock', previous: earlier.head });
    const { salt, seq, at, author, action, subject, detail, slot } = first;
    const said = ['holdfast-act-v1', salt, seq, at, author, action, subject, detail, slot, null, null];
    const inner = hashOf(said);
    expect(first.hash).toBe(hashOf(['holdfast-acts-begin-v1', 5, earlier.head, inner]));
  });

  it('is written out with everything that its hashes are made of', async () => {
    const earlier = await makeEarlierVault();
    const vault = kept(earlier.vault);
    await caseHandlers(vault.context)['cases.create'](filledCase);
    const head = vault.context.auditHead();
    const target = join(vault.folder, '..', 'record.jsonl');
    expect(await auditHandlers(vault.context)['audit.export']({ target })).toMatchObject({ entries: 7 });
    const lines = (await readFile(target, 'utf8')).trimEnd().split('\n');
    let previous = '0'.repeat(64);
    for (const [index, line] of lines.entries()) {
      const row = JSON.parse(line) as Record<string, unknown>;
      const said = ['seq', 'at', 'author', 'action', 'subject', 'detail'].map((name) => row[name]);
      const inner = hashOf(['holdfast-act-v1', row.salt, ...said, row.slot, row.case_id, row.case_number]);
      if (index < 5) previous = hashOf([previous, ...said, ...(row.slot === null ? [] : [row.slot])]);
      else if (index === 5) previous = hashOf(['holdfast-acts-begin-v1', 5, previous, inner]);
      else previous = hashOf(['holdfast-acts-v1', previous, inner]);
      expect(row.hash).toBe(previous);
    }
    expect(previous).toBe(head);
  });

  it('shows of the earlier acts only how many there were and the hash of the last', async () => {
    const earlier = await makeEarlierVault();
    const { context } = kept(earlier.vault);
    const { id } = await caseHandlers(context)['cases.create'](filledCase);
    const extract = extractCase(context.db, id);
    expect(extract.sealed).toEqual({ acts: 5, head: earlier.head });
    expect(verifyExtract(extract, [context.auditHead()], sha256OfText)).toMatchObject({
      holds: true,
      hidden: 6,
      shown: [{ action: 'case.create', seq: 7, caseNumber: 1 }],
    });
    const text = [...writeExtract(extract)].join();
    for (const row of earlier.rows.slice(0, 4)) expect(text).not.toContain(row.hash);
  });

  it.each([
    ['a sealed act is changed', "UPDATE audit SET author = 'x' WHERE seq = 3"],
    ['the last sealed act is changed', "UPDATE audit SET at = '' WHERE seq = 5"],
    [
      'the last sealed act is gone',
      'DELETE FROM audit WHERE seq = 5; UPDATE audit SET seq = seq - 1 WHERE seq > 5',
    ],
    ['a sealed act is put into a case', "UPDATE audit SET case_id = 'c', case_number = 1 WHERE seq = 3"],
    ['a sealed act is numbered', 'UPDATE audit SET case_number = 1 WHERE seq = 3'],
    ['a sealed act is salted', `UPDATE audit SET salt = '${'ab'.repeat(32)}' WHERE seq = 5`],
    ['the first salted act loses its salt', 'UPDATE audit SET salt = NULL WHERE seq = 6'],
    [
      'a salted act loses its salt',
      'UPDATE audit SET salt = NULL, case_id = NULL, case_number = NULL WHERE seq = 7',
    ],
    ['a salt is another', `UPDATE audit SET salt = '${'ab'.repeat(32)}' WHERE seq = 7`],
    ['a salt is none', "UPDATE audit SET salt = 'ab' WHERE seq = 7"],
    ['an act is of another case', "UPDATE audit SET case_id = 'other' WHERE seq = 7"],
    ['an act is of no case', 'UPDATE audit SET case_id = NULL, case_number = NULL WHERE seq = 7'],
    ['an act has another number in its case', 'UPDATE audit SET case_number = 9 WHERE seq = 7'],
    ['a salted act says something else', 'UPDATE audit SET detail = \'{"a":1}\' WHERE seq = 7'],
    ['a salted act is gone', 'DELETE FROM audit WHERE seq = 7; UPDATE audit SET seq = seq - 1 WHERE seq > 7'],
  ])('does not verify when %s', async (_what, sql) => {
    const vault = kept((await makeEarlierVault()).vault);
    const cases = caseHandlers(vault.context);
    for (const reference of ['A-1', 'A-2']) await cases['cases.create']({ ...filledCase, reference });
    expect(verifyAudit(vault.context.db)).toMatchObject({ ok: true, entries: 8 });
    tamper(vault, sql);
    expect(verifyAudit(vault.context.db).ok).toBe(false);
  });

  it('does not verify when an act of the earlier rule follows a salted one', async () => {
    const vault = kept((await makeEarlierVault()).vault);
    const { db } = vault.context;
    const previous = vault.context.auditHead();
    const act = { seq: 7, at: '', author: '', action: 'a', subject: null, detail: '{}', slot: null };
    const row = { ...act, previous, hash: earlierHash(act, previous, sha256OfText) };
    db.prepare(
      `INSERT INTO audit (seq, at, author, action, subject, detail, slot, previous, hash)
       VALUES (@seq, @at, @author, @action, @subject, @detail, @slot, @previous, @hash)`,
    ).run(row);
    expect(verifyAudit(db).ok).toBe(false);
  });

  it('has another head once somebody has moved the place where the rule changes and hashed all anew', async () => {
    const vault = kept((await makeEarlierVault()).vault);
    const { context } = vault;
    const { id } = await caseHandlers(context)['cases.create'](filledCase);
    const printed = context.auditHead();
    const [unlock, create] = rowsOf(vault)
      .slice(5)
      .map((row) => auditRowSchema.parse(row));
    if (unlock === undefined || create?.salt == null) throw new Error('no acts');
    const sixth = earlierHash(unlock.act, unlock.previous, sha256OfText);
    const inner = innerHash(create.act, create.salt, sha256OfText);
    const seventh = chainHash({ acts: 6, head: sixth, isSalted: false }, inner, sha256OfText);
    tamper(
      vault,
      `UPDATE audit SET salt = NULL, hash = '${sixth}' WHERE seq = 6;
       UPDATE audit SET previous = '${sixth}', hash = '${seventh}' WHERE seq = 7`,
    );
    expect(verifyAudit(context.db)).toEqual({ ok: true, entries: 7, head: seventh });
    expect(seventh).not.toBe(printed);
    expect(verifyExtract(extractCase(context.db, id), [printed], sha256OfText)).toMatchObject({
      problem: 'known-head-missing',
    });
  });
});

const handover: NewHandover = {
  from: 'Robin Wells',
  to: 'PC 1234 Ash',
  edtf: '2026-07-09',
  time: null,
  place: '',
  purpose: 'To copy it',
  seal: '',
  fingerprintConfirmed: false,
  confirmation: '',
  note: '',
};

describe('an act', () => {
  it('is refused without a salt of 32 bytes', async () => {
    const { context } = kept(await makeTestVault());
    const moment = { at: context.now(), actor: { name: '', slot: '' }, salt: Buffer.alloc(16) };
    expect(
      await codeOf(() => {
        appendAudit(context.db, { action: 'a', subject: null, caseId: null }, moment);
      }),
    ).toBe('internal');
  });

  it('has a salt that no other has', async () => {
    const vault = kept(await makeTestVault());
    await fillVault(vault.vault);
    const salts = rowsOf(vault).map(({ salt }) => salt);
    expect(salts.every((salt) => typeof salt === 'string' && /^[0-9a-f]{64}$/.test(salt))).toBe(true);
    expect(new Set(salts).size).toBe(salts.length);
  });

  it('is of the case that its subject belongs to, also where it makes or removes it, else of what it names', async () => {
    const vault = kept(await makeTestVault());
    const { context } = vault;
    const cases = caseHandlers(context);
    const { id: other } = await cases['cases.create']({ ...filledCase, reference: 'B-1' });
    const { caseId: id, items } = await fillVault(vault.vault);
    context.act({ action: 'test.begin', subject: null }, () => undefined);

    const producers = producerEditor(context);
    const added = producers.add(id, { name: 'Robin', initials: 'RB' });
    const idOf = (initials: string): string => added.find((each) => each.initials === initials)?.id ?? '';
    producers.choose(idOf('WR'));
    producers.remove(idOf('RB'));
    removeView(context, addView(context, id, 'For the officer', viewFor('police')).id);
    const person = registerBodySchema.parse({ name: 'Ash' });
    removeFromRegister(context, addToRegister(context, id, 'person', person).id);
    addHandover(context, items.slice(0, 2), handover, false);
    const erase = eraseHandlers(vault.vault);
    await erase['erase.item']({ id: items[0] ?? '', reason: 'Sent by mistake' });
    await erase['erase.case']({ id, reference: 'FV-1', own: testPassphrase });

    const since = (caseId: string | null): unknown[] =>
      context.db
        .prepare(
          `SELECT action FROM audit WHERE case_id IS ?
           AND seq > (SELECT seq FROM audit WHERE action = 'test.begin') ORDER BY seq`,
        )
        .pluck()
        .all(caseId);
    expect(since(id)).toEqual([
      'producer.create',
      'producer.choose',
      'producer.remove',
      'view.create',
      'view.remove',
      'register.create',
      'register.remove',
      'continuity.add',
      'erase.item',
      'erase.case',
    ]);
    expect(since(other)).toEqual([]);
    expect(since(null)).toEqual([]);
    expect(verifyAudit(context.db).ok).toBe(true);
  });

  it('can be of every table whose rows have an id and a case', async () => {
    const { context } = kept(await makeTestVault());
    // A number is no subject: rows of an index have one.
    const ids = context.db.prepare(
      `SELECT name FROM pragma_table_info(?) WHERE name = 'case_id' OR (name = 'id' AND type = 'TEXT')`,
    );
    const found = listTables(context.db)
      .map(({ name }) => name)
      .filter((name) => ids.all(name).length === 2)
      // Typing is no act.
      .filter((name) => name !== 'drafts');
    expect(found).toEqual([...tablesOfCases].sort());
  });
});

describe('the extract of one case of a real vault', () => {
  it('verifies by a head in print, and holds no id, name or salt of another case', async () => {
    const vault = kept(await makeTestVault());
    const { context } = vault;
    const own = await fillVault(vault.vault, 'A-1');
    const printed = context.auditHead();
    const other = await fillVault(vault.vault, 'B-1');
    const text = [...writeExtract(extractCase(context.db, own.caseId))].map((line) => `${line}\n`).join('');
    const extract = readExtract(text);
    if (extract === null) throw new Error('unreadable');

    const verdict = verifyExtract(extract, [printed], sha256);
    // 1 for the case, 6 exhibits, 9 entries; before them the vault was made.
    expect(verdict).toMatchObject({ holds: true, vouchedTo: 17, hidden: 17, endsWithCase: false });
    expect(verdict.holds && verdict.shown.map(({ action }) => action)).toEqual([
      'case.create',
      ...Array.from({ length: 6 }, () => 'evidence.import'),
      ...Array.from({ length: 9 }, () => 'entry.create'),
    ]);
    for (const row of rowsOf(vault)) {
      const { act, salt } = auditRowSchema.parse(row);
      expect(text.includes(salt ?? '')).toBe(act.caseId === own.caseId);
      expect(text.includes(act.subject ?? '')).toBe(act.caseId === own.caseId);
    }
    expect(text).not.toContain(other.caseId);
  });

  it('still verifies once the case is erased, with its acts as ids and numbers', async () => {
    const vault = kept(await makeTestVault());
    const { context } = vault;
    const { caseId } = await fillVault(vault.vault);
    const printed = context.auditHead();
    await eraseHandlers(vault.vault)['erase.case']({ id: caseId, reference: 'FV-1', own: testPassphrase });
    const verdict = verifyExtract(extractCase(context.db, caseId), [printed], sha256);
    expect(verdict).toMatchObject({ holds: true, endsWithCase: true });
    expect(verdict.holds && verdict.shown.at(-1)).toMatchObject({ action: 'erase.case', caseNumber: 17 });
  });

  it('goes on counting the acts of a case over a restart', async () => {
    const vault = await makeTestVault();
    const { id } = await caseHandlers(vault.context)['cases.create'](filledCase);
    const again = kept(await vault.reopen());
    const input = { ...filledCase, id, alias: 'Robin' };
    await caseHandlers(again.context)['cases.update'](input);
    const extract = extractCase(again.context.db, id);
    expect(verifyExtract(extract, [again.context.auditHead()], sha256)).toMatchObject({
      holds: true,
      shown: [{ caseNumber: 1 }, { caseNumber: 2 }],
      endsWithCase: true,
    });
  });
});
