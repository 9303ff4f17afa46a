import { sign } from 'node:crypto';
import {
  printReceipt,
  signedReceiptText,
  unsignedReceipt,
} from '../../../shared/domain/receipt/receipt-text';
import { HoldfastError } from '../../../shared/errors';
import type { Receipt, KeptReceipt } from '../../../shared/models/receipt';
import type { TransferRecord } from '../../../shared/models/transfer';
import type { VaultContext } from '../../vault/api';
import { writeDurably } from '../../vault/durable';
import type { FsLayer } from '../../vault/fs-layer';
import { hexOfKey } from '../offices/card';
import { ensureOfficeKeys } from '../offices/office';
import { listTransfers } from '../transfer/transfer-rows';
import { keepReceipt } from './receipt-rows';

/** A package that went out or came in, as the list of packages has it. Throws `not-found`. */
export function requireTransfer(
  context: VaultContext,
  id: string,
  direction: TransferRecord['direction'] | null = null,
): TransferRecord {
  const found = listTransfers(context).find((each) => each.id === id);
  if (found === undefined || (direction !== null && found.direction !== direction))
    throw new HoldfastError('not-found');
  return found;
}

/**
 * Writes a receipt for a package that was taken in: who signed it, what it was, how much of it is here. That it was written is
 * kept as an act, with the file already on the disk.
 */
export async function writeReceipt(
  context: VaultContext,
  { id, path }: { readonly id: string; readonly path: string },
  layer?: FsLayer,
): Promise<KeptReceipt> {
  const transfer = requireTransfer(context, id, 'in');
  const { office, signingKey } = await ensureOfficeKeys(context);
  const receipt: Receipt = {
    id: context.newId(),
    packageId: transfer.packageId,
    manifestSha256: transfer.manifestSha256,
    packageSha256: transfer.sha256,
    sender: transfer.senderFingerprint,
    receiver: {
      recipient: office.recipient,
      signingKey: hexOfKey(office.signingKey),
      fingerprint: office.fingerprint,
    },
    takenInAt: transfer.at,
    writtenAt: context.now().toISOString(),
    counts: { exhibits: transfer.files, entries: transfer.entries, declined: declinedOf(context, transfer) },
    recordHead: context.auditHead(),
  };
  const unsigned = unsignedReceipt(receipt);
  const signature = sign(null, Buffer.from(signedReceiptText(unsigned)), signingKey).toString('hex');
  const text = printReceipt(unsigned, signature);
  await writeDurably(path, [Buffer.from(text)], layer);
  const kept: KeptReceipt = {
    ...{ id: receipt.id, packageId: receipt.packageId, direction: 'out' },
    ...{ at: receipt.writtenAt, by: context.stamp().author, takenInAt: receipt.takenInAt },
    ...{ counts: receipt.counts, recordHead: receipt.recordHead, fingerprint: office.fingerprint },
    office: { id: null, name: office.name, standing: 'ours' },
  };
  context.act(
    {
      action: 'receipt.write',
      subject: receipt.id,
      caseId: transfer.caseId,
      detail: { package: receipt.packageId },
    },
    () => {
      keepReceipt(context, kept, text);
    },
  );
  return kept;
}

/** How many records of its case somebody has declined so far. */
function declinedOf({ db }: VaultContext, { caseId }: TransferRecord): number {
  return Number(db.prepare('SELECT count(*) FROM record_declined WHERE case_id = ?').pluck().get(caseId));
}
