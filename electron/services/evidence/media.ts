import type { MediaRequest, VaultOutput } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';
import { z } from 'zod';
import type { StoredFile, VaultContext } from '../context';
import { oneRow } from '../rows';
import { readDerivative, readFile, readItem, readOriginal } from './item-rows';

/** Chromium shows these as they are. */
const shownAsIs = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);
const largestShown = 64 * 1024 * 1024;
const largestPdf = 256 * 1024 * 1024;
/** Drawn pages kept, so that going back and forth does not draw again. */
const keptPages = 24;
const pageDpi = 110;

type Media = VaultOutput<'media.read'>;

/** Bytes for the screens: thumbnails, pictures, drawn pages. */
export function mediaReader(context: VaultContext): (request: MediaRequest) => Promise<Media> {
  const pages = new Map<string, Media>();

  async function drawn(key: string, file: StoredFile, page: number): Promise<Media> {
    const kept = pages.get(key);
    if (kept !== undefined) return kept;
    const bytes = await context.files.readAll(file, largestPdf);
    const { mime, bytes: picture } = await context.lab.ask({
      type: 'pdf-page',
      bytes,
      page,
      dpi: pageDpi,
      format: 'png',
    });
    const media = { mime, bytes: picture };
    pages.set(key, media);
    const oldest = pages.keys().next();
    if (pages.size > keptPages && oldest.done !== true) pages.delete(oldest.value);
    return media;
  }

  async function derivative(itemId: string, kind: 'thumb' | 'rendition'): Promise<Media> {
    const found = readDerivative(context, itemId, kind);
    if (found === null) throw new HoldfastError('not-found');
    return { mime: found.mime, bytes: new Uint8Array(await context.files.readAll(found.file, largestShown)) };
  }

  async function preview(itemId: string): Promise<Media> {
    const item = readItem(context, itemId);
    if (item.kind === 'pdf') return drawn(`${itemId} 1`, readOriginal(context, itemId), 1);
    if (item.preview !== 'ready') throw new HoldfastError('unsupported-preview');
    if (!shownAsIs.has(item.mime)) return derivative(itemId, 'rendition');
    return {
      mime: item.mime,
      bytes: new Uint8Array(await context.files.readAll(readOriginal(context, itemId), largestShown)),
    };
  }

  return async (request) => {
    switch (request.type) {
      case 'thumb':
        return derivative(request.id, 'thumb');
      case 'preview':
        return preview(request.id);
      case 'page':
        return drawn(`${request.id} ${request.page}`, readOriginal(context, request.id), request.page);
      case 'bundle-page': {
        const { file_id } = oneRow(
          context.db,
          z.object({ file_id: z.string() }),
          'SELECT file_id FROM bundles WHERE id = ?',
          request.id,
        );
        return drawn(`${request.id} ${request.page}`, readFile(context, file_id), request.page);
      }
    }
  };
}
