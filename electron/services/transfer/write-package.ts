import { createHash } from 'node:crypto';
import { pack } from 'tar-stream';
import type { Pack } from 'tar-stream';
import type { VaultInput } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';
import type { TransferRecord } from '../../../shared/models/transfer';
import type { FsLayer } from '../../vault/fs-layer';
import { allRows } from '../../vault/rows/rows';
import type { JobControl, StoredFile, VaultContext } from '../../vault/api';
import { z } from 'zod';
import { manifestName, packageFormat, recordsName, signatureName, signManifest } from './manifest';
import type { Manifest } from './manifest';
import { ensureOfficeKeys } from '../offices/office';
import type { OfficeKeys } from '../offices/office';
import { keepTransfer } from './transfer-rows';
import type { OfficeRow } from '../offices/office-rows';
import { officeOfLock } from '../seal/lock';
import { addMember, writeSealed } from '../seal/write-sealed';
import { closeForCaseHandover, planCaseHandover } from './case-handover';
import { readRecords } from './records';
import { caseReference } from '../cases/reference';
import { shownOf } from './records/versions';
import type { Records } from './records';
import { spoolRows } from './row-files/spool';
import type { RowFile } from './row-files/spool';

const fileRow = z.object({ id: z.string(), key: z.instanceof(Buffer), sha256: z.string(), bytes: z.int() });

/** The stored files of a case that travel, originals and redacted copies, each content once. What is drawn of them is drawn anew. */
function filesOf({ db }: VaultContext, caseId: string): ReadonlyMap<string, StoredFile> {
  const rows = allRows(
    db,
    fileRow,
    `SELECT DISTINCT f.id, f.key, f.sha256, f.bytes FROM files f
     WHERE f.id IN (SELECT file_id FROM evidence WHERE case_id = @caseId)
        OR f.id IN (SELECT r.file_id FROM redactions r JOIN evidence e ON e.id = r.item_id WHERE e.case_id = @caseId)
     ORDER BY f.sha256`,
    { caseId },
  );
  return new Map(rows.map((row) => [row.sha256, row]));
}

/**
 * Writes one case as a package for an office whose card was compared, or under a passphrase: age around a tar whose first member is the signed manifest. The finished file is read
 * back through a fresh handle and compared before it gets its name.
 */
export async function writePackage(
  context: VaultContext,
  input: VaultInput<'transfer.export'>,
  control: JobControl,
  layer?: FsLayer,
): Promise<TransferRecord> {
  const receiver = receiverOf(context, input);
  const keys = await ensureOfficeKeys(context);
  const spooled: StoredFile[] = [];
  try {
    return await writeFrom(context, { ...input, receiver }, control, keys, spooled, layer);
  } finally {
    for (const { id } of spooled) await context.files.remove(id).catch(() => undefined);
  }
}

/**
 * The office that a package is sealed for, null under a passphrase. Throws `office-not-compared` for a key that nobody has
 * compared with its owner, `invalid-input` for the handover of a case under a passphrase: whoever was told it could count on.
 */
function receiverOf(
  context: VaultContext,
  { lock, purpose }: Pick<VaultInput<'transfer.export'>, 'lock' | 'purpose'>,
): OfficeRow | null {
  if (lock.type === 'passphrase' && purpose === 'handover') throw new HoldfastError('invalid-input');
  return officeOfLock(context, lock);
}

async function writeFrom(
  context: VaultContext,
  input: VaultInput<'transfer.export'> & { readonly receiver: OfficeRow | null },
  control: JobControl,
  keys: OfficeKeys,
  spooled: StoredFile[],
  layer: FsLayer | undefined,
): Promise<TransferRecord> {
  // All at one moment, before anything is waited for.
  const found = readRecords(context, input.caseId);
  const caseHandover =
    input.purpose === 'handover' && input.receiver !== null
      ? planCaseHandover(context, input.caseId, input.receiver.recipient)
      : null;
  const files = filesOf(context, input.caseId);
  const auditHead = context.auditHead();
  const reference = caseReference(context, input.caseId);
  const rows = await spoolRows(context, input.caseId, found.messageSources, spooled, control.signal);
  const records: Records = {
    ...found,
    series: caseHandover?.packed ?? found.series,
    messageSources: [...rows.sources],
  };
  const recordBytes = Buffer.from(JSON.stringify(records));
  const manifest: Manifest = {
    format: packageFormat,
    packageId: context.newId(),
    createdAt: context.now().toISOString(),
    sender: keys.office,
    recipient: input.lock.type === 'recipient' ? input.lock.recipient : 'passphrase',
    purpose: input.purpose,
    caseId: input.caseId,
    caseReference: reference,
    auditHead,
    counts: {
      items: records.items.length,
      entries: shownOf(records.versions, 'entry').length,
    },
    files: [
      { path: recordsName, bytes: recordBytes.length, sha256: sha256(recordBytes) },
      ...rows.files.map(({ path, file }) => ({ path, bytes: file.bytes, sha256: file.sha256 })),
      ...[...files.values()].map((file) => ({
        path: `files/${file.sha256}` as const,
        bytes: file.bytes,
        sha256: file.sha256,
      })),
    ],
  };
  const manifestBytes = Buffer.from(JSON.stringify(manifest, null, 2));
  control.progress({ step: 'writing', done: 0, total: sum(manifest.files.map(({ bytes }) => bytes)) });

  const plain = tarStream(
    context,
    control,
    manifestBytes,
    signManifest(manifestBytes, keys.signingKey),
    recordBytes,
    [...rows.files, ...[...files.values()].map((file) => ({ path: `files/${file.sha256}`, file }))],
  );
  const { bytes, sha256: digest } = await writeSealed(input.path, plain, {
    ...{ lock: input.lock, signal: control.signal, layer },
    verifying: () => {
      control.progress({ step: 'verifying' });
    },
    // Before the package has its name: were it the other way round, a power cut could leave two offices counting on.
    verified: () => {
      if (caseHandover !== null)
        closeForCaseHandover(context, input.caseId, caseHandover, manifest.packageId);
    },
  });
  const record: TransferRecord = {
    id: context.newId(),
    direction: 'out',
    packageId: manifest.packageId,
    caseId: input.caseId,
    caseReference: reference,
    at: manifest.createdAt,
    files: manifest.counts.items,
    entries: manifest.counts.entries,
    bytes,
    sha256: digest,
    senderFingerprint: keys.office.fingerprint,
    verified: true,
    partner:
      input.receiver === null
        ? null
        : { id: input.receiver.id, name: input.receiver.name, standing: 'compared' },
    brought: null,
  };
  context.act(
    {
      action: 'transfer.export',
      subject: record.caseId,
      // As the manifest says it: the receiver writes the same head down, and so the two records are joined.
      detail: { package: record.packageId, to: input.receiver?.id ?? null, head: auditHead },
    },
    () => {
      keepTransfer(context, record);
    },
  );
  return record;
}

function tarStream(
  context: VaultContext,
  control: JobControl,
  manifest: Buffer,
  signature: Buffer,
  records: Buffer,
  members: readonly RowFile[],
): Pack {
  const archive = pack();
  const mtime = context.now();
  const add = (
    name: string,
    bytes: number,
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<void> => addMember(archive, { name, bytes, mtime }, source);
  const fill = async (): Promise<void> => {
    await add(manifestName, manifest.length, [manifest]);
    await add(signatureName, signature.length, [signature]);
    await add(recordsName, records.length, [records]);
    let done = records.length;
    for (const { path, file } of members) {
      if (control.signal.aborted) throw new HoldfastError('cancelled');
      await add(path, file.bytes, context.files.read(file));
      done += file.bytes;
      control.progress({ done });
    }
    archive.finalize();
  };
  fill().catch((error: unknown) => {
    archive.destroy(error instanceof Error ? error : new HoldfastError('internal'));
  });
  return archive;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
