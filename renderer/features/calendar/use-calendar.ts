import { useMemo } from 'react';
import { byDay, withDuties } from '../../../shared/domain/casework/calendar/by-day';
import type { CalendarDay } from '../../../shared/domain/casework/calendar/by-day';
import { foldWord } from '../../../shared/domain/text/search';
import type { ErrorCode } from '../../../shared/errors';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useCaseRows } from '../caseload/use-caseload';
import { useDuties } from '../duties/use-duties';

export interface CalendarShown {
  /** Days with something on them; null while they are being read. */
  readonly days: readonly CalendarDay[] | null;
  /** How much there is before cases are chosen. */
  readonly all: number;
  readonly error: ErrorCode | null;
  readonly reload: () => void;
}

/** What has a day in the open cases, and what is due, from one day to another; of the cases whose reference or alias holds the words. */
export function useCalendar({
  from,
  until,
  today,
  text,
}: {
  readonly from: string;
  readonly until: string;
  readonly today: string;
  readonly text: string;
}): CalendarShown {
  const items = useQuery(
    `calendar|${from}|${until}`,
    () => call(holdfast.casework.calendar({ from, until })),
    ['records', 'cases', 'chronology'],
  );
  const duties = useDuties(null);
  const rows = useCaseRows();
  const all = useMemo(() => {
    if (items.data === null) return null;
    const aliases = new Map((rows.data ?? []).map(({ id, alias }) => [id, alias]));
    const range = { from, until, today };
    return withDuties(items.data, duties.data ?? [], range, (caseId) => aliases.get(caseId) ?? '');
  }, [items.data, duties.data, rows.data, from, until, today]);
  const days = useMemo(() => {
    const wanted = foldWord(text.trim());
    const isWanted = ({ caseReference, caseAlias }: { caseReference: string; caseAlias: string }): boolean =>
      foldWord(`${caseReference} ${caseAlias}`).includes(wanted);
    return all === null ? null : byDay(all.filter(isWanted));
  }, [all, text]);
  return { days, all: all?.length ?? 0, error: items.error ?? duties.error, reload: items.reload };
}
