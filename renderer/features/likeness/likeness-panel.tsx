import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { TextLink } from '../../components/button';
import { Chip } from '../../components/parts';
import { differsText, betterText } from '../../strings/likeness';

/** Beside an exhibit: which others look the same, and the conversations it is a part of. */
export function LikenessPanel({ caseId, itemId }: { readonly caseId: string; readonly itemId: string }) {
  const { go } = useNavigation();
  const areas = ['likeness', 'evidence'] as const;
  const pairs = useQuery(`pairs-${caseId}`, () => call(holdfast.likeness.pairs({ caseId })), areas);
  const runs = useQuery(`runs-of-${itemId}`, () => call(holdfast.likeness.runsOf({ itemId })), areas);
  const own = [...(pairs.data?.open ?? []), ...(pairs.data?.decided ?? [])].filter(
    ({ a, b, decision }) => decision !== 'different' && (a.id === itemId || b.id === itemId),
  );
  return (
    <>
      <h2>Looks the same as</h2>
      {own.length === 0 ? <p className="quiet">No other picture of this case.</p> : null}
      {own.map((pair) => {
        const other = pair.a.id === itemId ? pair.b : pair.a;
        return (
          <div className="fact" key={other.id}>
            <div className="row">
              <TextLink
                onPress={() => {
                  go({ name: 'evidence-item', caseId, itemId: other.id });
                }}
              >
                {other.exhibitRef} {other.title}
              </TextLink>
              <Chip tone={pair.decision === null ? 'amber' : 'green'}>
                {pair.decision === null ? 'not decided' : 'the same picture'}
              </Chip>
            </div>
            <div className="quiet small">
              {differsText(pair)} {betterText(pair)}
            </div>
            {pair.decision === null ? (
              <TextLink
                onPress={() => {
                  go({ name: 'likeness', caseId, part: 'pairs' });
                }}
              >
                Compare and decide
              </TextLink>
            ) : null}
          </div>
        );
      })}
      <h2>Part of</h2>
      {runs.data?.length === 0 ? <p className="quiet">No joined conversation.</p> : null}
      {runs.data?.map((run) => (
        <div className="fact" key={run.id}>
          <TextLink
            onPress={() => {
              go({ name: 'likeness', caseId, part: 'conversations', runId: run.id });
            }}
          >
            {run.title}
          </TextLink>
          <div className="quiet small">{run.refs.join(', ')}</div>
        </div>
      ))}
    </>
  );
}
