import { useState } from 'react';
import type { TransferLock } from '../../../shared/models/transfer';
import { call, holdfast } from '../../kit/bridge';
import { useJobs } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { useGate } from '../leaving/use-gate';
import type { PackRequest } from './pack-choice';

/** Looking through a pack, then making it where somebody says, and how that went. */
export function usePack(caseId: string) {
  const act = useAct();
  const gate = useGate();
  const [jobId, setJobId] = useState<string | null>(null);
  const jobs = useJobs();
  const job = jobs.find(({ id }) => id === jobId);
  return {
    gate,
    problem: act.error,
    /** Why the last one that was made here failed, or null. */
    failed: job?.state === 'failed' ? job.error : null,
    /** The one that was made here last. */
    newest: job?.state === 'done' ? job.resultId : null,
    asking: act.busy,
    busy: jobs.some((each) => each.kind === 'pack' && each.caseId === caseId && each.state === 'running'),
    make: (request: PackRequest, lock: TransferLock | null): void => {
      act.run(async () => {
        const passed = await gate.ask(request);
        if (passed?.output !== 'pack' || passed.recipient === null) return;
        const { recipient, to, exhibits, chronology } = passed;
        const target = await call(holdfast.paths.save({ purpose: lock === null ? 'pack' : 'pack-sealed' }));
        if (target === null) return;
        const options = { recipient, to, exhibits, chronology };
        setJobId((await call(holdfast.pack.make({ caseId, options, lock, target: target.token }))).id);
      });
    },
  };
}
