import { leavingText } from '../../strings/leaving';
import { BeforeItLeaves } from '../leaving/before-it-leaves';
import type { Gate } from '../leaving/use-gate';
import type { PackChoice } from './pack-choice';

/** In the place of the desk while something about the pack is to be decided. What is changed here is changed on the desk. */
export function PackLeaves({
  asked: { request, settle },
  choice,
  onChange,
}: {
  readonly asked: NonNullable<Gate['asked']>;
  readonly choice: PackChoice;
  readonly onChange: (choice: PackChoice) => void;
}) {
  return (
    <BeforeItLeaves
      request={request}
      submit={choice.leavesAs === 'folder' ? leavingText.makePack : leavingText.sealPack}
      onMake={() => {
        settle(request);
      }}
      onBack={() => {
        settle(null);
      }}
      onChange={(next) => {
        // Who it is for decides what is usually shown of the chronology.
        if ('recipient' in next) onChange({ ...choice, recipient: next.recipient });
      }}
      onLeaveOut={(ids) => {
        onChange({ ...choice, itemIds: new Set([...choice.itemIds].filter((id) => !ids.includes(id))) });
      }}
    />
  );
}
