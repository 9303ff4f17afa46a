import { useState } from 'react';
import type { VaultInput } from '../../../shared/contract/vault-methods';
import type { Job } from '../../../shared/models/job';
import type { PartnerOffice } from '../../../shared/models/office';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { useGate } from '../leaving/use-gate';
import { followedJob } from './followed-job';
import { noteOf } from './send-choice';
import type { SendChoice } from './send-choice';

type What = Pick<VaultInput<'transfer.send'>, 'caseId' | 'purpose' | 'chosen' | 'since'>;

/** What a package is sealed with. */
function lockOf(
  { type, passphrase }: SendChoice,
  offices: readonly PartnerOffice[],
): VaultInput<'transfer.send'>['lock'] {
  if (type === 'passphrase') return { type, passphrase };
  const [first, ...others] = offices.map(({ recipient }) => recipient);
  return others.length === 0
    ? { type: 'recipient', recipient: first ?? '' }
    : { type: 'recipients', recipients: [first ?? '', ...others] };
}

/** Passing the gate, saying where, writing, and how that goes. */
export function useSend(jobs: readonly Job[]) {
  const act = useAct();
  const gate = useGate();
  const [jobId, setJobId] = useState<string | null>();
  const job = followedJob(jobs, jobId);
  // Once it is seen running it is followed to its end.
  if (jobId === undefined && job?.state === 'running') setJobId(job.id);
  return {
    gate,
    running: job?.state === 'running' ? job : null,
    /** Between the press and the job: the gate, and the dialog of the system. */
    isAsking: act.busy,
    error: act.error ?? job?.error ?? null,
    /** How many bytes there was no room for, where that is why it failed. */
    missing: act.error === null ? (job?.missing ?? null) : null,
    /** Id of the record of what was written here last. */
    written: job?.state === 'done' ? job.resultId : null,
    stop: (): void => {
      if (job !== null) act.run(() => call(holdfast.jobs.cancel({ id: job.id })));
    },
    write: (what: What, choice: SendChoice, offices: readonly PartnerOffice[]): void => {
      const note = noteOf(choice);
      if (note === null) return;
      act.setError(null);
      setJobId(null);
      act.run(async () => {
        const { since: _since, ...asked } = what;
        if ((await gate.ask({ output: 'package', ...asked })) === null) return;
        const target = await call(holdfast.paths.save({ purpose: 'package' }));
        if (target === null) return;
        const lock = lockOf(choice, offices);
        const sent = { ...what, lock, note, inParts: choice.inParts, target: target.token };
        setJobId((await call(holdfast.transfer.send(sent))).id);
      });
    },
  };
}
