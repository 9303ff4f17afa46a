import { useState } from 'react';
import { call, holdfast } from '../../kit/bridge';
import { FormDialog } from '../../components/form-dialog';
import { TextField } from '../../components/fields';

/** Takes another office's card out of a mail. */
export function AddOfficeDialog({
  onAdded,
  onClose,
}: {
  readonly onAdded: (id: string) => void;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState('');
  const [checked, setChecked] = useState(false);
  const problem = checked && text.trim() === '' ? 'Paste the card they sent you.' : null;
  return (
    <FormDialog
      title="Add an office"
      submit="Read the card"
      ready={() => {
        setChecked(true);
        return text.trim() !== '';
      }}
      work={async () => {
        const { id } = await call(holdfast.offices.add({ text }));
        onAdded(id);
      }}
      onDone={() => undefined}
      onClose={onClose}
    >
      <p>
        Ask the other office to press “Copy our card” and to send it. Quotation marks of mail, broken lines
        and other words around it do not matter.
      </p>
      <TextField
        label="The card they sent"
        rows={9}
        value={text}
        onChange={setText}
        error={problem}
        autoFocus
      />
    </FormDialog>
  );
}
