import type { Recipient } from '../../../shared/models/leaving-gate';
import { leavingText } from '../../strings/leaving';
import { BeforeItLeaves } from '../leaving/before-it-leaves';
import type { useBundleGate } from './use-bundle-gate';

/** In the place of the desk while something about the bundle is to be decided. */
export function BundleLeaves({
  of: { gate, saving },
  onRecipient,
  onLeaveOut,
}: {
  readonly of: ReturnType<typeof useBundleGate>;
  readonly onRecipient: (recipient: Recipient | null) => void;
  readonly onLeaveOut: (ids: readonly string[]) => void;
}) {
  const { asked } = gate;
  if (asked?.request.output !== 'bundle') return null;
  const { request, settle } = asked;
  const leaveOut = (ids: readonly string[]): void => {
    onLeaveOut(ids);
    gate.change({ ...request, itemIds: request.itemIds.filter((id) => !ids.includes(id)) });
  };
  return (
    <BeforeItLeaves
      request={request}
      submit={saving ? leavingText.saveBundle : leavingText.buildBundle}
      onMake={() => {
        settle(request);
      }}
      onBack={() => {
        settle(null);
      }}
      onChange={(next) => {
        gate.change(next);
        if (!saving && 'recipient' in next) onRecipient(next.recipient);
      }}
      {...(saving ? {} : { onLeaveOut: leaveOut })}
    />
  );
}
