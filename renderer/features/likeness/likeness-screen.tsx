import { useState } from 'react';
import { call, holdfast } from '../../kit/bridge';
import { useJobs, useQuery } from '../../kit/hooks';
import { ProgressPanel } from '../../components/progress-panel';
import { Segmented } from '../../components/fields';
import { PageHeader } from '../../components/parts';
import { comparedText, foundText } from '../../strings/likeness';
import { ConversationsPart } from './conversations-part';
import { PairsPart } from './pairs-part';
import './likeness.css';

/** Copies of one picture, and screenshots of one conversation. */
export function LikenessScreen({
  caseId,
  part,
  runId,
}: {
  readonly caseId: string;
  readonly part?: 'pairs' | 'conversations';
  readonly runId?: string;
}) {
  const { data } = useQuery(`likeness-${caseId}`, () => call(holdfast.likeness.summary({ caseId })), [
    'likeness',
    'evidence',
  ]);
  const [shown, setShown] = useState(part ?? null);
  const current =
    shown ?? (data !== null && data.pairs === 0 && data.conversations > 0 ? 'conversations' : 'pairs');
  const job = useJobs().findLast(({ kind, state }) => kind === 'likeness' && state === 'running');
  const count = (value: number | undefined): string =>
    value === undefined || value === 0 ? '' : ` (${value})`;
  return (
    <div className="likeness">
      <PageHeader
        title="Copies and conversations"
        summary={
          data === null ? ' ' : `${foundText(data) ?? 'Nothing waits for you here.'} ${comparedText(data)}`
        }
        actions={
          <Segmented
            label="What to look at"
            value={current}
            onChange={setShown}
            options={[
              { id: 'pairs', label: `Pictures that look alike${count(data?.pairs)}` },
              { id: 'conversations', label: `Conversations${count(data?.conversations)}` },
            ]}
          />
        }
      />
      {job === undefined ? null : (
        <ProgressPanel job={job} onCancel={() => void holdfast.jobs.cancel({ id: job.id })} />
      )}
      {current === 'pairs' ? (
        <PairsPart caseId={caseId} />
      ) : (
        <ConversationsPart caseId={caseId} {...(runId === undefined ? {} : { runId })} />
      )}
    </div>
  );
}
