import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import { call, codeOf, holdfast } from '../../kit/bridge';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { counted } from '../../strings/counts';

/** What was just removed, and the way back. */
export function RemovedNotice({
  caseId,
  ids,
  onDone,
}: {
  readonly caseId: string;
  readonly ids: readonly string[];
  readonly onDone: () => void;
}) {
  const [error, setError] = useState<ErrorCode | null>(null);
  if (ids.length === 0) return null;
  return (
    <>
      <Notice
        tone="green"
        title={`${counted(ids.length, 'entry', 'entries')} removed`}
        actions={
          <>
            <Button
              icon={<Undo2 aria-hidden />}
              onPress={() => {
                setError(null);
                call(holdfast.chronology.bringBack({ caseId, ids: [...ids] })).then(
                  onDone,
                  (problem: unknown) => {
                    setError(codeOf(problem));
                  },
                );
              }}
            >
              Bring {ids.length === 1 ? 'it' : 'them'} back
            </Button>
            <Button variant="quiet" onPress={onDone}>
              Leave it so
            </Button>
          </>
        }
      />
      {error === null ? null : <Failure code={error} />}
    </>
  );
}
