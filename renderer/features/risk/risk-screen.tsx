import { ClipboardList, Plus } from 'lucide-react';
import { useState } from 'react';
import { assessmentKind, assessmentSchema } from '../../../shared/records/assessment';
import type { Assessment } from '../../../shared/records/assessment';
import { planActionKind, planActionSchema } from '../../../shared/records/plan-action';
import type { PlanAction } from '../../../shared/records/plan-action';
import { safetyPlanKind, safetyPlanSchema } from '../../../shared/records/safety-plan';
import type { SafetyPlan } from '../../../shared/records/safety-plan';
import { Button } from '../../components/button';
import { NotRead } from '../../components/not-read';
import { EmptyState, PageHeader, Skeleton } from '../../components/parts';
import { riskText as words } from '../../strings/risk';
import { roomNames } from '../../strings/rooms';
import { DraftNotices } from '../drafts/draft-notices';
import { useRecords } from '../record-book/use-records';
import type { Shown } from '../record-book/use-records';
import { ActionForm } from './action-form';
import { AssessmentForm } from './assessment-form';
import { Assessments, Comparison } from './assessments';
import { PlanList } from './plan-list';
import { SafetyCard } from './safety-card';
import { SafetyForm } from './safety-form';
import { RiskDue } from './risk-due';
import './risk.css';

const kinds = {
  assessment: { kind: assessmentKind.kind, body: assessmentSchema },
  action: { kind: planActionKind.kind, body: planActionSchema },
  safety: { kind: safetyPlanKind.kind, body: safetyPlanSchema },
};

/** All that the room shows; null while it is being read. */
function useRisk(caseId: string) {
  const assessments = useRecords<Assessment>(caseId, kinds.assessment);
  const actions = useRecords<PlanAction>(caseId, kinds.action);
  const plans = useRecords<SafetyPlan>(caseId, kinds.safety);
  const queries = [assessments, actions, plans];
  const error = queries.map((each) => each.error).find((each) => each !== null) ?? null;
  const reload = (): void => {
    for (const each of queries) each.reload();
  };
  if (assessments.data === null || actions.data === null || plans.data === null) {
    return { error, reload, data: null };
  }
  // The last one first: the day counts, then the order in which they were written.
  const all = assessments.data
    .toReversed()
    .toSorted((one, other) => (one.body.on < other.body.on ? 1 : one.body.on > other.body.on ? -1 : 0));
  const data = {
    assessments: all,
    actions: actions.data,
    plan: plans.data[0] ?? null,
  };
  return { error, reload, data };
}

/** Risk and safety of a case. `record`: the one that is open, by its id, or `new-` and the kind of a new one. */
export function RiskScreen({ caseId, record }: { readonly caseId: string; readonly record: string | null }) {
  const [open, setOpen] = useState(record);
  const { data, error, reload } = useRisk(caseId);
  if (error !== null) return <NotRead title={roomNames.risk} code={error} onRetry={reload} />;
  if (data === null) return <Skeleton height={320} />;
  const { assessments, actions, plan } = data;
  const [now, before] = assessments;
  const add = (
    <Add
      onPress={() => {
        setOpen('new-assessment');
      }}
    />
  );
  return (
    <>
      <PageHeader
        title={roomNames.risk}
        summary={words.summary(assessments.length)}
        {...(now === undefined ? {} : { actions: add })}
      />
      <DraftNotices
        caseId={caseId}
        onOpen={({ form, subject }) => {
          const isOurs = ['record-assessment', 'record-plan-action', 'record-safety-plan'].includes(form);
          if (isOurs) setOpen(subject ?? `new-${form.slice('record-'.length)}`);
          return isOurs;
        }}
      />
      <div className="risk">
        {now === undefined ? (
          <EmptyState icon={<ClipboardList />} title={words.emptyTitle} actions={add}>
            {words.empty}
          </EmptyState>
        ) : (
          <RiskDue caseId={caseId} />
        )}
        <PlanList caseId={caseId} actions={actions} onOpen={setOpen} />
        <SafetyCard
          caseId={caseId}
          plan={plan}
          onOpen={() => {
            setOpen('new-safety-plan');
          }}
        />
        {now === undefined || before === undefined ? null : <Comparison now={now} before={before} />}
        <Assessments caseId={caseId} all={assessments} onOpen={setOpen} />
      </div>
      <OpenForm
        caseId={caseId}
        open={open}
        {...data}
        onClose={() => {
          setOpen(null);
        }}
      />
    </>
  );
}

function Add({ onPress }: { readonly onPress: () => void }) {
  return (
    <Button variant="primary" icon={<Plus aria-hidden />} onPress={onPress}>
      {words.addAssessment}
    </Button>
  );
}

function OpenForm({
  caseId,
  open,
  assessments,
  actions,
  plan,
  onClose,
}: {
  readonly caseId: string;
  readonly open: string | null;
  readonly assessments: readonly Shown<Assessment>[];
  readonly actions: readonly Shown<PlanAction>[];
  readonly plan: Shown<SafetyPlan> | null;
  readonly onClose: () => void;
}) {
  if (open === null) return null;
  const assessment = assessments.find(({ id }) => id === open) ?? null;
  if (assessment !== null || open === 'new-assessment') {
    return <AssessmentForm key={open} caseId={caseId} shown={assessment} onClose={onClose} />;
  }
  const action = actions.find(({ id }) => id === open) ?? null;
  if (action !== null || open === 'new-plan-action') {
    return (
      <ActionForm key={open} caseId={caseId} shown={action} assessments={assessments} onClose={onClose} />
    );
  }
  // There is one alone: whoever asks for a new one changes the one that is there.
  return open === 'new-safety-plan' || open === plan?.id ? (
    <SafetyForm key={open} caseId={caseId} shown={plan} onClose={onClose} />
  ) : null;
}
