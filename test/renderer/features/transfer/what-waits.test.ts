import { describe, expect, it } from 'vitest';
import { whatWaits } from '../../../../renderer/features/transfer/what-waits';
import { waitingLine } from '../../../../renderer/strings/waiting';
import type { Breach } from '../../../../shared/models/breach';
import type { PartnerOffice } from '../../../../shared/models/office';
import type { TransferRecord } from '../../../../shared/models/transfer';

const now = '2026-11-20T12:00:00.000Z';
const office = (standing: PartnerOffice['standing']): PartnerOffice => ({
  ...{ id: standing, name: standing, words: [], recipient: 'age1', made: '2026-11-01', standing },
  ...{ addedAt: '', addedBy: '', compared: null, takesPlaceOf: null },
});
const sent = (at: string): TransferRecord => ({
  ...{ id: at, direction: 'out', packageId: at, caseId: null, caseReference: 'A', at, files: 1 },
  ...{ entries: 1, bytes: 1, sha256: '', senderFingerprint: '', verified: true, alsoFor: [], note: null },
  ...{ manifestSha256: 'a', sealed: null, brought: null, purpose: 'copy', partner: null },
});
const breach = (foundAt: string, toldIcoAt: string | null = null): Breach => ({
  ...{ id: foundAt, version: '', createdAt: '', updatedAt: '', author: '', package: null },
  body: {
    ...{ what: 'stick', packageId: null, foundAt, toldIcoAt, circumstances: '', strength: 'key' },
    ...{ risk: 'open', riskWhy: '', icoReference: '', toldClientAt: null, notes: '' },
  },
});
const after = { receipts: [], wiped: [], overdueDays: 7 };
const nothing = { offices: [office('compared')], records: [], after, breaches: [] };
const of = (changes: Partial<Parameters<typeof whatWaits>[0]>) =>
  whatWaits({ ...nothing, ...changes }, now, '2026-11-20');

describe('the line on top of Transfers', () => {
  it('is not there where nothing waits for anybody', () => {
    expect(waitingLine(of({}))).toBe(null);
    const told = breach('2026-11-20T08:00:00.000Z', '2026-11-20T09:00:00.000Z');
    expect(
      waitingLine(of({ breaches: [told], records: [sent('2026-11-19T08:00:00.000Z')], offices: [] })),
    ).toBe(null);
  });

  it('says each thing that waits, though it may be folded away', () => {
    expect(waitingLine(of({ offices: [office('new'), office('refused')] }))).toBe(
      'Waiting for somebody: 1 office whose words nobody has compared yet.',
    );
    expect(waitingLine(of({ records: [sent('2026-11-01T08:00:00.000Z')] }))).toBe(
      'Waiting for somebody: 1 package without a receipt in time.',
    );
    expect(waitingLine(of({ breaches: [breach('2026-11-20T08:00:00.000Z')] }))).toMatch(
      /^Waiting for somebody: something was lost or stolen, 68 hours left to tell the ICO, until /,
    );
  });

  it('puts the hours first that end first, and counts the others', () => {
    const breaches = [breach('2026-11-20T08:00:00.000Z'), breach('2026-11-10T08:00:00.000Z')];
    const line = waitingLine(of({ breaches, offices: [office('new')] }));
    expect(line).toMatch(/hours over: .+; 1 other loss to tell the ICO of; 1 office whose words/);
  });
});
