import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { onItText, toldText } from '../../strings/breaches';
import { retentionText as words } from '../../strings/retention';

/** What was lost or stolen: the list that stands under transfers, read from there and changed there. */
export function BreachesNote() {
  const { go } = useNavigation();
  const { data, error, reload } = useQuery('breaches', () => call(holdfast.breaches.list({})), [
    'transfers',
    'records',
  ]);
  return (
    <section className="card pad stack" aria-label={words.breachesTitle}>
      <h2>{words.breachesTitle}</h2>
      {error === null ? null : <Failure code={error} onRetry={reload} />}
      {data === null ? null : <p>{words.breachesCount(data.length)}</p>}
      <ul className="retention-list">
        {(data ?? []).map((each) => (
          <li key={each.id} dir="auto">
            {onItText(each)}. {toldText(each.body)}
          </li>
        ))}
      </ul>
      <p className="quiet small">{words.breachesHint}</p>
      <div className="row">
        <Button
          onPress={() => {
            go({ name: 'transfer' });
          }}
        >
          {words.breachesOpen}
        </Button>
      </div>
    </section>
  );
}
