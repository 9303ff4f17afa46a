import { SquareStack } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { mostAtOnce } from '../../../shared/contract/chronology-methods';
import { filterProblem } from '../../../shared/domain/filter-problem';
import type { Entry } from '../../../shared/models/chronology';
import type { EntryFilter, EntryOrder } from '../../../shared/models/entry-filter';
import type { Patterns } from '../../../shared/models/patterns';
import { call, holdfast } from '../../kit/bridge';
import { useKey } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/parts';
import { LongList } from '../../components/long-list/long-list';
import { partRows } from '../../components/long-list/chunks';
import { usePages } from '../../components/long-list/pages';
import { nothingPicked, pickAll } from '../../components/long-list/picked';
import { counted, printCount } from '../../strings/counts';
import { BulkBar } from './bulk-bar';
import { EntryRow } from './entry-row';

/** Pixels of a row that was never drawn. */
const rowGuess = 112;

/** The entries of a filter. Arrow keys go through them, Enter opens one, Space selects for a change of many. */
export function EntryList({
  caseId,
  filter,
  order,
  turn,
  entryId,
  silences,
  filterBar,
  onRemoved,
}: {
  readonly caseId: string;
  readonly filter: EntryFilter;
  readonly order: EntryOrder;
  /** Goes up when entries have changed. */
  readonly turn: number;
  readonly entryId: string | null;
  /** Days without an incident before an entry, by its id. */
  readonly silences: ReadonlyMap<string, Patterns['silences'][number]>;
  /** Drawn above the list, with what the list puts into it and how many entries it has. */
  readonly filterBar: (extra: ReactNode, total: number | null) => ReactNode;
  readonly onRemoved: (ids: readonly string[]) => void;
}) {
  const { go } = useNavigation();
  const key = `${caseId} ${order} ${JSON.stringify(filter)}`;
  const pages = usePages<Entry>(key, String(turn), (offset, limit) =>
    call(holdfast.chronology.page({ caseId, filter, order, offset, limit })),
  );
  const [picked, setPicked] = useState(nothingPicked);
  const [active, setActive] = useState(0);
  const [part, setPart] = useState(0);
  const [goTo, setGoTo] = useState<{ readonly index: number } | null>(null);
  const act = useAct({ inTurn: true });
  const total = pages.total ?? 0;
  const base = part * partRows;
  const count = Math.min(partRows, total - base);
  const size = picked.places.size;

  // Places mean other entries once the filter is another.
  const [drawnKey, setDrawnKey] = useState(key);
  if (drawnKey !== key) {
    setDrawnKey(key);
    setPicked(nothingPicked);
    setActive(0);
    setPart(0);
  }

  const show = (index: number): void => {
    setPart(Math.floor(index / partRows));
    setActive(index);
    setGoTo({ index });
  };
  // An entry that was opened from elsewhere is shown where it stands.
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (entryId === null || shown.current === entryId) return;
    shown.current = entryId;
    call(holdfast.chronology.find({ caseId, filter, order, id: entryId })).then(
      ({ offset }) => {
        if (offset !== null) show(offset);
      },
      () => undefined,
    );
  });
  useKey('j', () => {
    if (total > 0) show(Math.min(total - 1, active + 1));
  });
  useKey('k', () => {
    if (total > 0) show(Math.max(0, active - 1));
  });

  const idsOf = async (places: Iterable<number>): Promise<string[]> => {
    const indexes = [...places].sort((a, b) => a - b);
    return (await call(holdfast.chronology.ids({ caseId, filter, order, indexes }))).ids;
  };
  const open = (index: number): void => {
    act.run(
      () => idsOf([index]),
      ([id]) => {
        if (id === undefined) return;
        shown.current = id;
        go({ name: 'chronology', caseId, entryId: id });
      },
    );
  };

  return (
    <>
      {filterBar(
        total < 2 ? null : (
          <Button
            variant="quiet"
            icon={<SquareStack aria-hidden />}
            onPress={() => {
              setPicked(size > 0 ? nothingPicked : pickAll(total, mostAtOnce));
            }}
          >
            {size > 0
              ? 'Select none'
              : total > mostAtOnce
                ? `Select the first ${printCount(mostAtOnce)}`
                : `Select all ${printCount(total)}`}
          </Button>
        ),
        pages.total,
      )}
      <Failure code={pages.error} />
      <Failure code={act.error} />
      {pages.total === null ? (
        pages.error === null ? (
          <Skeleton height={300} />
        ) : null
      ) : total === 0 ? (
        <p className="card quiet no-entry">
          {filterProblem(filter) === null ? 'No entry is like that.' : 'Nothing is selected.'}
        </p>
      ) : (
        <div
          className="entries-place"
          onClickCapture={(event) => {
            const item = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')?.dataset['item'];
            if (item === undefined) return;
            event.stopPropagation();
            go({ name: 'evidence-item', caseId, itemId: item });
          }}
        >
          <LongList
            label="Entries"
            pages={pages}
            base={base}
            count={count}
            most={mostAtOnce}
            rowGuess={rowGuess}
            picked={picked}
            onPicked={setPicked}
            active={active}
            onActive={setActive}
            onOpen={open}
            goTo={goTo}
            draw={(entry) => {
              const silence = order === 'oldest' ? silences.get(entry.id) : undefined;
              return {
                className: `entry${entry.id === entryId ? ' chosen' : ''}`,
                above:
                  silence === undefined ? null : (
                    <div className="silence">
                      <span>{counted(silence.days, 'day', 'days')} without an incident</span>
                    </div>
                  ),
                line: <EntryRow entry={entry} />,
              };
            }}
          />
          {total > partRows ? (
            <div className="row">
              <Button
                isDisabled={part === 0}
                onPress={() => {
                  show(base - 1);
                }}
              >
                Earlier part
              </Button>
              <span className="quiet small">
                {printCount(base + 1)} to {printCount(base + count)} of {printCount(total)}
              </span>
              <Button
                isDisabled={base + count >= total}
                onPress={() => {
                  show(base + count);
                }}
              >
                Later part
              </Button>
            </div>
          ) : null}
          {size === 0 ? null : (
            <BulkBar
              caseId={caseId}
              size={size}
              ids={() => idsOf(picked.places)}
              onRemoved={onRemoved}
              onClear={() => {
                setPicked(nothingPicked);
              }}
            />
          )}
        </div>
      )}
    </>
  );
}
