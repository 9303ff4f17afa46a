import { BookOpenText, CalendarClock, History, Images, Pencil, Plus, Trash2 } from 'lucide-react';
import type { Entry } from '../../../shared/models/chronology';
import type { CaseSummary } from '../../../shared/models/case';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { everyEntry } from '../../../shared/models/entry-filter';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';
import { NotRead } from '../../components/not-read';
import { Chip, Notice, PageHeader, Skeleton } from '../../components/parts';

import { printDay } from '../../strings/dates';
import { roomNames } from '../../strings/rooms';
import { statusText } from '../../../shared/records/words/case-words';
import { CaseForm } from '../caseload/case-form';
import { CaseStanding } from '../caseload/case-standing';
import { HistoryDialog } from '../records/history-dialog';
import { ProtectedCard } from '../leaving/protected-card';
import { TwoVersionsNotice } from '../records/undecided-notice';
import { DraftNotices } from '../drafts/draft-notices';
import { DutiesCard } from '../duties/duties-card';
import { PeopleGlance } from '../people/people-glance';
import { ResponseTimeline } from '../response/response-timeline';
import { SafeContactBox } from '../safe-contact/safe-contact-box';
import { EraseCaseDialog } from '../erase/erase-case-dialog';
import './case.css';

function Room({
  icon,
  figure,
  label,
  onPress,
}: {
  readonly icon: ReactNode;
  readonly figure: number;
  readonly label: string;
  readonly onPress: () => void;
}) {
  return (
    <AriaButton className="room" onPress={onPress}>
      {icon}
      <span className="figure num">{figure}</span>
      <span className="quiet">{label}</span>
    </AriaButton>
  );
}

/** Of the latest entries. */
const latestShown = 6;

/** What of a case is seen at a glance. */
function useGlance(caseId: string) {
  return useQuery(
    `case-${caseId}`,
    async () => {
      const incidents = { caseId, order: 'newest', offset: 0, limit: 1 } as const;
      const [owner, latest, reported, unreported, origins] = await Promise.all([
        call(holdfast.cases.get({ id: caseId })),
        call(
          holdfast.chronology.page({
            caseId,
            filter: everyEntry,
            order: 'newest',
            offset: 0,
            limit: latestShown,
          }),
        ),
        call(holdfast.chronology.page({ ...incidents, filter: { kind: 'incident', reported: true } })),
        call(holdfast.chronology.page({ ...incidents, filter: { kind: 'incident', reported: false } })),
        call(holdfast.provenance.count({ caseId })),
      ]);
      return {
        owner,
        entries: latest.rows,
        reported: reported.total,
        unreported: unreported.total,
        origins,
      };
    },
    ['cases', 'evidence', 'chronology', 'bundles'],
  );
}
type Glance = NonNullable<ReturnType<typeof useGlance>['data']>;

/** A case at a glance: how to reach the client, what waits for a decision, what happened last. */
export function CaseScreen({ caseId, form }: { readonly caseId: string; readonly form?: 'edit' }) {
  const [editing, setEditing] = useState(form === 'edit');
  const [looking, setLooking] = useState(false);
  const { data, error, reload } = useGlance(caseId);
  const closeForm = (): void => {
    setEditing(false);
  };
  if (error !== null) return <NotRead title={roomNames.overview} code={error} onRetry={reload} />;
  if (data === null) return <Skeleton height={320} />;
  const { owner } = data;

  return (
    <>
      <PageHeader
        title={`${owner.reference} “${owner.alias}”`}
        summary={`${statusText(owner.status)}. Opened ${printDay(owner.createdAt)}.`}
        actions={
          <CaseActions
            owner={owner}
            onVersions={() => {
              setLooking(true);
            }}
            onEdit={() => {
              setEditing(true);
            }}
          />
        }
      />
      {editing ? null : (
        <DraftNotices
          caseId={caseId}
          onOpen={(draft) => {
            if (draft.form === 'case') setEditing(true);
            return draft.form === 'case';
          }}
        />
      )}
      <Overview caseId={caseId} glance={data} />
      <EraseCase caseId={caseId} reference={owner.reference} />
      {looking ? (
        <HistoryDialog
          id={caseId}
          title="Versions of this case"
          onClose={() => {
            setLooking(false);
          }}
        />
      ) : null}
      {editing ? (
        <CaseForm
          title="Edit case"
          caseId={caseId}
          start={owner}
          onClose={closeForm}
          save={(value) => call(holdfast.cases.update({ ...value, id: caseId }))}
          onSaved={closeForm}
        />
      ) : null}
    </>
  );
}

function Overview({
  caseId,
  glance: { owner, entries, reported, unreported, origins },
}: {
  readonly caseId: string;
  readonly glance: Glance;
}) {
  return (
    <>
      <div className="overview-top">
        <SafeContactBox safeContact={owner.safeContact} />
      </div>
      <div className="overview">
        <div className="column">
          <Rooms caseId={caseId} owner={owner} />
          <DutiesCard caseId={caseId} />
          <TwoVersionsNotice caseId={caseId} />
          <DatesThatDisagree caseId={caseId} count={owner.conflictCount} />
          <LatestEntries caseId={caseId} entries={entries} />
        </div>
        <div className="column">
          <PeopleGlance caseId={caseId} />
          <Reported reported={reported} unreported={unreported} />
          <Origins origins={origins} />
          <ProtectedCard caseId={caseId} />
        </div>
      </div>
      <div className="overview-timeline">
        <ResponseTimeline caseId={caseId} />
      </div>
    </>
  );
}

/** At the end of the page, away from everything that is done every day. */
function EraseCase({ caseId, reference }: { readonly caseId: string; readonly reference: string }) {
  const { go } = useNavigation();
  const [erasing, setErasing] = useState(false);
  return (
    <>
      <div className="at-the-end">
        <Button
          variant="quiet"
          icon={<Trash2 aria-hidden />}
          onPress={() => {
            setErasing(true);
          }}
        >
          Erase this case for good
        </Button>
      </div>
      {erasing ? (
        <EraseCaseDialog
          caseId={caseId}
          reference={reference}
          onErased={() => {
            go({ name: 'caseload' });
          }}
          onClose={() => {
            setErasing(false);
          }}
        />
      ) : null}
    </>
  );
}

/** The rooms of the case, each with how much is in it. */
function Rooms({ caseId, owner }: { readonly caseId: string; readonly owner: CaseSummary }) {
  const { go } = useNavigation();
  return (
    <div className="rooms">
      <Room
        icon={<CalendarClock />}
        figure={owner.entryCount}
        label="chronology entries"
        onPress={() => {
          go({ name: 'chronology', caseId });
        }}
      />
      <Room
        icon={<Images />}
        figure={owner.evidenceCount}
        label="exhibits"
        onPress={() => {
          go({ name: 'evidence', caseId });
        }}
      />
      <Room
        icon={<BookOpenText />}
        figure={owner.bundleCount}
        label="bundles built"
        onPress={() => {
          go({ name: 'bundle', caseId });
        }}
      />
    </div>
  );
}

/** How many exhibits wait for somebody to choose a date. */
function DatesThatDisagree({ caseId, count }: { readonly caseId: string; readonly count: number }) {
  const { go } = useNavigation();
  return (
    <>
      {' '}
      {count === 0 ? null : (
        <Notice
          tone="amber"
          title={`${count} ${count === 1 ? 'exhibit has' : 'exhibits have'} dates that disagree`}
          actions={
            <Button
              onPress={() => {
                go({ name: 'evidence', caseId });
              }}
            >
              Look at the evidence
            </Button>
          }
        >
          Two sources say different times. Choose one and say why; both stay on record.
        </Notice>
      )}
    </>
  );
}

/** What was written last. */
function LatestEntries({ caseId, entries }: { readonly caseId: string; readonly entries: readonly Entry[] }) {
  const { go } = useNavigation();
  return (
    <section className="card pad">
      <h2>Latest entries</h2>
      {entries.length === 0 ? (
        <p className="quiet" style={{ marginTop: 8 }}>
          Nothing yet. Add what happened, or begin from a piece of evidence: its date comes with it.
        </p>
      ) : (
        <div className="latest" style={{ marginTop: 8 }}>
          {entries.map((entry) => (
            <AriaButton
              key={entry.id}
              onPress={() => {
                go({ name: 'chronology', caseId, entryId: entry.id });
              }}
            >
              <strong>{entry.printedDate}</strong>
              <span dir="auto">{entry.title}</span>
            </AriaButton>
          ))}
        </div>
      )}
    </section>
  );
}

/** How many incidents have a report. */
function Reported({ reported, unreported }: { readonly reported: number; readonly unreported: number }) {
  return (
    <section className="card pad">
      <h2 style={{ marginBottom: 8 }}>Reported</h2>
      <div className="row">
        <Chip tone="green">{reported} reported</Chip>
        <Chip>{unreported} without a report noted</Chip>
      </div>
      <p className="quiet small" style={{ marginTop: 8 }}>
        Counted from the incidents. Whether to report is the client’s decision.
      </p>
    </section>
  );
}

/** Of how many exhibits somebody has said where they came from. */
function Origins({ origins }: { readonly origins: { readonly items: number; readonly said: number } }) {
  return (
    <>
      {' '}
      {origins.items === 0 ? null : (
        <section className="card pad">
          <h2 style={{ marginBottom: 8 }}>Where the exhibits came from</h2>
          <div className="row">
            <Chip tone="green">{origins.said} said</Chip>
            <Chip tone={origins.said === origins.items ? 'neutral' : 'amber'}>
              {origins.items - origins.said} not said
            </Chip>
          </div>
          <p className="quiet small" style={{ marginTop: 8 }}>
            Select exhibits in the evidence to say it of several at once.
          </p>
        </section>
      )}
    </>
  );
}

/** What can be done with the case as a whole. */
function CaseActions({
  owner: { id: caseId, status },
  onVersions,
  onEdit,
}: {
  readonly owner: CaseSummary;
  readonly onVersions: () => void;
  readonly onEdit: () => void;
}) {
  const { go } = useNavigation();
  return (
    <>
      <CaseStanding caseId={caseId} status={status} />
      <Button
        variant="quiet"
        icon={<History aria-hidden />}
        onPress={() => {
          onVersions();
        }}
      >
        Versions
      </Button>
      <Button
        icon={<Pencil aria-hidden />}
        onPress={() => {
          onEdit();
        }}
      >
        Edit case
      </Button>
      <Button
        variant="primary"
        icon={<Plus aria-hidden />}
        onPress={() => {
          go({ name: 'chronology', caseId, draftFrom: [] });
        }}
      >
        New chronology entry
      </Button>
    </>
  );
}
