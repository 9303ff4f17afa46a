import { PageHeader } from '../../components/parts';
import { roomNames } from '../../strings/rooms';

/** Retention of the office. */
export function RetentionScreen() {
  return <PageHeader title={roomNames.retention} summary="" />;
}
