import { visible } from '../../../shared/domain/visible-text';
import type { PackagePreview } from '../../../shared/models/office';
import type { VaultContext } from '../../vault/api';
import { cardWords, hexOfKey } from '../offices/card';
import { senderOf } from '../offices/standing';
import { sha256 } from '../seal/sha256';
import { problemWith } from './admit-sender';
import { byPassphrase } from './manifest';
import type { Manifest } from './manifest';
import { ensureOfficeKeys } from '../offices/office';
import type { OfficeKeys } from '../offices/office';
import { coded, decrypt, findPackage } from './package-stream';
import type { FoundPackage, SealedPackage } from './package-stream';
import { readSigned } from './read-signed';
import { readTar } from './tar';

/**
 * Who a package is from and what it says it holds, before anything is taken in: only its signed first part is read. That a
 * package was looked at, and from whom it was, goes into the record of acts.
 */
export async function inspectPackage(context: VaultContext, input: SealedPackage): Promise<PackagePreview> {
  const keys = await ensureOfficeKeys(context);
  try {
    const found = await findPackage(input);
    const { manifest, bytes } = await readFirst(found, keys);
    const preview = previewOf(context, keys, manifest, bytes, found.bytes);
    context.act(
      {
        action: 'transfer.inspect',
        subject: null,
        detail: { package: manifest.packageId, sender: preview.standing },
      },
      () => undefined,
    );
    return preview;
  } catch (error) {
    throw coded(error);
  }
}

/** Reads no further than what is signed goes. */
async function readFirst(
  found: FoundPackage,
  keys: OfficeKeys,
): Promise<{ readonly manifest: Manifest; readonly bytes: Buffer }> {
  const control = { signal: new AbortController().signal, progress: () => undefined };
  const members = readTar(await decrypt(found, keys, null, control));
  try {
    return await readSigned(members, keys, found.passphrase !== null);
  } catch (error) {
    throw coded(error, found.paths.length);
  } finally {
    await members.return();
  }
}

function previewOf(
  context: VaultContext,
  keys: OfficeKeys,
  manifest: Manifest,
  bytes: Buffer,
  size: number,
): PackagePreview {
  const { sender } = manifest;
  const { standing, known } = senderOf(context, sender, keys.office);
  return {
    packageId: manifest.packageId,
    manifestSha256: sha256(bytes),
    standing,
    createdAt: manifest.createdAt,
    bytes: size,
    caseReference: visible(manifest.caseReference),
    counts: manifest.counts,
    purpose: manifest.purpose,
    note: manifest.note,
    sealedFor: manifest.recipients[0] === byPassphrase ? 'passphrase' : 'our-key',
    sender: {
      callsItself: visible(sender.name),
      known: known === null ? null : { id: known.id, name: known.name },
      words: cardWords({ ...sender, signingKey: hexOfKey(sender.signingKey) }),
    },
    problem: problemWith(context, manifest),
    erasedHereAt: erasedHereAt(context, manifest.caseId),
  };
}

/** When the case of a package was erased here, or null. */
function erasedHereAt({ db }: VaultContext, caseId: string): string | null {
  const at: unknown = db.prepare('SELECT at FROM record_tombstones WHERE id = ?').pluck().get(caseId);
  return typeof at === 'string' ? at : null;
}
