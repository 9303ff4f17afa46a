import { useEffect, useRef, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { mostAtOnce } from '../../../shared/contract/chronology-methods';
import { filterProblem } from '../../../shared/domain/filter-problem';
import type { Entry } from '../../../shared/models/chronology';
import type { EntryFilter, EntryOrder } from '../../../shared/models/entry-filter';
import type { Patterns } from '../../../shared/models/patterns';
import { call, holdfast } from '../../kit/bridge';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/parts';
import type { DrawnRow } from '../../components/long-list/chunk';
import { LongList } from '../../components/long-list/long-list';
import { usePages } from '../../components/long-list/pages';
import { nothingPicked } from '../../components/long-list/picked';
import { SelectAll } from '../../components/long-list/select-all';
import { usePlace } from '../../components/long-list/use-place';
import { silenceText } from '../../strings/chronology';
import { BulkBar } from './bulk-bar';
import { EntryRow } from './entry-row';
import { PartsOfList } from './parts-of-list';

/** Pixels of a row that was never drawn. */
const rowGuess = 112;

interface OfEntries {
  readonly caseId: string;
  readonly filter: EntryFilter;
  readonly order: EntryOrder;
  /** Goes up when entries have changed. */
  readonly turn: number;
  readonly entryId: string | null;
}

/** The entries of a filter as they are gone through, selected and opened. */
function useEntries({ caseId, filter, order, turn, entryId }: OfEntries) {
  const { go } = useNavigation();
  const key = `${caseId} ${order} ${JSON.stringify(filter)}`;
  const pages = usePages<Entry>(key, String(turn), (offset, limit) =>
    call(holdfast.chronology.page({ caseId, filter, order, offset, limit })),
  );
  const [picked, setPicked] = useState(nothingPicked);
  const place = usePlace(pages.total ?? 0);
  const act = useAct({ inTurn: true });

  // Places mean other entries once the filter is another.
  const [drawnKey, setDrawnKey] = useState(key);
  if (drawnKey !== key) {
    setDrawnKey(key);
    setPicked(nothingPicked);
    place.reset();
  }

  // An entry that was opened from elsewhere is shown where it stands.
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (entryId === null || shown.current === entryId) return;
    shown.current = entryId;
    call(holdfast.chronology.find({ caseId, filter, order, id: entryId })).then(
      ({ offset }) => {
        if (offset !== null) place.show(offset);
      },
      () => undefined,
    );
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
  return { pages, picked, setPicked, place, act, idsOf, open };
}

/** The entries of a filter. Arrow keys go through them, Enter opens one, Space selects for a change of many. */
export function EntryList({
  silences,
  filterBar,
  onRemoved,
  ...of
}: OfEntries & {
  /** Days without an incident before an entry, by its id. */
  readonly silences: ReadonlyMap<string, Patterns['silences'][number]>;
  /** Drawn above the list, with what the list puts into it and how many entries it has. */
  readonly filterBar: (extra: ReactNode, total: number | null) => ReactNode;
  readonly onRemoved: (ids: readonly string[]) => void;
}) {
  const { caseId, filter, order, entryId } = of;
  const { pages, picked, setPicked, place, act, idsOf, open } = useEntries(of);
  const total = pages.total ?? 0;
  const draw = (entry: Entry): DrawnRow => ({
    className: `entry${entry.id === entryId ? ' chosen' : ''}`,
    above: <SilenceBefore silence={order === 'oldest' ? silences.get(entry.id) : undefined} />,
    line: <EntryRow entry={entry} />,
  });
  return (
    <>
      {filterBar(
        total < 2 ? null : <SelectAll total={total} most={mostAtOnce} picked={picked} onPicked={setPicked} />,
        pages.total,
      )}
      <Failure code={pages.error} />
      <Failure code={act.error} />
      {pages.total === null && pages.error === null ? <Skeleton height={300} /> : null}
      {pages.total === 0 ? <NoEntry filter={filter} /> : null}
      {total === 0 ? null : (
        <EntriesPlace caseId={caseId}>
          <LongList
            label="Entries"
            pages={pages}
            place={place}
            most={mostAtOnce}
            rowGuess={rowGuess}
            picked={picked}
            onPicked={setPicked}
            onOpen={open}
            draw={draw}
          />
          <PartsOfList total={total} place={place} />
          {picked.places.size === 0 ? null : (
            <BulkBar
              caseId={caseId}
              size={picked.places.size}
              ids={() => idsOf(picked.places)}
              onRemoved={onRemoved}
              onClear={() => {
                setPicked(nothingPicked);
              }}
            />
          )}
        </EntriesPlace>
      )}
    </>
  );
}

function NoEntry({ filter }: { readonly filter: EntryFilter }) {
  return (
    <p className="card quiet no-entry">
      {filterProblem(filter) === null ? 'No entry is like that.' : 'Nothing is selected.'}
    </p>
  );
}

/** Around the list: a press on an exhibit of an entry opens the exhibit, not the entry. */
function EntriesPlace({ caseId, children }: { readonly caseId: string; readonly children: ReactNode }) {
  const { go } = useNavigation();
  const openExhibit = (event: MouseEvent): void => {
    const item = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')?.dataset['item'];
    if (item === undefined) return;
    event.stopPropagation();
    go({ name: 'evidence-item', caseId, itemId: item });
  };
  return (
    <div className="entries-place" onClickCapture={openExhibit}>
      {children}
    </div>
  );
}

function SilenceBefore({ silence }: { readonly silence: Patterns['silences'][number] | undefined }) {
  if (silence === undefined) return null;
  return (
    <div className="silence">
      <span>{silenceText(silence.days)}</span>
    </div>
  );
}
