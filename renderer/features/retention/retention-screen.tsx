import { Failure } from '../../components/failure';
import { Chip, PageHeader, Skeleton } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { retentionText as words } from '../../strings/retention';
import { roomNames } from '../../strings/rooms';
import { DraftNotices } from '../drafts/draft-notices';
import { BreachesNote } from './breaches-note';
import { ErasuresCard } from './erasures-card';
import { FindPerson } from './find-person';
import { HoldsCard } from './holds-card';
import { AccessCard, ComplaintsCard, RulesCard } from './office-cards';
import { ReviewCard } from './review-card';
import './retention.css';

/** How long what is kept, requests for somebody's own data, complaints. */
export function RetentionScreen({
  record = null,
  holdOn = null,
}: {
  /** The record of the office that is open at first, by its id, or `new-` and the kind of a new one. */
  readonly record?: string | null;
  /** The case of the legal hold that is open at first. */
  readonly holdOn?: string | null;
}) {
  return (
    <>
      <PageHeader title={roomNames.retention} summary={words.summary} />
      <div className="stack">
        {record === null ? <DraftNotices caseId={null} onOpen={() => false} /> : null}
        <DutiesCard />
        <ReviewCard />
        <HoldsCard open={holdOn === null ? null : record} holdOn={holdOn} />
        <RulesCard open={record} />
        <AccessCard open={record} />
        <FindPerson />
        <ComplaintsCard open={record} />
        <BreachesNote />
        <ErasuresCard />
      </div>
    </>
  );
}

/** What of the office itself is due, the earliest first. */
function DutiesCard() {
  const { data, error, reload } = useQuery('office-duties', () => call(holdfast.retention.duties({})), [
    'records',
    'cases',
  ]);
  return (
    <section className="card pad stack" aria-label={words.dutiesTitle}>
      <h2>{words.dutiesTitle}</h2>
      {error === null ? null : <Failure code={error} onRetry={reload} />}
      {data === null && error === null ? <Skeleton height={60} /> : null}
      {data?.length === 0 ? <p className="quiet">{words.noDuties}</p> : null}
      <ul className="retention-list">
        {(data ?? []).map((duty) => (
          <li key={`${duty.rule} ${duty.id}`}>
            <div className="row">
              {duty.tone === 'neutral' ? null : (
                <Chip tone={duty.tone}>{duty.tone === 'red' ? words.late : words.soon}</Chip>
              )}
              <span dir="auto">{duty.text}</span>
            </div>
            <span className="quiet small">
              {words.dueOn(duty)}. {duty.source}.
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
