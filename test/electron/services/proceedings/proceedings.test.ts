import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { readProceedings } from '../../../../electron/services/proceedings/read-proceedings';
import { hearingSchema } from '../../../../shared/models/proceedings';
import { codeOf } from '../../../helpers/code-of';
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

const create = async (body: object) =>
  recordsOf(made)['records.create']({ caseId, kind: 'proceedings', body: { ...body } });

describe('court proceedings', () => {
  it('are several in a case, each with as little as is known, and read for a bundle in their order', async () => {
    const one = await create({ court: 'Family Court at Leeds' });
    const two = await create({ title: 'R v B', caseNumber: 'what the officer said, 12/3 ?' });
    expect(readProceedings(made.context, caseId)).toMatchObject([
      { id: one.id, court: 'Family Court at Leeds', title: '', caseNumber: '', parties: [], hearings: [] },
      { id: two.id, title: 'R v B', caseNumber: 'what the officer said, 12/3 ?', noticeGiven: null },
    ]);
    expect([one.title, two.title]).toEqual(['Family Court at Leeds', 'R v B']);
  });

  it('are not read any more once they were taken out', async () => {
    const { id } = await create({ court: 'Leeds' });
    await recordsOf(made)['records.remove']({ id });
    expect(readProceedings(made.context, caseId)).toEqual([]);
  });

  it('need a court or a title, and dates of hearings that are dates', async () => {
    expect(await codeOf(() => create({}))).toBe('invalid-input');
    expect(await codeOf(() => create({ court: ' ', caseNumber: 'ZC26C00123' }))).toBe('invalid-input');
    const withDate = (edtf: string) =>
      create({ court: 'Leeds', hearings: [hearingSchema.parse({ edtf, what: 'Trial' })] });
    expect(await codeOf(() => withDate('next week'))).toBe('invalid-input');
    expect(await codeOf(() => withDate('2027-02-01/2027-02-05'))).toBe('no error');
  });

  it('say in their history what they say, in words', async () => {
    const { id } = await create({
      ...{
        court: 'Leeds',
        courtKind: 'crown',
        caseNumber: 'T20247001',
        language: 'welsh',
        noticeGiven: false,
      },
      parties: [{ name: 'B', role: 'defendant', representedBy: 'Smith & Co' }],
      hearings: [{ edtf: '2026-12-03', time: '10:00', what: 'Trial', place: 'Court 2', judge: 'HHJ Jones' }],
    });
    const { versions } = await recordsOf(made)['records.history']({ id });
    expect(versions[0]?.lines.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Court: Leeds',
      'Kind of court: Crown Court',
      'Case number: T20247001',
      'Parties: B, defendant, represented by Smith & Co',
      'Hearings: 3 Dec 2026, 10:00: Trial, Court 2, before HHJ Jones',
      'Language: Welsh',
      'Court told about Welsh: no',
    ]);
  });
});
