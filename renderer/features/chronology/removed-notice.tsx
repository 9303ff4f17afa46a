import { Undo2 } from 'lucide-react';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
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
  const act = useAct();
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
                act.run(() => call(holdfast.chronology.bringBack({ caseId, ids: [...ids] })), onDone);
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
      <Failure code={act.error} />
    </>
  );
}
