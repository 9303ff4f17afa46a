import { CalendarSearch, ListPlus, Plus, SquareStack, X } from 'lucide-react';
import { useState } from 'react';
import { mostCited, mostEntriesAtOnce } from '../../../shared/models/message';
import type { MessageFilter, MessageKey } from '../../../shared/models/message';
import { call, holdfast } from '../../kit/bridge';
import { useKey, useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { DayField } from '../../components/date-input';
import { ConfirmDialog } from '../../components/dialog';
import { ListAndDetail } from '../../components/list-and-detail';
import { Failure } from '../../components/failure';
import { SelectField } from '../../components/fields';
import { Notice, Skeleton } from '../../components/parts';
import { counted, printCount } from '../../strings/counts';
import { summaryText } from '../../strings/messages';
import { AddToEntryDialog } from './add-to-entry-dialog';
import { partRows } from '../../components/long-list/chunks';
import { Conversation } from './conversation';
import { usePages } from '../../components/long-list/pages';
import { nothingPicked, pickAll } from '../../components/long-list/picked';
import { RowDetails } from './row-details';

/** Shorter lists are gone through as quickly as a day is typed. */
const worthFinding = 200;

/** The rows of a filter: what they are as facts, the list, one of them in full, and what can be made of several. */
export function Rows({
  caseId,
  filter,
  version,
  veiled,
  showRef,
}: {
  readonly caseId: string;
  readonly filter: MessageFilter;
  /** Changes when the rows do. */
  readonly version: string;
  readonly veiled: boolean;
  readonly showRef: boolean;
}) {
  const { go } = useNavigation();
  const [turn, setTurn] = useState(0);
  const pages = usePages(`${caseId} ${JSON.stringify(filter)}`, `${version} ${turn}`, (offset, limit) =>
    call(holdfast.messages.list({ caseId, filter, offset, limit })),
  );
  const summary = useQuery(`summary-${JSON.stringify(filter)}|${version}`, () =>
    call(holdfast.messages.summary({ caseId, filter })),
  );
  const [picked, setPicked] = useState(nothingPicked);
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [part, setPart] = useState(0);
  const [goTo, setGoTo] = useState<{ readonly index: number } | null>(null);
  const [day, setDay] = useState('');
  const act = useAct({ inTurn: true });
  const [dialog, setDialog] = useState<'add' | 'each' | null>(null);
  const [made, setMade] = useState<number | null>(null);

  const total = pages.total ?? 0;
  const base = part * partRows;
  const count = Math.min(partRows, total - base);
  const size = picked.places.size;
  const row = isOpen ? pages.rowAt(active) : null;
  const lines = counted(size, 'line', 'lines');

  const keysOf = async (places: Iterable<number>): Promise<readonly MessageKey[]> => {
    const indexes = [...places].sort((a, b) => a - b);
    return (await call(holdfast.messages.keys({ caseId, filter, indexes }))).keys;
  };
  const newEntry = (places: Iterable<number>): void => {
    act.run(
      () => keysOf(places),
      (draftMessages) => {
        go({ name: 'chronology', caseId, draftMessages });
      },
    );
  };
  const show = (index: number): void => {
    setPart(Math.floor(index / partRows));
    setActive(index);
    setGoTo({ index });
  };
  useKey('j', () => {
    if (total > 0) show(Math.min(total - 1, active + 1));
  });
  useKey('k', () => {
    if (total > 0) show(Math.max(0, active - 1));
  });
  const findDay = (wanted: string): void => {
    setDay(wanted);
    if (wanted === '') return;
    act.run(
      () => call(holdfast.messages.find({ caseId, filter, day: wanted })),
      ({ offset }) => {
        show(offset);
      },
    );
  };
  const makeEach = (): void => {
    setDialog(null);
    act.run(
      async () => call(holdfast.messages.entryEach({ keys: [...(await keysOf(picked.places))] })),
      (entries) => {
        setMade(entries.length);
        // The rows say now that an entry stands on them.
        setTurn((before) => before + 1);
        setPicked(nothingPicked);
      },
    );
  };

  return (
    <>
      <Failure code={pages.error} />
      <Failure code={act.error} />
      {made === null ? null : (
        <Notice
          tone="green"
          title={`${counted(made, 'entry was', 'entries were')} made, one for each line.`}
          actions={
            <Button
              onPress={() => {
                go({ name: 'chronology', caseId });
              }}
            >
              See the chronology
            </Button>
          }
        />
      )}
      <div className="row facts-line">
        <p className="grow" role="status">
          {summary.data === null ? ' ' : summaryText(summary.data)}
        </p>
        {total === 0 ? null : (
          <>
            <Button
              variant="quiet"
              icon={<SquareStack aria-hidden />}
              onPress={() => {
                setPicked(size > 0 ? nothingPicked : pickAll(total, mostCited));
              }}
            >
              {size > 0
                ? 'Select none'
                : total > mostCited
                  ? `Select the first ${printCount(mostCited)}`
                  : `Select all ${printCount(total)}`}
            </Button>
            {total <= worthFinding ? null : (
              <span className="find-day">
                <CalendarSearch size={16} aria-hidden />
                <DayField label="Go to day" value={day} onChange={findDay} />
              </span>
            )}
          </>
        )}
        {total <= partRows ? null : (
          <SelectField
            label="Part of the list"
            hideLabel
            value={String(part)}
            options={Array.from({ length: Math.ceil(total / partRows) }, (_, each) => ({
              id: String(each),
              label: `Lines ${printCount(each * partRows + 1)} to ${printCount(Math.min(total, (each + 1) * partRows))}`,
            }))}
            onChange={(chosen) => {
              show(Number(chosen) * partRows);
            }}
          />
        )}
      </div>
      <ListAndDetail
        fixed="detail"
        width="minmax(250px, 300px)"
        gap="var(--s3)"
        list={
          <div className="conversation-list">
            {pages.total === null && pages.error === null ? <Skeleton height={300} /> : null}
            {total === 0 ? null : (
              <Conversation
                label="Messages and calls"
                pages={pages}
                base={base}
                count={count}
                veiled={veiled}
                showRef={showRef}
                picked={picked}
                onPicked={setPicked}
                active={active}
                onActive={setActive}
                onOpen={() => {
                  setOpen(true);
                }}
                goTo={goTo}
              />
            )}
            {size === 0 ? null : (
              <div className="picked-bar" role="region" aria-label="What can be made of the selected lines">
                <strong className="num">{lines} selected</strong>
                <Button
                  variant="primary"
                  icon={<Plus aria-hidden />}
                  onPress={() => {
                    newEntry(picked.places);
                  }}
                >
                  New entry from {size === 1 ? 'this line' : `these ${printCount(size)}`}
                </Button>
                <Button
                  icon={<ListPlus aria-hidden />}
                  onPress={() => {
                    setDialog('add');
                  }}
                >
                  Add to an entry
                </Button>
                {size === 1 || size > mostEntriesAtOnce ? null : (
                  <Button
                    onPress={() => {
                      setDialog('each');
                    }}
                  >
                    One entry each
                  </Button>
                )}
                <Button
                  variant="quiet"
                  icon={<X aria-hidden />}
                  onPress={() => {
                    setPicked(nothingPicked);
                  }}
                >
                  Clear
                </Button>
              </div>
            )}
          </div>
        }
        detail={
          row === null ? null : (
            <RowDetails
              row={row}
              caseId={caseId}
              onNewEntry={() => {
                newEntry([active]);
              }}
              onClose={() => {
                setOpen(false);
              }}
            />
          )
        }
      />
      {dialog === 'add' ? (
        <AddToEntryDialog
          caseId={caseId}
          words={lines}
          keys={() => keysOf(picked.places)}
          onClose={() => {
            setDialog(null);
          }}
          onDone={(entryId) => {
            go({ name: 'chronology', caseId, entryId });
          }}
        />
      ) : null}
      <ConfirmDialog
        title={`Make ${printCount(size)} entries?`}
        isOpen={dialog === 'each'}
        confirm={`Make ${printCount(size)} entries`}
        onConfirm={makeEach}
        onClose={() => {
          setDialog(null);
        }}
      >
        Each line becomes an entry of its own, with its date and its words. You can change each of them
        afterwards.
      </ConfirmDialog>
    </>
  );
}
