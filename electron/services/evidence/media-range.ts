import type { VaultInput, VaultOutput } from '../../../shared/contract/vault-methods';
import { playableAs } from '../../../shared/domain/playable';
import { HoldfastError } from '../../../shared/errors';
import type { VaultContext } from '../../vault/api';
import { readItem, readOriginal } from '../items/item-rows';

/** Given at a time: enough for seconds of film, little enough to be nowhere long. */
export const longestRange = 1024 * 1024;

/**
 * A part of a recording, straight from its sealed file. At most `longestRange` bytes, cut to the file; a start behind its
 * end gives none. Throws `unsupported-preview` for what is not played here.
 */
export async function readMediaRange(
  context: Pick<VaultContext, 'db' | 'files'>,
  { id, start, end }: VaultInput<'media.range'>,
): Promise<VaultOutput<'media.range'>> {
  const item = readItem(context, id);
  const mime = item.kind === 'audio' || item.kind === 'video' ? playableAs(item.mime) : null;
  if (mime === null) throw new HoldfastError('unsupported-preview');
  const last = Math.min(end ?? item.bytes, start + longestRange, item.bytes);
  const bytes = await context.files.readRange(readOriginal(context, id), start, last);
  // In memory of its own: a part of a shared buffer would take its neighbours along to the other process.
  return { mime, total: item.bytes, bytes: new Uint8Array(bytes) };
}
