import { HoldfastError } from '../../../shared/errors';
import type { JobControl, StoredFile, VaultContext } from '../../vault/api';
import { giveBack } from '../../vault/give-back';
import { manifestName, recordsName, signatureName, signManifest, sumsName, sumsOf } from './manifest';
import type { Manifest } from './manifest';
import { paddingBytes, paddingName, zeros } from './padding';
import type { RowFile } from './row-files/spool';
import { tarBytes, writeTar } from './tar';
import type { TarMember } from './tar';
import type { OfficeKeys } from '../offices/office';

/** All that a package is made of. The same content gives the same bytes, as often as it is asked for. */
export interface PackageContent {
  readonly manifest: Manifest;
  /** As they are signed. */
  readonly manifestBytes: Buffer;
  readonly recordBytes: Buffer;
  readonly members: readonly RowFile[];
}

/** A tar, and how long it is. */
export interface PackageTar {
  readonly bytes: number;
  readonly read: () => AsyncIterable<Uint8Array>;
}

/** The tar of a package, read out of the vault while it is written. */
export function packageTar(
  context: Pick<VaultContext, 'files'>,
  { manifest, manifestBytes, recordBytes, members }: PackageContent,
  keys: Pick<OfficeKeys, 'signingKey'>,
  control: Pick<JobControl, 'signal' | 'progress'>,
): PackageTar {
  const small = (name: string, content: Buffer): TarMember => ({
    ...{ name, bytes: content.length },
    content: oneByOne([content]),
  });
  const first = [
    small(manifestName, manifestBytes),
    small(signatureName, signManifest(manifestBytes, keys.signingKey)),
    small(sumsName, sumsOf(manifest) ?? Buffer.alloc(0)),
    small(recordsName, recordBytes),
  ];
  const lengths = [...first, ...members.map(({ file }) => file)].map(({ bytes }) => bytes);
  const padding = paddingBytes(lengths);
  const read = (): AsyncIterable<Uint8Array> => {
    let done = recordBytes.length;
    const stored = members.map(({ path, file }) => ({
      ...{ name: path, bytes: file.bytes },
      content: counted(context, file, control.signal, (bytes) => {
        done += bytes;
        control.progress({ done });
      }),
    }));
    const last = { name: paddingName, bytes: padding, content: zeros(padding) };
    return writeTar([...first, ...stored, last], new Date(manifest.createdAt));
  };
  return { bytes: tarBytes([...lengths, padding]), read };
}

/** A stored file, told as it is read: a film is many megabytes, in which nothing would seem to move. */
async function* counted(
  { files }: Pick<VaultContext, 'files'>,
  file: StoredFile,
  signal: AbortSignal,
  wrote: (bytes: number) => void,
): AsyncGenerator<Uint8Array, void> {
  for await (const piece of files.read(file)) {
    if (signal.aborted) throw new HoldfastError('cancelled');
    const { length } = piece;
    yield piece;
    // Sealed by now.
    giveBack(piece);
    wrote(length);
  }
}

function oneByOne(pieces: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]: () => {
      const from = pieces[Symbol.iterator]();
      return { next: () => Promise.resolve(from.next()) };
    },
  };
}
