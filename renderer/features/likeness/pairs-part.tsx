import { CopyCheck } from 'lucide-react';
import { useState } from 'react';
import type { LikePair, PairDecision } from '../../../shared/models/likeness';
import { call, holdfast } from '../../kit/bridge';
import { useKey, useQuery } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { ListAndDetail } from '../../components/list-and-detail';
import { Failure } from '../../components/failure';
import { EmptyState, Skeleton } from '../../components/parts';
import { differsText, likeLists } from '../../strings/likeness';
import { CompareView } from './compare-view';
import { LikeList } from './like-list';
import type { LikeRow } from './like-list';

const keyOf = ({ a, b }: LikePair): string => `${a.id} ${b.id}`;
const decided = { same: 'the same picture', different: 'different pictures' } as const;

function rowOf(pair: LikePair): LikeRow {
  const { a, b, decision } = pair;
  const name = `${a.exhibitRef} and ${b.exhibitRef}`;
  return {
    id: keyOf(pair),
    name,
    title: <strong>{name}</strong>,
    detail: decision === null ? differsText(pair) : decided[decision],
  };
}

/** Pictures that look alike: those to decide first, then those decided. */
export function PairsPart({ caseId }: { readonly caseId: string }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const act = useAct();
  const { data, error, reload } = useQuery(
    `pairs-${caseId}`,
    () => call(holdfast.likeness.pairs({ caseId })),
    ['likeness', 'evidence'],
  );
  const all = data === null ? [] : [...data.open, ...data.decided];
  const pair = all.find((each) => keyOf(each) === chosen) ?? all[0];
  const step = (by: 1 | -1): void => {
    const at = all.findIndex((each) => pair !== undefined && keyOf(each) === keyOf(pair));
    const next = all[at + by];
    if (next !== undefined) setChosen(keyOf(next));
  };
  useKey('j', () => {
    step(1);
  });
  useKey('k', () => {
    step(-1);
  });

  function decide(decision: PairDecision | null): void {
    if (pair === undefined || data === null) return;
    const at = data.open.findIndex((each) => keyOf(each) === keyOf(pair));
    const next = decision === null ? pair : (data.open[at + 1] ?? data.open[at - 1] ?? pair);
    act.run(
      () => call(holdfast.likeness.decide({ a: pair.a.id, b: pair.b.id, decision })),
      () => {
        setChosen(keyOf(next));
        reload();
      },
    );
  }

  if (error !== null) return <Failure code={error} onRetry={reload} />;
  if (data === null) return <Skeleton height={420} label="Comparing pictures" />;
  if (pair === undefined) return <NoPairs />;
  const list = { current: keyOf(pair), mustChoose: true, onChoose: setChosen };
  return (
    <ListAndDetail
      fixed="list"
      width="236px"
      list={
        <div className="like-side stack">
          {data.open.length === 0 ? <p>Every pair is decided.</p> : null}
          <LikeList {...list} title={likeLists.toDecide} rows={data.open.map(rowOf)} />
          <LikeList {...list} title={likeLists.decided} rows={data.decided.map(rowOf)} />
        </div>
      }
      detail={
        <div className="like-main stack">
          <Failure code={act.error} />
          <CompareView key={keyOf(pair)} caseId={caseId} pair={pair} onDecide={decide} />
        </div>
      }
    />
  );
}

function NoPairs() {
  return (
    <EmptyState icon={<CopyCheck />} title="No two pictures look alike">
      When the same picture comes twice, made smaller, sent through an app or saved anew, both are shown here
      side by side. You say whether they are the same. Nothing is ever removed by it.
    </EmptyState>
  );
}
