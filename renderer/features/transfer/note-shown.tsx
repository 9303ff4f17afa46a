import type { EvidenceItem } from '../../../shared/models/evidence';
import { handoverSlots } from '../../../shared/models/package-purpose';
import type { PackageNote, Slots } from '../../../shared/models/package-purpose';
import { paperName } from '../../../shared/domain/paper-name';
import { Disclose } from '../../components/disclose';
import { TextLink } from '../../components/button';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { basisText, noteText, sendText, slotText } from '../../strings/send';

/** Why a package could go and, of a handover, which papers were in it. */
export function NoteShown({
  note,
  caseId,
}: {
  readonly note: PackageNote | null;
  /** Of the case where it is here: its exhibits can be opened then. */
  readonly caseId: string | null;
}) {
  if (note === null) return null;
  return (
    <>
      <p className="small" dir="auto">
        {basisText(note)}
      </p>
      {note.slots === null ? null : (
        <Disclose
          title={sendText.slotsTitle(handoverSlots.filter((slot) => note.slots?.[slot] == null).length)}
        >
          <Papers slots={note.slots} caseId={caseId} />
        </Disclose>
      )}
    </>
  );
}

/** Each paper of a handover: the exhibit that it is, or that it is missing. */
function Papers({ slots, caseId }: { readonly slots: Slots; readonly caseId: string | null }) {
  // The list, and not the exhibits themselves: nobody has looked at one of them by reading what it is called.
  const { data, error } = useQuery(
    `papers-${caseId ?? ''}`,
    async () => (caseId === null ? [] : call(holdfast.evidence.list({ caseId }))),
    ['evidence'],
  );
  const items = error === null ? data : [];
  return (
    <ul className="plain">
      {handoverSlots.map((slot) => (
        <li key={slot} className="small">
          {slotText[slot]}: <Paper itemId={slots[slot]} items={items} />
        </li>
      ))}
    </ul>
  );
}

function Paper({
  itemId,
  items,
}: {
  readonly itemId: string | null;
  /** Of the case; null while they are read. */
  readonly items: readonly EvidenceItem[] | null;
}) {
  const { go } = useNavigation();
  if (itemId === null) return sendText.slotMissing;
  if (items === null) return noteText.reading;
  const item = items.find(({ id }) => id === itemId);
  if (item === undefined) return noteText.notHere;
  return (
    <TextLink
      onPress={() => {
        go({ name: 'evidence-item', caseId: item.caseId, itemId });
      }}
    >
      {paperName(item)}
    </TextLink>
  );
}
