import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { Button, SubmitButton } from '../../components/button';
import { Failure } from '../../components/failure';
import { TextField } from '../../components/fields';
import { Notice } from '../../components/parts';
import type { ErrorCode } from '../../../shared/errors';
import { NewPassphraseFields } from '../../components/passphrase/new-passphrase-fields';
import { isGood, noPassphrase } from '../../components/passphrase/new-passphrase';
import { RestoreWizard } from '../recovery/restore-wizard';
import { Door } from '../../components/door';
import { PlaceNotice } from './place-notice';

/** What somebody types to make a vault, and making it. */
function useNewVault(onMaking: (own: string | null) => void, stopped: ErrorCode | null) {
  const [name, setName] = useState('');
  const [office, setOffice] = useState('');
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [checked, setChecked] = useState(false);
  const act = useAct({ once: true, error: stopped });

  function create(event: SyntheticEvent): void {
    event.preventDefault();
    setChecked(true);
    act.setError(null);
    if (act.busy || name.trim() === '' || office.trim() === '' || !isGood(passphrase, [name, office])) return;
    onMaking(passphrase.first);
    const vault = { name: name.trim(), officeName: office.trim(), passphrase: passphrase.first };
    act.run(
      () => call(holdfast.door.create(vault)),
      undefined,
      () => {
        onMaking(null);
      },
    );
  }

  return { name, setName, office, setOffice, passphrase, setPassphrase, checked, act, create };
}

/**
 * The first day: makes the vault on this computer, or restores it. `onMaking` is told the passphrase before the vault is
 * made, and null when that failed: making the recovery kit comes next and needs it.
 */
export function CreateScreen({
  onMaking,
  stopped,
}: {
  readonly onMaking: (own: string | null) => void;
  /** Why an attempt before this one came to nothing, when it was cut off. */
  readonly stopped: ErrorCode | null;
}) {
  const vault = useNewVault(onMaking, stopped);
  const { error, busy } = vault.act;
  const [restoring, setRestoring] = useState(false);
  const { data: info } = useQuery('info', () => call(holdfast.app.info({})));

  if (restoring) {
    return (
      <Door>
        <RestoreWizard
          onCancel={() => {
            setRestoring(false);
          }}
        />
      </Door>
    );
  }
  return (
    <Door>
      <form onSubmit={vault.create} noValidate>
        <div>
          <h1>Make your vault</h1>
          <p className="quiet">It will hold all your cases, on this computer only.</p>
        </div>
        {stopped !== null && error === stopped ? <Failure code={stopped} /> : null}
        <PlaceNotice warning={info?.placeWarning ?? null} />
        <VaultFields vault={vault} />
        <NobodyCanReset />
        {error === null || error === stopped ? null : <Failure code={error} />}
        <div className="row">
          <SubmitButton icon={<ShieldCheck />} isPending={busy}>
            Make the vault
          </SubmitButton>
          <Button
            variant="quiet"
            onPress={() => {
              setRestoring(true);
            }}
          >
            Restore from a backup
          </Button>
        </div>
        {info === null ? null : (
          <p className="quiet small wrap-anywhere">It will be in the folder {info.vaultFolder}</p>
        )}
      </form>
    </Door>
  );
}

/** Whose work it will be, and the passphrase it is kept under. */
function VaultFields({
  vault: { name, setName, office, setOffice, passphrase, setPassphrase, checked },
}: {
  readonly vault: ReturnType<typeof useNewVault>;
}) {
  return (
    <>
      <TextField
        label="Your name"
        value={name}
        onChange={setName}
        error={checked && name.trim() === '' ? 'Write the name your work is to be kept under.' : null}
        autoFocus
        maxLength={100}
      />
      <TextField
        label="Your service or office"
        value={office}
        onChange={setOffice}
        error={checked && office.trim() === '' ? 'Write the name of your service or office.' : null}
        maxLength={100}
      />
      <NewPassphraseFields
        whose="Your"
        value={passphrase}
        onChange={setPassphrase}
        checked={checked}
        about={[name, office]}
      />
    </>
  );
}

function NobodyCanReset() {
  return (
    <Notice tone="amber" title="Nobody can reset it">
      If the passphrase is lost, so is every case. Next you make a recovery kit for that day.
    </Notice>
  );
}
