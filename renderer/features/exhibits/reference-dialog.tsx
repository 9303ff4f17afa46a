import { useState } from 'react';
import { parseExhibitRef } from '../../../shared/domain/exhibit-ref';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import type { Producer } from '../../../shared/models/exhibit';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { SelectField, TextField } from '../../components/fields';
import { FormDialog } from '../../components/form-dialog';
import { FactRow, Facts, Notice } from '../../components/parts';
import { inWordsList } from '../../strings/counts';
import { formerlyText, sharedReferenceText } from '../../strings/exhibits';
import { classOptions, leavingText } from '../../strings/leaving';
import { producerLabel } from './producer-words';

/** What an exhibit is called: our reference, which stays, and the one the police gave it. */
export function ReferenceDialog({
  item,
  onSaved,
  onClose,
}: {
  readonly item: EvidenceDetail;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const [policeRef, setPoliceRef] = useState(item.policeRef);
  const [itemClass, setItemClass] = useState(item.itemClass);
  const wanted = policeRef.trim();
  const { data: alike } = useQuery(`police-ref-${item.id}|${wanted}`, () =>
    call(holdfast.exhibits.withPoliceRef({ id: item.id, policeRef: wanted })),
  );
  const others = alike?.exhibitRefs ?? [];
  return (
    <FormDialog
      title="Exhibit reference"
      submit="Save"
      work={async () => {
        const { id, caseId } = item;
        if (itemClass !== null && itemClass !== item.itemClass)
          await call(holdfast.leaving.classify({ caseId, itemIds: [id], itemClass }));
        if (wanted !== item.policeRef) await call(holdfast.exhibits.setPoliceRef({ id, policeRef: wanted }));
      }}
      onDone={onSaved}
      onClose={onClose}
    >
      <OurReference item={item} />
      <SelectField
        label={leavingText.whatIsIt}
        placeholder={leavingText.notSaid}
        description={leavingText.classHint}
        options={classOptions}
        value={itemClass}
        onChange={setItemClass}
      />
      <TextField
        label="Police reference"
        description="As they write it on their own label, for example JDS/14. Leave it empty while there is none."
        value={policeRef}
        onChange={setPoliceRef}
        maxLength={200}
        autoFocus
      />
      {others.length === 0 ? null : (
        <Notice
          tone="amber"
          title={`${inWordsList(others)} ${others.length === 1 ? 'has' : 'have'} the same police reference`}
        >
          That may be right, where the police took several files as one exhibit. Compare it with their label.
        </Notice>
      )}
    </FormDialog>
  );
}

/** What it is called by this office, and whose it is. */
function OurReference({ item }: { readonly item: EvidenceDetail }) {
  const { data: producers } = useQuery(`producers-${item.caseId}`, () =>
    call(holdfast.exhibits.producers({ caseId: item.caseId })),
  );
  const producer = producers?.find(({ id }) => id === item.producerId);
  return (
    <>
      <Facts>
        <FactRow name="Ours">
          <strong>{item.exhibitRef}</strong> {formerlyText(item.formerRefs)}
        </FactRow>
        <FactRow name="Producer">
          {producer === undefined ? '' : producerLabel(ofExhibit(producer, item))}
        </FactRow>
      </Facts>
      <p className="quiet">{sharedReferenceText.stays}</p>
    </>
  );
}

/** A producer by the initials that this exhibit bears: another office may count on under others. */
function ofExhibit(producer: Producer, { exhibitRef }: EvidenceDetail): Pick<Producer, 'name' | 'initials'> {
  return { name: producer.name, initials: parseExhibitRef(exhibitRef)?.initials ?? producer.initials };
}
