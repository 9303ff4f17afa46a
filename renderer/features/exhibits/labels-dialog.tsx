import { Printer } from 'lucide-react';
import { useState } from 'react';
import { labelsOnSheet } from '../../../shared/models/exhibit';
import type { LabelLayout } from '../../../shared/models/exhibit';
import { call, holdfast } from '../../kit/bridge';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { NumberField, TextField } from '../../components/fields';
import { RadioCards } from '../../components/radio-cards';
import { counted } from '../../strings/counts';
import { PrintingResult } from './printing-result';
import { usePrinting } from './use-printing';

const layouts: readonly { readonly id: LabelLayout; readonly label: string; readonly description: string }[] =
  [
    {
      id: 'sheet',
      label: 'Eight on a sheet',
      description: 'A4 label sheets of 99.1 × 67.7 mm, or to cut out',
    },
    { id: 'page', label: 'One on a page', description: 'Large, for a folder or an envelope' },
  ];

/** Labels for exhibits that go out of the door as things or printouts. */
export function LabelsDialog({
  caseId,
  itemIds,
  onClose,
}: {
  readonly caseId: string;
  readonly itemIds: readonly string[];
  readonly onClose: () => void;
}) {
  const [layout, setLayout] = useState<LabelLayout>('sheet');
  const [skip, setSkip] = useState(0);
  const [crimeRef, setCrimeRef] = useState('');
  const printing = usePrinting();
  return (
    <Dialog title={`Labels for ${counted(itemIds.length, 'exhibit', 'exhibits')}`} isOpen onClose={onClose}>
      <div className="stack">
        <p className="quiet">
          Each shows the reference, the description, the producer, the fingerprint and a line to sign. What is
          not written down yet becomes a line to write on.
        </p>
        <RadioCards label="Layout" options={layouts} value={layout} onChange={setLayout} />
        <UsedLabels layout={layout} skip={skip} setSkip={setSkip} />
        <TextField
          label="Crime reference"
          description="The same on every label. Leave it empty to write it by hand."
          value={crimeRef}
          onChange={setCrimeRef}
          maxLength={200}
        />
        <PrintingResult printing={printing} />
      </div>
      <div className="actions">
        <Button onPress={onClose}>{printing.printed === null ? 'Cancel' : 'Close'}</Button>
        <Button
          variant="primary"
          icon={<Printer aria-hidden />}
          isPending={printing.busy}
          onPress={() => {
            printing.start('labels', { caseId, itemIds, withPlace: false }, (target) =>
              call(
                holdfast.exhibits.labels({
                  itemIds: [...itemIds],
                  layout,
                  skip: layout === 'sheet' ? skip : 0,
                  crimeRef: crimeRef.trim(),
                  target,
                }),
              ),
            );
          }}
        >
          Save as a PDF
        </Button>
      </div>
    </Dialog>
  );
}

/** How many labels of a sheet begun before are gone. */
function UsedLabels({
  layout,
  skip,
  setSkip,
}: {
  readonly layout: LabelLayout;
  readonly skip: number;
  readonly setSkip: (skip: number) => void;
}) {
  return (
    <>
      {' '}
      {layout === 'sheet' ? (
        <NumberField
          label="Labels of the first sheet that are used already"
          value={skip}
          onChange={setSkip}
          min={0}
          max={labelsOnSheet - 1}
        />
      ) : null}
    </>
  );
}
