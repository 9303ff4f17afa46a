import { useState } from 'react';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { Failure } from '../../components/failure';
import { NumberField } from '../../components/fields';
import { Skeleton } from '../../components/parts';
import { counted } from '../../strings/counts';
import { copyingText } from '../../strings/locking';

/** When the vault locks itself. */
export function LockingCard() {
  const { data, error, reload } = useQuery('locking', () => call(holdfast.locking.get({})), ['vault']);
  const act = useAct({ inTurn: true });
  const [saved, setSaved] = useState<number | null>(null);

  function set(idleMinutes: number): void {
    act.run(
      () => call(holdfast.locking.set({ idleMinutes })),
      () => {
        setSaved(idleMinutes);
        reload();
      },
    );
  }

  return (
    <section className="card pad stack" aria-labelledby="locking">
      <h2 id="locking">Locking</h2>
      <Failure code={error} onRetry={reload} />
      <Failure code={act.error} />
      {data === null ? (
        error === null ? (
          <Skeleton height={60} />
        ) : null
      ) : (
        <NumberField
          label="Minutes without a key or a click until it locks itself"
          description="1 to 60. Shorter is safer where others come and go."
          value={data.idleMinutes}
          onChange={set}
          min={1}
          max={60}
        />
      )}
      <p className="quiet small" role="status">
        {saved === null ? '' : `Saved: it locks after ${counted(saved, 'minute', 'minutes')}.`}
      </p>
      <ul className="plain">
        <li>
          It locks at once when the lid is closed, when the computer sleeps or its screen is locked, and with{' '}
          <kbd>Ctrl L</kbd>.
        </li>
        <li>Idle time does not lock it in the middle of an import, a bundle or a backup, but right after.</li>
        <li>What you are typing is kept in the vault and is there again when you unlock.</li>
        <li>{copyingText}</li>
      </ul>
    </section>
  );
}
