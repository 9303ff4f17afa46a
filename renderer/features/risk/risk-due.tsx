import { Failure } from '../../components/failure';
import { riskText as words } from '../../strings/risk';
import { DutyList } from '../duties/duty-list';
import { useDuties } from '../duties/use-duties';

/** What of the risk is missing or due, and what makes a review necessary: the lines of the case that are answered in this room. */
export function RiskDue({ caseId }: { readonly caseId: string }) {
  const { data, error, reload } = useDuties(caseId);
  const lines = data?.filter(({ room, putOff }) => room === 'risk' && putOff === null) ?? [];
  return (
    <section className="card pad stack" aria-label={words.dueHere}>
      <h2>{words.dueHere}</h2>
      <Failure code={error} onRetry={reload} />
      {data !== null && lines.length === 0 ? <p>{words.nothingDue}</p> : null}
      {lines.length === 0 ? null : <DutyList duties={lines} />}
    </section>
  );
}
