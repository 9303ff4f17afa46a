import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { groupBy } from '../../../shared/domain/records/group';
import type { PackageComparison } from '../../../shared/models/package-comparison';
import type { PackageDecisions } from '../../../shared/models/package-decisions';
import { Button } from '../../components/button';
import { Disclose } from '../../components/disclose';
import { CheckboxField } from '../../components/fields';
import { FirstOfMany } from '../../components/first-of-many';
import { FactRow, Facts, Notice } from '../../components/parts';
import {
  comparisonAlike,
  comparisonSummary,
  comparisonText as words,
  kindTitle,
  recordTitle,
  standingText,
  verdictText,
} from '../../strings/comparison';
import { decisionsOf, tickedAtFirst, ticking } from './choices';

/** What of a package is new here, before any of it goes in: ticked one by one, and taken in by one press. */
export function ComparisonShown({
  comparison,
  isPending,
  onTake,
  onLeave,
}: {
  readonly comparison: PackageComparison;
  readonly isPending: boolean;
  readonly onTake: (decisions: PackageDecisions) => void;
  readonly onLeave: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const [ticked, setTicked] = useState(() => tickedAtFirst(comparison));
  const summary = comparisonSummary(comparison);
  const tick = (id: string, isTicked: boolean): void => {
    setTicked(ticking(ticked, id, isTicked));
  };
  return (
    <div className="package-shown stack">
      <h3 ref={heading} tabIndex={-1}>
        {words.heading}
      </h3>
      <p>
        {comparison.joins ? '' : `${words.newCase} `}
        {summary ?? words.nothingNew}
      </p>
      {comparison.joins ? <p className="quiet">{comparisonAlike(comparison)}</p> : null}
      <Warnings comparison={comparison} />
      {summary === null ? null : <p className="quiet">{words.ticked}</p>}
      <Items items={comparison.items} ticked={ticked} onTick={tick} />
      <Kinds records={comparison.records} ticked={ticked} onTick={tick} />
      <div className="row">
        <Button
          variant="primary"
          isPending={isPending}
          onPress={() => {
            onTake(decisionsOf(comparison, ticked));
          }}
        >
          {words.take}
        </Button>
        <Button onPress={onLeave}>{words.leave}</Button>
      </div>
    </div>
  );
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** It comes in whatever is ticked. */
  readonly isFixed: boolean;
}

interface TickProps {
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (id: string, isTicked: boolean) => void;
}

function Items({ items, ...ticks }: { readonly items: PackageComparison['items'] } & TickProps) {
  if (items.length === 0) return null;
  const rows = items.map(({ id, ref, title, standing }) => ({
    ...{ id, title: `${ref} ${title}`, note: standingText[standing], isFixed: false },
  }));
  return (
    <Disclose title={`${words.exhibits} (${items.length})`}>
      <Ticks rows={rows} {...ticks} />
    </Disclose>
  );
}

function Kinds({ records, ...ticks }: { readonly records: PackageComparison['records'] } & TickProps) {
  return [...groupBy(records, ({ kind }) => kind)].map(([kind, ofKind]) => (
    <Disclose key={kind} title={kindTitle(kind, ofKind.length)}>
      <Ticks
        rows={ofKind.map((record) => ({
          id: record.id,
          title: recordTitle(record),
          note: verdictText[record.verdict],
          isFixed: record.isBearing,
        }))}
        {...ticks}
      />
    </Disclose>
  ));
}

function Ticks({ rows, ticked, onTick }: { readonly rows: readonly Row[] } & TickProps) {
  return (
    <ul className="compared">
      <FirstOfMany
        items={rows}
        draw={({ id, title, note, isFixed }) => {
          const said: ReactNode = (
            <>
              {title}
              {note === '' ? null : <span className="quiet"> {note}</span>}
            </>
          );
          return (
            <li key={id}>
              {isFixed ? (
                said
              ) : (
                <CheckboxField
                  value={ticked.has(id)}
                  onChange={(isTicked) => {
                    onTick(id, isTicked);
                  }}
                >
                  {said}
                </CheckboxField>
              )}
            </li>
          );
        }}
      />
    </ul>
  );
}

/** What whoever decides should know, and need do nothing about. */
function Warnings({ comparison }: { readonly comparison: PackageComparison }) {
  const { clocks, counts, sameReference, sharedReferences } = comparison;
  const handedOver = words.series(comparison.series);
  return (
    <>
      {clocks === null ? null : (
        <Notice tone="amber" title={words.clocks}>
          <Facts>
            <FactRow name={words.theirClock}>{words.clock(clocks.theirs)}</FactRow>
            <FactRow name={words.ourClock}>{words.clock(clocks.ours)}</FactRow>
          </Facts>
          {words.stamps}
        </Notice>
      )}
      {sameReference.length === 0 ? null : <Notice tone="amber">{words.sameReference(sameReference)}</Notice>}
      {sharedReferences.length === 0 ? null : (
        <Notice tone="amber" title={words.sharedReferences}>
          <Facts>
            {sharedReferences.map(({ ref, exhibits }) => (
              <FactRow key={ref} name={ref}>
                {exhibits.join(' · ')}
              </FactRow>
            ))}
          </Facts>
          {words.sharedNote}
        </Notice>
      )}
      {handedOver === null ? null : <p>{handedOver}</p>}
      {counts.unreadable === 0 ? null : <p>{words.unreadable(counts.unreadable)}</p>}
      {counts.notListed === 0 ? null : <p>{words.notListed(counts.notListed)}</p>}
    </>
  );
}
