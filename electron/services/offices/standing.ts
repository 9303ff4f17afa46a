import { officeNameKey } from '../../../shared/domain/office-card/office-name';
import type { SenderStanding } from '../../../shared/models/office';
import type { Office } from '../../../shared/models/transfer';
import type { VaultContext } from '../../vault/api';
import { hexOfKey } from './card';
import { readOffices } from './office-rows';
import type { OfficeRow } from './office-rows';

export interface Sender {
  readonly standing: SenderStanding;
  /** The office that has signed, or whose name the sender uses; null when it is nobody known. */
  readonly known: OfficeRow | null;
}

const byStanding = { compared: 0, refused: 1, new: 2, retired: 3 } as const;
const said = { compared: 'compared', refused: 'refused', new: 'not-compared', retired: 'retired' } as const;

/**
 * Who has signed something, by the key that it is signed with and nothing else: what a package says about its sender is
 * what its sender says. Whoever uses the name or the other key of an office that is known is told apart from a stranger.
 */
export function senderOf(
  context: Pick<VaultContext, 'db'>,
  sender: Pick<Office, 'name' | 'recipient' | 'signingKey'>,
  ours: Pick<Office, 'signingKey'>,
): Sender {
  const signingKey = hexOfKey(sender.signingKey);
  if (signingKey === hexOfKey(ours.signingKey)) return { standing: 'ours', known: null };
  const offices = readOffices(context);
  const [signer] = offices
    .filter((each) => each.signingKey === signingKey)
    .sort((a, b) => byStanding[a.standing] - byStanding[b.standing]);
  if (signer?.standing === 'compared' || signer?.standing === 'refused')
    return { standing: said[signer.standing], known: signer };
  const nameKey = officeNameKey(sender.name);
  const namesake = offices.find(
    (each) =>
      (each.standing === 'compared' || (each.standing === 'retired' && each.signingKey !== signingKey)) &&
      (each.nameKey === nameKey || each.recipient === sender.recipient),
  );
  if (namesake !== undefined) return { standing: 'other-key', known: namesake };
  return signer === undefined
    ? { standing: 'unknown', known: null }
    : { standing: said[signer.standing], known: signer };
}
