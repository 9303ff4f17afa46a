import { useState } from 'react';
import type { BundleOptions } from '../../../shared/models/bundle';
import { call, holdfast } from '../../kit/bridge';
import { useJobs } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';

/** Building and saving the bundles of a case, and how it went. */
export function useBundleJob(caseId: string) {
  const act = useAct();
  const [saved, setSaved] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const jobs = useJobs();
  const job = jobs.find(({ id }) => id === jobId);
  return {
    problem: act.error,
    setProblem: act.setError,
    saved,
    setSaved,
    /** Why the last one that was built here failed, or null. */
    failed: job?.state === 'failed' ? job.error : null,
    /** The one that was built here last. */
    newest: job?.state === 'done' ? job.resultId : null,
    busy: jobs.some((each) => each.kind === 'bundle' && each.caseId === caseId && each.state === 'running'),
    build: (options: BundleOptions): void => {
      setSaved(false);
      act.run(
        () => call(holdfast.bundle.build({ caseId, options })),
        ({ id }) => {
          setJobId(id);
        },
      );
    },
    save: (id: string): void => {
      act.run(
        () => call(holdfast.bundle.save({ id })),
        (answer) => {
          setSaved(answer.saved);
        },
      );
    },
  };
}
