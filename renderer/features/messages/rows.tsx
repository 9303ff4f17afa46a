import { useState } from 'react';
import type { MessageFilter } from '../../../shared/models/message';
import { call, holdfast } from '../../kit/bridge';
import { useNavigation } from '../../kit/navigation';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { ListAndDetail } from '../../components/list-and-detail';
import { Failure } from '../../components/failure';
import { usePages } from '../../components/long-list/pages';
import { nothingPicked } from '../../components/long-list/picked';
import { usePlace } from '../../components/long-list/use-place';
import { Notice, Skeleton } from '../../components/parts';
import { pickedLines } from '../../strings/messages';
import { AboutRows } from './about-rows';
import { Conversation } from './conversation';
import { PickedLines } from './picked-lines';
import { RowDetails } from './row-details';
import { useCiting } from './use-citing';

interface OfRows {
  readonly caseId: string;
  readonly filter: MessageFilter;
  /** Changes when the rows do. */
  readonly version: string;
}

/** The rows of a filter as they are gone through, selected and cited. */
function useRows({ caseId, filter, version }: OfRows) {
  const [turn, setTurn] = useState(0);
  const pages = usePages(`${caseId} ${JSON.stringify(filter)}`, `${version} ${turn}`, (offset, limit) =>
    call(holdfast.messages.list({ caseId, filter, offset, limit })),
  );
  const [picked, setPicked] = useState(nothingPicked);
  const [made, setMade] = useState<number | null>(null);
  const act = useAct({ inTurn: true });
  const place = usePlace(pages.total ?? 0);
  const citing = useCiting(caseId, filter, act);
  return {
    pages,
    picked,
    setPicked,
    act,
    place,
    citing,
    made,
    onMade: (entries: number): void => {
      setMade(entries);
      // The rows say now that an entry stands on them.
      setTurn((before) => before + 1);
      setPicked(nothingPicked);
    },
    onDay: (day: string): void => {
      act.run(
        () => call(holdfast.messages.find({ caseId, filter, day })),
        ({ offset }) => {
          place.show(offset);
        },
      );
    },
  };
}

/** The rows of a filter: what they are as facts, the list, one of them in full, and what can be made of several. */
export function Rows({
  veiled,
  showRef,
  ...of
}: OfRows & { readonly veiled: boolean; readonly showRef: boolean }) {
  const { caseId } = of;
  const rows = useRows(of);
  const { pages, picked, setPicked, act, place, citing, made, onDay } = rows;
  const [isOpen, setOpen] = useState(false);
  const row = isOpen ? pages.rowAt(place.active) : null;
  return (
    <>
      <Failure code={pages.error} />
      <Failure code={act.error} />
      {made === null ? null : <MadeNotice caseId={caseId} made={made} />}
      <AboutRows
        {...of}
        total={pages.total ?? 0}
        picked={picked}
        onPicked={setPicked}
        place={place}
        onDay={onDay}
      />
      <ListAndDetail
        fixed="detail"
        width="minmax(250px, 300px)"
        gap="var(--s3)"
        list={
          <ListOfRows
            caseId={caseId}
            rows={rows}
            veiled={veiled}
            showRef={showRef}
            onOpen={() => {
              setOpen(true);
            }}
          />
        }
        detail={
          row === null ? null : (
            <RowDetails
              row={row}
              caseId={caseId}
              onNewEntry={() => {
                citing.newEntry([place.active]);
              }}
              onClose={() => {
                setOpen(false);
              }}
            />
          )
        }
      />
    </>
  );
}

function ListOfRows({
  caseId,
  rows: { pages, picked, setPicked, place, citing, onMade },
  veiled,
  showRef,
  onOpen,
}: {
  readonly caseId: string;
  readonly rows: ReturnType<typeof useRows>;
  readonly veiled: boolean;
  readonly showRef: boolean;
  readonly onOpen: () => void;
}) {
  return (
    <div className="conversation-list">
      {pages.total === null && pages.error === null ? <Skeleton height={300} /> : null}
      {(pages.total ?? 0) === 0 ? null : (
        <Conversation
          label="Messages and calls"
          pages={pages}
          place={place}
          veiled={veiled}
          showRef={showRef}
          picked={picked}
          onPicked={setPicked}
          onOpen={onOpen}
        />
      )}
      <PickedLines
        caseId={caseId}
        picked={picked}
        citing={citing}
        onMade={onMade}
        onClear={() => {
          setPicked(nothingPicked);
        }}
      />
    </div>
  );
}

function MadeNotice({ caseId, made }: { readonly caseId: string; readonly made: number }) {
  const { go } = useNavigation();
  return (
    <Notice
      tone="green"
      title={pickedLines.made(made)}
      actions={
        <Button
          onPress={() => {
            go({ name: 'chronology', caseId });
          }}
        >
          {pickedLines.chronology}
        </Button>
      }
    />
  );
}
