import type { Assessment } from '../../../shared/records/assessment';
import { planActionFields, planActionKind, planActionSchema } from '../../../shared/records/plan-action';
import type { PlanAction } from '../../../shared/records/plan-action';
import { SelectField } from '../../components/fields';
import { riskForm as words } from '../../strings/risk';
import { RecordForm } from '../record-book/record-form';
import type { Shown } from '../record-book/use-records';

const kind = { ...planActionKind, body: planActionSchema };
const none = 'none';

/** An action of the plan: new, or to be changed. */
export function ActionForm({
  caseId,
  shown,
  assessments,
  onClose,
}: {
  readonly caseId: string;
  readonly shown: Shown<PlanAction> | null;
  readonly assessments: readonly Shown<Assessment>[];
  readonly onClose: () => void;
}) {
  return (
    <RecordForm<PlanAction>
      caseId={caseId}
      kind={kind}
      fields={planActionFields}
      shown={shown}
      start={{ assessmentId: assessments[0]?.id ?? null }}
      title={shown === null ? words.newAction : words.changeAction}
      own={{
        assessmentId: (value, set) => (
          <SelectField
            label={words.afterAssessment}
            value={typeof value['assessmentId'] === 'string' ? value['assessmentId'] : none}
            options={[
              { id: none, label: words.notSaid },
              ...assessments.map(({ id, title }) => ({ id, label: title })),
            ]}
            onChange={(chosen) => {
              set({ assessmentId: chosen === none ? null : chosen });
            }}
          />
        ),
      }}
      onClose={onClose}
    />
  );
}
