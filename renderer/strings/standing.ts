import type { InForce, Standing } from '../../shared/domain/dates/standing';
import { counted } from './counts';

/** How far off the last day of a time limit is. */
export function limitText({ is, days }: Standing): string {
  switch (is) {
    case 'past':
      return `Passed ${counted(days, 'day', 'days')} ago`;
    case 'today':
      return 'Today is the last day';
    case 'ahead':
      return `${counted(days, 'day', 'days')} left`;
  }
}

/** What to say of an order whose time is over or has not begun; nothing where it is in force or no date is known. */
export const inForceText: Readonly<Record<InForce, string>> = {
  ended: 'ended',
  'may-have-ended': 'may have ended',
  'in-force': '',
  'may-be-to-come': 'may not have begun',
  'to-come': 'not in force yet',
  'not-known': '',
};
