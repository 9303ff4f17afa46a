import type { Job } from '../../../shared/models/job';

/** The job once it has ended, else null. */
export function finishedJob(jobs: readonly Job[], id: string | null): Job | null {
  const job = jobs.find((each) => each.id === id);
  return job === undefined || job.state === 'running' ? null : job;
}
