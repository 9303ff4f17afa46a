import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { call, holdfast } from '../../kit/bridge';
import { Button, SubmitButton } from '../../components/button';
import { Failure } from '../../components/failure';
import { Segmented, TextField } from '../../components/fields';
import type { RecoveryKind } from '../../../shared/models/vault';
import { NewPassphraseFields } from '../../components/passphrase/new-passphrase-fields';
import { OpeningQuestion } from '../../components/opening/opening-question';
import { useOpening } from '../../components/opening/use-opening';
import { isGood, noPassphrase } from '../../components/passphrase/new-passphrase';
import type { NewPassphrase } from '../../components/passphrase/new-passphrase';
import { problemOf } from './problem-of';
import { SheetFields, sheetProblem } from './sheet-fields';

/** What is typed to recover a vault, and opening it by that. */
function useRecovery() {
  const [sheets, setSheets] = useState<readonly string[]>([]);
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const opening = useOpening(
    (answers) =>
      call(
        holdfast.door.recover({
          sheets: sheets.filter((text) => text.trim() !== ''),
          name: name.trim(),
          passphrase: passphrase.first,
          answers,
        }),
      ),
    problemOf,
  );
  return { sheets, setSheets, name, setName, passphrase, setPassphrase, opening };
}

/** The way in when every passphrase is lost: the words of the kit, and a new passphrase for whoever has them. */
export function RecoverScreen({ onCancel }: { readonly onCancel: () => void }) {
  const [kind, setKind] = useState<RecoveryKind>('words');
  const [checked, setChecked] = useState(false);
  const { sheets, setSheets, name, setName, passphrase, setPassphrase, opening } = useRecovery();
  const { act, question, begin, answer, leave } = opening;
  const problem = act.error;

  function recover(event: SyntheticEvent): void {
    event.preventDefault();
    setChecked(true);
    act.setError(null);
    if (name.trim() === '' || !isGood(passphrase, [name])) return;
    begin();
  }
  if (question !== null) {
    return <OpeningQuestion question={question} isBusy={act.busy} onAnswer={answer} onBack={leave} />;
  }

  return (
    <form onSubmit={recover} noValidate>
      <div>
        <h1>Use the recovery kit</h1>
        <p className="quiet">
          Type the words from the paper. You get a new passphrase; all cases stay as they are.
        </p>
      </div>
      <KitKind
        kind={kind}
        onKind={(next) => {
          setKind(next);
          setSheets([]);
        }}
      />
      <SheetFields key={kind} kind={kind} value={sheets} onChange={setSheets} problem={problem} />
      <WhoRecovers
        name={name}
        onName={setName}
        passphrase={passphrase}
        onPassphrase={setPassphrase}
        checked={checked}
      />
      {problem === null || sheetProblem(problem) !== null ? null : <Failure code={problem.code} />}
      <div className="row">
        <SubmitButton icon={<KeyRound />} isPending={act.busy}>
          Open with the kit
        </SubmitButton>
        <Button variant="quiet" onPress={onCancel}>
          Back
        </Button>
      </div>
    </form>
  );
}

/** Whose passphrase is made anew. */
function WhoRecovers({
  name,
  onName,
  passphrase,
  onPassphrase,
  checked,
}: {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly passphrase: NewPassphrase;
  readonly onPassphrase: (passphrase: NewPassphrase) => void;
  readonly checked: boolean;
}) {
  return (
    <>
      <TextField
        label="Your name"
        description="As it stands in the vault: then the passphrase under that name is replaced. A new name is added."
        value={name}
        onChange={onName}
        error={checked && name.trim() === '' ? 'Write your name.' : null}
        maxLength={100}
      />
      <NewPassphraseFields
        whose="Your new"
        value={passphrase}
        onChange={onPassphrase}
        checked={checked}
        about={[name]}
      />
    </>
  );
}

/** Which of the two kinds of kit it is. */
function KitKind({
  kind,
  onKind,
}: {
  readonly kind: RecoveryKind;
  readonly onKind: (kind: RecoveryKind) => void;
}) {
  return (
    <Segmented
      label="The kit is"
      value={kind}
      onChange={onKind}
      options={[
        { id: 'words', label: 'one sheet' },
        { id: 'shares', label: 'two of three sheets' },
      ]}
    />
  );
}
