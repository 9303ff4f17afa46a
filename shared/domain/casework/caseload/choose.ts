import type { CaseStatus } from '../../../models/case';
import type { CaseRow } from '../../../models/caseload';
import type { Jurisdiction } from '../../../models/jurisdiction';
import { foldWord } from '../../text/search';
import { standingOf } from '../../dates/standing';
import { hasEnded } from './endings';

export const dueWithin = ['any', 'overdue', 'today', 'week', 'fortnight', 'month'] as const;
export type DueWithin = (typeof dueWithin)[number];
export const caseSorts = ['due', 'worked', 'reference', 'referred'] as const;
export type CaseSort = (typeof caseSorts)[number];

/** Which cases are listed, and in which order. */
export interface CaseChoice {
  readonly status: CaseStatus | 'open' | 'ended' | 'all';
  /** `any`, `nobody`, or `of:` and the name. */
  readonly whose: string;
  readonly jurisdiction: Jurisdiction | 'any' | 'not-said';
  readonly due: DueWithin;
  readonly text: string;
  readonly sort: CaseSort;
}

export const everyOpenCase: CaseChoice = {
  status: 'open',
  whose: 'any',
  jurisdiction: 'any',
  due: 'any',
  text: '',
  sort: 'due',
};

/** So many days ahead are within each choice. */
const daysAhead: Readonly<Record<Exclude<DueWithin, 'any' | 'overdue'>, number>> = {
  today: 0,
  week: 7,
  fortnight: 14,
  month: 28,
};

/** The first day that something is due in each case, by the case's id. */
export type FirstDue = ReadonlyMap<string, string>;

function isDue(day: string | undefined, within: DueWithin, today: string): boolean {
  if (within === 'any') return true;
  if (day === undefined) return false;
  const { is, days } = standingOf(day, today);
  if (within === 'overdue') return is === 'past';
  return is !== 'ahead' || days <= daysAhead[within];
}

function hasStatus(status: CaseStatus, wanted: CaseChoice['status']): boolean {
  if (wanted === 'all') return true;
  if (wanted === 'open') return !hasEnded(status);
  return wanted === 'ended' ? hasEnded(status) : status === wanted;
}

function isOf(owner: string, whose: string): boolean {
  if (whose === 'any') return true;
  return whose === 'nobody' ? owner === '' : `of:${owner}` === whose;
}

const byReference = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });
/** Days and instants as text; what has none comes last. */
const orLast = (day: string | null | undefined): string => day ?? '9999';
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compare(sort: CaseSort, due: FirstDue): (a: CaseRow, b: CaseRow) => number {
  switch (sort) {
    case 'due':
      return (a, b) => byText(orLast(due.get(a.id)), orLast(due.get(b.id)));
    case 'worked':
      return (a, b) => byText(b.updatedAt, a.updatedAt);
    case 'referred':
      return (a, b) => byText(b.referredOn ?? '', a.referredOn ?? '');
    case 'reference':
      return () => 0;
  }
}

/** The cases that are listed, those that have ended behind the others, whatever they are sorted by. */
export function chooseCases(
  rows: readonly CaseRow[],
  choice: CaseChoice,
  due: FirstDue,
  today: string,
): readonly CaseRow[] {
  const words = foldWord(choice.text).split(/\s+/u).filter(Boolean);
  const order = compare(choice.sort, due);
  return rows
    .filter(({ id, status, owner, jurisdiction, reference, alias }) => {
      const wanted = choice.jurisdiction === 'not-said' ? null : choice.jurisdiction;
      return (
        hasStatus(status, choice.status) &&
        isOf(owner, choice.whose) &&
        (wanted === 'any' || wanted === jurisdiction) &&
        isDue(due.get(id), choice.due, today) &&
        words.every((word) => foldWord(`${reference} ${alias} ${owner}`).includes(word))
      );
    })
    .sort(
      (a, b) =>
        Number(hasEnded(a.status)) - Number(hasEnded(b.status)) ||
        order(a, b) ||
        byReference.compare(a.reference, b.reference),
    );
}

/** Everybody whose case any of these is. */
export function ownersOf(rows: readonly CaseRow[]): readonly string[] {
  return [...new Set(rows.map(({ owner }) => owner).filter((owner) => owner !== ''))].sort((a, b) =>
    byReference.compare(a, b),
  );
}
