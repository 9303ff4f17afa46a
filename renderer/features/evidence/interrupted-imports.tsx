import { useState } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import { call, codeOf, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { printMoment } from '../../strings/dates';

/** Imports that a lock, a crash or a power cut has ended: nothing of what went in is lost, and the rest can follow. */
export function InterruptedImports({ caseId }: { readonly caseId: string }) {
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const { data, reload } = useQuery(
    `interrupted-${caseId}`,
    () => call(holdfast.imports.interrupted({ caseId })),
    ['evidence'],
  );
  const act = (work: Promise<unknown>): void => {
    setProblem(null);
    work.then(reload, (error: unknown) => {
      setProblem(codeOf(error));
    });
  };
  return (
    <>
      {problem === null ? null : <Failure code={problem} />}
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
                  act(call(holdfast.imports.resume({ jobId })));
                }}
              >
                Go on with it
              </Button>
              <Button
                variant="quiet"
                onPress={() => {
                  act(call(holdfast.imports.forget({ jobId })));
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
