import { useState } from 'react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import type { CopyForm } from '../../../shared/models/provenance';
import { call, holdfast } from '../../kit/bridge';
import { CheckboxField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { Notice } from '../../components/parts';
import { leavingText } from '../../strings/leaving';
import { LeavingDialog } from '../leaving/leaving-dialog';
import { useGate } from '../leaving/use-gate';
import { RadioCards } from '../../components/radio-cards';

export interface CopySaved {
  readonly form: CopyForm;
  readonly sha256: string | null;
}

const lossless = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

/** What a copy without details is, in the kinds that have one. */
function cleanWords({ kind, mime }: EvidenceDetail): string | null {
  if (kind === 'image') {
    return lossless.includes(mime)
      ? 'The same picture, pixel for pixel, without place, device, times, captions and previews.'
      : 'The picture drawn anew as JPEG, without place, device, times and captions.';
  }
  if (kind === 'pdf') {
    return 'The pages only, without author, programs and the details of photos in it. Comments, and what was typed into form fields, do not come along.';
  }
  return null;
}

/**
 * Asks in which form a copy is to leave the vault. Details that say where somebody lives are left out unless they are
 * asked for; a PDF's pages alone may lack what was typed into it, so there nothing is chosen for anybody.
 */
export function SaveCopyDialog({
  item,
  onSaved,
  onClose,
}: {
  readonly item: EvidenceDetail;
  readonly onSaved: (saved: CopySaved) => void;
  readonly onClose: () => void;
}) {
  const gate = useGate();
  const clean = cleanWords(item);
  const hasPlace = item.facts.some(({ field }) => field === 'location');
  const hasDevice = item.facts.some(({ field }) => field === 'device');
  const [form, setForm] = useState<CopyForm | null>(
    clean === null ? 'original' : item.kind === 'pdf' ? null : 'clean',
  );
  const [known, setKnown] = useState(false);
  const [uncovered, setUncovered] = useState(false);
  const [checked, setChecked] = useState(false);
  const inside = [hasPlace ? 'where it was taken' : '', hasDevice ? 'with which device it was made' : '']
    .filter((part) => part !== '')
    .join(' and ');
  const asks = form === 'original' && hasPlace;
  const hasRedacted = item.redactions > 0;

  return (
    <FormDialog
      title={`Save a copy of ${item.exhibitRef}`}
      submit="Choose where to save it"
      ready={() => {
        setChecked(true);
        return form !== null && (!asks || known) && (!hasRedacted || uncovered);
      }}
      work={async () => {
        if (form === null) return;
        const { id, caseId } = item;
        const passed = await gate.ask({
          output: 'copy',
          caseId,
          itemId: id,
          form,
          redactionId: null,
          recipient: null,
        });
        if (passed?.output !== 'copy') return;
        const answer = await call(holdfast.evidence.saveCopy({ id, form, recipient: passed.recipient }));
        if (answer.saved) onSaved({ form, sha256: answer.sha256 });
      }}
      onDone={onClose}
      onClose={onClose}
    >
      {clean === null ? (
        <p>
          The copy is the file as it was handed over. Holdfast cannot take details out of files of this kind:
          recordings and documents may say where and with what they were made.
        </p>
      ) : (
        <RadioCards<CopyForm>
          label="Which copy?"
          value={form}
          onChange={setForm}
          options={[
            {
              id: 'clean',
              label: item.kind === 'pdf' ? 'Only the pages' : 'Without the place and device details',
              description: clean,
            },
            {
              id: 'original',
              label: 'The original, unchanged',
              description:
                inside === ''
                  ? 'The file bit for bit, with all that is inside it. Police may ask for this one.'
                  : `The file bit for bit. It says inside ${inside}. Police may ask for this one.`,
            },
          ]}
        />
      )}
      {checked && form === null ? <strong role="alert">Choose which copy is to leave.</strong> : null}
      {hasRedacted ? (
        <Notice tone="amber" title="Nothing is covered in this copy">
          There is a redacted copy of this exhibit; it is saved under “Redaction”.
          <CheckboxField value={uncovered} onChange={setUncovered}>
            I know that whoever gets this copy can read what was covered there.
          </CheckboxField>
          {checked && !uncovered ? (
            <strong role="alert">Tick this, or save the redacted copy instead.</strong>
          ) : null}
        </Notice>
      ) : null}
      {asks ? (
        <Notice tone="amber" title="This file says where it was taken">
          <CheckboxField value={known} onChange={setKnown}>
            I know that whoever gets this copy can read the place.
          </CheckboxField>
          {checked && !known ? <strong role="alert">Tick this, or choose the other copy.</strong> : null}
        </Notice>
      ) : null}
      <p className="quiet small">
        A copy outside the vault is not encrypted. That it was made, with its fingerprint, goes into the
        record of acts.
      </p>
      <LeavingDialog gate={gate} submit={leavingText.saveCopy} />
    </FormDialog>
  );
}
