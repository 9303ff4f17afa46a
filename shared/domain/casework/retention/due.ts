import { addMonths as correspondingDay } from '../../dates/add-months';
import { dayNumber } from '../../patterns/calendar';
import type { Jurisdiction } from '../../../models/jurisdiction';
import type { DataComplaint } from '../../../records/data-complaint';
import type { SubjectAccess } from '../../../records/subject-access';
import { addDays, addMonths, isWorkingDay } from '../working-days';
import type { CountedDay } from '../working-days';

/**
 * The day by which somebody must have their own data: one month, or three where two more were needed and said in time (UK GDPR Article
 * 12(3)), with the days added during which the clock stood still (Data (Use and Access) Act 2025 s.76, not confirmed: asked for an
 * identity or what is meant); where that is no working day, the next one. Null while it stands still.
 */
export function accessDue(
  {
    on,
    pausedOn,
    resumedOn,
    extendedOn,
  }: Pick<SubjectAccess, 'on' | 'pausedOn' | 'resumedOn' | 'extendedOn'>,
  jurisdiction: Jurisdiction | null,
): CountedDay | null {
  if (pausedOn !== null && resumedOn === null) return null;
  const months = extendedOn === null ? 1 : 3;
  const stood =
    pausedOn === null || resumedOn === null ? 0 : Math.max(0, dayNumber(resumedOn) - dayNumber(pausedOn));
  const counted = addMonths(on, months, jurisdiction);
  if (stood === 0) return counted;
  const end = addDays(correspondingDay(on, months), stood);
  return { day: nextWorkingDay(end, jurisdiction), isCertain: counted.isCertain };
}

function nextWorkingDay(day: string, jurisdiction: Jurisdiction | null): string {
  let at = day;
  while (!isWorkingDay(at, jurisdiction)) at = addDays(at, 1);
  return at;
}

/** A complaint about data is acknowledged within 30 days (Data Protection Act 2018 s.164A, in force from 19 June 2026). */
export function acknowledgementDue({ on }: Pick<DataComplaint, 'on'>): string {
  return addDays(on, 30);
}

/** The day from which a closed case need not be kept any longer, by the office's own rule. */
export function keptUntil(closedOn: string, months: number): string {
  return correspondingDay(closedOn, months);
}
