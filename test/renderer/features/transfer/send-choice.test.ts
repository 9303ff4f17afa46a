import { describe, expect, it } from 'vitest';
import {
  missingOf,
  noteOf,
  nothingToSend,
  purposesUnder,
  sentBefore,
  whatGoes,
} from '../../../../renderer/features/transfer/send-choice';
import type { SendChoice } from '../../../../renderer/features/transfer/send-choice';
import type { PartnerOffice } from '../../../../shared/models/office';
import type { TransferRecord } from '../../../../shared/models/transfer';

const office = (id: string, standing: PartnerOffice['standing'] = 'compared'): PartnerOffice => ({
  ...{ id, name: id, words: [], recipient: `age1${id}`, made: '2026-11-01', standing },
  ...{ addedAt: '', addedBy: '', compared: null, takesPlaceOf: null },
});
const sent = (packageId: string, changes: Partial<TransferRecord> = {}): TransferRecord => ({
  ...{ id: packageId, direction: 'out', packageId, caseId: 'case', caseReference: 'A', at: '', files: 1 },
  ...{ entries: 1, bytes: 1, sha256: '', senderFingerprint: '', verified: true, alsoFor: [], note: null },
  ...{ manifestSha256: null, sealed: null, brought: null },
  ...{ purpose: 'copy', partner: { id: 'north', name: 'north', standing: 'compared' } },
  ...changes,
});
const from = {
  ownName: 'Our office',
  offices: [office('north'), office('south'), office('west', 'new')],
  records: [
    sent('whole'),
    sent('part', { purpose: 'share' }),
    sent('other-case', { caseId: 'other' }),
    sent('in', { direction: 'in' }),
    sent('to-south', { partner: { id: 'south', name: 'south', standing: 'compared' } }),
    sent('also', {
      partner: { id: 'south', name: 'south', standing: 'compared' },
      alsoFor: [{ id: 'north', name: 'north' }],
    }),
    sent('of-before', { purpose: null }),
  ],
};
const complete: SendChoice = {
  ...nothingToSend('case'),
  ...{ officeIds: ['north'], purpose: 'copy', basis: 'consent', reason: 'by phone, 3 Nov' },
};
const missing = (changes: Partial<SendChoice>, redacted: readonly string[] = []) =>
  missingOf(
    { ...complete, ...changes },
    from,
    redacted.map((itemId) => ({ id: 'copy', itemId, version: 1, createdAt: '', isDoubtful: false })),
  )?.field ?? null;

describe('what is still to be said before a package is written', () => {
  it('is asked field by field, in the order of the form, and nothing is chosen by itself', () => {
    const { caseId } = nothingToSend('case');
    expect(caseId).toBe('case');
    expect(missingOf(nothingToSend(null), from, [])?.field).toBe('case');
    expect(missingOf(nothingToSend('case'), from, [])?.field).toBe('office');
    expect(missing({})).toBe(null);
    expect(missing({ officeIds: [] })).toBe('office');
    // One whose words nobody has compared counts for none.
    expect(missing({ officeIds: ['west'] })).toBe('office');
    expect(missing({ purpose: null })).toBe('purpose');
    expect(missing({ basis: null })).toBe('basis');
    expect(missing({ reason: '  ' })).toBe('reason');
  });

  it('asks for one office where two could go on with the case', () => {
    const officeIds = ['north', 'south'];
    expect(missing({ officeIds, purpose: 'copy' })).toBe(null);
    expect(missing({ officeIds, purpose: 'handover' })).toBe('office');
    expect(missing({ officeIds, purpose: 'changes', since: 'whole' })).toBe('office');
  });

  it('asks what a share holds, and as which copy each exhibit goes', () => {
    const part = { ...complete.part, itemIds: new Set(['one']) };
    expect(missing({ purpose: 'share' })).toBe('part');
    expect(missing({ purpose: 'share', part: { ...complete.part, chronology: 'none' } })).toBe('part');
    expect(missing({ purpose: 'share', part })).toBe(null);
    expect(missing({ purpose: 'share', part }, ['one'])).toBe('part');
    const decided = { ...part, copies: new Map([['one', 'copy']]) };
    expect(missing({ purpose: 'share', part: decided }, ['one'])).toBe(null);
  });

  it('asks since when changes are counted, and offers packages to that office that say what they held', () => {
    expect(missing({ purpose: 'changes' })).toBe('since');
    expect(sentBefore(complete, from).map(({ packageId }) => packageId)).toEqual(['whole', 'also']);
    expect(sentBefore({ ...complete, officeIds: ['north', 'south'] }, from)).toEqual([]);
  });

  it('under a passphrase hands nothing over, and wants a strong one', () => {
    expect(purposesUnder.passphrase).toEqual(['copy', 'share']);
    const type = 'passphrase' as const;
    expect(missing({ type, passphrase: 'short' })).toBe('passphrase');
    const passphrase = 'seven quiet herons landing by the old lighthouse';
    expect(missing({ type, passphrase })).toBe(null);
    expect(missing({ type, passphrase, purpose: 'handover' })).toBe('purpose');
  });
});

it('what the vault is asked for is what was chosen, in the order of the screen, and nothing of another purpose', () => {
  const of = { views: [], order: ['two', 'one', 'three'] };
  const part = { ...complete.part, itemIds: new Set(['one', 'two']), copies: new Map([['one', 'copy']]) };
  expect(whatGoes({ ...complete, part }, of, [])).toEqual({ caseId: 'case', purpose: 'copy' });
  expect(whatGoes({ ...complete, part, purpose: 'share' }, of, [])).toEqual({
    ...{ caseId: 'case', purpose: 'share' },
    chosen: {
      exhibits: [
        { itemId: 'two', redactionId: null },
        { itemId: 'one', redactionId: 'copy' },
      ],
      chronology: null,
    },
  });
  expect(whatGoes({ ...complete, purpose: 'changes' }, of, [])).toBe(null);
  expect(whatGoes({ ...complete, purpose: 'changes', since: 'whole' }, of, [])).toEqual({
    ...{ caseId: 'case', purpose: 'changes', since: 'whole' },
  });
});

it('papers of a handover are named in its note, and in no other', () => {
  const slots = { ...complete.slots, minutes: 'one' };
  expect(noteOf({ ...complete, slots })).toEqual({
    basis: 'consent',
    reason: 'by phone, 3 Nov',
    slots: null,
  });
  expect(noteOf({ ...complete, slots, purpose: 'handover' })?.slots).toEqual({
    ...{ minutes: 'one', 'action-plan': null, risk: null, 'advocate-note': null },
  });
  expect(noteOf({ ...complete, basis: null })).toBe(null);
});
