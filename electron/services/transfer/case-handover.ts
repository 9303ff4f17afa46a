import { seriesHandedOver } from '../../../shared/domain/records/series';
import type { Series } from '../../../shared/domain/records/series';
import { HoldfastError } from '../../../shared/errors';
import type { VaultContext } from '../../vault/api';
import { insertSeries, officeOf, readSeries, readStoredSeries, updateSeries } from '../items/series-rows';

/** What the handover of a case does to its exhibit references. */
export interface CaseHandover {
  /** All series as the package carries them. */
  readonly packed: readonly Series[];
  /** Ours as they stood when the package was read: what is closed must be no further. */
  readonly closing: readonly Series[];
  /** What the other office counts on, kept here so that a second package says the same. */
  readonly onward: readonly Series[];
}

/** Plans the handover of a case to the office with this age key; nothing is written. */
export function planCaseHandover(context: VaultContext, caseId: string, recipient: string): CaseHandover {
  const office = officeOf(context);
  const before = readSeries(context, caseId);
  const { packed } = seriesHandedOver(before, office, recipient, context.newId);
  const closing = before.filter(({ owner, state }) => owner === office && state === 'open');
  const closed = new Set(closing.map(({ id }) => id));
  const known = new Set(before.map(({ id }) => id));
  const onward = packed.filter(({ id }) => !known.has(id));
  const stored = readStoredSeries(context, caseId).map((series): Series =>
    closed.has(series.id) ? { ...series, state: 'closed' } : series,
  );
  return { packed: [...stored, ...onward], closing, onward };
}

/**
 * Closes here what the other office counts on, in an act of its own, once the package is on the stick and was read back. Throws
 * `case-changed` where an exhibit came in while it was written: the package lacks it, and its number would be given twice.
 */
export function closeForCaseHandover(
  context: VaultContext,
  caseId: string,
  { closing, onward }: CaseHandover,
  packageId: string,
): void {
  context.act({ action: 'series.hand-over', subject: caseId, detail: { package: packageId } }, () => {
    const now = new Map(readSeries(context, caseId).map((series) => [series.id, series]));
    const same = closing.every(({ id, next, state }) => {
      const current = now.get(id);
      return current?.next === next && current.state === state;
    });
    if (!same) throw new HoldfastError('case-changed');
    for (const series of closing) updateSeries(context, { ...series, state: 'closed' });
    for (const series of onward) insertSeries(context, caseId, series);
  });
}
