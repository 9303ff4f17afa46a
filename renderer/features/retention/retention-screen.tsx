import { PageHeader } from '../../components/parts';
import { roomNames } from '../../strings/rooms';

/** How long what is kept, requests for somebody's own data, complaints. */
export function RetentionScreen({
  record: _record = null,
  holdOn: _holdOn = null,
}: {
  /** The record of the office that is open at first, by its id, or `new-` and the kind of a new one. */
  readonly record?: string | null;
  /** The case of the legal hold that is open at first. */
  readonly holdOn?: string | null;
}) {
  return <PageHeader title={roomNames.retention} summary="" />;
}
