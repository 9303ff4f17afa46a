import { useState } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import type { BundleOptions } from '../../../shared/models/bundle';
import { call, codeOf, holdfast } from '../../kit/bridge';
import { useJobs } from '../../kit/hooks';

/** Building and saving the bundles of a case, and how it went. */
export function useBundleJob(caseId: string) {
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const [saved, setSaved] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const jobs = useJobs();
  const job = jobs.find(({ id }) => id === jobId);
  return {
    problem,
    setProblem,
    saved,
    setSaved,
    /** Why the last one that was built here failed, or null. */
    failed: job?.state === 'failed' ? job.error : null,
    /** The one that was built here last. */
    newest: job?.state === 'done' ? job.resultId : null,
    busy: jobs.some((each) => each.kind === 'bundle' && each.caseId === caseId && each.state === 'running'),
    build: async (options: BundleOptions): Promise<void> => {
      setProblem(null);
      setSaved(false);
      try {
        setJobId((await call(holdfast.bundle.build({ caseId, options }))).id);
      } catch (found) {
        setProblem(codeOf(found));
      }
    },
    save: async (id: string): Promise<void> => {
      setProblem(null);
      try {
        setSaved((await call(holdfast.bundle.save({ id }))).saved);
      } catch (found) {
        setProblem(codeOf(found));
      }
    },
  };
}
