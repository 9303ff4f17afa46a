import { describe, expect, it } from 'vitest';
import { chooseCases, everyOpenCase, ownersOf } from '../../../../../shared/domain/casework/caseload/choose';
import type { CaseChoice } from '../../../../../shared/domain/casework/caseload/choose';
import type { CaseRow } from '../../../../../shared/models/caseload';

const today = '2026-11-28';

const row = (reference: string, more: Partial<CaseRow> = {}): CaseRow => ({
  ...{ id: reference, reference, alias: 'Rowan', status: 'active', safeRule: 'Text only' },
  ...{ createdAt: '2026-11-01T09:00:00Z', updatedAt: '2026-11-01T09:00:00Z', jurisdiction: null, owner: '' },
  ...{ referredOn: null, closedOn: null, closeReason: null, latestEntry: null, conflictCount: 0 },
  ...more,
});

const rows: readonly CaseRow[] = [
  row('HF-10', { owner: 'Asha', jurisdiction: 'scotland', updatedAt: '2026-11-20T09:00:00Z' }),
  row('HF-9', { alias: 'Zoë', owner: 'Ben', jurisdiction: 'england-and-wales', referredOn: '2026-11-25' }),
  row('HF-2', { status: 'closed', updatedAt: '2026-11-27T09:00:00Z', closedOn: '2026-11-27' }),
  row('HF-3', { status: 'on_hold', alias: 'وردة' }),
  row('HF-4', { status: 'unable_to_contact' }),
];
const due = new Map([
  ['HF-3', '2026-11-26'],
  ['HF-10', '2026-12-05'],
  ['HF-2', '2026-11-01'],
]);

const chosen = (choice: Partial<CaseChoice>): readonly string[] =>
  chooseCases(rows, { ...everyOpenCase, ...choice }, due, today).map(({ reference }) => reference);

describe('which cases are listed', () => {
  it.each<[string, Partial<CaseChoice>, readonly string[]]>([
    ['those that are worked on, what is due first on top, the rest by number', {}, ['HF-3', 'HF-10', 'HF-9']],
    ['those that have ended alone', { status: 'ended' }, ['HF-2', 'HF-4']],
    [
      'all of them, those that have ended behind',
      { status: 'all' },
      ['HF-3', 'HF-10', 'HF-9', 'HF-2', 'HF-4'],
    ],
    ['one status', { status: 'on_hold' }, ['HF-3']],
    ['an advocate’s own', { whose: 'of:Asha' }, ['HF-10']],
    ['nobody’s', { whose: 'nobody' }, ['HF-3']],
    ['of one jurisdiction', { jurisdiction: 'scotland' }, ['HF-10']],
    ['where nobody said which law applies', { jurisdiction: 'not-said' }, ['HF-3']],
    ['overdue', { due: 'overdue' }, ['HF-3']],
    ['due within a week, the last day of it included', { due: 'week' }, ['HF-3', 'HF-10']],
    ['due today, or late', { due: 'today' }, ['HF-3']],
    ['by words without their accents', { text: 'zoe' }, ['HF-9']],
    ['by words written from right to left', { text: 'وردة' }, ['HF-3']],
    ['by part of a reference', { text: '-1' }, ['HF-10']],
    ['by reference as people count', { sort: 'reference' }, ['HF-3', 'HF-9', 'HF-10']],
    ['by when they were worked on last', { sort: 'worked' }, ['HF-10', 'HF-3', 'HF-9']],
    ['by when they were referred', { sort: 'referred' }, ['HF-9', 'HF-3', 'HF-10']],
    ['none, where no case is like that', { text: 'hazel' }, []],
  ])('%s', (_name, choice, expected) => {
    expect(chosen(choice)).toEqual(expected);
  });

  it('names everybody whose case one is, once', () => {
    expect(ownersOf([...rows, row('HF-11', { owner: 'Ben' })])).toEqual(['Asha', 'Ben']);
  });

  it('goes through 500 cases in a moment', () => {
    const many = Array.from({ length: 500 }, (_each, index) => row(`HF-${index}`, { alias: 'x'.repeat(80) }));
    expect(chooseCases(many, { ...everyOpenCase, text: 'hf' }, due, today)).toHaveLength(500);
  });
});
