import { useState } from 'react';
import type { KeyHolder } from '../../../shared/models/vault';
import { call, holdfast } from '../../kit/bridge';
import { TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { Notice } from '../../components/parts';
import { isGood, noPassphrase } from '../../components/passphrase/new-passphrase';
import { NewPassphraseFields } from '../../components/passphrase/new-passphrase-fields';
import { OwnPassphrase } from '../../components/passphrase/own-passphrase';

interface Props {
  /** Says what was done. */
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

export function AddPersonDialog({ onDone, onClose }: Props) {
  const [name, setName] = useState('');
  const [next, setNext] = useState(noPassphrase);
  const [own, setOwn] = useState('');
  const [checked, setChecked] = useState(false);
  return (
    <FormDialog
      title="Add a person"
      submit="Add the person"
      ready={() => {
        setChecked(true);
        return name.trim() !== '' && isGood(next, [name]) && own !== '';
      }}
      work={() => call(holdfast.people.add({ own, name: name.trim(), passphrase: next.first }))}
      onDone={() => {
        onDone(`${name.trim()} can unlock the vault now.`);
      }}
      onClose={onClose}
    >
      <p>Let them sit here and type their own passphrase. Nobody else needs to know it, you included.</p>
      <TextField
        label="Their name"
        description="The record of acts shows it."
        value={name}
        onChange={setName}
        error={checked && name.trim() === '' ? 'Write a name.' : null}
        maxLength={100}
        autoFocus
      />
      <NewPassphraseFields whose="Their" value={next} onChange={setNext} checked={checked} about={[name]} />
      <OwnPassphrase value={own} onChange={setOwn} checked={checked} />
    </FormDialog>
  );
}

export function ChangePassphraseDialog({ onDone, onClose }: Props) {
  const [next, setNext] = useState(noPassphrase);
  const [own, setOwn] = useState('');
  const [checked, setChecked] = useState(false);
  return (
    <FormDialog
      title="Change your passphrase"
      submit="Change it"
      ready={() => {
        setChecked(true);
        return own !== '' && isGood(next);
      }}
      work={() => call(holdfast.people.changePassphrase({ own, next: next.first }))}
      onDone={() => {
        onDone('Your passphrase is changed. Use the new one from now on.');
      }}
      onClose={onClose}
    >
      <OwnPassphrase value={own} onChange={setOwn} checked={checked} autoFocus />
      <NewPassphraseFields whose="Your new" value={next} onChange={setNext} checked={checked} />
      <Notice tone="amber" title="Older copies keep the old one">
        A backup or copy of the vault folder made before now still opens with your old passphrase. If somebody
        may know it, destroy the old backups once there is a new one.
      </Notice>
    </FormDialog>
  );
}

export function RemovePersonDialog({ person, onDone, onClose }: Props & { readonly person: KeyHolder }) {
  const [own, setOwn] = useState('');
  const [checked, setChecked] = useState(false);
  return (
    <FormDialog
      title={`Remove ${person.name}`}
      submit="Take the passphrase away"
      isDangerous
      ready={() => {
        setChecked(true);
        return own !== '';
      }}
      work={() => call(holdfast.people.remove({ own, id: person.id }))}
      onDone={() => {
        onDone(
          `${person.name} cannot unlock this vault here any more. Old backups and copies still open to them.`,
        );
      }}
      onClose={onClose}
    >
      <p>
        From now on their passphrase does not unlock this vault here. What they did stays in the record of
        acts under their name.
      </p>
      <Notice tone="amber" title="A copy made before still opens with it">
        Their passphrase still opens every backup and every copy of the vault folder made before now, whoever
        has it; the vault’s own key is not renewed. Make a new backup, then destroy the old ones or count what
        is in them as open to this person.
      </Notice>
      <OwnPassphrase value={own} onChange={setOwn} checked={checked} autoFocus />
    </FormDialog>
  );
}
