import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/parts';
import { useNavigation } from '../../kit/navigation';
import { duties as words } from '../../strings/duties';
import { DutyList } from './duty-list';
import { useDuties } from './use-duties';

/** So many lines stand on the overview of a case. */
const shownFirst = 5;

/** What is most pressing in a case, for its overview, with the way to all of it. */
export function DutiesCard({ caseId }: { readonly caseId: string }) {
  const { go } = useNavigation();
  const { data, error, reload } = useDuties(caseId);
  const open = data?.filter(({ putOff }) => putOff === null) ?? null;
  const left = (open?.length ?? 0) - shownFirst;
  return (
    <section className="card pad duties-card">
      <h2>{words.cardTitle}</h2>
      {error === null ? null : <Failure code={error} onRetry={reload} />}
      {open === null ? (
        error === null ? (
          <Skeleton height={160} />
        ) : null
      ) : open.length === 0 ? (
        <p className="quiet">{words.cardEmpty}</p>
      ) : (
        <DutyList duties={open.slice(0, shownFirst)} isShort />
      )}
      <div className="row">
        <Button
          onPress={() => {
            go({ name: 'duties', caseId });
          }}
        >
          {words.all}
        </Button>
        {left > 0 ? <span className="quiet small">{words.more(left)}</span> : null}
      </div>
    </section>
  );
}
