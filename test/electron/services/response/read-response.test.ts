import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { responseHandlers } from '../../../../electron/services/response/handlers';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { orderDetailsSchema, registerBodySchema } from '../../../../shared/models/register';
import { filledCase } from '../../../helpers/filled-vault';
import { recordsOf } from '../../../helpers/records-of';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
let caseId: string;
beforeEach(async () => {
  made = await makeTestVault();
  caseId = (await caseHandlers(made.context)['cases.create'](filledCase)).id;
});
afterEach(() => made.close());

const read = () => responseHandlers(made.context)['casework.response']({ caseId });
const write = (kind: string, body: Record<string, unknown>) =>
  recordsOf(made)['records.create']({ caseId, kind, body });

describe('what the room of police and court stands on', () => {
  it('is empty in a case of which nothing was said, and says no jurisdiction for anybody', async () => {
    expect(await read()).toEqual({
      ...{ jurisdiction: null, enhancedRights: null, entries: [], orders: [], hearings: [] },
    });
  });

  it('is the entries in few fields and in the order of their dates, orders, hearings that have a date, law and rights', async () => {
    const { 'chronology.create': create } = chronologyHandlers(made.context);
    const reported = { date: null, reference: 'CAD 1', response: '', how: '', officer: '', crimeNumber: '' };
    await create({ ...nothingMore, caseId, edtf: '2026-03', time: null, title: 'He came', reported });
    await create({
      ...{ ...nothingMore, caseId, edtf: '2026-02-01', time: null, title: 'He rang' },
      ...{ behaviours: ['b'], description: 'a long account' },
    });
    const order = orderDetailsSchema.parse({ stage: 'made', madeOn: '2026-04-01' });
    const body = registerBodySchema.parse({ name: 'Bail', orderType: 'bail', order });
    await write('register', { kind: 'order', ...body });
    await write('proceedings', {
      court: 'Crown Court at Leeds',
      hearings: [{ edtf: '2026-12-01', what: 'Plea' }, { what: 'Trial' }],
    });
    await write('case-details', { jurisdiction: 'scotland', enhancedRights: true });
    const { entries, orders, hearings, ...said } = await read();
    expect(said).toEqual({ jurisdiction: 'scotland', enhancedRights: true });
    expect(entries.map(({ title, behaviours }) => [title, behaviours])).toEqual([
      ['He rang', ['b']],
      ['He came', []],
    ]);
    expect(entries[0]?.printedDate).toBe('1 Feb 2026');
    expect(entries[1]?.reported?.reference).toBe('CAD 1');
    expect(JSON.stringify(entries)).not.toContain('a long account');
    expect(orders).toMatchObject([{ name: 'Bail', orderType: 'bail', order: { madeOn: '2026-04-01' } }]);
    expect(hearings).toMatchObject([{ edtf: '2026-12-01', what: 'Plea', court: 'Crown Court at Leeds' }]);
  });
});
