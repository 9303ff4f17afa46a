import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { call, codeOf, holdfast } from '../../app/bridge';
import { useQuery } from '../../app/hooks';
import { SubmitButton } from '../../components/button';
import { Failure } from '../../components/failure';
import { CheckboxField, TextField } from '../../components/fields';
import { Notice } from '../../components/parts';
import type { ErrorCode } from '../../../shared/errors';
import { Door } from './door';
import { passphraseStrength } from './strength';

interface Problems {
  readonly name?: string;
  readonly office?: string;
  readonly passphrase?: string;
  readonly again?: string;
}

function check(name: string, office: string, passphrase: string, again: string): Problems {
  const { level, words } = passphraseStrength(passphrase);
  return {
    ...(name.trim() === '' ? { name: 'Write the name your work is to be kept under.' } : {}),
    ...(office.trim() === '' ? { office: 'Write the name of your service or office.' } : {}),
    ...(level === 0 ? { passphrase: words } : {}),
    ...(passphrase !== again ? { again: 'The two are not the same.' } : {}),
  };
}

/** The first day: makes the vault on this computer. */
export function CreateScreen() {
  const [name, setName] = useState('');
  const [office, setOffice] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [show, setShow] = useState(false);
  const [problems, setProblems] = useState<Problems>({});
  const [error, setError] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  const { data: info } = useQuery('info', () => call(holdfast.app.info({})));
  const strength = passphraseStrength(passphrase);

  async function create(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const found = check(name, office, passphrase, again);
    setProblems(found);
    setError(null);
    if (busy || Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await call(holdfast.door.create({ name: name.trim(), officeName: office.trim(), passphrase }));
    } catch (problem) {
      setError(codeOf(problem));
      setBusy(false);
    }
  }

  return (
    <Door>
      <form onSubmit={(event) => void create(event)} noValidate>
        <div>
          <h1>Make your vault</h1>
          <p className="quiet">It will hold all your cases, on this computer only.</p>
        </div>
        <TextField
          label="Your name"
          value={name}
          onChange={setName}
          error={problems.name ?? null}
          autoFocus
          maxLength={100}
        />
        <TextField
          label="Your service or office"
          value={office}
          onChange={setOffice}
          error={problems.office ?? null}
          maxLength={100}
        />
        <TextField
          label="Passphrase"
          type={show ? 'text' : 'password'}
          value={passphrase}
          onChange={setPassphrase}
          description={strength.words}
          error={problems.passphrase ?? null}
        />
        <div className="strength" aria-hidden>
          {[1, 2, 3, 4].map((level) => (
            <i key={level} className={strength.level >= level ? 'on' : ''} />
          ))}
        </div>
        <TextField
          label="Passphrase again"
          type={show ? 'text' : 'password'}
          value={again}
          onChange={setAgain}
          error={problems.again ?? null}
        />
        <CheckboxField value={show} onChange={setShow}>
          Show what I type
        </CheckboxField>
        <Notice tone="amber" title="Nobody can reset it">
          If the passphrase is lost, so is every case. Write it down and keep it apart from this laptop.
        </Notice>
        {error === null ? null : <Failure code={error} />}
        <SubmitButton icon={<ShieldCheck />} isPending={busy}>
          Make the vault
        </SubmitButton>
        {info === null ? null : (
          <p className="quiet small wrap-anywhere">It will be in the folder {info.vaultFolder}</p>
        )}
      </form>
    </Door>
  );
}
