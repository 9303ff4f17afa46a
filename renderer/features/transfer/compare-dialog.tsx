import { Check, X } from 'lucide-react';
import type { PartnerOffice } from '../../../shared/models/office';
import { call, holdfast } from '../../kit/bridge';
import { useAct } from '../../kit/use-act';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { printMoment } from '../../strings/dates';
import { WordsList } from './words-list';

/** Two people read the words of a card to each other: only that tells whose card it is. */
export function CompareDialog({
  office,
  known,
  onClose,
}: {
  readonly office: PartnerOffice;
  /** The office whose place it would take. */
  readonly known: PartnerOffice | null;
  readonly onClose: () => void;
}) {
  const act = useAct({ once: true });
  const answer = (same: boolean): void => {
    act.run(() => call(holdfast.offices.compare({ id: office.id, same })), onClose);
  };
  return (
    <Dialog title={`Compare the words of ${office.name}`} isOpen onClose={onClose}>
      <div className="stack">
        {known === null ? null : <KnownNotice office={office} known={known} />}
        <p>
          Ring them on a number you knew before, not one from the mail with the card. Ask them to read out the
          words on their own screen, under Transfers, “Our card”.
        </p>
        <WordsList words={office.words} label="The words of the card you were sent" />
        <p>
          <strong>Are all eight the same, in this order?</strong> If they are not, the card is not theirs, or
          somebody changed it on the way.
        </p>
        <Failure code={act.error} />
      </div>
      <div className="actions">
        <Button onPress={onClose}>Not now</Button>
        <Button
          variant="danger"
          icon={<X aria-hidden />}
          isPending={act.busy}
          onPress={() => {
            answer(false);
          }}
        >
          They differ
        </Button>
        <Button
          variant="primary"
          icon={<Check aria-hidden />}
          isPending={act.busy}
          onPress={() => {
            answer(true);
          }}
        >
          All eight are the same
        </Button>
      </div>
    </Dialog>
  );
}

function KnownNotice({ office, known }: { readonly office: PartnerOffice; readonly known: PartnerOffice }) {
  const when =
    known.compared === null ? '' : `, compared on ${printMoment(known.compared.at)} by ${known.compared.by}`;
  return office.takesPlaceOf?.because === 'other-name' ? (
    <Notice tone="amber" title={`These are the keys of ${known.name}${when}`}>
      If the words are the same, the office is called {office.name} from now on.
    </Notice>
  ) : (
    <Notice tone="amber" title={`You know ${known.name} with other keys${when}`}>
      Either they have new keys, or somebody is pretending to be them. Ask why. The old keys stay until the
      words are the same; then the new ones take their place.
    </Notice>
  );
}
