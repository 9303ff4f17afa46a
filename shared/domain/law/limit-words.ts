import type { TimeLimit } from '../../models/law';
import { counted } from '../counts';

/** How long a time limit is: `6 months`, `1 working day`, `28 days`. */
export function limitSpan({ days, workingDays, months }: TimeLimit): string {
  if (months !== undefined) return counted(months, 'month', 'months');
  return workingDays === undefined
    ? counted(days ?? 0, 'day', 'days')
    : counted(workingDays, 'working day', 'working days');
}
