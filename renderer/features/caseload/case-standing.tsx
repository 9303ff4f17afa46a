import { Archive, ArchiveRestore } from 'lucide-react';
import { useState } from 'react';
import { endedStatuses, hasEnded } from '../../../shared/domain/casework/caseload/endings';
import type { EndedStatus } from '../../../shared/domain/casework/caseload/endings';
import type { CaseStatus } from '../../../shared/models/case';
import { caseDetailsKind, closeReasons } from '../../../shared/records/case-details';
import { statusText } from '../../../shared/records/words/case-words';
import { Button } from '../../components/button';
import { DayField } from '../../components/date-input';
import { ConfirmDialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { SelectField, TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { call, holdfast } from '../../kit/bridge';
import { today } from '../../kit/today';
import { useAct } from '../../kit/use-act';
import { caseloadText as words } from '../../strings/caseload';
import { useRecords } from '../record-book/use-records';

interface Props {
  readonly caseId: string;
  readonly status: CaseStatus;
}

/** Ends the work on a case, or takes it up again. */
export function CaseStanding({ caseId, status }: Props) {
  const [open, setOpen] = useState(false);
  const act = useAct();
  const ended = hasEnded(status);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <>
      <Button
        variant="quiet"
        icon={ended ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
        isPending={act.busy}
        onPress={() => {
          setOpen(true);
        }}
      >
        {ended ? words.reopen : words.end}
      </Button>
      <Failure code={act.error} />
      {open && ended ? (
        <ConfirmDialog
          title={words.reopen}
          isOpen
          confirm={words.reopen}
          onConfirm={() => {
            close();
            act.run(() => call(holdfast.casework.reopenCase({ caseId, status: 'reopened' })));
          }}
          onClose={close}
        >
          {words.reopenText}
        </ConfirmDialog>
      ) : null}
      {open && !ended ? <EndCase caseId={caseId} onClose={close} /> : null}
    </>
  );
}

/** The form, once it is known what was recorded when the case was closed before. */
function EndCase({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
  const { data, error } = useRecords(caseId, caseDetailsKind);
  if (data === null) return <Failure code={error} />;
  return <EndForm caseId={caseId} before={data[0]?.body.closeRecord ?? ''} onClose={onClose} />;
}

type Reason = (typeof closeReasons)[number]['id'];
const statuses = endedStatuses.map((id) => ({ id, label: statusText(id) }));

function EndForm({
  caseId,
  before,
  onClose,
}: {
  readonly caseId: string;
  readonly before: string;
  readonly onClose: () => void;
}) {
  const [status, setStatus] = useState<EndedStatus>('closed');
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState<Reason | null>(null);
  const [record, setRecord] = useState(before);
  const [checked, setChecked] = useState(false);
  return (
    <FormDialog
      title={words.end}
      submit={words.end}
      isWide
      ready={() => {
        setChecked(true);
        return on !== '' && reason !== null;
      }}
      work={async () => {
        if (reason !== null) await call(holdfast.casework.endCase({ caseId, status, on, reason, record }));
      }}
      onDone={onClose}
      onClose={onClose}
    >
      <p className="quiet">{words.endIntro}</p>
      <div className="end-fields">
        <SelectField label={words.becomes} options={statuses} value={status} onChange={setStatus} />
        <DayField
          label={words.endDay}
          value={on}
          error={checked && on === '' ? words.giveDay : null}
          onChange={setOn}
        />
        <SelectField
          label={words.endReason}
          options={closeReasons}
          value={reason}
          placeholder={words.chooseReason}
          error={checked && reason === null ? words.chooseReason : null}
          onChange={setReason}
        />
      </div>
      <TextField
        label={words.record}
        description={words.recordHint}
        value={record}
        rows={6}
        onChange={setRecord}
      />
    </FormDialog>
  );
}
