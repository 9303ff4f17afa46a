import { useState } from 'react';
import type { BundleOptions } from '../../../shared/models/bundle';
import type { Recipient } from '../../../shared/models/leaving-gate';
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
    /** Builds what `decided` gives once everything about it is decided, and nothing where that is null. */
    build: (decided: () => Promise<BundleOptions | null>): void => {
      setSaved(false);
      act.run(async () => {
        const options = await decided();
        if (options !== null) setJobId((await call(holdfast.bundle.build({ caseId, options }))).id);
      });
    },
    /** Saves a file of a bundle, by its position or null for the whole, for whoever `decided` gives, and nothing where that is null. */
    save: (
      { id, file }: { readonly id: string; readonly file: number | null },
      decided: () => Promise<{ readonly recipient: Recipient | null } | null>,
    ): void => {
      act.run(async () => {
        const passed = await decided();
        if (passed === null) return;
        setSaved((await call(holdfast.bundle.save({ id, file, recipient: passed.recipient }))).saved);
      });
    },
  };
}
