import { ukClockOf } from '../../../shared/domain/dates/uk-moment';

/** A neutral name for a package: the time it was made, and nothing about whose case it is. */
export function suggestPackageName(now: Date): string {
  return `holdfast-package-${stampOf(now)}.hfcase`;
}

/** As neutral a name for a receipt. */
export function suggestReceiptName(now: Date): string {
  return `holdfast-receipt-${stampOf(now)}.txt`;
}

function stampOf(now: Date): string {
  return ukClockOf(now.toISOString()).local.slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
}
