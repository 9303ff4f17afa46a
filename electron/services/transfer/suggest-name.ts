import { ukClockOf } from '../../../shared/domain/dates/uk-moment';

/** A neutral name for a package: the time it was made, and nothing about whose case it is. */
export function suggestPackageName(now: Date): string {
  const stamp = ukClockOf(now.toISOString()).local.slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  return `holdfast-package-${stamp}.hfcase`;
}
