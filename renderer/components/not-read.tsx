import type { ErrorCode } from '../../shared/errors';
import { Failure } from './failure';
import { PageHeader } from './parts';

/** A room that could not be read: where one is, what went wrong, and the way to read it again. */
export function NotRead({
  title,
  code,
  onRetry,
}: {
  readonly title: string;
  readonly code: ErrorCode;
  readonly onRetry: () => void;
}) {
  return (
    <>
      <PageHeader title={title} />
      <Failure code={code} onRetry={onRetry} />
    </>
  );
}
