import { useState } from 'react';
import type { RecoveryKind } from '../../../shared/models/vault';
import { call, holdfast } from '../../app/bridge';
import { TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';

/** Types the words from the paper once more, so that a slip of the pen shows while there is still a passphrase. */
export function TestKitDialog({
  kind,
  onDone,
  onClose,
}: {
  readonly kind: RecoveryKind;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [checked, setChecked] = useState(false);
  const isShares = kind === 'shares';
  const missing = (text: string): string | null =>
    checked && text.trim() === '' ? 'Type the words from the sheet.' : null;
  return (
    <FormDialog
      title="Test the kit"
      submit="Test it"
      ready={() => {
        setChecked(true);
        return first.trim() !== '' && (!isShares || second.trim() !== '');
      }}
      work={() => call(holdfast.recovery.test({ sheets: isShares ? [first, second] : [first] }))}
      onDone={onDone}
      onClose={onClose}
    >
      <p>
        {isShares
          ? 'Take any two of the three sheets and type what is on them, the words in their order.'
          : 'Take the sheet and type what is on it, the words in their order.'}{' '}
        Nothing is changed by it.
      </p>
      <TextField
        label={isShares ? 'Words of one sheet' : 'Words of the sheet'}
        description="With spaces between them. Capital letters make no difference."
        rows={2}
        value={first}
        onChange={setFirst}
        error={missing(first)}
        maxLength={600}
        autoFocus
      />
      {isShares ? (
        <TextField
          label="Words of another sheet"
          rows={2}
          value={second}
          onChange={setSecond}
          error={missing(second)}
          maxLength={600}
        />
      ) : null}
    </FormDialog>
  );
}
