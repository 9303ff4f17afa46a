import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { codeOf } from '../../../helpers/code-of';
import { filledCase } from '../../../helpers/filled-vault';
import { recordsOf } from '../../../helpers/records-of';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
beforeEach(async () => {
  made = await makeTestVault();
});
afterEach(() => made.close());

const kinds = [
  ['letter-template', { title: 'To the force' }],
  ['retention-rule', { what: 'closed', months: 72, reason: '', decidedBy: '' }],
  ['subject-access', { on: '2026-11-20', from: 'A. Nolan' }],
  ['data-complaint', { on: '2026-11-20', from: 'A. Nolan' }],
] as const;

describe('records of the office', () => {
  it.each(kinds)(
    '%s is made, changed, listed, removed and brought back without a case',
    async (kind, body) => {
      const records = recordsOf(made);
      const one = await records['records.create']({ caseId: null, kind, body });
      expect(one.caseId).toBeNull();
      const two = await records['records.change']({ id: one.id, version: one.version, body });
      expect(await records['records.list']({ caseId: null, kind })).toEqual([two]);
      await records['records.remove']({ id: one.id });
      expect(await records['records.list']({ caseId: null, kind })).toEqual([]);
      expect((await records['records.history']({ id: one.id })).removed).toBe(true);
      await records['records.bringBack']({ id: one.id, version: one.version });
      expect(await records['records.list']({ caseId: null, kind })).toHaveLength(1);
    },
  );

  it('are refused with a case, as kinds of a case and kinds with methods of their own are without one', async () => {
    const { id: caseId } = await caseHandlers(made.context)['cases.create'](filledCase);
    const create = (kind: string, owner: string | null, body: Record<string, unknown>) =>
      codeOf(() => recordsOf(made)['records.create']({ caseId: owner, kind, body }));
    const [, [kind, body]] = kinds;
    expect(await create(kind, caseId, body)).toBe('invalid-input');
    expect(await create('task', null, { text: 'Ring' })).toBe('invalid-input');
    expect(await create('breach', null, {})).toBe('invalid-input');
    expect(await codeOf(() => recordsOf(made)['records.list']({ caseId: null, kind: 'breach' }))).toBe(
      'invalid-input',
    );
  });
});
