import { PageHeader } from '../../components/parts';
import { roomNames } from '../../strings/rooms';

/** What is due, of all cases, by day. */
export function CalendarScreen() {
  return <PageHeader title={roomNames.calendar} summary="" />;
}
