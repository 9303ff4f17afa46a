import * as z from 'zod';
import {
  assessmentFields,
  assessmentKind,
  assessmentSchema,
  knownTools,
  riskFactorSchema,
} from '../../../shared/records/assessment';
import type { Assessment, RiskFactor } from '../../../shared/records/assessment';
import { TextField } from '../../components/fields';
import { RowsField } from '../../components/rows-field';
import { today } from '../../kit/today';
import { riskForm as words } from '../../strings/risk';
import { EntriesField } from '../record-book/entries-field';
import { RecordForm } from '../record-book/record-form';
import type { Shown } from '../record-book/use-records';

const kind = { ...assessmentKind, body: assessmentSchema };
const fields = assessmentFields.map((field) =>
  field.at === 'tool' ? { ...field, hint: words.tools(knownTools) } : field,
);
const groups = [
  { fields: ['tool', 'on', 'by'] },
  { heading: words.result, fields: ['result', 'partsNotCompleted', 'formId'] },
  { fields: ['factors'] },
  { heading: words.views, fields: ['clientView', 'judgement'] },
  { heading: words.next, fields: ['because', 'reviewOn'] },
];
const factorsOf = z.array(riskFactorSchema).catch([]);

/** Records an assessment by any named tool, or changes it. */
export function AssessmentForm({
  caseId,
  shown,
  onClose,
}: {
  readonly caseId: string;
  readonly shown: Shown<Assessment> | null;
  readonly onClose: () => void;
}) {
  return (
    <RecordForm<Assessment>
      caseId={caseId}
      kind={kind}
      fields={fields}
      shown={shown}
      start={{ on: today() }}
      title={shown === null ? words.newAssessment : words.changeAssessment(shown.title)}
      groups={groups}
      own={{
        factors: (value, set) => (
          <Factors
            caseId={caseId}
            factors={factorsOf.parse(value['factors'])}
            onChange={(factors) => {
              set({ factors });
            }}
          />
        ),
      }}
      onClose={onClose}
    />
  );
}

function Factors({
  caseId,
  factors,
  onChange,
}: {
  readonly caseId: string;
  readonly factors: readonly RiskFactor[];
  readonly onChange: (factors: RiskFactor[]) => void;
}) {
  return (
    <RowsField<RiskFactor>
      legend={words.factors}
      add={words.addFactor}
      rows={factors}
      empty={{ text: '', entryIds: [] }}
      nameOf={words.factor}
      takeOutOf={words.takeFactor}
      onRows={onChange}
      draw={(factor, change, index, isNew) => (
        <>
          <TextField
            label={words.factorText}
            value={factor.text}
            rows={2}
            {...(isNew ? { autoFocus: true } : {})}
            onChange={(text) => {
              change({ text });
            }}
          />
          <EntriesField
            caseId={caseId}
            label={words.factorEntries(index + 1)}
            value={factor.entryIds}
            onChange={(entryIds) => {
              change({ entryIds: [...entryIds] });
            }}
          />
        </>
      )}
    />
  );
}
