import { HoldfastError } from '../../../shared/errors';
import { visible } from '../../../shared/domain/visible-text';
import { verifiedSenders } from '../../../shared/models/office';
import type { PackageDecisions } from '../../../shared/models/package-decisions';
import type { TransferRecord } from '../../../shared/models/transfer';
import type { VaultContext } from '../../vault/api';
import type { Contents } from './read-contents';
import { erasedAmong, planJoin } from './plan-join';
import { shownOf } from './records/versions';
import { keepTransfer } from './transfer-rows';
import { joinRecords } from './write-records';

/** The package that is taken in, as a file. */
export interface PackageFile {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Takes a checked package in, all of it that nobody left out in one act: a case that is here is joined with it. `decisions`: null
 * where nobody was shown what it is before.
 */
export function takeIn(
  context: VaultContext,
  contents: Contents,
  { bytes, sha256 }: PackageFile,
  decisions: PackageDecisions,
  isDecided: boolean,
): TransferRecord {
  const { manifest, sender, records, files, rows } = contents;
  const plan = planJoin(context, records, decisions);
  // Never by itself: whoever looked at the package was told that it was erased here.
  if (plan.isNewCase && !isDecided && erasedAmong(context, records.versions).size > 0)
    throw new HoldfastError('erased-here');
  const { standing, known } = sender;
  const id = context.newId();
  return context.act(
    ({ brought }) => ({
      action: 'transfer.import',
      subject: manifest.caseId,
      detail: {
        package: manifest.packageId,
        sender: standing,
        // The head of the sender's record: this record holds the other office to it from here on.
        head: manifest.auditHead,
        ...brought,
        leftOut: plan.leftOutNow.length + plan.decline.size,
      },
    }),
    () => {
      const brought = joinRecords(context, {
        ...{ records, files, rows, plan, recipient: contents.recipient },
        office: manifest.sender.fingerprint,
        from: [manifest.sender.id, manifest.sender.recipient],
      });
      const record: TransferRecord = {
        id,
        direction: 'in',
        packageId: manifest.packageId,
        caseId: manifest.caseId,
        caseReference: manifest.caseReference,
        at: context.now().toISOString(),
        files: records.items.length,
        entries: shownOf(records.versions, 'entry').length,
        bytes,
        sha256,
        senderFingerprint: manifest.sender.fingerprint,
        verified: verifiedSenders.includes(standing),
        manifestSha256: contents.manifestSha256,
        sealed: manifest.recipients[0] === 'passphrase' ? 'passphrase' : 'key',
        purpose: manifest.purpose,
        note: manifest.note,
        alsoFor: [],
        partner: { id: known?.id ?? null, name: known?.name ?? visible(manifest.sender.name), standing },
        brought: { ...brought, joined: !plan.isNewCase },
      };
      keepTransfer(context, record);
      return record;
    },
  );
}
