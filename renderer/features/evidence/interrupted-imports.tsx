import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { printMoment } from '../../strings/dates';

/** Imports that a lock, a crash or a power cut has ended: nothing of what went in is lost, and the rest can follow. */
export function InterruptedImports({ caseId }: { readonly caseId: string }) {
  const act = useAct({ inTurn: true });
  const { data, reload } = useQuery(
    `interrupted-${caseId}`,
    () => call(holdfast.imports.interrupted({ caseId })),
    ['evidence'],
  );
  return (
    <>
      <Failure code={act.error} />
      {(data ?? []).map(({ jobId, startedAt, done, total }) => (
        <Notice
          key={jobId}
          tone="amber"
          title={`An import was interrupted: ${total === null ? `${done} files are` : `${done} of ${total} files are`} in.`}
          actions={
            <>
              <Button
                variant="primary"
                onPress={() => {
                  act.run(() => call(holdfast.imports.resume({ jobId })), reload);
                }}
              >
                Go on with it
              </Button>
              <Button
                variant="quiet"
                onPress={() => {
                  act.run(() => call(holdfast.imports.forget({ jobId })), reload);
                }}
              >
                Leave it at that
              </Button>
            </>
          }
        >
          It began {printMoment(startedAt)}. What went in is safe; going on skips what is already here.
        </Notice>
      ))}
    </>
  );
}
