import { PageHeader } from '../../components/parts';
import { roomNames } from '../../strings/rooms';

/** Figures of the office. */
export function FiguresScreen() {
  return <PageHeader title={roomNames.figures} summary="" />;
}
