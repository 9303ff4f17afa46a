import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { dutyRooms } from '../../../shared/models/duty';
import type { Duty } from '../../../shared/models/duty';
import { putOffKind } from '../../../shared/records/put-off';
import { Button } from '../../components/button';
import { Disclose } from '../../components/disclose';
import { Failure } from '../../components/failure';
import { NotRead } from '../../components/not-read';
import { EmptyState, PageHeader, Skeleton } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { today } from '../../kit/today';
import { duties as words } from '../../strings/duties';
import { roomNames } from '../../strings/rooms';
import { DraftNotices } from '../drafts/draft-notices';
import { useRecords } from '../record-book/use-records';
import { DutyList } from './duty-list';
import { PutOffForm } from './put-off-form';
import type { PutOffOpen } from './put-off-form';
import { useDuties } from './use-duties';

/** Which form is open: of a line that is put off, or of one that was being put off when the vault was locked. */
type Opened = Pick<Duty, 'rule' | 'subject'> | string | null;

/** Everything that is missing or due in a case, room by room, with what was put off. `record`: a put-off line to open. */
export function DutiesScreen({
  caseId,
  record,
}: {
  readonly caseId: string;
  readonly record: string | null;
}) {
  const { data, error, reload } = useDuties(caseId);
  if (error !== null) return <NotRead title={roomNames.duties} code={error} onRetry={reload} />;
  return data === null ? <Skeleton height={320} /> : <Lines caseId={caseId} record={record} data={data} />;
}

function Lines({
  caseId,
  record,
  data,
}: {
  readonly caseId: string;
  readonly record: string | null;
  readonly data: readonly Duty[];
}) {
  const putOffs = useRecords(caseId, putOffKind);
  const [open, setOpen] = useState<Opened>(record === 'new-put-off' ? 'draft' : record);
  const act = useAct();
  const lines = data.filter(({ putOff }) => putOff === null);
  const form = openForm(open, putOffs.data ?? []);
  return (
    <>
      <PageHeader title={roomNames.duties} summary={summaryOf(lines)} />
      {form === null ? (
        <DraftNotices
          caseId={caseId}
          onOpen={(draft) => {
            if (draft.form === 'record-put-off') setOpen(draft.subject ?? 'draft');
            return draft.form === 'record-put-off';
          }}
        />
      ) : null}
      <Failure code={act.error ?? putOffs.error} />
      {lines.length === 0 ? (
        <EmptyState icon={<ListChecks />} title={words.emptyTitle}>
          {words.empty}
        </EmptyState>
      ) : (
        <ByRoom
          lines={lines}
          onPutOff={({ rule, subject }) => {
            setOpen({ rule, subject });
          }}
        />
      )}
      <PutOffLines
        lines={data.filter(({ putOff }) => putOff !== null)}
        onTakeBack={(id) => {
          act.run(() => call(holdfast.records.remove({ id })));
        }}
      />
      {form === null ? null : (
        <PutOffForm
          caseId={caseId}
          open={form}
          duties={data}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

const summaryOf = (lines: readonly Duty[]): string =>
  words.summary(lines.length, lines.filter(({ due }) => due !== null && due < today()).length);

/** There is one record of a line: where it was put off before, that is changed. */
function openForm(open: Opened, all: readonly NonNullable<PutOffOpen['shown']>[]): PutOffOpen | null {
  if (open === null) return null;
  if (open === 'draft') return { start: null, shown: null };
  if (typeof open === 'string') {
    const shown = all.find(({ id }) => id === open);
    return shown === undefined ? null : { start: null, shown };
  }
  const before = all.find(({ body }) => body.rule === open.rule && body.subject === open.subject);
  return { start: open, shown: before ?? null };
}

function ByRoom({
  lines,
  onPutOff,
}: {
  readonly lines: readonly Duty[];
  readonly onPutOff: (duty: Duty) => void;
}) {
  const rooms = dutyRooms.filter((room) => lines.some((duty) => duty.room === room));
  return (
    <div className="duty-rooms">
      {rooms.map((room) => (
        <section key={room} className="card pad">
          <h2>{words.roomHeading(room)}</h2>
          <DutyList
            duties={lines.filter((duty) => duty.room === room)}
            tools={(duty) => (
              <Button
                variant="quiet"
                label={words.of(words.putOff, duty.text)}
                onPress={() => {
                  onPutOff(duty);
                }}
              >
                {words.putOff}
              </Button>
            )}
          />
        </section>
      ))}
    </div>
  );
}

/** What was put off, for who asks, with the way back. */
function PutOffLines({
  lines,
  onTakeBack,
}: {
  readonly lines: readonly Duty[];
  readonly onTakeBack: (id: string) => void;
}) {
  if (lines.length === 0) return null;
  return (
    <Disclose title={words.offHeading(lines.length)} level={2}>
      <DutyList
        duties={lines}
        tools={(duty) => (
          <Button
            variant="quiet"
            label={words.of(words.takeBack, duty.text)}
            onPress={() => {
              if (duty.putOff !== null) onTakeBack(duty.putOff.id);
            }}
          >
            {words.takeBack}
          </Button>
        )}
      />
    </Disclose>
  );
}
