import { useState } from 'react';
import type { RecordHistory } from '../../../shared/models/record';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/parts';
import { printMoment } from '../../strings/dates';
import { EraseVersionDialog } from '../erase/erase-version-dialog';
import './records.css';

type Version = RecordHistory['versions'][number];

/** Every version of a record. Bringing one back makes it the newest; none is ever overwritten. */
export function HistoryDialog({
  id,
  title,
  isReadOnly = false,
  onRestored,
  onClose,
}: {
  readonly id: string;
  readonly title: string;
  /** Of a record of the office, which is changed on its own page alone. */
  readonly isReadOnly?: boolean;
  readonly onRestored?: () => void;
  readonly onClose: () => void;
}) {
  const act = useAct();
  const history = useQuery(`history-${id}`, () => call(holdfast.records.history({ id })), ['records']);
  const [erasing, setErasing] = useState<Version | null>(null);
  const bringBack = (version: string): void => {
    act.run(
      () => call(holdfast.records.bringBack({ id, version })),
      () => {
        history.reload();
        onRestored?.();
      },
    );
  };
  return (
    <Dialog title={title} isOpen isWide onClose={onClose}>
      {history.data === null && history.error === null ? <Skeleton /> : null}
      <Failure code={history.error} />
      <Failure code={act.error} />
      <ol className="versions">
        {versionsOf(history.data, isReadOnly).map((version) => (
          <li key={version.id} className="card">
            <VersionShown version={version} onBringBack={bringBack} onErase={setErasing} />
          </li>
        ))}
      </ol>
      <div className="actions">
        <Button onPress={onClose} autoFocus>
          Close
        </Button>
      </div>
      {erasing === null ? null : (
        <EraseVersionDialog
          id={id}
          version={erasing.id}
          name={nameOf(erasing)}
          onErased={() => {
            setErasing(null);
            history.reload();
          }}
          onClose={() => {
            setErasing(null);
          }}
        />
      )}
    </Dialog>
  );
}

/** Those of a read-only record cannot be brought back here. */
function versionsOf(history: RecordHistory | null, isReadOnly: boolean): readonly Version[] {
  const versions = history?.versions ?? [];
  return isReadOnly ? versions.map((version) => ({ ...version, canComeBack: false })) : versions;
}

function nameOf({ number, removed, isHere }: Version): string {
  if (number !== null) return `Version ${number}`;
  return removed && isHere ? 'Removed' : 'A version whose words are not here';
}

function VersionShown({
  version,
  onBringBack,
  onErase,
}: {
  readonly version: Version;
  readonly onBringBack: (id: string) => void;
  readonly onErase: (version: Version) => void;
}) {
  const { at, author, isOurs, isShown, canComeBack, lines } = version;
  const when = at === '' ? '' : `, ${printMoment(at)}`;
  const who = author === '' ? '' : `, ${author}${isOurs ? '' : ' of another office'}`;
  return (
    <>
      <div className="row">
        <strong className="grow">
          {nameOf(version)}
          {when}
          {who}
        </strong>
        {isShown && !canComeBack ? <span className="quiet">as it is now</span> : null}
        {canComeBack ? (
          <Button
            variant="quiet"
            label={`Erase its words: version ${version.number ?? ''}`}
            onPress={() => {
              onErase(version);
            }}
          >
            Erase its words
          </Button>
        ) : null}
        {canComeBack ? (
          <Button
            label={`Bring version ${version.number ?? ''} back`}
            onPress={() => {
              onBringBack(version.id);
            }}
          >
            Bring version {version.number} back
          </Button>
        ) : null}
      </div>
      {lines.length === 0 ? null : (
        <dl className="facts">
          {lines.map(({ field, label, text }) => (
            <div key={field} className="pairline">
              <dt>{label}</dt>
              <dd dir="auto" className="wrap-anywhere pre-line">
                {text}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
