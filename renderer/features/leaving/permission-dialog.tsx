import { useState } from 'react';
import type { LeavingPoint, Recipient } from '../../../shared/models/leaving-gate';
import { recipientText } from '../../../shared/records/words/leaving-words';
import { DayField } from '../../components/date-input';
import { TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { call, holdfast } from '../../kit/bridge';
import { permissionForm as words, refsOf } from '../../strings/leaving';

interface Props {
  readonly caseId: string;
  readonly recipient: Recipient | null;
  readonly point: LeavingPoint;
  readonly onClose: () => void;
}

/** Writes down who allowed an exhibit to go to this recipient, and when. */
export function PermissionDialog({ caseId, recipient, point, onClose }: Props) {
  const [givenBy, setGivenBy] = useState('');
  const [on, setOn] = useState('');
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const { permission } = point;
  if (permission === null || recipient === null) return null;
  return (
    <FormDialog
      title={words.title(permission)}
      submit={words.submit}
      ready={() => {
        setAsked(true);
        return givenBy.trim() !== '' && on !== '';
      }}
      work={() =>
        call(
          holdfast.leaving.permit({
            ...{ caseId, itemIds: point.items.map(({ id }) => id) },
            permission: { recipient, what: permission, givenBy: givenBy.trim(), on, note },
          }),
        )
      }
      onDone={onClose}
      onClose={onClose}
    >
      <p className="quiet">{words.hint(refsOf(point), recipientText(recipient))}</p>
      <TextField
        label={words.givenBy}
        value={givenBy}
        onChange={setGivenBy}
        maxLength={200}
        autoFocus
        error={asked && givenBy.trim() === '' ? words.missingBy : null}
      />
      <DayField
        label={words.on}
        value={on}
        onChange={setOn}
        error={asked && on === '' ? words.missingOn : null}
      />
      <TextField label={words.note} value={note} onChange={setNote} rows={3} />
    </FormDialog>
  );
}
