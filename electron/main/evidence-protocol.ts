import type { CustomScheme, Session } from 'electron';
import type { MediaRequest } from '../../shared/contract/vault-methods';
import { mediaRequestSchema } from '../../shared/contract/vault-methods';
import { reportError } from '../../shared/errors';
import type { VaultProcess } from './vault-process';

export const evidenceScheme: CustomScheme = {
  scheme: 'evidence',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** What may be shown; a file of any other type is never answered, whatever the vault says about it. */
const shownTypes = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

/** Reads `evidence://media/<type>/<id>[/<page>]`; null for anything else. */
export function parseEvidenceAddress(address: string): MediaRequest | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'evidence:' || url.host !== 'media') return null;
  const [, type, id, page, ...rest] = url.pathname.split('/');
  if (rest.length > 0) return null;
  const parsed = mediaRequestSchema.safeParse(
    page === undefined ? { type, id } : { type, id, page: Number(page) },
  );
  return parsed.success ? parsed.data : null;
}

/** Shows pictures of the open vault in the given session. Bytes stay in memory and are never cached on disk. */
export function serveEvidence(session: Session, vault: VaultProcess): void {
  session.protocol.handle('evidence', async (request) => {
    const wanted = parseEvidenceAddress(request.url);
    try {
      if (wanted === null) return new Response(null, { status: 404 });
      const { mime, bytes } = await vault.call('media.read', wanted);
      if (!shownTypes.has(mime)) return new Response(null, { status: 415 });
      return new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': mime,
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      });
    } catch (error) {
      return new Response(null, { status: 404, headers: { 'x-holdfast-code': reportError(error).code } });
    }
  });
}
