import { ProgressBar } from 'react-aria-components';
import type { Job } from '../../shared/models/job';
import { jobTitle, stepText } from '../strings/jobs';
import { timeLeft } from './time-left';
import { Button } from './button';

/** Long work: how far, how much longer, and a way to stop it. */
export function ProgressPanel({ job, onCancel }: { readonly job: Job; readonly onCancel: () => void }) {
  const part = job.total === 0 ? null : Math.min(1, job.done / job.total);
  const left = part === null ? null : timeLeft(job.elapsed, part);
  // The others count files or pages; these count bytes, which say nothing to anybody.
  const bytes = job.kind !== 'import' && job.kind !== 'bundle' && job.kind !== 'text';
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
            {part === null ? '' : bytes ? `${Math.round(part * 100)} %` : `${job.done} of ${job.total}`}
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
