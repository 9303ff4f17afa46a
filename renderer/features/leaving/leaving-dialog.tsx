import type { LeavingRequest } from '../../../shared/models/leaving-gate';
import { Dialog } from '../../components/dialog';
import { leavingText, outputText } from '../../strings/leaving';
import { BeforeItLeaves } from './before-it-leaves';
import type { Gate } from './use-gate';

/** What must be decided first, over a dialog or page from which something leaves. Nothing while nothing is asked. */
export function LeavingDialog({ gate, submit }: { readonly gate: Gate; readonly submit: string }) {
  const { asked } = gate;
  if (asked === null) return null;
  const { request, settle } = asked;
  const back = (): void => {
    settle(null);
  };
  return (
    <Dialog title={leavingText.title(outputText(request, recipientIn(request)))} isOpen isWide onClose={back}>
      <BeforeItLeaves
        request={request}
        submit={submit}
        inDialog
        onMake={() => {
          settle(request);
        }}
        onBack={back}
        onChange={gate.change}
      />
    </Dialog>
  );
}

function recipientIn(request: LeavingRequest) {
  return 'recipient' in request ? request.recipient : null;
}
