import { createHash } from 'node:crypto';
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

/** A package meant for another office, even if it can be opened, was passed on by somebody: it is refused. */
export function checkRecipient({ recipients }: Manifest, keys: OfficeKeys, isByPassphrase: boolean): void {
  const expected = isByPassphrase ? byPassphrase : keys.office.recipient;
  if (!(recipients as readonly string[]).includes(expected)) throw new HoldfastError('package-damaged');
}

/** Why a package cannot be taken in whoever sent it, or null: this very package was taken in before. */
export function problemWith(
  { db }: Pick<VaultContext, 'db'>,
  { packageId }: Pick<Manifest, 'packageId'>,
): Extract<ErrorCode, 'package-already-here'> | null {
  const known = db
    .prepare("SELECT 1 FROM transfers WHERE package_id = ? AND direction = 'in'")
    .get(packageId);
  return known === undefined ? null : 'package-already-here';
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

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
