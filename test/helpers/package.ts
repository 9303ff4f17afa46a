import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { Decrypter, Encrypter } from 'age-encryption';
import { extract, pack } from 'tar-stream';
import type { VaultContext } from '../../electron/vault/api';
import { signManifest, sumsOf } from '../../electron/services/transfer/manifest';
import type { Manifest } from '../../electron/services/transfer/manifest';
import { ensureOfficeKeys } from '../../electron/services/offices/office';

export type Members = ReadonlyMap<string, Buffer>;

/** The members of a package in their order, opened with the receiver's key. */
export async function openMembers(bytes: Buffer, receiver: VaultContext): Promise<Members> {
  const decrypter = new Decrypter();
  decrypter.addIdentity((await ensureOfficeKeys(receiver)).identity);
  const archive = extract();
  archive.end(Buffer.from(await decrypter.decrypt(bytes)));
  const members = new Map<string, Buffer>();
  for await (const member of archive) {
    const parts: Uint8Array[] = [];
    for await (const part of member as AsyncIterable<Uint8Array>) parts.push(part);
    members.set(member.header.name, Buffer.concat(parts));
  }
  return members;
}

/**
 * Writes a package of these members as the sender could, with a manifest that fits them: whoever holds a key can send what
 * the app itself would never write.
 */
export async function writeMembers(
  path: string,
  members: Members,
  sender: VaultContext,
  receiver: VaultContext,
  change: (manifest: Manifest) => Manifest = (manifest) => manifest,
): Promise<void> {
  const { signingKey } = await ensureOfficeKeys(sender);
  const old = JSON.parse((members.get('manifest.json') ?? Buffer.alloc(0)).toString('utf8')) as Manifest;
  const content = [...members].filter(([name]) => !/^(manifest\.|SHA256SUMS|padding)/u.test(name));
  const manifest = change({
    ...old,
    packageId: sender.newId(),
    files: content.map(([name, bytes]) => ({
      path: name,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  });
  const bytes = Buffer.from(JSON.stringify(asOfItsFormat(manifest)));
  const archive = pack();
  archive.entry({ name: 'manifest.json' }, bytes);
  archive.entry({ name: 'manifest.sig' }, signManifest(bytes, signingKey));
  const sums = sumsOf(manifest);
  if (sums !== null) archive.entry({ name: 'SHA256SUMS' }, sums);
  for (const [name, each] of content) archive.entry({ name }, each);
  archive.finalize();
  const parts: Uint8Array[] = [];
  for await (const part of archive as AsyncIterable<Uint8Array>) parts.push(part);
  const encrypter = new Encrypter();
  encrypter.addRecipient((await ensureOfficeKeys(receiver)).office.recipient);
  await writeFile(path, await encrypter.encrypt(new Uint8Array(Buffer.concat(parts))));
}

/** Until format 5 a manifest named one recipient. */
function asOfItsFormat({ recipients, ...manifest }: Manifest): unknown {
  return manifest.format > 5 ? { ...manifest, recipients } : { ...manifest, recipient: recipients[0] };
}
