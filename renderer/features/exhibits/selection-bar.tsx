import { ArrowRightLeft, ListChecks, Plus, Tags } from 'lucide-react';
import { useState } from 'react';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';
import { counted } from '../../strings/counts';
import { HandoverDialog } from '../continuity/handover-dialog';
import { LabelsDialog } from './labels-dialog';
import { ScheduleDialog } from './schedule-dialog';
import './exhibits.css';

/** What can be done with the exhibits that are chosen in the list. */
export function SelectionBar({
  caseId,
  itemIds,
}: {
  readonly caseId: string;
  readonly itemIds: readonly string[];
}) {
  const { go } = useNavigation();
  const [open, setOpen] = useState<'labels' | 'schedule' | 'handover' | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  const exhibits = counted(itemIds.length, 'exhibit', 'exhibits');
  return (
    <div className="selection-bar" role="group" aria-label={`With the ${exhibits} chosen`}>
      <strong role="status">{exhibits} chosen</strong>
      <Button
        icon={<Tags aria-hidden />}
        onPress={() => {
          setOpen('labels');
        }}
      >
        Labels
      </Button>
      <Button
        icon={<ListChecks aria-hidden />}
        onPress={() => {
          setOpen('schedule');
        }}
      >
        Schedule
      </Button>
      <Button
        icon={<ArrowRightLeft aria-hidden />}
        onPress={() => {
          setOpen('handover');
        }}
      >
        Handover
      </Button>
      <Button
        variant="primary"
        icon={<Plus aria-hidden />}
        onPress={() => {
          go({ name: 'chronology', caseId, draftFrom: itemIds });
        }}
      >
        New entry from {exhibits}
      </Button>
      {open === 'labels' ? <LabelsDialog caseId={caseId} itemIds={itemIds} onClose={close} /> : null}
      {open === 'schedule' ? <ScheduleDialog caseId={caseId} itemIds={itemIds} onClose={close} /> : null}
      {open === 'handover' ? (
        <HandoverDialog caseId={caseId} itemIds={itemIds} corrects={null} onDone={close} onClose={close} />
      ) : null}
    </div>
  );
}
