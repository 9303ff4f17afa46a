import { ProgressBar } from 'react-aria-components';
import type { Job } from '../../shared/models/job';
import { doneText, jobTitle, ofThisStep, stepText } from '../strings/jobs';
import { timeLeft } from './time-left';
import { Button } from './button';

/**
 * What is left by the pace that was measured. The steps of a bundle each have their own, so that only the one that is under way is told,
 * and as such.
 */
function leftOf({ kind, elapsed, inStep }: Job, part: number): string | null {
  if (kind !== 'bundle') return timeLeft(elapsed, part);
  const left = timeLeft(inStep ?? elapsed, part);
  return left === null ? null : `${left} ${ofThisStep}`;
}

/** Long work: how far, how much longer, and a way to stop it. */
export function ProgressPanel({ job, onCancel }: { readonly job: Job; readonly onCancel: () => void }) {
  const part = job.total === 0 ? null : Math.min(1, job.done / job.total);
  const left = part === null ? null : leftOf(job, part);
  return (
    <div className="row">
      <ProgressBar
        className="progress grow"
        aria-label={jobTitle(job.kind)}
        {...(part === null ? { isIndeterminate: true } : { value: part * 100 })}
      >
        <div className="line">
          <strong>
            {jobTitle(job.kind)}: {stepText(job.step, job.kind)}
          </strong>
          <span className="quiet num">
            {doneText(job)}
            {left === null ? '' : `, ${left}`}
          </span>
        </div>
        <div className="bar">
          <div className="fill" style={{ width: `${(part ?? 0.08) * 100}%` }} />
        </div>
      </ProgressBar>
      <Button onPress={onCancel}>{job.kind === 'text' ? 'Pause' : 'Stop'}</Button>
    </div>
  );
}
