import type { Duty } from '../../../models/duty';
import { standingOf } from '../../dates/standing';

export const dutyTimes = ['overdue', 'soon', 'week', 'later', 'no-day'] as const;
/** Late, today or tomorrow, within seven days, after that, or on no day that can be told. */
export type DutyTime = (typeof dutyTimes)[number];

export function dutyTime(due: string | null, today: string): DutyTime {
  if (due === null) return 'no-day';
  const { is, days } = standingOf(due, today);
  if (is === 'past') return 'overdue';
  if (days <= 1) return 'soon';
  return days <= 7 ? 'week' : 'later';
}

export interface DutyGroup {
  readonly time: DutyTime;
  readonly duties: readonly Duty[];
}

/** What is not put off on this day. One that was put off until a day is there again from that day on. */
export function standing(duties: readonly Duty[], today: string): readonly Duty[] {
  return duties.filter(({ putOff }) => putOff === null || (putOff.until !== null && putOff.until <= today));
}

const orLast = (day: string | null): string => day ?? '9999';

/** What is to be done first, the longest due on top; groups in which nothing is are left out. */
export function whatFirst(duties: readonly Duty[], today: string): readonly DutyGroup[] {
  const sorted = [...standing(duties, today)].sort((a, b) => {
    const [first, second] = [orLast(a.due), orLast(b.due)];
    if (first !== second) return first < second ? -1 : 1;
    return a.caseReference.localeCompare(b.caseReference, 'en-GB', { numeric: true });
  });
  return dutyTimes
    .map((time) => ({ time, duties: sorted.filter(({ due }) => dutyTime(due, today) === time) }))
    .filter((group) => group.duties.length > 0);
}

/** The first day that something is due in each case, of what is not put off. */
export function firstDue(duties: readonly Duty[], today: string): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { caseId, due } of standing(duties, today)) {
    if (due === null) continue;
    const before = first.get(caseId);
    if (before === undefined || due < before) first.set(caseId, due);
  }
  return first;
}
