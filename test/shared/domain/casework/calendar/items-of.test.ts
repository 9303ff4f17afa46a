import { describe, expect, it } from 'vitest';
import { byDay, withDuties } from '../../../../../shared/domain/casework/calendar/by-day';
import { itemsOf } from '../../../../../shared/domain/casework/calendar/items-of';
import { neutralEvents } from '../../../../../shared/domain/casework/calendar/neutral';
import type { CalendarItem } from '../../../../../shared/models/caseload';
import type { Duty } from '../../../../../shared/models/duty';

const range = { from: '2026-11-01', until: '2026-12-31' };
const placed = (kind: string, ...bodies: readonly object[]): readonly string[] =>
  itemsOf(
    kind,
    bodies.map((body, index) => ({ id: `r${index}`, caseId: 'c', body })),
    range,
  ).map(({ sort, day, time, about }) => [sort, day, time, about].filter((each) => each !== null).join(' '));

const order = (more: object, until: string | null = null): object => ({
  ...{ kind: 'order', name: 'Bail', until },
  order: more,
});

describe('what has a day', () => {
  it.each<[string, string, object, readonly string[]]>([
    [
      'a hearing with its time',
      'proceedings',
      { title: 'A v B', hearings: [{ edtf: '2026-11-30', time: '10:00' }] },
      ['hearing 2026-11-30 10:00'],
    ],
    [
      'a hearing some time in a month, on its first day and in words',
      'proceedings',
      { hearings: [{ edtf: '2026-12', time: null }] },
      ['hearing 2026-12-01 sometime in December 2026'],
    ],
    ['no hearing without a date', 'proceedings', { hearings: [{ edtf: null }] }, []],
    ['a task that is not done', 'task', { title: 'Ring', due: '2026-11-29' }, ['task 2026-11-29']],
    [
      'an appointment with its time',
      'task',
      { title: 'Meet', sort: 'appointment', due: '2026-11-29', time: '14:30' },
      ['appointment 2026-11-29 14:30'],
    ],
    ['no task that is done', 'task', { title: 'Ring', due: '2026-11-29', doneOn: '2026-11-28' }, []],
    ['no task without a day', 'task', { title: 'Ring' }, []],
    ['bail to answer to', 'register', order({ returnOn: '2026-12-02' }), ['bail_return 2026-12-02']],
    ['an order that ends', 'register', order({}, '2026-12-31'), ['order_ends 2026-12-31']],
    [
      'a term that ends on a day of its own',
      'register',
      order({ terms: [{ id: 't', text: 'No contact', until: '2026-12-05' }] }),
      ['term_ends 2026-12-05'],
    ],
    [
      'nothing of an order that was refused',
      'register',
      order({ stage: 'refused', returnOn: '2026-12-02' }, '2026-12-31'),
      [],
    ],
    ['nothing of a person', 'register', { kind: 'person', name: 'A', until: '2026-12-31' }, []],
    [
      'a review of risk',
      'assessment',
      { tool: 'S-DASH', on: '2026-11-01', reviewOn: '2026-11-15' },
      ['review 2026-11-15'],
    ],
    [
      'an action of the plan',
      'plan-action',
      { approach: 'reduce', text: 'Cameras', due: '2026-11-20' },
      ['plan_action 2026-11-20'],
    ],
    [
      'an action that is done no longer',
      'plan-action',
      { approach: 'reduce', text: 'Cameras', due: '2026-11-20', doneOn: '2026-11-19' },
      [],
    ],
    ['a release', 'case-event', { what: 'release', on: '2026-12-24' }, ['release 2026-12-24']],
    ['no arrest', 'case-event', { what: 'arrest', on: '2026-11-24' }, []],
    [
      'a recording that is written over',
      'police-request',
      { what: 'cctv', deletedOn: '2026-12-01' },
      ['recording_deleted 2026-12-01'],
    ],
    ['nothing of a newer Holdfast', 'task', { title: 7, due: '2026-11-29' }, []],
    ['nothing of a kind without days', 'letter', {}, []],
    ['the first day that is asked for', 'task', { title: 'Ring', due: range.from }, ['task 2026-11-01']],
    ['the last day that is asked for', 'task', { title: 'Ring', due: range.until }, ['task 2026-12-31']],
    ['nothing before', 'task', { title: 'Ring', due: '2026-10-31' }, []],
    ['nothing after', 'task', { title: 'Ring', due: '2027-01-01' }, []],
  ])('%s', (_name, kind, body, expected) => {
    expect(placed(kind, body)).toEqual(expected);
  });

  it('takes the review of the newest assessment of a case alone', () => {
    const older = { tool: 'S-DASH', on: '2026-11-01', reviewOn: '2026-11-29' };
    const newer = { tool: 'S-DASH', on: '2026-11-10', reviewOn: '2026-12-08' };
    expect(placed('assessment', newer, older)).toEqual(['review 2026-12-08']);
    // A later assessment without a day for the next one ends the earlier review all the same.
    expect(placed('assessment', older, { tool: 'S-DASH', on: '2026-11-20' })).toEqual([]);
  });
});

const item = (more: Partial<CalendarItem>): CalendarItem => ({
  ...{ id: 'r', sort: 'task', caseId: 'c', caseReference: 'HF-1', caseAlias: 'Rowan', day: '2026-11-30' },
  ...{ time: null, about: null, text: 'Ring', room: 'contacts', record: 'r', ...more },
});
const duty = (more: Partial<Duty>): Duty => ({
  ...{ rule: 'task-due', subject: '', caseId: 'c', caseReference: 'HF-1', text: 'A task is due', tag: 'due' },
  ...{ tone: 'amber', due: '2026-11-30', isCertain: true, standsOn: [], room: 'contacts', record: null },
  ...{ source: { text: '', asAt: '2026-11-28', confirmed: true }, putOff: null },
  ...more,
});

describe('the days of the calendar', () => {
  const days = { ...range, today: '2026-11-28' };
  const texts = (duties: readonly Duty[]): readonly string[] =>
    withDuties([item({})], duties, days, () => 'Rowan').map(({ text }) => text);

  it('lists what is due beside what has a day of its own', () => {
    expect(texts([duty({ due: '2026-12-01' })])).toEqual(['Ring', 'A task is due']);
  });

  it('lists a duty once where the record that it stands on is on that day already', () => {
    expect(texts([duty({ record: 'r' })])).toEqual(['Ring']);
    expect(texts([duty({ standsOn: [{ id: 'r', kind: 'task', title: 'Ring' }] })])).toEqual(['Ring']);
  });

  it('leaves out duties without a day, of other days, and those that were put off', () => {
    const putOff = { id: 'p', reason: 'Away', until: null };
    expect(
      texts([duty({ due: null }), duty({ due: '2027-02-01' }), duty({ due: '2026-12-01', putOff })]),
    ).toEqual(['Ring']);
  });

  it('goes by day, then by time, then by reference as people count', () => {
    const all = [
      item({ day: '2026-12-02' }),
      item({ caseReference: 'HF-10', text: 'c' }),
      item({ caseReference: 'HF-9', text: 'b' }),
      item({ time: '10:00', text: 'a' }),
    ];
    expect(byDay(all).map(({ day, items }) => [day, items.map(({ text }) => text)])).toEqual([
      ['2026-11-30', ['a', 'b', 'c']],
      ['2026-12-02', ['Ring']],
    ]);
  });
});

describe('neutral entries for another calendar', () => {
  it('says how much is due on a day, and when somebody has an appointment', () => {
    let count = 0;
    const uid = (): string => String((count += 1));
    const events = neutralEvents(
      [
        item({}),
        item({ sort: 'order_ends' }),
        item({ sort: 'hearing', time: '10:00' }),
        item({ day: '2026-12-01' }),
      ],
      uid,
    );
    expect(events.map(({ day, time, summary }) => [day, time, summary])).toEqual([
      ['2026-11-30', '10:00', 'Holdfast: appointment'],
      ['2026-11-30', null, 'Holdfast: 2 things due'],
      ['2026-12-01', null, 'Holdfast: 1 thing due'],
    ]);
    expect(new Set(events.map((each) => each.uid)).size).toBe(3);
  });
});
