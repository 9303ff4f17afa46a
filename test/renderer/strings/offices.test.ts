import { describe, expect, it } from 'vitest';
import { openToDecision, senderStandings, verifiedSenders } from '../../../shared/models/office';
import type { TransferRecord } from '../../../shared/models/transfer';
import {
  alsoForText,
  checkedChip,
  partnerText,
  purposeLine,
  senderWords,
} from '../../../renderer/strings/offices';

const record = (partner: TransferRecord['partner'], direction: 'in' | 'out' = 'in'): TransferRecord => ({
  id: '',
  direction,
  packageId: '',
  caseId: null,
  caseReference: 'A-1',
  at: '2026-11-27T10:00:00.000Z',
  files: 1,
  entries: 1,
  bytes: 1,
  sha256: 'a'.repeat(64),
  senderFingerprint: '',
  verified: true,
  alsoFor: [],
  manifestSha256: null,
  purpose: null,
  note: null,
  sealed: null,
  partner,
  brought: null,
});

describe.each(senderStandings)('a sender who is %s', (standing) => {
  const { tone, title } = senderWords(standing, 'North office', 'North office');
  const [chip] = checkedChip(record({ id: null, name: 'North office', standing }));

  it('is shown in green only when its key was compared before', () => {
    expect(tone === 'green').toBe(verifiedSenders.includes(standing));
    expect(chip === 'green').toBe(verifiedSenders.includes(standing));
  });

  it('is called an unknown sender when a person may still take the package in', () => {
    if (openToDecision.includes(standing)) expect(title).toContain('Unknown sender');
    else expect(tone).toBe(verifiedSenders.includes(standing) ? 'green' : 'red');
  });
});

it('a package from before offices were compared is not called checked', () => {
  expect(checkedChip(record(null))[0]).toBe('amber');
  expect(partnerText(record(null))).toBe('Not known');
  expect(partnerText(record(null, 'out'))).toBe('Under a passphrase');
});

it('the name of an unknown sender is what it calls itself', () => {
  expect(partnerText(record({ id: null, name: 'North office', standing: 'unknown' }))).toBe(
    'Calls itself “North office”',
  );
});

it('a package in the list says what it was for, to whoever wrote it or took it in, and for which further offices', () => {
  const out = record(null, 'out');
  expect(purposeLine({ ...out, purpose: 'share' })).toBe('They get a part of it');
  expect(purposeLine({ ...record(null), purpose: 'share' })).toBe('We got a part of it');
  expect(purposeLine(out)).toBe('');
  const alsoFor = ['South office', 'West office'].map((name) => ({ id: name, name }));
  expect(alsoForText({ ...out, alsoFor })).toBe('Also for South office and West office');
  expect(alsoForText(out)).toBe('');
});
