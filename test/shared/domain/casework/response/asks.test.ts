import { describe, expect, it } from 'vitest';
import {
  askOptions,
  askStands,
  daysLeft,
  daysWaiting,
  sortAsks,
} from '../../../../../shared/domain/casework/response/asks';
import { responseNote, responseNoteIds } from '../../../../../shared/domain/casework/response/notes';
import { jurisdictions } from '../../../../../shared/models/jurisdiction';
import { policeRequestSchema } from '../../../../../shared/records/police-request';
import type { PoliceRequest } from '../../../../../shared/records/police-request';

const ask = (change: Partial<PoliceRequest>): PoliceRequest =>
  policeRequestSchema.parse({ what: 'cctv', ...change });

describe('something that was asked', () => {
  it.each([
    [{}, 'not-asked'],
    [{ on: '2026-11-01' }, 'open'],
    [{ on: '2026-11-01', answer: 'no' }, 'refused'],
    [{ on: '2026-11-01', answer: 'partly' }, 'granted'],
    [{ on: '2026-11-01', answer: 'yes', doneOn: '2026-11-09' }, 'done'],
  ] as const)('with %j stands: %s', (change, stands) => {
    expect(askStands(ask(change))).toBe(stands);
  });

  it.each([
    ['2026-12-01', '2026-11-28', 3],
    ['2026-11-28', '2026-11-28', 0],
    ['2026-11-27', '2026-11-28', -1],
    ['2024-03-01', '2024-02-28', 2],
    ['2026-03-30', '2026-03-28', 2],
  ])('of a recording deleted on %s has, on %s, %i days left', (deletedOn, today, left) => {
    expect(daysLeft({ deletedOn, doneOn: null }, today)).toBe(left);
  });

  it('has no days left to say once it was secured, and none to wait once it was answered', () => {
    expect(daysLeft({ deletedOn: '2026-12-01', doneOn: '2026-11-20' }, '2026-11-28')).toBeNull();
    expect(daysWaiting(ask({ on: '2026-11-03' }), '2026-11-26')).toBe(23);
    expect(daysWaiting(ask({ on: '2026-11-03', answer: 'no' }), '2026-11-26')).toBeNull();
  });

  it('comes first where it is open, and among these where the recording is deleted soonest', () => {
    const all = [
      { id: 'done', body: ask({ on: '2026-01-01', answer: 'yes', doneOn: '2026-01-02' }) },
      { id: 'long', body: ask({ what: 'spo', on: '2026-02-01' }) },
      { id: 'soon', body: ask({ on: '2026-11-01', deletedOn: '2026-12-01' }) },
      { id: 'refused', body: ask({ on: '2026-01-01', answer: 'no' }) },
      { id: 'later', body: ask({ on: '2026-10-01', deletedOn: '2026-12-09' }) },
    ];
    expect(sortAsks(all).map(({ id }) => id)).toEqual(['soon', 'later', 'long', 'refused', 'done']);
  });

  it('is offered as the law of the case has it: s.2B is of England and Wales, and Scotland has no stalking protection order', () => {
    const ids = (of: Parameters<typeof askOptions>[0]) => askOptions(of).map(({ id }) => id);
    expect(ids('england-and-wales')).toContain('search_2b');
    expect(ids(null)).toContain('search_2b');
    expect(ids('scotland')).not.toContain('search_2b');
    expect(ids('scotland')).not.toContain('spo');
    expect(ids('scotland')).toContain('non_harassment_order');
    expect(ids('england-and-wales')).not.toContain('non_harassment_order');
    expect(ids('northern-ireland')).not.toContain('search_2b');
    expect(ids('northern-ireland')).toContain('spo');
  });

  it('finds what is said with a source in each jurisdiction, and nothing of s.2B or orders where there is none', () => {
    const said = jurisdictions.map((place) =>
      responseNoteIds.filter((id) => responseNote(id, place) !== null),
    );
    expect(said[0]).toEqual(responseNoteIds);
    expect(said[1]).toEqual(responseNoteIds.filter((id) => id !== 'search-2b' && id !== 'spo-limbs'));
    expect(said[2]).toEqual(responseNoteIds.filter((id) => id !== 'search-2b'));
  });
});
