import { safetyPlanFields, safetyPlanKind, safetyPlanSchema } from '../../../shared/records/safety-plan';
import type { SafetyPlan } from '../../../shared/records/safety-plan';
import { TextField } from '../../components/fields';
import { RowsField } from '../../components/rows-field';
import { today } from '../../kit/today';
import { riskForm, riskText } from '../../strings/risk';
import { RecordForm } from '../record-book/record-form';
import type { Shown } from '../record-book/use-records';

const kind = { ...safetyPlanKind, body: safetyPlanSchema };
const groups = [{ fields: ['heading', 'on', 'safeToCarry'] }, { fields: ['parts'] }];
const partsSchema = safetyPlanSchema.shape.parts.catch([]);
type Part = SafetyPlan['parts'][number];

/** The safety plan, part by part. */
export function SafetyForm({
  caseId,
  shown,
  onClose,
}: {
  readonly caseId: string;
  readonly shown: Shown<SafetyPlan> | null;
  readonly onClose: () => void;
}) {
  return (
    <RecordForm<SafetyPlan>
      caseId={caseId}
      kind={kind}
      fields={safetyPlanFields}
      shown={shown}
      start={{ on: today() }}
      title={riskText.safetyTitle}
      intro={riskText.safetyHint}
      groups={groups}
      own={{
        parts: (value, set) => (
          <RowsField<Part>
            legend={riskForm.parts}
            add={riskForm.addPart}
            rows={partsSchema.parse(value['parts'])}
            empty={{ heading: '', text: '' }}
            nameOf={riskForm.part}
            takeOutOf={riskForm.takePart}
            onRows={(parts) => {
              set({ parts });
            }}
            draw={(part, change, _index, isNew) => (
              <>
                <TextField
                  label={riskForm.partHeading}
                  value={part.heading}
                  maxLength={200}
                  {...(isNew ? { autoFocus: true } : {})}
                  onChange={(heading) => {
                    change({ heading });
                  }}
                />
                <TextField
                  label={riskForm.partText}
                  value={part.text}
                  rows={4}
                  onChange={(text) => {
                    change({ text });
                  }}
                />
              </>
            )}
          />
        ),
      }}
      onClose={onClose}
    />
  );
}
