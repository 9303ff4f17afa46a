import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { CheckboxField } from '../../components/fields';
import { Notice } from '../../components/parts';
import { PrintingResult } from './printing-result';
import { usePrinting } from './use-printing';

/** What Holdfast recorded about one exhibit, on paper. */
export function CertificateDialog({
  item,
  onClose,
}: {
  readonly item: EvidenceDetail;
  readonly onClose: () => void;
}) {
  const [withPlace, setWithPlace] = useState(false);
  const printing = usePrinting();
  const hasPlace = item.facts.some(({ field }) => field === 'location');
  return (
    <Dialog title={`Record of ${item.exhibitRef}, to print`} isOpen onClose={onClose}>
      <div className="stack">
        <p>
          Reference, description, fingerprint, what the file says about itself and where it says so, where it
          came from, through whose hands it went, and the head of the record of acts. The original is read
          back first.
        </p>
        <Notice tone="accent">
          It says what Holdfast has recorded. It is no statement of a witness and takes the place of none.
        </Notice>
        {hasPlace ? (
          <CheckboxField value={withPlace} onChange={setWithPlace}>
            Print the place where it was made too. It may give away where the client lives or works.
          </CheckboxField>
        ) : null}
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
            printing.start('certificate', { caseId: item.caseId, itemIds: [item.id], withPlace }, (target) =>
              call(holdfast.exhibits.certificate({ id: item.id, withPlace, target })),
            );
          }}
        >
          Save as a PDF
        </Button>
      </div>
    </Dialog>
  );
}
