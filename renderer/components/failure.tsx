import type { ErrorCode } from '../../shared/errors';
import { errorWords, missingText } from '../strings/errors';
import { Button } from './button';
import { Notice } from './parts';

/** A failure in three sentences: what happened, what is safe, what to do. Nothing where nothing failed. */
export function Failure({
  code,
  missing = null,
  onRetry,
}: {
  readonly code: ErrorCode | null;
  /** Bytes for which there was no room, where that is known. */
  readonly missing?: number | null;
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
      {missing === null ? '' : `${missingText(missing)} `}
      {safe} {next}
    </Notice>
  );
}
