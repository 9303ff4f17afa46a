import { useState } from 'react';
import type { VaultInput } from '../../../shared/contract/vault-methods';
import type { Job } from '../../../shared/models/job';
import type { PartnerOffice } from '../../../shared/models/office';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { useGate } from '../leaving/use-gate';
import { finishedJob } from './finished-job';
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

/** Passing the gate, saying where, writing, and how that went. */
export function useSend(jobs: readonly Job[]) {
  const act = useAct();
  const gate = useGate();
  const [jobId, setJobId] = useState<string | null>(null);
  const job = finishedJob(jobs, jobId);
  return {
    gate,
    error: act.error ?? job?.error ?? null,
    /** Id of the record of what was written here last. */
    written: job?.resultId ?? null,
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
        const sent = { ...what, lock: lockOf(choice, offices), note, target: target.token };
        setJobId((await call(holdfast.transfer.send(sent))).id);
      });
    },
  };
}
