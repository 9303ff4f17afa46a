import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { extract } from 'tar-stream';
import { visible } from '../../../shared/domain/visible-text';
import { HoldfastError } from '../../../shared/errors';
import type { PackagePreview } from '../../../shared/models/office';
import type { VaultContext } from '../../vault/api';
import { cardWords, hexOfKey } from '../offices/card';
import { senderOf } from '../offices/standing';
import { checkRecipient, problemWith, sha256 } from './admit-sender';
import { checkSignature, largestManifest, manifestName, parseManifest, signatureName } from './manifest';
import type { Manifest } from './manifest';
import { ensureOfficeKeys } from '../offices/office';
import type { OfficeKeys } from '../offices/office';
import { checkHeader, coded, collect, decrypt, feed } from './package-stream';
import type { SealedPackage } from './package-stream';

/**
 * Who a package is from and what it says it holds, before anything is taken in: only its signed first part is read. That a
 * package was looked at, and from whom it was, goes into the record of acts.
 */
export async function inspectPackage(context: VaultContext, input: SealedPackage): Promise<PackagePreview> {
  const keys = await ensureOfficeKeys(context);
  try {
    const { size } = await stat(input.path);
    await checkHeader(input.path);
    const { manifest, bytes } = await readSigned(input, keys);
    const preview = previewOf(context, keys, manifest, bytes, size);
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

/** The manifest, once it is known that its sender has signed it and that it is meant for us. */
async function readSigned(
  input: SealedPackage,
  keys: OfficeKeys,
): Promise<{ readonly manifest: Manifest; readonly bytes: Buffer }> {
  const enough = new AbortController();
  const control = { signal: enough.signal, progress: () => undefined };
  const plain = await decrypt(input, keys, createHash('sha256'), control);
  const archive = extract();
  const feeding = feed(plain, archive);
  let manifestBytes: Buffer | null = null;
  try {
    for await (const member of archive) {
      const { name, type, size } = member.header;
      // The stream's types do not say that it gives bytes.
      const entry = member as AsyncIterable<Uint8Array>;
      if (type !== 'file') break;
      if (manifestBytes === null) {
        if (name !== manifestName) break;
        manifestBytes = await collect(entry, size, largestManifest);
        continue;
      }
      if (name !== signatureName) break;
      const manifest = parseManifest(manifestBytes);
      checkSignature(manifestBytes, await collect(entry, size, 64), manifest);
      checkRecipient(manifest, keys, input.passphrase !== null);
      return { manifest, bytes: manifestBytes };
    }
  } finally {
    enough.abort();
    archive.destroy();
    await feeding;
  }
  throw new HoldfastError('package-damaged');
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
    sealedFor: manifest.recipient === 'passphrase' ? 'passphrase' : 'our-key',
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
