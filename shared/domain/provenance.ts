import type { CheckAnswer, CheckId, Provenance, ProvenanceWay, SharedProvenance } from '../models/provenance';
import { checkIds } from '../models/provenance';

/** What a way of handing over does to a file: nothing, perhaps something, or certainly something. */
export type Keeping = 'whole' | 'perhaps' | 'lossy';

interface WayFacts {
  readonly keeping: Keeping;
  /** What is lost on the way, and what helps. */
  readonly words: string;
}

/** Domain 3.1, 3.2: sending is a conversion, and what it takes away cannot be told from the file afterwards. */
export const ways: Readonly<Record<ProvenanceWay, WayFacts>> = {
  original_on_client_device_seen: {
    keeping: 'whole',
    words: 'You saw the original where it was made. Say in the note what you compared.',
  },
  copied_by_cable: {
    keeping: 'whole',
    words: 'A cable or card copies files as they are. The date on the disk may change; dates inside stay.',
  },
  nearby_share: {
    keeping: 'perhaps',
    words:
      'AirDrop and Quick Share send the file itself, but on iPhones the sender can leave out the place, and HEIC may become JPEG.',
  },
  downloaded_from_account: {
    keeping: 'perhaps',
    words:
      'A service’s own download may be the file that was uploaded or one made anew. Say which service and which account.',
  },
  email: {
    keeping: 'perhaps',
    words:
      'E-mail attachments mostly arrive whole, but phones offer to make pictures smaller, which takes their dates away. The e-mail itself is worth keeping: it says when it was sent.',
  },
  messaging_app: {
    keeping: 'lossy',
    words:
      'Sent through a messaging app: pictures are made anew, smaller, and lose the date and place the camera wrote. Ask for the original by cable, or sent as a document.',
  },
  photo_of_screen: {
    keeping: 'lossy',
    words:
      'A photo of a screen: its date is when the photo was taken, not when the screen was shown or the message sent. Ask for a screenshot or an export beside it.',
  },
  print_scan: {
    keeping: 'lossy',
    words:
      'Printed and scanned: nothing of the original file is left but what can be seen. Its dates are those of the scan.',
  },
  third_party: {
    keeping: 'perhaps',
    words:
      'It came from somebody else. Say who, how they got it, and whether they have been told it may be shown to a court.',
  },
  other: { keeping: 'perhaps', words: 'Say in the note how it came.' },
};

/** What a filled-in form says goes over what was said before; what is empty leaves it. The checklist stays. */
export function mergeProvenance(before: Provenance, said: SharedProvenance): Provenance {
  const text = (now: string, earlier: string): string => (now.trim() === '' ? earlier : now);
  return {
    way: said.way ?? before.way,
    givenBy: text(said.givenBy, before.givenBy),
    receivedOn: said.receivedOn ?? before.receivedOn,
    device: text(said.device, before.device),
    capturedBy: text(said.capturedBy, before.capturedBy),
    account: text(said.account, before.account),
    originalKept: said.originalKept ?? before.originalKept,
    saidBy: text(said.saidBy, before.saidBy),
    note: text(said.note, before.note),
    checks: before.checks,
  };
}

/** True when nothing at all was said. */
export function saysNothing(said: SharedProvenance): boolean {
  const { way, receivedOn, originalKept, ...texts } = said;
  return (
    way === null &&
    receivedOn === null &&
    originalKept === null &&
    Object.values(texts).every((text) => typeof text !== 'string' || text.trim() === '')
  );
}

/** How many questions have an answer, and which are answered no. A count of looks, never a score. */
export function checksLookedAt(checks: Provenance['checks']): {
  readonly lookedAt: number;
  readonly of: number;
  readonly missing: readonly CheckId[];
} {
  return {
    lookedAt: checkIds.filter((id) => checks[id] !== undefined).length,
    of: checkIds.length,
    missing: checkIds.filter((id) => checks[id] === 'no'),
  };
}

/** Sets or takes back an answer. */
export function withCheck(
  checks: Provenance['checks'],
  id: CheckId,
  answer: CheckAnswer | null,
): Provenance['checks'] {
  const others = Object.fromEntries(Object.entries(checks).filter(([key]) => key !== id));
  return answer === null ? others : { ...others, [id]: answer };
}
