import { HoldfastError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import { openToDecision, verifiedSenders } from '../../../shared/models/office';
import type { SeenPackage } from '../../../shared/models/office';
import type { VaultContext } from '../../vault/api';
import { senderOf } from '../offices/standing';
import type { Sender } from '../offices/standing';
import { byPassphrase } from './manifest';
import type { Manifest } from './manifest';
import type { OfficeKeys } from '../offices/office';
import { sha256 } from '../seal/sha256';
import { wasTakenIn } from './transfer-rows';

/** A package meant for another office, even if it can be opened, was passed on by somebody: it is refused. */
export function checkRecipient({ recipients }: Manifest, keys: OfficeKeys, isByPassphrase: boolean): void {
  const expected = isByPassphrase ? byPassphrase : keys.office.recipient;
  if (!(recipients as readonly string[]).includes(expected)) throw new HoldfastError('package-damaged');
}

/** Why a package cannot be taken in whoever sent it, or null: this very package was taken in before. */
export function problemWith(
  context: Pick<VaultContext, 'db'>,
  { packageId }: Pick<Manifest, 'packageId'>,
): Extract<ErrorCode, 'package-already-here'> | null {
  return wasTakenIn(context, packageId) ? 'package-already-here' : null;
}

/**
 * Nothing of a package goes in before it is known who has signed it. One that was looked at must still be the same, from
 * the same sender; a sender nobody has compared must have been shown as such to whoever decided. Gives the sender. Throws
 * `sender-unknown` where nobody has decided yet, `package-changed`, and `sender-refused` for keys that do not count here.
 */
export function admitSender(
  context: Pick<VaultContext, 'db'>,
  manifest: Manifest,
  manifestBytes: Buffer,
  keys: OfficeKeys,
  seen: SeenPackage | null,
): Sender {
  const sender = senderOf(context, manifest.sender, keys.office);
  if (seen !== null && (seen.manifestSha256 !== sha256(manifestBytes) || seen.standing !== sender.standing))
    throw new HoldfastError('package-changed');
  if (verifiedSenders.includes(sender.standing)) return sender;
  if (!openToDecision.includes(sender.standing)) throw new HoldfastError('sender-refused');
  if (seen === null) throw new HoldfastError('sender-unknown');
  return sender;
}
