import { dirname } from 'node:path';
import type { VaultInput } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';
import type { TransferRecord } from '../../../shared/models/transfer';
import type { FsLayer } from '../../vault/fs-layer';
import { filesOf } from './files-of';
import type { JobControl, StoredFile, VaultContext } from '../../vault/api';
import { byPassphrase, packageFormat, recordsName } from './manifest';
import type { Manifest } from './manifest';
import { ensureOfficeKeys } from '../offices/office';
import type { OfficeKeys } from '../offices/office';
import { forgetDraft } from './transfer-drafts';
import type { Stamp } from './transfer-drafts';
import { keepTransfer } from './transfer-rows';
import { planDraft, writeDraft } from './write-draft';
import type { OfficeRow } from '../offices/office-rows';
import { officesOfLock, recipientsOf } from '../seal/lock';
import { partBytesFor } from '../seal/parts';
import { sha256 } from '../seal/sha256';
import { closeForCaseHandover, planCaseHandover } from './case-handover';
import { keepHeld } from './held';
import { packageTar } from './package-tar';
import type { PackageContent } from './package-tar';
import { whatGoes } from './what-goes';
import { caseReference } from '../cases/reference';
import { shownOf } from './records/versions';
import type { Records } from './records';
import { spoolRows } from './row-files/spool';

/**
 * Writes one case as a package for one or several offices whose cards were compared, or under a passphrase: age around a tar whose
 * first member is the signed manifest. The finished file is read back through a fresh handle and compared before it gets its name.
 */
export async function writePackage(
  context: VaultContext,
  input: VaultInput<'transfer.export'>,
  control: JobControl,
  layer?: FsLayer,
  partBytes?: number,
): Promise<TransferRecord> {
  const receivers = receiversOf(context, input);
  const keys = await ensureOfficeKeys(context);
  const spooled: StoredFile[] = [];
  try {
    return await writeFrom(context, { ...input, receivers }, control, keys, spooled, {
      layer,
      partBytes,
    });
  } finally {
    for (const { id } of spooled) await context.files.remove(id).catch(() => undefined);
  }
}

/**
 * The offices that a package is sealed for, none under a passphrase. Throws `office-not-compared` for a key that nobody has
 * compared with its owner, `invalid-input` for the handover of a case to more than one or to whoever was told a passphrase: two
 * could count on.
 */
function receiversOf(
  context: VaultContext,
  { lock, purpose }: Pick<VaultInput<'transfer.export'>, 'lock' | 'purpose'>,
): readonly OfficeRow[] {
  const offices = officesOfLock(context, lock);
  if (purpose === 'handover' && offices.length !== 1) throw new HoldfastError('invalid-input');
  return offices;
}

/** How tests write: what fails, and how small a part is. */
interface Disk {
  readonly layer: FsLayer | undefined;
  readonly partBytes: number | undefined;
}

async function writeFrom(
  context: VaultContext,
  input: VaultInput<'transfer.export'> & { readonly receivers: readonly OfficeRow[] },
  control: JobControl,
  keys: OfficeKeys,
  spooled: StoredFile[],
  how: Disk,
): Promise<TransferRecord> {
  const [receiver, ...others] = input.receivers;
  // All at one moment, before anything is waited for.
  const { records: found, held } = whatGoes(context, input);
  const caseHandover =
    input.purpose === 'handover' && receiver !== undefined
      ? planCaseHandover(context, input.caseId, receiver.recipient)
      : null;
  const files = filesOf(context, found);
  const auditHead = context.auditHead();
  const reference = caseReference(context, input.caseId);
  const rows = await spoolRows(
    context,
    input.caseId,
    found.messageSources,
    spooled,
    control.signal,
    input.purpose === 'share' ? new Set(found.items.map(({ id }) => id)) : null,
  );
  const records: Records = {
    ...found,
    series: caseHandover?.packed ?? found.series,
    messageSources: [...rows.sources],
  };
  const recordBytes = Buffer.from(JSON.stringify(records));
  const manifestWith = (stamp: Stamp): Manifest => ({
    format: packageFormat,
    ...stamp,
    sender: keys.office,
    recipients: recipientsOf(input.lock) ?? [byPassphrase],
    purpose: input.purpose,
    since: input.purpose === 'changes' ? (input.since ?? null) : null,
    note: input.note ?? null,
    caseId: input.caseId,
    caseReference: reference,
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
  });
  const members = [
    ...rows.files,
    ...[...files.values()].map((file) => ({ path: `files/${file.sha256}`, file })),
  ];
  const contentWith = (stamp: Stamp): PackageContent => {
    const manifest = manifestWith(stamp);
    return { manifest, manifestBytes: Buffer.from(JSON.stringify(manifest, null, 2)), recordBytes, members };
  };
  const partBytes = how.partBytes ?? (await partBytesFor(dirname(input.path), input.inParts ?? false));
  const fresh = { packageId: context.newId(), createdAt: context.now().toISOString(), auditHead };
  const plan = await planDraft(context, { ...input, partBytes }, fresh, contentWith);
  const { manifest } = plan.content;
  control.progress({ step: 'writing', done: 0, total: sum(manifest.files.map(({ bytes }) => bytes)) });
  const tar = packageTar(context, plan.content, keys, control);
  const { bytes, sha256: digest } = await writeDraft(context, input.caseId, plan, tar, {
    ...{ layer: how.layer, signal: control.signal, control },
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
    manifestSha256: sha256(plan.content.manifestBytes),
    sealed: receiver === undefined ? 'passphrase' : 'key',
    partner: receiver === undefined ? null : { id: receiver.id, name: receiver.name, standing: 'compared' },
    alsoFor: others.map(({ id, name }) => ({ id, name })),
    purpose: manifest.purpose,
    note: manifest.note,
    brought: null,
  };
  context.act(
    {
      action: 'transfer.export',
      subject: record.caseId,
      // As the manifest says it: the receiver writes the same head down, and so the two records are joined.
      detail: { package: record.packageId, to: toOf(input.receivers), head: manifest.auditHead },
    },
    () => {
      keepTransfer(context, record);
      if (held !== null) keepHeld(context, record.packageId, input.caseId, held, manifest.since);
      forgetDraft(context, record.caseId ?? '');
    },
  );
  return record;
}

/** Whom the record of acts names: one office, several with spaces between, or nobody. */
function toOf(receivers: readonly OfficeRow[]): string | null {
  return receivers.length === 0 ? null : receivers.map(({ id }) => id).join(' ');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
