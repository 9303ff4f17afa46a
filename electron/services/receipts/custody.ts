import * as z from 'zod';
import { verifiedSenders } from '../../../shared/models/office';
import type { Custody, CustodyStep } from '../../../shared/models/custody';
import type { TransferRecord } from '../../../shared/models/transfer';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';
import { caseReference } from '../cases/reference';
import { ensureOfficeKeys, fingerprint } from '../offices/office';
import { readOffices } from '../offices/office-rows';
import type { OfficeRow } from '../offices/office-rows';
import { listTransfers } from '../transfer/transfer-rows';
import { readAfter } from './after';

const actRow = z.object({ author: z.string(), detail: z.string(), hash: z.string() });
const detailSchema = z.object({ package: z.string().optional(), head: z.string().optional() });

/** Who wrote or took in each package of a case, and the heads of both records of acts at that moment. */
function actsOf({ db }: VaultContext, caseId: string) {
  const acts = allRows(
    db,
    actRow,
    `SELECT author, detail, hash FROM audit
     WHERE subject = ? AND action IN ('transfer.export', 'transfer.import') ORDER BY seq`,
    caseId,
  );
  return new Map(
    acts.map(({ author, detail, hash }) => {
      const { package: id = '', head = null } = parseJson(detailSchema, detail);
      return [id, { author, head, hash }] as const;
    }),
  );
}

/** Through which offices a case went, the first package first. Throws `not-found` for a case that is not here. */
export async function readCustody(context: VaultContext, caseId: string): Promise<Custody> {
  const reference = caseReference(context, caseId);
  const { office } = await ensureOfficeKeys(context);
  const { receipts, wiped } = readAfter(context);
  const acts = actsOf(context, caseId);
  const offices = readOffices(context);
  const steps = listTransfers(context)
    .filter((each) => each.caseId === caseId)
    .reverse()
    .map((each): CustodyStep => {
      const { id, packageId, direction, at, purpose, sealed, files, entries, bytes, sha256 } = each;
      const { alsoFor, note } = each;
      const act = acts.get(packageId);
      const known = receipts.filter((receipt) => receipt.packageId === packageId);
      const gone = wiped.find((one) => one.id === id);
      const isOut = direction === 'out';
      return {
        ...{ id, packageId, direction, at, purpose, sealed, files, entries, bytes, sha256, alsoFor, note },
        by: act?.author ?? '',
        office: otherOffice(each, offices),
        ourHead: (isOut ? act?.head : act?.hash) ?? null,
        theirHead: (isOut ? known.find((one) => one.direction === 'in')?.recordHead : act?.head) ?? null,
        receipts: known,
        wiped: gone === undefined ? null : { at: gone.at, by: gone.by },
      };
    });
  return {
    ...{ caseId, reference, steps, auditHead: context.auditHead() },
    office: { name: office.name, fingerprint: office.fingerprint },
  };
}

function otherOffice(
  { direction, partner, senderFingerprint }: TransferRecord,
  offices: readonly OfficeRow[],
): CustodyStep['office'] {
  if (direction === 'in') {
    const isCompared = partner !== null && verifiedSenders.includes(partner.standing);
    return { name: partner?.name ?? 'an office not recorded', isCompared, fingerprint: senderFingerprint };
  }
  if (partner === null) return null;
  const known = offices.find(({ id }) => id === partner.id);
  return {
    name: partner.name,
    isCompared: true,
    fingerprint:
      known === undefined
        ? null
        : fingerprint(known.recipient, Buffer.from(known.signingKey, 'hex').toString('base64url')),
  };
}
