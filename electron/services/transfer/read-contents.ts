import { HoldfastError } from '../../../shared/errors';
import type { SeenPackage } from '../../../shared/models/office';
import type { PackageDecisions } from '../../../shared/models/package-decisions';
import type { StoredFile, VaultContext } from '../../vault/api';
import type { Sender } from '../offices/standing';
import { sha256 } from '../seal/sha256';
import { admitSender, problemWith } from './admit-sender';
import { checkReferences } from './check-references';
import { countedFrom } from './counted-from';
import { isSparing, largestRecords, recordsName } from './manifest';
import type { ListedFile, Manifest } from './manifest';
import type { OfficeKeys } from '../offices/office';
import type { SealedPackage } from './package-stream';
import { checkPadding, paddingName } from './padding';
import type { Quarantine } from './quarantine';
import { readSigned } from './read-signed';
import type { Signed } from './read-signed';
import { parseRecords } from './records';
import { versionsOfLines } from './records/earlier';
import type { Records } from './records';
import { messagesName } from './row-files/lines';
import { largestRowFile } from './row-files/spool';
import { rowTaker } from './row-files/take-rows';
import type { RowFiles } from './row-files/write-rows';
import { readTar, wholeMember } from './tar';
import type { TarMember } from './tar';

/** A package to take in, and what a person was shown of it before; null when nobody has looked. */
export interface PackageToOpen extends SealedPackage {
  readonly seen: SeenPackage | null;
  /** What a person leaves out of it, or takes after all. */
  readonly decisions?: PackageDecisions;
}

/** All of a package, once every length and fingerprint of it was checked. */
export interface Contents {
  readonly manifest: Manifest;
  /** Of the manifest as it was signed. */
  readonly manifestSha256: string;
  /** The age key of this office, by which it may be named in the package. */
  readonly recipient: string;
  readonly sender: Sender;
  readonly records: Records;
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly rows: RowFiles;
}

/** What was read of a package so far. */
interface Reading {
  readonly signed: Signed;
  readonly rows: ReturnType<typeof rowTaker>;
  readonly quarantine: Quarantine;
  /** Exhibits that are here, which changes may name; of anything else that is whole, none. */
  readonly here: ReadonlySet<string>;
  records: Records | null;
}

/** Walks the tar. Names are compared with the manifest's list, so no name from outside ever becomes a path. */
export async function readContents(
  context: VaultContext,
  plain: AsyncIterable<Uint8Array>,
  keys: OfficeKeys,
  input: PackageToOpen,
  quarantine: Quarantine,
): Promise<Contents> {
  const members = readTar(plain);
  try {
    const signed = await readSigned(members, keys, input.passphrase !== null);
    const { manifest } = signed;
    const sender = admitSender(context, manifest, signed.bytes, keys, input.seen);
    const problem = problemWith(context, manifest);
    if (problem !== null) throw new HoldfastError(problem);
    const here = countedFrom(context, manifest);
    const reading = { signed, rows: rowTaker(here), quarantine, here, records: null };
    const records = await readMembers(reading, members);
    const taken = reading.rows.taken();
    return {
      manifestSha256: sha256(signed.bytes),
      ...{ manifest, recipient: keys.office.recipient, sender, files: quarantine.files(), rows: taken },
      records: withLines(records, taken),
    };
  } finally {
    await members.return();
  }
}

/** Everything that the manifest lists, once, and then at most padding; the walk ends only behind age's last chunk. */
async function readMembers(reading: Reading, members: AsyncGenerator<TarMember, void>): Promise<Records> {
  const { manifest } = reading.signed;
  const missing = new Map<string, ListedFile>(manifest.files.map((file) => [file.path, file]));
  const lengths = [...reading.signed.lengths];
  let isPadded = false;
  for await (const member of members) {
    const listed = missing.get(member.name);
    if (isPadded) throw new HoldfastError('package-damaged');
    if (listed?.bytes === member.bytes) {
      missing.delete(member.name);
      await takeMember(reading, member, listed);
    } else if (member.name === paddingName && missing.size === 0 && isSparing(manifest)) {
      await checkPadding(member, lengths);
      isPadded = true;
    } else throw new HoldfastError('package-damaged');
    lengths.push(member.bytes);
  }
  const { records } = reading;
  if (records?.caseId !== manifest.caseId || missing.size > 0) throw new HoldfastError('package-damaged');
  if (isSparing(manifest)) refuseStray(records, manifest);
  return records;
}

async function takeMember(reading: Reading, member: TarMember, listed: ListedFile): Promise<void> {
  const { signed, records, rows } = reading;
  const { format } = signed.manifest;
  if (member.name === recordsName) {
    reading.records = readRecordsFile(
      await wholeMember(member, largestRecords),
      listed.sha256,
      format,
      reading.here,
    );
  } else if (!member.name.startsWith('files/')) {
    // Rows are checked against the records, which our own packages have before them.
    if (records === null || member.bytes > largestRowFile) throw new HoldfastError('package-damaged');
    await rows.take(member.name, member.content, listed.sha256, { records, format });
  } else {
    const file = await reading.quarantine.keep(member.content, listed.sha256, records);
    if (file.sha256 !== listed.sha256 || file.bytes !== listed.bytes)
      throw new HoldfastError('package-damaged');
  }
}

/** A file or rows that no record is about would lie in the vault unseen. Throws `package-damaged`. */
function refuseStray({ items, redactions, messageSources }: Records, { files }: Manifest): void {
  const named = new Set([...items.map((item) => item.sha256), ...redactions.map(({ sha256 }) => sha256)]);
  const rows = new Set<string>(
    messageSources.flatMap(({ file }) => (file === null ? [] : [messagesName(file)])),
  );
  const isStray = (path: string): boolean =>
    path.startsWith('files/') ? !named.has(path.slice(6)) : path.startsWith('messages/') && !rows.has(path);
  if (files.some(({ path }) => isStray(path))) throw new HoldfastError('package-damaged');
}

/** Until format 4 what people wrote of a text stood among its lines. */
function withLines(records: Records, { text }: RowFiles): Records {
  if (text === null) return records;
  return { ...records, versions: [...records.versions, ...versionsOfLines(records.caseId, text.rows())] };
}

function readRecordsFile(
  bytes: Buffer,
  expected: string,
  format: number,
  here: ReadonlySet<string>,
): Records {
  if (sha256(bytes) !== expected) throw new HoldfastError('package-damaged');
  try {
    const records = parseRecords(JSON.parse(bytes.toString('utf8')), format);
    checkReferences(records, here);
    return records;
  } catch (error) {
    throw new HoldfastError('package-damaged', { cause: error });
  }
}
