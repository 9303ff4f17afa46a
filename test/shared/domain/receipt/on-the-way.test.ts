import { describe, expect, it } from 'vitest';
import { afterRules } from '../../../../shared/domain/receipt/after-rules';
import { mayEraseAfter, standingOfPackage } from '../../../../shared/domain/receipt/on-the-way';
import type { TransferRecord } from '../../../../shared/models/transfer';

const at = '2026-06-30T23:30:00.000Z';
const nothing = { isReceived: false, isWiped: false };
const standing = (today: string, days = afterRules.overdue.days, known = nothing) =>
  standingOfPackage({ at }, known, today, days).is;

describe('a package that went out', () => {
  it('is overdue once the days that a receipt may take have gone by, counted from the UK day it left', () => {
    // Half past midnight on 1 July by the UK clock.
    expect(standing('2026-07-15')).toBe('not-received');
    expect(standing('2026-07-16')).toBe('overdue');
    expect(standing('2026-07-03', 1)).toBe('overdue');
    expect(standingOfPackage({ at }, nothing, '2026-07-01', 14).due).toBe('2026-07-15');
  });

  it('is waited for no more once it is received or was given up', () => {
    expect(standing('2027-01-01', 14, { isReceived: true, isWiped: true })).toBe('received');
    expect(standing('2027-01-01', 14, { isReceived: false, isWiped: true })).toBe('wiped');
  });
});

describe('erasing here', () => {
  const record: Pick<TransferRecord, 'direction' | 'purpose' | 'caseId' | 'partner'> = {
    ...{ direction: 'out', purpose: 'handover', caseId: 'case' },
    partner: { id: 'south', name: 'South', standing: 'compared' },
  };
  const of = (change: Partial<typeof record>): TransferRecord => ({ ...record, ...change }) as TransferRecord;
  const receipt = (id: string, standingOf: 'compared' | 'unknown' = 'compared') =>
    ({ direction: 'in', office: { id, name: '', standing: standingOf } }) as const;

  it('is offered for a handover alone, when the office it was for has given a receipt', () => {
    expect(mayEraseAfter(of({}), [receipt('south')])).toBe(true);
    expect(mayEraseAfter(of({}), [])).toBe(false);
    expect(mayEraseAfter(of({}), [receipt('north')])).toBe(false);
    expect(mayEraseAfter(of({}), [receipt('south', 'unknown')])).toBe(false);
    expect(mayEraseAfter(of({}), [{ ...receipt('south'), direction: 'out' }])).toBe(false);
    expect(mayEraseAfter(of({ purpose: 'copy' }), [receipt('south')])).toBe(false);
    expect(mayEraseAfter(of({ caseId: null }), [receipt('south')])).toBe(false);
    expect(mayEraseAfter(of({ direction: 'in' }), [receipt('south')])).toBe(false);
  });
});
