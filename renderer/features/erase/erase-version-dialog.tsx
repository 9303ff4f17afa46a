import { useState } from 'react';
import { call, holdfast } from '../../kit/bridge';
import { TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { Notice } from '../../components/parts';
import { WhatStays } from './what-stays';

/** Destroys what one earlier version of a record said: another client's words, say, that were pasted in. */
export function EraseVersionDialog({
  id,
  version,
  name,
  onErased,
  onClose,
}: {
  readonly id: string;
  readonly version: string;
  /** `Version 2`. */
  readonly name: string;
  readonly onErased: () => void;
  readonly onClose: () => void;
}) {
  const [own, setOwn] = useState('');
  const [checked, setChecked] = useState(false);
  const problem = own === '' ? 'Type the passphrase you unlock Holdfast with.' : null;
  return (
    <FormDialog
      title={`Erase the words of ${name.toLowerCase()}`}
      submit="Erase its words"
      isDangerous
      ready={() => {
        setChecked(true);
        return problem === null;
      }}
      work={() => call(holdfast.erase.version({ id, version, own }))}
      onDone={onErased}
      onClose={onClose}
    >
      <Notice tone="red" title="This cannot be undone">
        What this version said is destroyed. That there was one, between those before and after it, stays.
      </Notice>
      <ul className="plain">
        <li>Later versions that say the same words keep them: erase those as well.</li>
        <WhatStays />
      </ul>
      <TextField
        label="Your own passphrase"
        type="password"
        value={own}
        onChange={setOwn}
        error={checked ? problem : null}
        autoFocus
      />
    </FormDialog>
  );
}
