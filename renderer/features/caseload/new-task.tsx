import { useState } from 'react';
import { openStatuses } from '../../../shared/domain/casework/caseload/endings';
import type { CaseRow } from '../../../shared/models/caseload';
import { taskFields, taskKind } from '../../../shared/records/task';
import { SelectField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { caseloadText as words } from '../../strings/caseload';
import { RecordForm } from '../record-book/record-form';

const groups = [{ fields: ['title', 'sort', 'due', 'time', 'owner', 'note'] }];

/** A task that is written from the caseload: in which case, and then what. */
export function NewTask({
  rows,
  today,
  onClose,
}: {
  readonly rows: readonly CaseRow[];
  readonly today: string;
  readonly onClose: () => void;
}) {
  const [caseId, setCaseId] = useState<string | null>(null);
  const found = rows.find(({ id }) => id === caseId);
  if (found === undefined) return <WhichCase rows={rows} onChosen={setCaseId} onClose={onClose} />;
  return (
    <RecordForm
      caseId={found.id}
      kind={taskKind}
      fields={taskFields}
      shown={null}
      start={{ due: today }}
      title={words.taskOf(found.reference)}
      groups={groups}
      onClose={onClose}
    />
  );
}

function WhichCase({
  rows,
  onChosen,
  onClose,
}: {
  readonly rows: readonly CaseRow[];
  readonly onChosen: (caseId: string) => void;
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const options = rows
    .filter(({ status }) => openStatuses.includes(status))
    .map(({ id, reference, alias }) => ({ id, label: `${reference} “${alias}”` }));
  return (
    <FormDialog
      title={words.newTask}
      submit={words.goOn}
      ready={() => {
        setMissing(chosen === null);
        return chosen !== null;
      }}
      work={() => Promise.resolve()}
      onDone={() => {
        if (chosen !== null) onChosen(chosen);
      }}
      onClose={onClose}
    >
      <SelectField
        label={words.whichCase}
        options={options}
        value={chosen}
        placeholder={words.chooseCase}
        error={isMissing ? words.chooseCase : null}
        onChange={setChosen}
      />
    </FormDialog>
  );
}
