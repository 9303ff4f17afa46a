import { CopyCheck } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { LikePair, PairDecision } from '../../../shared/models/likeness';
import { call, holdfast } from '../../kit/bridge';
import { useKey, useQuery } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { ListAndDetail } from '../../components/list-and-detail';
import { Failure } from '../../components/failure';
import { EmptyState, Skeleton } from '../../components/parts';
import { differsText } from '../../strings/likeness';
import { CompareView } from './compare-view';

const keyOf = ({ a, b }: LikePair): string => `${a.id} ${b.id}`;
const decided = { same: 'the same picture', different: 'different pictures' } as const;

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
  if (pair === undefined) {
    return (
      <EmptyState icon={<CopyCheck />} title="No two pictures look alike">
        When the same picture comes twice, made smaller, sent through an app or saved anew, both are shown
        here side by side. You say whether they are the same. Nothing is ever removed by it.
      </EmptyState>
    );
  }
  const section = (title: string, pairs: readonly LikePair[]) =>
    pairs.length === 0 ? null : (
      <div className="stack">
        <h2 className="small quiet">{title}</h2>
        <ListBox
          className="like-list"
          aria-label={title}
          items={pairs.map((each) => ({ id: keyOf(each), pair: each }))}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection={pairs.includes(pair)}
          selectedKeys={pairs.includes(pair) ? [keyOf(pair)] : []}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (key !== undefined) setChosen(String(key));
          }}
        >
          {({ id, pair: each }) => (
            <ListBoxItem
              className="like-row"
              id={id}
              textValue={`${each.a.exhibitRef} and ${each.b.exhibitRef}`}
            >
              <strong>
                {each.a.exhibitRef} and {each.b.exhibitRef}
              </strong>
              <span className="small quiet">
                {each.decision === null ? differsText(each) : decided[each.decision]}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </div>
    );
  return (
    <ListAndDetail
      fixed="list"
      width="236px"
      list={
        <div className="like-side stack">
          {data.open.length === 0 ? <p>Every pair is decided.</p> : null}
          {section('To decide', data.open)}
          {section('Decided', data.decided)}
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
