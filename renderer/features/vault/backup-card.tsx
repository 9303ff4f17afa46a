import { HardDriveUpload } from 'lucide-react';
import { useState } from 'react';
import type { Job } from '../../../shared/models/job';
import type { BackupPlace, BackupState } from '../../../shared/models/vault';
import { call, holdfast } from '../../kit/bridge';
import { useJobs, useQuery } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { ConfirmDialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { NumberField } from '../../components/fields';
import { Chip, Notice, Skeleton } from '../../components/parts';
import { counted } from '../../strings/counts';
import { printMoment } from '../../strings/dates';
import { reasonText } from '../../strings/errors';
import { printSize } from '../../strings/sizes';

async function toNewPlace(): Promise<void> {
  const target = await call(holdfast.paths.pick({ purpose: 'backup' }));
  if (target !== null) await call(holdfast.backup.startAt({ target: target.token }));
}

/** Whether a backup goes on, and the last one that ended. */
function useBackups() {
  const jobs = useJobs();
  const backups = jobs.filter(({ kind }) => kind === 'backup');
  const isRunning = backups.some(({ state }) => state === 'running');
  const last = backups.findLast(({ state }) => state !== 'running');
  return { isRunning, last };
}

/** Where copies of the vault are, how old they are, and making another. */
export function BackupCard() {
  const { data, error, reload } = useQuery('backup', () => call(holdfast.backup.state({})), ['backup']);
  const act = useAct({ inTurn: true });
  const { isRunning, last } = useBackups();

  function start(work: () => Promise<unknown>): void {
    act.run(work, reload);
  }

  return (
    <section className="card pad stack full" aria-labelledby="backup">
      <div className="row apart">
        <h2 id="backup">Backup</h2>
        <BackupToNewPlace
          isFirst={data?.places.length === 0}
          isRunning={isRunning}
          onPress={() => {
            start(toNewPlace);
          }}
        />
      </div>
      <p className="quiet">
        A stick or a disk of your own. Everything on it is encrypted as it is here. Only what is new is
        copied; then it is restored as a trial and compared with the vault. An older backup opens with every
        passphrase and kit of its time, also those that were taken away since, and holds what was erased since
        until the next good backup to the same place.
      </p>
      <Failure code={error} onRetry={reload} />
      <Failure code={act.error} />
      {data === null ? error === null ? <Skeleton height={90} /> : null : <Age state={data} />}
      <LastBackup last={last} isRunning={isRunning} />
      <Places places={data?.places ?? []} isRunning={isRunning} start={start} />
      {data === null ? null : (
        <RemindAfter
          days={data.everyDays}
          onDays={(everyDays) => {
            start(() => call(holdfast.backup.remind({ everyDays })));
          }}
        />
      )}
    </section>
  );
}

function BackupToNewPlace({
  isFirst,
  isRunning,
  onPress,
}: {
  readonly isFirst: boolean;
  readonly isRunning: boolean;
  readonly onPress: () => void;
}) {
  return (
    <Button
      variant={isFirst ? 'primary' : 'secondary'}
      icon={<HardDriveUpload aria-hidden />}
      isDisabled={isRunning}
      onPress={onPress}
    >
      Back up to a new place
    </Button>
  );
}

/** The places where backups lie, each to be used again or forgotten. */
function Places({
  places,
  isRunning,
  start,
}: {
  readonly places: readonly BackupPlace[];
  readonly isRunning: boolean;
  readonly start: (work: () => Promise<unknown>) => void;
}) {
  const [forgetting, setForgetting] = useState<BackupPlace | null>(null);
  return (
    <>
      <ul className="lines">
        {places.map((place) => (
          <Place
            key={place.id}
            place={place}
            isRunning={isRunning}
            onAgain={() => {
              start(() => call(holdfast.backup.again({ id: place.id })));
            }}
            onForget={() => {
              setForgetting(place);
            }}
          />
        ))}
      </ul>
      <ForgetDialog
        isOpen={forgetting !== null}
        onConfirm={() => {
          if (forgetting !== null) start(() => call(holdfast.backup.forget({ id: forgetting.id })));
          setForgetting(null);
        }}
        onClose={() => {
          setForgetting(null);
        }}
      />
    </>
  );
}

/** How the last backup of this sitting ended. */
function LastBackup({ last, isRunning }: { readonly last: Job | undefined; readonly isRunning: boolean }) {
  return (
    <>
      {last?.state === 'failed' && last.error !== null ? <Failure code={last.error} /> : null}
      {last?.state === 'done' && !isRunning ? (
        <Notice tone="green" title="The backup is whole">
          It was restored as a trial and compared with the vault. Eject the stick before you pull it out.
        </Notice>
      ) : null}
    </>
  );
}

function RemindAfter({ days, onDays }: { readonly days: number; readonly onDays: (days: number) => void }) {
  return (
    <NumberField
      label="Remind after so many days without a good backup"
      value={days}
      onChange={onDays}
      min={1}
      max={90}
    />
  );
}

function ForgetDialog(props: {
  readonly isOpen: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  return (
    <ConfirmDialog {...props} title="Forget this place?" confirm="Forget the place">
      It is taken off this list. The backups that lie there stay as they are and can still be restored. Cases
      you erase from now on are not removed there any more.
    </ConfirmDialog>
  );
}

function Age({ state: { lastGoodAt, overdue, everyDays, clockDiffers } }: { readonly state: BackupState }) {
  if (lastGoodAt === null) {
    return (
      <Notice tone="amber" title="There is no backup yet">
        If this computer is lost or stops working, every case is gone.
      </Notice>
    );
  }
  if (clockDiffers) {
    return (
      <Notice tone="amber" title={`The last good backup says it is from ${printMoment(lastGoodAt)}`}>
        By this computer’s clock that is still to come, so how old it is cannot be told. Look whether date and
        time are right, then back up again.
      </Notice>
    );
  }
  return overdue ? (
    <Notice tone="amber" title={`The last good backup is from ${printMoment(lastGoodAt)}`}>
      That is more than {counted(everyDays, 'day', 'days')} ago.
    </Notice>
  ) : (
    <p>
      <strong>Last good backup: {printMoment(lastGoodAt)}.</strong>
    </p>
  );
}

function Place({
  place,
  isRunning,
  onAgain,
  onForget,
}: {
  readonly place: BackupPlace;
  readonly isRunning: boolean;
  readonly onAgain: () => void;
  readonly onForget: () => void;
}) {
  const { folder, lastAt, lastResult, files, bytes, others } = place;
  return (
    <li>
      <div className="grow wrap-anywhere">
        <strong>{folder}</strong>
        <div className="row quiet small">
          {lastAt === null || lastResult === null ? (
            'Not finished yet'
          ) : (
            <>
              {printMoment(lastAt)}
              {lastResult === 'ok' ? (
                <Chip tone="green">whole</Chip>
              ) : (
                <Chip tone={lastResult === 'cancelled' ? 'amber' : 'red'}>{reasonText(lastResult)}</Chip>
              )}
              {files === 0 ? '' : `${counted(files, 'file', 'files')}, ${printSize(bytes)}`}
            </>
          )}
        </div>
        {others === 0 ? null : (
          <div className="small">
            {counted(others, 'older backup', 'older backups')} here {others === 1 ? 'was' : 'were'} left
            alone: from another copy of this vault, or not readable. What you erase stays in{' '}
            {others === 1 ? 'it' : 'them'}.
          </div>
        )}
      </div>
      <div className="row">
        <Button label={`Back up again to ${folder}`} isDisabled={isRunning} onPress={onAgain}>
          Back up again
        </Button>
        <Button variant="quiet" label={`Forget ${folder}`} isDisabled={isRunning} onPress={onForget}>
          Forget
        </Button>
      </div>
    </li>
  );
}
