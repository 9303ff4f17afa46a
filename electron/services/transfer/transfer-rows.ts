import * as z from 'zod';
import { verifiedSenders } from '../../../shared/models/office';
import { transferRecordSchema } from '../../../shared/models/transfer';
import type { TransferRecord } from '../../../shared/models/transfer';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';

/** Keeps the record of a package. Must run inside the act that wrote or opened it. */
export function keepTransfer({ db }: VaultContext, record: TransferRecord): void {
  db.prepare('INSERT INTO transfers (id, package_id, direction, at, body) VALUES (?, ?, ?, ?, ?)').run(
    record.id,
    record.packageId,
    record.direction,
    record.at,
    JSON.stringify(record),
  );
}

/** Whether a package was opened here before. */
export function wasTakenIn({ db }: Pick<VaultContext, 'db'>, packageId: string): boolean {
  const known = db.prepare("SELECT 1 FROM transfers WHERE package_id = ? AND direction = 'in'");
  return known.get(packageId) !== undefined;
}

/** All packages written and opened, newest first. */
export function listTransfers({ db }: VaultContext): TransferRecord[] {
  return allRows(db, z.object({ body: z.string() }), 'SELECT body FROM transfers ORDER BY rowid DESC')
    .map(({ body }) => parseJson(transferRecordSchema, body))
    .map((record) => ({ ...record, verified: record.verified && isVerified(record) }));
}

/** Packages that came in before offices were compared say "verified" by the key that lay beside the signature. */
function isVerified({ direction, partner }: TransferRecord): boolean {
  return direction === 'out' || (partner !== null && verifiedSenders.includes(partner.standing));
}
