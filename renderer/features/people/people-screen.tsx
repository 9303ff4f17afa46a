import { Plus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ConflictFound } from '../../../shared/models/conflict';
import { caseDetailsKind } from '../../../shared/records/case-details';
import { conflictCheckKind } from '../../../shared/records/conflict-check';
import { registerKind } from '../../../shared/records/register';
import { Button } from '../../components/button';
import { NotRead } from '../../components/not-read';
import { EmptyState, PageHeader, Skeleton } from '../../components/parts';
import { peopleText as words } from '../../strings/people';
import { roomNames } from '../../strings/rooms';
import { DraftNotices } from '../drafts/draft-notices';
import { useRecords } from '../record-book/use-records';
import { ConflictCard, ConflictForm } from './conflict-card';
import { CourtPapersCard, DetailsCard, DetailsForm } from './details-card';
import { PersonForm } from './person-form';
import { PersonList } from './person-list';
import './people.css';

const newPerson = 'new-register';
const newDetails = 'new-case-details';
const newCheck = 'new-conflict-check';

function usePeople(caseId: string) {
  const register = useRecords(caseId, registerKind);
  const details = useRecords(caseId, caseDetailsKind);
  const checks = useRecords(caseId, conflictCheckKind);
  const isThere = register.data !== null && details.data !== null && checks.data !== null;
  return {
    isThere,
    error: register.error ?? details.error ?? checks.error,
    reload: () => {
      for (const each of [register, details, checks]) each.reload();
    },
    people: (register.data ?? []).filter(({ body }) => body.kind === 'person'),
    details: details.data?.[0] ?? null,
    checks: checks.data ?? [],
  };
}
type People = ReturnType<typeof usePeople>;

/** People and details of a case. `record`: the one that is open, by its id, or `new-` and the kind of a new one. */
export function PeopleScreen({
  caseId,
  record,
}: {
  readonly caseId: string;
  readonly record: string | null;
}) {
  const [open, setOpen] = useState(record);
  const [isOffered, setOffered] = useState(false);
  const [found, setFound] = useState<ConflictFound | null>(null);
  const all = usePeople(caseId);
  if (all.error !== null) return <NotRead title={roomNames.people} code={all.error} onRetry={all.reload} />;
  if (!all.isThere) return <Skeleton height={320} />;
  const { people } = all;
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden />}
      onPress={() => {
        setOpen(newPerson);
      }}
    >
      {words.add}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={roomNames.people}
        summary={words.summary(people.length)}
        {...(people.length === 0 ? {} : { actions: add })}
      />
      {open === null ? <Drafts caseId={caseId} onOpen={setOpen} /> : null}
      <Cards
        caseId={caseId}
        all={all}
        add={add}
        isOffered={isOffered}
        onLater={() => {
          setOffered(false);
        }}
        onRecord={setFound}
        onOpen={setOpen}
      />
      <Forms
        caseId={caseId}
        all={all}
        open={open}
        found={found}
        onClose={() => {
          setOpen(null);
        }}
        onAdded={() => {
          setOffered(true);
        }}
      />
    </>
  );
}

function Cards({
  caseId,
  all: { people, details, checks },
  add,
  isOffered,
  onLater,
  onRecord,
  onOpen,
}: {
  readonly caseId: string;
  readonly all: People;
  readonly add: ReactNode;
  readonly isOffered: boolean;
  readonly onLater: () => void;
  readonly onRecord: (found: ConflictFound) => void;
  readonly onOpen: (open: string) => void;
}) {
  return (
    <div className="people">
      <div className="stack">
        {people.length === 0 ? (
          <EmptyState icon={<UsersRound />} title={words.emptyTitle} actions={add}>
            {words.empty}
          </EmptyState>
        ) : (
          <PersonList caseId={caseId} people={people} onChange={onOpen} />
        )}
      </div>
      <div className="stack">
        <ConflictCard
          caseId={caseId}
          checks={checks}
          isOffered={isOffered}
          onLater={onLater}
          onRecord={(result) => {
            onRecord(result);
            onOpen(newCheck);
          }}
          onChange={onOpen}
        />
        <DetailsCard
          caseId={caseId}
          shown={details}
          onOpen={() => {
            onOpen(details?.id ?? newDetails);
          }}
        />
        <CourtPapersCard details={details?.body ?? null} people={people.map(({ body }) => body)} />
      </div>
    </div>
  );
}

function Drafts({ caseId, onOpen }: { readonly caseId: string; readonly onOpen: (open: string) => void }) {
  return (
    <DraftNotices
      caseId={caseId}
      onOpen={({ form, subject }) => {
        const kind = form.slice('record-'.length);
        const isOurs = [newPerson, newDetails, newCheck].includes(`new-${kind}`);
        if (isOurs) onOpen(subject ?? `new-${kind}`);
        return isOurs;
      }}
    />
  );
}

/** The form that is open, if one is. */
function Forms({
  caseId,
  all: { people, details, checks },
  open,
  found,
  onClose,
  onAdded,
}: {
  readonly caseId: string;
  readonly all: People;
  readonly open: string | null;
  readonly found: ConflictFound | null;
  readonly onClose: () => void;
  readonly onAdded: () => void;
}) {
  const person = people.find(({ id }) => id === open) ?? null;
  const check = checks.find(({ id }) => id === open) ?? null;
  if (person !== null || open === newPerson)
    return (
      <PersonForm
        caseId={caseId}
        shown={person}
        onClose={onClose}
        onSaved={() => {
          if (person === null) onAdded();
        }}
      />
    );
  // Somebody may have begun them meanwhile: then those are changed.
  if (open === newDetails || (details !== null && open === details.id))
    return <DetailsForm caseId={caseId} shown={details} onClose={onClose} />;
  if (check !== null || open === newCheck)
    return <ConflictForm caseId={caseId} shown={check} found={found} onClose={onClose} />;
  return null;
}
