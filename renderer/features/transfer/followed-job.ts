import type { Job } from '../../../shared/models/job';

/**
 * The job that is followed: the one that was begun here or, until one is, what was begun before this screen was left and runs still, or
 * has failed: what is to be done then must not be lost with the screen.
 */
export function followedJob(jobs: readonly Job[], jobId: string | null | undefined): Job | null {
  if (jobId !== undefined) return jobs.find(({ id }) => id === jobId) ?? null;
  const last = jobs.findLast(({ kind }) => kind === 'transfer-out');
  return last?.state === 'running' || last?.state === 'failed' ? last : null;
}
