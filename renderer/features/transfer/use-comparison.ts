import { useEffect, useState } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import type { Job } from '../../../shared/models/job';
import type { PackageComparison } from '../../../shared/models/package-comparison';
import { call, codeOf, holdfast } from '../../kit/bridge';

/** A package that is being compared with what is here, and what came of it. */
interface Comparing {
  readonly comparison: PackageComparison | null;
  readonly isRunning: boolean;
  readonly error: ErrorCode | null;
  /** The job that compares; null to forget it. */
  readonly follow: (jobId: string | null) => void;
}

/** Waits for the job that compares a package, and asks for its result. */
export function useComparison(jobs: readonly Job[]): Comparing {
  const [jobId, setJobId] = useState<string | null>(null);
  const [got, setGot] = useState<{ readonly of: string; readonly comparison: PackageComparison } | null>(
    null,
  );
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const job = jobs.find(({ id }) => id === jobId);
  const resultId = job?.state === 'done' ? job.resultId : null;
  useEffect(() => {
    if (jobId === null || resultId === null) return;
    let isWanted = true;
    call(holdfast.transfer.comparison({ id: resultId })).then(
      (comparison) => {
        if (isWanted) setGot({ of: jobId, comparison });
      },
      (error: unknown) => {
        if (isWanted) setFailed(codeOf(error));
      },
    );
    return () => {
      isWanted = false;
    };
  }, [jobId, resultId]);
  const comparison = got !== null && got.of === jobId ? got.comparison : null;
  const error = failed ?? job?.error ?? null;
  return {
    comparison,
    error,
    isRunning: jobId !== null && comparison === null && error === null,
    follow: (next) => {
      setFailed(null);
      setJobId(next);
    },
  };
}
