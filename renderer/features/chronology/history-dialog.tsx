import { useState } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import { call, codeOf, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { Skeleton } from '../../components/parts';
import { printMoment } from '../../strings/dates';
import { entryLines } from '../../strings/entry-lines';

/** Every version of an entry. Bringing one back makes it the newest; none is ever overwritten. */
export function HistoryDialog({
  id,
  onRestored,
  onClose,
}: {
  readonly id: string;
  readonly onRestored: () => void;
  readonly onClose: () => void;
}) {
  const [error, setError] = useState<ErrorCode | null>(null);
  const history = useQuery(`history-${id}`, () => call(holdfast.chronology.history({ id })));
  const versions = history.data?.versions ?? [];
  return (
    <Dialog title="Versions of this entry" isOpen isWide onClose={onClose}>
      {history.data === null && history.error === null ? <Skeleton /> : null}
      {history.error === null ? null : <Failure code={history.error} />}
      {error === null ? null : <Failure code={error} />}
      <ol className="versions">
        {versions.map((version, index) => (
          <li key={version.version} className="card">
            <div className="row">
              <strong className="grow">
                Version {version.version}, {printMoment(version.at)}, {version.author}
              </strong>
              {index === 0 && history.data?.removed !== true ? (
                <span className="quiet">as it is now</span>
              ) : (
                <Button
                  label={`Bring version ${version.version} back`}
                  onPress={() => {
                    setError(null);
                    call(holdfast.chronology.restore({ id, version: version.version })).then(
                      onRestored,
                      (problem: unknown) => {
                        setError(codeOf(problem));
                      },
                    );
                  }}
                >
                  Bring version {version.version} back
                </Button>
              )}
            </div>
            <dl className="facts">
              {entryLines(version.entry, version.printedDate).map(([name, text]) => (
                <div key={name} className="pairline">
                  <dt>{name}</dt>
                  <dd dir="auto" className="wrap-anywhere">
                    {text}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
      <div className="actions">
        <Button onPress={onClose} autoFocus>
          Close
        </Button>
      </div>
    </Dialog>
  );
}
