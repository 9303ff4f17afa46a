import { Printer } from 'lucide-react';
import { call, holdfast } from '../../kit/bridge';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { counted } from '../../strings/counts';
import { PrintingResult } from './printing-result';
import { usePrinting } from './use-printing';

/** The list that goes with the exhibits that were chosen. */
export function ScheduleDialog({
  caseId,
  itemIds,
  onClose,
}: {
  readonly caseId: string;
  readonly itemIds: readonly string[];
  readonly onClose: () => void;
}) {
  const printing = usePrinting();
  const which = counted(itemIds.length, 'exhibit', 'exhibits');
  return (
    <Dialog title="Schedule of exhibits" isOpen onClose={onClose}>
      <div className="stack">
        <p>
          A table of {which}: reference, date of content, description, producer, format and fingerprint
          (SHA-256), with the police’s reference where there is one.
        </p>
        <PrintingResult printing={printing} />
      </div>
      <div className="actions">
        <Button onPress={onClose}>{printing.printed === null ? 'Cancel' : 'Close'}</Button>
        <Button
          variant="primary"
          icon={<Printer aria-hidden />}
          isPending={printing.busy}
          autoFocus
          onPress={() => {
            printing.start('schedule', { caseId, itemIds, withPlace: false }, (target) =>
              call(holdfast.exhibits.schedule({ caseId, itemIds: [...itemIds], target })),
            );
          }}
        >
          Save as a PDF
        </Button>
      </div>
    </Dialog>
  );
}
