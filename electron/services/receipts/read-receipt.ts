import { open } from 'node:fs/promises';
import { verify } from 'node:crypto';
import {
  longestReceipt,
  readReceiptText,
  signedReceiptText,
} from '../../../shared/domain/receipt/receipt-text';
import { HoldfastError } from '../../../shared/errors';
import { openToDecision } from '../../../shared/models/office';
import type { KeptReceipt, Receipt } from '../../../shared/models/receipt';
import type { TransferRecord } from '../../../shared/models/transfer';
import type { VaultContext } from '../../vault/api';
import { ensureOfficeKeys, fingerprint, readPublicKey } from '../offices/office';
import { hasKeysOf, readOffices } from '../offices/office-rows';
import { senderOf } from '../offices/standing';
import { listTransfers } from '../transfer/transfer-rows';
import { isReceiptHere, keepReceipt } from './receipt-rows';

/**
 * Reads a receipt that was carried back, and keeps it as an act where it is one for a package of ours, signed by the office that the
 * package was sealed for. Throws `receipt-unreadable`, `receipt-newer`, `receipt-damaged` for one that was changed since it
 * was signed, `receipt-not-ours`, `receipt-other-package`, `receipt-wrong-office` and `receipt-already-here`.
 */
export async function readReceipt(context: VaultContext, path: string): Promise<KeptReceipt> {
  const text = await readText(path);
  const receipt = readSigned(text);
  const transfer = packageOf(context, receipt);
  const office = await signerOf(context, receipt, transfer);
  if (isReceiptHere(context, receipt.id)) throw new HoldfastError('receipt-already-here');
  const kept: KeptReceipt = {
    ...{ id: receipt.id, packageId: receipt.packageId, direction: 'in', office },
    ...{ at: context.now().toISOString(), by: context.stamp().author, takenInAt: receipt.takenInAt },
    ...{ counts: receipt.counts, recordHead: receipt.recordHead, fingerprint: receipt.receiver.fingerprint },
  };
  context.act(
    {
      action: 'receipt.read',
      subject: receipt.id,
      caseId: transfer.caseId,
      // The head of the receiver's record: this record holds the other office to it from here on.
      detail: { package: receipt.packageId, sender: office.standing, head: receipt.recordHead },
    },
    () => {
      keepReceipt(context, kept, text);
    },
  );
  return kept;
}

/** Throws `receipt-unreadable` for what is far too long. */
async function readText(path: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(longestReceipt + 1),
      0,
      longestReceipt + 1,
      0,
    );
    if (bytesRead > longestReceipt) throw new HoldfastError('receipt-unreadable');
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

function readSigned(text: string): Receipt {
  const read = readReceiptText(text);
  if (read.kind === 'newer') throw new HoldfastError('receipt-newer');
  if (read.kind === 'unreadable') throw new HoldfastError('receipt-unreadable');
  const { receipt, unsigned, signature } = read;
  const { recipient, signingKey } = receipt.receiver;
  const text64 = Buffer.from(signingKey, 'hex').toString('base64url');
  const key = readPublicKey(text64);
  const isSigned =
    key !== null &&
    receipt.receiver.fingerprint === fingerprint(recipient, text64) &&
    verify(null, Buffer.from(signedReceiptText(unsigned)), key, Buffer.from(signature, 'hex'));
  if (!isSigned) throw new HoldfastError('receipt-damaged');
  return receipt;
}

/** The package of ours that it is of: by its id, and by what was in it and who signed it. */
function packageOf(context: VaultContext, receipt: Receipt): TransferRecord {
  const transfer = listTransfers(context).find(
    ({ packageId, direction }) => packageId === receipt.packageId && direction === 'out',
  );
  if (transfer === undefined) throw new HoldfastError('receipt-not-ours');
  const isSame =
    transfer.sha256 === receipt.packageSha256 &&
    transfer.senderFingerprint === receipt.sender &&
    (transfer.manifestSha256 === null || transfer.manifestSha256 === receipt.manifestSha256);
  if (!isSame) throw new HoldfastError('receipt-other-package');
  return transfer;
}

/**
 * Whose receipt it is. Of a package that was sealed for offices, it is one of theirs, by the keys that were compared and still
 * count; under a passphrase whoever was told it may have opened the package, and is shown as not known where nobody compared them.
 */
async function signerOf(
  context: VaultContext,
  { receiver }: Receipt,
  { partner, alsoFor }: TransferRecord,
): Promise<KeptReceipt['office']> {
  if (partner !== null) {
    const sealedFor = [partner.id, ...alsoFor.map(({ id }) => id)];
    const office = readOffices(context).find(
      (each) => sealedFor.includes(each.id) && each.standing === 'compared' && hasKeysOf(each, receiver),
    );
    if (office === undefined) throw new HoldfastError('receipt-wrong-office');
    return { id: office.id, name: office.name, standing: 'compared' };
  }
  const { office: ours } = await ensureOfficeKeys(context);
  const signingKey = Buffer.from(receiver.signingKey, 'hex').toString('base64url');
  const { standing, known } = senderOf(context, { ...receiver, name: '', signingKey }, ours);
  const isKnown = standing === 'compared' && known !== null && hasKeysOf(known, receiver);
  if (isKnown) return { id: known.id, name: known.name, standing };
  // One key of an office that is known and another beside it is nobody's honest receipt.
  if (!openToDecision.includes(standing)) throw new HoldfastError('receipt-wrong-office');
  return { id: null, name: '', standing };
}
