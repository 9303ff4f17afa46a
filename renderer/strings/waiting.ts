import type { BreachClock } from '../../shared/domain/breach/clock';
import { clockChip } from './breaches';
import { counted } from './counts';

/** What waits for somebody under Transfers, in one line, the most urgent first; null where nothing does. */
export function waitingLine({
  offices,
  overdue,
  clocks,
}: {
  readonly offices: number;
  readonly overdue: number;
  readonly clocks: readonly BreachClock[];
}): string | null {
  const [first, ...others] = clocks;
  const parts = [
    ...(first === undefined ? [] : [`something was lost or stolen, ${clockChip(first)[1]}`]),
    ...(others.length === 0
      ? []
      : [`${counted(others.length, 'other loss', 'other losses')} to tell the ICO of`]),
    ...(overdue === 0 ? [] : [`${counted(overdue, 'package', 'packages')} without a receipt in time`]),
    ...(offices === 0
      ? []
      : [`${counted(offices, 'office', 'offices')} whose words nobody has compared yet`]),
  ];
  return parts.length === 0 ? null : `Waiting for somebody: ${parts.join('; ')}.`;
}
