import type { CustodyStep } from '../../models/custody';
import type { PackagePurpose } from '../../models/package-purpose';
import type { KeptReceipt } from '../../models/receipt';
import { printUkMoment } from '../dates/uk-moment';

/** What became of a case with a package, in words that hold on paper as on the screen. */
export function stepTitle({ direction, purpose, office }: CustodyStep): string {
  const who = office === null ? 'whoever was told the passphrase' : office.name;
  if (direction === 'in') return purpose === 'handover' ? `Taken over from ${who}` : `Came in from ${who}`;
  return `${purpose === null ? 'A copy went' : wentAs[purpose]} to ${who}`;
}

const wentAs: Readonly<Record<PackagePurpose, string>> = {
  handover: 'Handed over',
  copy: 'A copy went',
  share: 'A part of it went',
  changes: 'What had changed went',
};

export function sealedText({ sealed, direction, office }: CustodyStep): string {
  if (sealed === 'passphrase') return 'Under a passphrase';
  if (sealed === null) return 'Not recorded';
  return direction === 'in' ? 'For the key of this office' : `For the key of ${office?.name ?? 'an office'}`;
}

export function comparedText({ office }: CustodyStep): string {
  if (office === null) return '';
  return office.isCompared ? 'its words were compared before' : 'nobody had compared its words';
}

/** What a receipt says, or that there is none. */
export function receiptLines({ direction, receipts, wiped }: CustodyStep): readonly string[] {
  const lines = receipts
    .filter((each) => each.direction !== direction)
    .map((each) => (each.direction === 'in' ? theirs(each) : ours(each)));
  const none = direction === 'out' ? 'No receipt has been read here' : 'No receipt was written here';
  const gone = wiped === null ? [] : [`Wiped off its stick on ${printUkMoment(wiped.at)} by ${wiped.by}`];
  return [...(lines.length === 0 ? [none] : lines), ...gone];
}

function theirs({ takenInAt, at, by, office, fingerprint }: KeptReceipt): string {
  const who = office.name === '' ? `an office that is not known (${fingerprint})` : office.name;
  return `Received by ${who} on ${printUkMoment(takenInAt)}; receipt read on ${printUkMoment(at)} by ${by}`;
}

const ours = ({ at, by }: KeptReceipt): string => `Receipt written on ${printUkMoment(at)} by ${by}`;
