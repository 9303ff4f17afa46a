import { createHash } from 'node:crypto';
import { extract } from 'tar-stream';
import { HoldfastError } from '../../../shared/errors';
import type { SeenPackage } from '../../../shared/models/office';
import type { PackageDecisions } from '../../../shared/models/package-decisions';
import type { StoredFile, VaultContext } from '../../vault/api';
import type { Sender } from '../offices/standing';
import { admitSender, checkRecipient, problemWith } from './admit-sender';
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
import type { OfficeKeys } from '../offices/office';
import { collect, feed } from './package-stream';
import type { SealedPackage } from './package-stream';
import type { Quarantine } from './quarantine';
import { parseRecords } from './records';
import { versionsOfLines } from './records/earlier';
import type { Records } from './records';
import { largestRowFile } from './row-files/spool';
import { rowTaker } from './row-files/take-rows';
import type { RowFiles } from './row-files/write-rows';

/** A package to take in, and what a person was shown of it before; null when nobody has looked. */
export interface PackageToOpen extends SealedPackage {
  readonly seen: SeenPackage | null;
  /** What a person leaves out of it, or takes after all. */
  readonly decisions?: PackageDecisions;
}

/** All of a package, once every length and fingerprint of it was checked. */
export interface Contents {
  readonly manifest: Manifest;
  /** As it was signed. */
  readonly manifestBytes: Buffer;
  /** The age key of this office, by which it may be named in the package. */
  readonly recipient: string;
  readonly sender: Sender;
  readonly records: Records;
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly rows: RowFiles;
}

/** Walks the tar. Names are compared with the manifest's list, so no name from outside ever becomes a path. */
export async function readContents(
  context: VaultContext,
  plain: AsyncIterable<Uint8Array>,
  keys: OfficeKeys,
  input: PackageToOpen,
  quarantine: Quarantine,
): Promise<Contents> {
  const archive = extract();
  const feeding = feed(plain, archive);
  let manifestBytes: Buffer | null = null;
  let manifest: Manifest | null = null;
  let sender: Sender | null = null;
  let records: Records | null = null;
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
      checkRecipient(manifest, keys, input.passphrase !== null);
      listing = new Map(manifest.files.map((file) => [file.path, file]));
      continue;
    }
    if (sender === null) {
      if (name !== signatureName) throw new HoldfastError('package-damaged');
      checkSignature(manifestBytes, await collect(entry, size, 64), manifest);
      sender = admitSender(context, manifest, manifestBytes, keys, input.seen);
      const problem = problemWith(context, manifest);
      if (problem !== null) throw new HoldfastError(problem);
      continue;
    }
    const listed = listing.get(name);
    if (listed === undefined || size !== listed.bytes || seen.has(name))
      throw new HoldfastError('package-damaged');
    seen.add(name);
    if (name === recordsName) {
      records = readRecordsFile(await collect(entry, size, largestRecords), listed.sha256, manifest.format);
    } else if (!name.startsWith('files/')) {
      // Rows are checked against the records, which our own packages have before them.
      if (records === null || size > largestRowFile) throw new HoldfastError('package-damaged');
      await rows.take(name, entry, listed.sha256, { records, format: manifest.format });
    } else {
      const file = await quarantine.keep(entry, listed.sha256, records);
      if (file.sha256 !== listed.sha256 || file.bytes !== listed.bytes)
        throw new HoldfastError('package-damaged');
    }
  }
  // Only now is it known that age's last chunk was there: a cut file fails here.
  await feeding;
  if (
    manifest === null ||
    manifestBytes === null ||
    records === null ||
    sender === null ||
    seen.size !== manifest.files.length
  ) {
    throw new HoldfastError('package-damaged');
  }
  if (records.caseId !== manifest.caseId) throw new HoldfastError('package-damaged');
  const taken = rows.taken();
  return {
    ...{
      manifest,
      manifestBytes,
      recipient: keys.office.recipient,
      sender,
      files: quarantine.files(),
      rows: taken,
    },
    records: withLines(records, taken),
  };
}

/** Until format 4 what people wrote of a text stood among its lines. */
function withLines(records: Records, { text }: RowFiles): Records {
  if (text === null) return records;
  return { ...records, versions: [...records.versions, ...versionsOfLines(records.caseId, text.rows())] };
}

function readRecordsFile(bytes: Buffer, sha256: string, format: number): Records {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new HoldfastError('package-damaged');
  try {
    const records = parseRecords(JSON.parse(bytes.toString('utf8')), format);
    checkReferences(records);
    return records;
  } catch (error) {
    throw new HoldfastError('package-damaged', { cause: error });
  }
}
