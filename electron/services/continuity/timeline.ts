import { dateBounds } from '../../../shared/domain/dates/bounds';
import { ukClockOf } from '../../../shared/domain/dates/uk-moment';
import type { ContinuityStep } from '../../../shared/models/continuity';
import type { VaultContext } from '../../vault/api';
import { readOwnSteps } from './own-steps';
import { readHandovers } from './rows';

/** Sort keys are clock times in the UK: handovers are written down by the clock on the wall. */
function keyOf(step: ContinuityStep): string {
  if (step.type === 'own') return ukClockOf(step.step.at).local;
  const { edtf, time } = step.row;
  const { earliest } = dateBounds(edtf, time === null ? null : { from: time, to: null, precision: 'exact' });
  // Without a time it may have been at any: it comes after what is known to the minute on that day.
  return time === null ? `${earliest.slice(0, 10)}T23:59:59` : earliest;
}

/** The way an exhibit went, oldest first: what Holdfast did with it and what people wrote down about it. */
export function readTimeline(context: Pick<VaultContext, 'db'>, itemId: string): ContinuityStep[] {
  const steps: readonly ContinuityStep[] = [
    ...readOwnSteps(context, itemId).map((step) => ({ type: 'own' as const, step })),
    ...readHandovers(context, itemId).map((row) => ({ type: 'handover' as const, row })),
  ];
  return steps
    .map((step) => ({ step, key: keyOf(step) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ step }) => step);
}
