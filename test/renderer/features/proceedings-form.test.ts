import { describe, expect, it } from 'vitest';
import {
  emptyParty,
  fromForm,
  hearingForm,
  problemsOf,
  startForm,
} from '../../../renderer/features/proceedings/proceedings-form';
import { caseNumberText } from '../../../renderer/strings/proceedings';
import { lookAtCaseNumber } from '../../../shared/domain/proceedings/case-number';
import { hearingSchema, proceedingsBodySchema } from '../../../shared/models/proceedings';

const today = '2026-11-28';
const empty = startForm(null, today);
const hearing = (said: object) => hearingSchema.parse(said);

describe('the form of court proceedings', () => {
  it('gives back what is kept, whatever is known of its hearings', () => {
    const body = proceedingsBodySchema.parse({
      ...{
        court: 'Family Court at Leeds',
        courtKind: 'family',
        caseNumber: ' zc26c00123'.trim(),
        title: 'A v B',
      },
      parties: [{ name: 'A <"&', role: 'applicant', representedBy: '' }],
      hearings: [
        hearing({ edtf: '2026-12-03', time: '10:00', what: 'First hearing', judge: 'DJ Smith' }),
        hearing({ edtf: '2026-12-03~' }),
        hearing({ edtf: '2027-02-01/2027-02-05', what: 'Trial' }),
        hearing({ edtf: '2027-03' }),
        hearing({ edtf: '2027-21', what: 'Review' }),
        hearing({ edtf: null, what: 'To be listed' }),
      ],
      language: 'both',
      noticeGiven: true,
      note: 'Two\nlines',
    });
    expect(fromForm(startForm(body, today))).toEqual(body);
  });

  it('asks for a court or a title, and for nothing else', () => {
    expect(Object.keys(problemsOf(empty))).toEqual(['court']);
    expect(problemsOf({ ...empty, court: 'Leeds' })).toEqual({});
    expect(problemsOf({ ...empty, title: 'Re X', caseNumber: 'no idea' })).toEqual({});
    expect(Object.keys(problemsOf({ ...empty, court: '   ', title: ' ' }))).toEqual(['court']);
  });

  it('says which hearing has a date that is none', () => {
    const broken = { ...hearingForm(null, today), kind: 'other' as const, other: 'next week' };
    expect(problemsOf({ ...empty, court: 'Leeds', hearings: [hearingForm(null, today), broken] })).toEqual({
      'hearing-1': 'This is no date yet.',
    });
  });

  it('leaves out rows in which nothing was written, and keeps a time beside an exact day alone', () => {
    const between = {
      ...hearingForm(null, today),
      ...{ kind: 'between' as const, day: '2026-12-03', lastDay: '2026-12-04', time: '10:00' },
    };
    const said = fromForm({
      ...empty,
      parties: [emptyParty, { ...emptyParty, name: '  ' }, { ...emptyParty, role: ' applicant ' }],
      hearings: [hearingForm(null, today), between],
    });
    expect(said.parties).toEqual([{ name: '', role: 'applicant', representedBy: '' }]);
    expect(said.hearings).toEqual([hearing({ edtf: '2026-12-03/2026-12-04' })]);
  });

  it('says of a case number what its shape tells, and asks for no change', () => {
    const text = (typed: string) => caseNumberText(lookAtCaseNumber(typed, null), typed);
    expect(text('')).toBe('');
    expect(text('ZC26C00123')).toBe('It looks like a family case number.');
    expect(text('zc26 c00123')).toBe('It looks like a family case number, usually written ZC26C00123.');
    expect(text('26C00123')).toContain('if the two letters of the court stood in front');
    expect(text('ask Leeds')).toContain('That need not be wrong');
  });
});
