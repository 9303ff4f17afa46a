import { useState } from 'react';
import type { ProtectedBody } from '../../../shared/models/leaving-gate';
import { SelectField, TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { call, holdfast } from '../../kit/bridge';
import { protectedForm as words, protectedOptions } from '../../strings/leaving';

/** So near to a protected place, a picture is said to be of it. */
const nearMetres = 200;

/** Adds a line to the protected list. */
export function ProtectedDialog({
  caseId,
  onClose,
}: {
  readonly caseId: string;
  readonly onClose: () => void;
}) {
  const [what, setWhat] = useState<ProtectedBody['what'] | null>(null);
  const [text, setText] = useState('');
  const [whose, setWhose] = useState('');
  const [place, setPlace] = useState('');
  const [asked, setAsked] = useState(false);
  const lies = readPlace(place);
  return (
    <FormDialog
      title={words.title}
      submit={words.submit}
      ready={() => {
        setAsked(true);
        return what !== null && text.trim().length > 1 && lies !== undefined;
      }}
      work={() =>
        call(
          holdfast.records.create({
            ...{ caseId, kind: 'protected' },
            body: { what, text: text.trim(), whose: whose.trim(), place: lies ?? null },
          }),
        )
      }
      onDone={onClose}
      onClose={onClose}
    >
      <SelectField
        label={words.what}
        placeholder={words.what}
        options={protectedOptions}
        value={what}
        onChange={setWhat}
        error={asked && what === null ? words.missingWhat : null}
      />
      <TextField
        label={words.text}
        description={words.textHint}
        value={text}
        onChange={setText}
        maxLength={300}
        error={asked && text.trim().length < 2 ? words.missingText : null}
      />
      <TextField label={words.whose} value={whose} onChange={setWhose} maxLength={200} />
      <TextField
        label={words.place}
        description={words.placeHint}
        value={place}
        onChange={setPlace}
        maxLength={60}
        error={asked && lies === undefined ? words.badPlace : null}
      />
    </FormDialog>
  );
}

/** Null for none, undefined for what is no place. */
function readPlace(typed: string): ProtectedBody['place'] | undefined {
  if (typed.trim() === '') return null;
  const match = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(typed);
  if (match === null) return undefined;
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return { latitude, longitude, metres: nearMetres };
}
