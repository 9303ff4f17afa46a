import { useState } from 'react';
import { legalHoldFields, legalHoldKind } from '../../../shared/records/legal-hold';
import { SelectField } from '../../components/fields';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { today } from '../../kit/today';
import { retentionText as words } from '../../strings/retention';
import { RecordList } from './office-records';

/** Legal holds of one case at a time. */
export function HoldsCard({
  open,
  holdOn,
}: {
  readonly open: string | null;
  readonly holdOn: string | null;
}) {
  const [caseId, setCaseId] = useState(holdOn);
  const { data } = useQuery('hold-cases', () => call(holdfast.cases.list({})), ['cases']);
  return (
    <>
      <section className="card pad stack" aria-label={words.holdsTitle}>
        <h2>{words.holdsTitle}</h2>
        <p className="quiet">{words.holdsHint}</p>
        <SelectField
          label={words.holdCase}
          placeholder={words.holdChoose}
          options={(data ?? []).map(({ id, reference, alias }) => ({ id, label: `${reference} ${alias}` }))}
          value={caseId}
          onChange={setCaseId}
        />
      </section>
      {caseId === null ? null : (
        <RecordList
          key={caseId}
          {...{ caseId, open, kind: legalHoldKind, fields: legalHoldFields }}
          title={words.holdTitle}
          form={words.holdTitle}
          add={words.addHold}
          empty={words.noHolds}
          start={{ from: today() }}
        />
      )}
    </>
  );
}
