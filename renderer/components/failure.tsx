import type { ErrorCode } from '../../shared/errors';
import { errorWords } from '../strings/errors';
import { Button } from './button';
import { Notice } from './parts';

/** A failure in three sentences: what happened, what is safe, what to do. Nothing where nothing failed. */
export function Failure({
  code,
  onRetry,
}: {
  readonly code: ErrorCode | null;
  readonly onRetry?: () => void;
}) {
  if (code === null) return null;
  const { what, safe, next } = errorWords(code);
  return (
    <Notice
      tone="red"
      title={what}
      isUrgent
      actions={onRetry === undefined ? undefined : <Button onPress={onRetry}>Try again</Button>}
    >
      {safe} {next}
    </Notice>
  );
}
