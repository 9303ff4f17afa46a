import { ArchiveRestore, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { call, holdfast } from '../../kit/bridge';
import { useJobs } from '../../kit/hooks';
import { useActReading } from '../../kit/use-act';
import { Button, SubmitButton } from '../../components/button';
import { Failure } from '../../components/failure';
import { RadioCards } from '../../components/radio-cards';
import { Segmented, TextField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { ProgressPanel } from '../../components/progress-panel';
import { printUkMoment } from '../../../shared/domain/dates/uk-moment';
import { printSize } from '../../strings/sizes';
import type { Snapshot } from '../../../shared/models/vault';
import { problemOf } from './problem-of';
import { SheetFields, sheetProblem } from './sheet-fields';
import './recovery.css';

type Key = 'passphrase' | 'words' | 'shares';

interface Found {
  readonly token: string;
  readonly label: string;
  readonly snapshots: readonly Snapshot[];
}

/** Makes the vault of this computer from a backup: where it is, which day, and what opens it. */
export function RestoreWizard({ onCancel }: { readonly onCancel: () => void }) {
  const [found, setFound] = useState<Found | null>(null);
  const [snapshot, setSnapshot] = useState('');
  const [key, setKey] = useState<Key>('passphrase');
  const [passphrase, setPassphrase] = useState('');
  const [sheets, setSheets] = useState<readonly string[]>([]);
  const act = useActReading(problemOf);
  const problem = act.error;
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJobs().find(({ id }) => id === jobId);

  async function choose(): Promise<void> {
    const picked = await call(holdfast.paths.pick({ purpose: 'restore' }));
    if (picked === null) return;
    const snapshots = await call(holdfast.restore.inspect({ source: picked.token }));
    setFound({ ...picked, snapshots });
    setSnapshot(snapshots[0]?.id ?? '');
  }

  function restore(event: SyntheticEvent): void {
    event.preventDefault();
    if (found === null || job?.state === 'running') return;
    act.setError(null);
    const typed = sheets.filter((text) => text.trim() !== '');
    if (key === 'passphrase' ? passphrase === '' : typed.length === 0) {
      act.setError({
        code: key === 'passphrase' ? 'wrong-passphrase' : 'words-wrong',
        sheet: null,
        position: null,
      });
      return;
    }
    const secret = key === 'passphrase' ? { passphrase } : { sheets: typed };
    act.run(
      () => call(holdfast.restore.start({ source: found.token, snapshot, secret })),
      ({ id }) => {
        setJobId(id);
      },
    );
  }

  if (job?.state === 'done') {
    return (
      <div className="first-kit stack">
        <h1>Restored</h1>
        <Notice tone="green" title="Every file was compared with its hash">
          The vault is as it was on that day. Unlock it with a passphrase of that day, or with the recovery
          kit.
        </Notice>
        <div className="row">
          <Button
            variant="primary"
            autoFocus
            onPress={() => {
              void holdfast.vault.lock({});
            }}
          >
            Go to the vault
          </Button>
        </div>
      </div>
    );
  }
  const failed = job?.state === 'failed' ? job.error : null;
  return (
    <form onSubmit={restore} noValidate>
      <div>
        <h1>Restore from a backup</h1>
        <p className="quiet">The backup itself stays as it is.</p>
      </div>
      <div className="row">
        <Button icon={<FolderOpen aria-hidden />} onPress={() => void choose()}>
          {found === null ? 'Choose the folder of the backup' : 'Choose another folder'}
        </Button>
      </div>
      {found === null ? null : (
        <>
          <p className="quiet small wrap-anywhere">{found.label}</p>
          <RadioCards
            label="Which day?"
            value={snapshot}
            onChange={setSnapshot}
            options={found.snapshots.map(({ id, at, files, bytes }, index) => ({
              id,
              label: `${printUkMoment(at)}${index === 0 ? ' (the newest)' : ''}`,
              description: `${files} files, ${printSize(bytes)}`,
            }))}
          />
          <Segmented
            label="Open it with"
            value={key}
            onChange={(next) => {
              setKey(next);
              setSheets([]);
            }}
            options={[
              { id: 'passphrase', label: 'a passphrase' },
              { id: 'words', label: 'one sheet' },
              { id: 'shares', label: 'two sheets' },
            ]}
          />
          {key === 'passphrase' ? (
            <TextField
              label="A passphrase of that day"
              type="password"
              value={passphrase}
              onChange={setPassphrase}
            />
          ) : (
            <SheetFields key={key} kind={key} value={sheets} onChange={setSheets} problem={problem} />
          )}
        </>
      )}
      {problem === null || sheetProblem(problem) !== null ? null : <Failure code={problem.code} />}
      <Failure code={failed} />
      {job?.state === 'running' ? (
        <ProgressPanel job={job} onCancel={() => void holdfast.jobs.cancel({ id: job.id })} />
      ) : null}
      <div className="row">
        {found === null ? null : (
          <SubmitButton icon={<ArchiveRestore />} isPending={job?.state === 'running'}>
            Restore
          </SubmitButton>
        )}
        <Button variant="quiet" onPress={onCancel}>
          Back
        </Button>
      </div>
    </form>
  );
}
