import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Decrypter } from 'age-encryption';
import { extract } from 'tar-stream';
import type { VaultInput } from '../../../shared/contract/vault-methods';
import { HoldfastError, reportError } from '../../../shared/errors';
import type { TransferRecord } from '../../../shared/models/transfer';
import type { JobControl, StoredFile, VaultContext } from '../context';
import { checkReferences } from './check-references';
import {
  checkSignature,
  largestManifest,
  largestRecords,
  manifestName,
  parseManifest,
  recordsName,
  signatureName,
} from './manifest';
import type { Manifest } from './manifest';
import { ensureOfficeKeys } from './office';
import type { OfficeKeys } from './office';
import { recordsSchema, withProducers } from './records';
import type { Records } from './records';
import { largestRowFile } from './row-files/spool';
import { rowTaker } from './row-files/take-rows';
import type { RowFiles } from './row-files/write-rows';
import { keepTransfer } from './transfer-rows';
import { fromWeb } from './write-package';
import { writeRecords } from './write-records';

/** First line of every age file. */
const ageHeader = 'age-encryption.org/v1\n';

interface Contents {
  readonly manifest: Manifest;
  readonly records: Records;
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly rows: RowFiles;
}

/**
 * Opens a package into the vault. Its files go straight into encrypted storage and are worth nothing until all of it
 * has been verified: signature, recipient, every length and fingerprint, and age's end marker. Then everything goes in
 * with one transaction; on any failure what was written is removed and the vault is as it was.
 */
export async function openPackage(
  context: VaultContext,
  input: VaultInput<'transfer.import'>,
  control: JobControl,
): Promise<TransferRecord> {
  const keys = await ensureOfficeKeys(context);
  const { size } = await stat(input.path);
  await checkHeader(input.path);
  control.progress({ step: 'verifying', done: 0, total: size });
  const written: StoredFile[] = [];
  try {
    const hash = createHash('sha256');
    const plain = await decrypt(input, keys, hash, control);
    const contents = await readContents(context, plain, keys, input.passphrase !== null, written);
    return admit(context, contents, size, hash.digest('hex'));
  } catch (error) {
    for (const { id } of written) await context.files.remove(id).catch(() => undefined);
    throw coded(error);
  }
}

async function checkHeader(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(ageHeader.length), 0, ageHeader.length, 0);
    if (buffer.toString('latin1', 0, bytesRead) !== ageHeader) throw new HoldfastError('package-not-ours');
  } finally {
    await handle.close();
  }
}

async function decrypt(
  input: VaultInput<'transfer.import'>,
  keys: OfficeKeys,
  hash: Hash,
  control: JobControl,
): Promise<AsyncIterable<Uint8Array>> {
  let done = 0;
  async function* reading(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(input.path, { highWaterMark: 256 * 1024 })) {
      if (control.signal.aborted) throw new HoldfastError('cancelled');
      hash.update(chunk as Buffer);
      done += (chunk as Buffer).length;
      control.progress({ done });
      yield new Uint8Array(chunk as Buffer);
    }
  }
  const decrypter = new Decrypter();
  if (input.passphrase === null) decrypter.addIdentity(keys.identity);
  else decrypter.addPassphrase(input.passphrase);
  try {
    const sealed = Readable.toWeb(Readable.from(reading())) as unknown as ReadableStream<Uint8Array>;
    return fromWeb(await decrypter.decrypt(sealed));
  } catch (error) {
    if (error instanceof HoldfastError) throw error;
    // The library tells its failures apart only in words; this one means that no key of ours fits the header.
    const wrongKey = error instanceof Error && error.message.includes('no identity matched');
    throw new HoldfastError(wrongKey ? 'package-wrong-key' : 'package-damaged', { cause: error });
  }
}

/** Walks the tar. Names are compared with the manifest's list, so no name from outside ever becomes a path. */
async function readContents(
  context: VaultContext,
  plain: AsyncIterable<Uint8Array>,
  keys: OfficeKeys,
  byPassphrase: boolean,
  written: StoredFile[],
): Promise<Contents> {
  const archive = extract();
  const feeding = feed(plain, archive);
  let manifestBytes: Buffer | null = null;
  let manifest: Manifest | null = null;
  let signed = false;
  let records: Records | null = null;
  const files = new Map<string, StoredFile>();
  const rows = rowTaker();
  const seen = new Set<string>();
  let listing = new Map<string, Manifest['files'][number]>();

  for await (const member of archive) {
    const { name, type, size } = member.header;
    // The stream's types do not say that it gives bytes.
    const entry = member as AsyncIterable<Uint8Array>;
    if (type !== 'file') throw new HoldfastError('package-damaged');
    if (manifest === null || manifestBytes === null) {
      if (name !== manifestName) throw new HoldfastError('package-damaged');
      manifestBytes = await collect(entry, size, largestManifest);
      manifest = parseManifest(manifestBytes);
      checkRecipient(manifest, keys, byPassphrase);
      refuseKnown(context, manifest);
      listing = new Map(manifest.files.map((file) => [file.path, file]));
      continue;
    }
    if (!signed) {
      if (name !== signatureName) throw new HoldfastError('package-damaged');
      checkSignature(manifestBytes, await collect(entry, size, 64), manifest);
      signed = true;
      continue;
    }
    const listed = listing.get(name);
    if (listed === undefined || size !== listed.bytes || seen.has(name))
      throw new HoldfastError('package-damaged');
    seen.add(name);
    if (name === recordsName) {
      records = readRecordsFile(await collect(entry, size, largestRecords), listed.sha256);
    } else if (!name.startsWith('files/')) {
      // Rows are checked against the records, which our own packages have before them.
      if (records === null || size > largestRowFile) throw new HoldfastError('package-damaged');
      await rows.take(name, entry, listed.sha256, records);
    } else {
      const file = await context.files.write(entry);
      written.push(file);
      if (file.sha256 !== listed.sha256 || file.bytes !== listed.bytes)
        throw new HoldfastError('package-damaged');
      files.set(file.sha256, file);
    }
  }
  // Only now is it known that age's last chunk was there: a cut file fails here.
  await feeding;
  if (manifest === null || records === null || !signed || seen.size !== manifest.files.length) {
    throw new HoldfastError('package-damaged');
  }
  if (records.case.id !== manifest.caseId) throw new HoldfastError('package-damaged');
  return { manifest, records, files, rows: rows.taken() };
}

async function feed(plain: AsyncIterable<Uint8Array>, archive: ReturnType<typeof extract>): Promise<void> {
  try {
    for await (const chunk of plain) {
      if (archive.write(chunk)) continue;
      await new Promise<void>((resolve, reject) => {
        const closed = (): void => {
          reject(new HoldfastError('package-damaged'));
        };
        archive.once('close', closed);
        archive.once('drain', () => {
          archive.off('close', closed);
          resolve();
        });
      });
    }
    archive.end(undefined);
  } catch (error) {
    archive.destroy(error instanceof Error ? error : new HoldfastError('package-damaged'));
  }
}

async function collect(source: AsyncIterable<Uint8Array>, size: number, most: number): Promise<Buffer> {
  if (size > most) throw new HoldfastError('package-damaged');
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

/** A package meant for another office, even if it can be opened, was passed on by somebody: it is refused. */
function checkRecipient(manifest: Manifest, keys: OfficeKeys, byPassphrase: boolean): void {
  const expected = byPassphrase ? 'passphrase' : keys.office.recipient;
  if (manifest.recipient !== expected) throw new HoldfastError('package-damaged');
}

function refuseKnown({ db }: VaultContext, { packageId, caseId, caseReference }: Manifest): void {
  const known = db
    .prepare("SELECT 1 FROM transfers WHERE package_id = ? AND direction = 'in'")
    .get(packageId);
  const there = db.prepare('SELECT 1 FROM cases WHERE id = ?').get(caseId);
  if (known !== undefined || there !== undefined) throw new HoldfastError('package-already-here');
  if (db.prepare('SELECT 1 FROM cases WHERE reference = ?').get(caseReference) !== undefined) {
    throw new HoldfastError('conflict');
  }
}

function readRecordsFile(bytes: Buffer, sha256: string): Records {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new HoldfastError('package-damaged');
  try {
    const records = withProducers(recordsSchema.parse(JSON.parse(bytes.toString('utf8'))));
    checkReferences(records);
    return records;
  } catch (error) {
    throw new HoldfastError('package-damaged', { cause: error });
  }
}

function admit(context: VaultContext, contents: Contents, bytes: number, sha256: string): TransferRecord {
  const { manifest, records, files, rows } = contents;
  const record: TransferRecord = {
    id: context.newId(),
    direction: 'in',
    packageId: manifest.packageId,
    caseId: manifest.caseId,
    caseReference: manifest.caseReference,
    at: context.now().toISOString(),
    files: records.items.length,
    entries: records.entries.filter(({ removed }) => !removed).length,
    bytes,
    sha256,
    senderFingerprint: manifest.sender.fingerprint,
    verified: true,
  };
  context.act(
    { action: 'transfer.import', subject: record.caseId, detail: { package: record.packageId } },
    () => {
      writeRecords(context, records, files, rows);
      keepTransfer(context, record);
    },
  );
  return record;
}

/** Whatever a stranger's file makes the readers throw means that it is damaged; what the disk says is said as it is. */
function coded(error: unknown): HoldfastError {
  if (error instanceof HoldfastError) return error;
  const { code } = reportError(error);
  const disk =
    code === 'disk-full' || code === 'not-writable' || code === 'read-failed' || code === 'file-vanished';
  return new HoldfastError(disk ? code : 'package-damaged', { cause: error });
}
