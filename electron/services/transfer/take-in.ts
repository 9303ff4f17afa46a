import { noDecisions } from '../../../shared/domain/merge/receive';
import { HoldfastError } from '../../../shared/errors';
import { visible } from '../../../shared/domain/visible-text';
import { verifiedSenders } from '../../../shared/models/office';
import type { TransferRecord } from '../../../shared/models/transfer';
import type { VaultContext } from '../../vault/api';
import type { Contents } from './read-contents';
import { shownOf } from './records/versions';
import type { Records } from './records';
import { keepTransfer } from './transfer-rows';
import { writeRecords } from './write-records';

/** Takes a checked package in, all of it in one act. `isDecided`: a person was shown what it is before. */
export function takeIn(
  context: VaultContext,
  contents: Contents,
  bytes: number,
  sha256: string,
  isDecided: boolean,
): TransferRecord {
  const { manifest, sender, records, files, rows } = contents;
  const erased = erasedAmong(context, records);
  // Never by itself: whoever looked at the package was told that it was erased here.
  if (erased.size > 0 && !isDecided) throw new HoldfastError('erased-here');
  const decisions = { ...noDecisions, accept: erased };
  const { standing, known } = sender;
  const record: TransferRecord = {
    id: context.newId(),
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
    partner: { id: known?.id ?? null, name: known?.name ?? visible(manifest.sender.name), standing },
    alsoFor: [],
  };
  context.act(
    {
      action: 'transfer.import',
      subject: record.caseId,
      // The head of the sender's record: this record holds the other office to it from here on.
      detail: { package: record.packageId, sender: standing, head: manifest.auditHead },
    },
    () => {
      writeRecords(context, records, files, rows, {
        office: manifest.sender.fingerprint,
        recipient: contents.recipient,
        decisions,
      });
      keepTransfer(context, record);
    },
  );
  return record;
}

/** Ids of records and versions of a package that were erased here. */
function erasedAmong({ db }: VaultContext, { versions }: Records): ReadonlySet<string> {
  const ids = versions.flatMap(({ id, recordId }) => [id, recordId]);
  const found = db
    .prepare('SELECT t.id FROM json_each(?) j JOIN record_tombstones t ON t.id = j.value')
    .pluck()
    .all(JSON.stringify(ids)) as string[];
  return new Set(found);
}
