import { FolderPlus, ListPlus, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { hasEnded } from '../../../shared/domain/casework/caseload/endings';
import type { CaseRow } from '../../../shared/models/caseload';
import type { Duty } from '../../../shared/models/duty';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { EmptyState, PageHeader, Skeleton } from '../../components/parts';
import { call, holdfast } from '../../kit/bridge';
import type { Query } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { today as ukToday } from '../../kit/today';
import { caseloadText as words } from '../../strings/caseload';
import { DraftNotices } from '../drafts/draft-notices';
import { CaseForm } from './case-form';
import { CaseList } from './case-list';
import { FirstList } from './first-list';
import { NewTask } from './new-task';
import { ReferralForm } from './referral-form';
import { TasksCard } from './tasks-card';
import { useDuties } from '../duties/use-duties';
import { useCaseRows, useDueByCase } from './use-caseload';
import type { DueByCase } from './use-caseload';
import { ViewSwitch } from './view-switch';
import './caseload.css';

/** The form that is open: of a new case, of the referral of one that was just made, or of a task. */
type Open = 'case' | 'task' | { readonly referralOf: string } | null;

/** The first screen of the day: what is to be done first in all cases, and the cases. */
export function CaseloadScreen() {
  const [open, setOpen] = useState<Open>(null);
  const today = ukToday();
  const { data, error, reload } = useCaseRows();
  const duties = useDuties(null);
  const due = useDueByCase(duties.data, today);
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden />}
      onPress={() => {
        setOpen('case');
      }}
    >
      {words.newCase}
    </Button>
  );
  const isAny = data !== null && data.length > 0;
  const openCases = data?.filter(({ status }) => !hasEnded(status)) ?? [];
  return (
    <>
      <PageHeader
        title={words.title}
        summary={data === null ? ' ' : words.summary(today, openCases.length, due.dutyOf.size)}
        {...(isAny ? { actions: <Actions add={add} setOpen={setOpen} /> } : {})}
      />
      {open === null ? (
        <DraftNotices
          cases={data ?? []}
          onOpen={({ form, caseId }) => {
            const isNewCase = form === 'case' && caseId === null;
            if (isNewCase) setOpen('case');
            return isNewCase;
          }}
        />
      ) : null}
      <Failure code={error} onRetry={reload} />
      {data === null && error === null ? <Skeleton height={240} /> : null}
      {data?.length === 0 ? <NoCases add={add} /> : null}
      {isAny ? <Today rows={data} duties={duties} due={due} today={today} /> : null}
      <Forms open={open} setOpen={setOpen} rows={data ?? []} today={today} />
    </>
  );
}

/** The other way to look at the caseload, and what can be begun from here. */
function Actions({ add, setOpen }: { readonly add: ReactNode; readonly setOpen: (open: Open) => void }) {
  return (
    <>
      <ViewSwitch at="caseload" />
      <Button
        icon={<ListPlus aria-hidden />}
        onPress={() => {
          setOpen('task');
        }}
      >
        {words.newTask}
      </Button>
      {add}
    </>
  );
}

/** What a case is for, while there is none. */
function NoCases({ add }: { readonly add: ReactNode }) {
  return (
    <EmptyState icon={<FolderPlus />} title={words.emptyTitle} actions={add}>
      {words.empty}
    </EmptyState>
  );
}

/** What is to be done first, and the cases beside it or below. */
function Today({
  rows,
  duties,
  due,
  today,
}: {
  readonly rows: readonly CaseRow[];
  readonly duties: Query<readonly Duty[]>;
  readonly due: DueByCase;
  readonly today: string;
}) {
  const aliases = useMemo(() => new Map(rows.map(({ id, alias }) => [id, alias])), [rows]);
  return (
    <div className="today">
      <div className="today-column">
        <section className="card first-card" aria-label={words.first}>
          <div className="first-head">
            <h2>{words.first}</h2>
            <p className="quiet small">{words.firstHint}</p>
          </div>
          <Failure code={duties.error} onRetry={duties.reload} />
          {duties.data === null && duties.error === null ? <Skeleton height={160} /> : null}
          {duties.data === null ? null : <FirstList duties={duties.data} aliases={aliases} today={today} />}
        </section>
        <TasksCard today={today} />
      </div>
      <section className="today-column" aria-label={words.cases}>
        <h2>{words.cases}</h2>
        <CaseList rows={rows} due={due} today={today} />
      </section>
    </div>
  );
}

function Forms({
  open,
  setOpen,
  rows,
  today,
}: {
  readonly open: Open;
  readonly setOpen: (open: Open) => void;
  readonly rows: readonly CaseRow[];
  readonly today: string;
}) {
  const { go } = useNavigation();
  const close = (): void => {
    setOpen(null);
  };
  if (open === null) return null;
  if (open === 'task') return <NewTask rows={rows} today={today} onClose={close} />;
  if (open === 'case')
    return (
      <CaseForm
        title={words.newCase}
        caseId={null}
        onClose={close}
        save={(value) => call(holdfast.cases.create(value))}
        onSaved={({ id }) => {
          setOpen({ referralOf: id });
        }}
      />
    );
  const { referralOf } = open;
  return (
    <ReferralForm
      caseId={referralOf}
      onClose={() => {
        close();
        go({ name: 'case', caseId: referralOf });
      }}
    />
  );
}
