import { LockOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import type { RefObject, SyntheticEvent } from 'react';
import { call, codeOf, holdfast } from '../../kit/bridge';
import { Button, SubmitButton } from '../../components/button';
import { Failure } from '../../components/failure';
import { TextField } from '../../components/fields';
import { errorWords } from '../../strings/errors';
import type { ErrorCode } from '../../../shared/errors';
import { RecoverScreen } from '../recovery/recover-screen';
import { Door } from '../../components/door';
import { OpeningQuestion } from '../../components/opening/opening-question';
import { useOpening } from '../../components/opening/use-opening';

/**
 * The locked vault: one field, one button; and the way in when the passphrase is lost. `stopped` says why it is locked, when
 * nobody has locked it.
 */
export function UnlockScreen({ stopped }: { readonly stopped: ErrorCode | null }) {
  const [passphrase, setPassphrase] = useState('');
  const { act, question, begin, answer, leave } = useOpening(
    (answers) => call(holdfast.door.unlock({ passphrase, answers })),
    codeOf,
    stopped,
  );
  const { error, busy } = act;
  const [tries, setTries] = useState(0);
  const [recovering, setRecovering] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  function unlock(event: SyntheticEvent): void {
    event.preventDefault();
    if (passphrase === '') return;
    begin(() => {
      setTries((before) => before + 1);
      form.current?.querySelector('input')?.select();
    });
  }

  if (recovering) {
    return (
      <Door>
        <RecoverScreen
          onCancel={() => {
            setRecovering(false);
          }}
        />
      </Door>
    );
  }
  if (question !== null) {
    return (
      <Door>
        <OpeningQuestion question={question} isBusy={busy} onAnswer={answer} onBack={leave} />
      </Door>
    );
  }
  return (
    <Door>
      <UnlockForm
        form={form}
        passphrase={passphrase}
        onPassphrase={setPassphrase}
        tries={tries}
        error={error}
        isBusy={busy}
        onUnlock={unlock}
        onRecover={() => {
          setRecovering(true);
        }}
      />
    </Door>
  );
}

function UnlockForm({
  form,
  passphrase,
  onPassphrase,
  tries,
  error,
  isBusy,
  onUnlock,
  onRecover,
}: {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly passphrase: string;
  readonly onPassphrase: (passphrase: string) => void;
  /** How often a wrong passphrase was given. */
  readonly tries: number;
  readonly error: ErrorCode | null;
  readonly isBusy: boolean;
  readonly onUnlock: (event: SyntheticEvent) => void;
  readonly onRecover: () => void;
}) {
  const wrong = error === 'wrong-passphrase';
  return (
    <form ref={form} onSubmit={onUnlock} noValidate>
      <h1>Unlock</h1>
      <p className="quiet">The vault on this computer is locked. What you saved is safe in it.</p>
      <TextField
        label="Passphrase"
        type="password"
        value={passphrase}
        onChange={onPassphrase}
        autoFocus
        error={wrong ? wrongText(tries) : null}
      />
      {error === null || wrong ? null : <NotOpened error={error} />}
      <div className="row">
        <SubmitButton icon={<LockOpen />} isPending={isBusy}>
          Unlock
        </SubmitButton>
        <Button variant="quiet" onPress={onRecover}>
          Use the recovery kit
        </Button>
      </div>
      <span className="quiet small" role="status">
        {isBusy ? 'Opening takes about a second, on purpose: it slows down guessing.' : ''}
      </span>
    </form>
  );
}

function wrongText(tries: number): string {
  const { what, next } = errorWords('wrong-passphrase');
  return `${what} ${next}${tries > 1 ? ` ${tries} tries so far.` : ''}`;
}

/** Why the vault could not be opened, although the passphrase may be right. */
function NotOpened({ error }: { readonly error: ErrorCode }) {
  return (
    <>
      <Failure code={error} />
      {error === 'vault-damaged' ? (
        <p className="quiet">
          To restore a backup, move the folder of the damaged vault somewhere else first and start Holdfast
          again. Keep that folder: nothing in it is changed.
        </p>
      ) : null}
    </>
  );
}
