import { CopyCheck } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { ErrorCode } from '../../../shared/errors';
import type { LikePair, PairDecision } from '../../../shared/models/likeness';
import { call, codeOf, holdfast } from '../../kit/bridge';
import { useKey, useQuery } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { EmptyState, Skeleton } from '../../components/parts';
import { differsText } from '../../strings/likeness';
import { CompareView } from './compare-view';

const keyOf = ({ a, b }: LikePair): string => `${a.id} ${b.id}`;
const decided = { same: 'the same picture', different: 'different pictures' } as const;

/** Pictures that look alike: those to decide first, then those decided. */
export function PairsPart({ caseId }: { readonly caseId: string }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
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
    setProblem(null);
    const at = data.open.findIndex((each) => keyOf(each) === keyOf(pair));
    const next = decision === null ? pair : (data.open[at + 1] ?? data.open[at - 1] ?? pair);
    call(holdfast.likeness.decide({ a: pair.a.id, b: pair.b.id, decision })).then(
      () => {
        setChosen(keyOf(next));
        reload();
      },
      (found: unknown) => {
        setProblem(codeOf(found));
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
    <div className="like-room">
      <div className="like-side stack">
        {data.open.length === 0 ? <p>Every pair is decided.</p> : null}
        {section('To decide', data.open)}
        {section('Decided', data.decided)}
      </div>
      <div className="like-main stack">
        {problem === null ? null : <Failure code={problem} />}
        <CompareView key={keyOf(pair)} caseId={caseId} pair={pair} onDecide={decide} />
      </div>
    </div>
  );
}
