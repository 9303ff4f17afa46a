import { useState } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import { call, codeOf, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Failure } from '../../components/failure';
import { NumberField } from '../../components/fields';
import { Skeleton } from '../../components/parts';
import { counted } from '../../strings/counts';

/** When the vault locks itself. */
export function LockingCard() {
  const { data, error, reload } = useQuery('locking', () => call(holdfast.locking.get({})), ['vault']);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const [saved, setSaved] = useState<number | null>(null);

  function set(idleMinutes: number): void {
    setProblem(null);
    call(holdfast.locking.set({ idleMinutes })).then(
      () => {
        setSaved(idleMinutes);
        reload();
      },
      (found: unknown) => {
        setProblem(codeOf(found));
      },
    );
  }

  return (
    <section className="card pad stack" aria-labelledby="locking">
      <h2 id="locking">Locking</h2>
      {error === null ? null : <Failure code={error} onRetry={reload} />}
      {problem === null ? null : <Failure code={problem} />}
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
      </ul>
    </section>
  );
}
