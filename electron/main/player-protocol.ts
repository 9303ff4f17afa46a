import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CustomScheme, Session } from 'electron';
import { reportError } from '../../shared/errors';
import { appOrigin } from './app-origin';
import { streamMedia } from './media-stream';
import { rendererFolder } from './paths';
import type { Players } from './players';
import type { VaultProcess } from './vault-process';

export const playerScheme: CustomScheme = {
  scheme: 'player',
  privileges: { standard: true, secure: true, stream: true },
};

/** The frame's own document. All it has is one recording and its picture, at its own address; it stands in the app's page alone. */
const documentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${appOrigin}`,
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  'sandbox allow-scripts',
].join('; ');

const plain = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };

const own: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/player.js': { file: 'player.js', type: 'text/javascript; charset=utf-8' },
  '/player.css': { file: 'player.css', type: 'text/css; charset=utf-8' },
};

/**
 * Serves `player://<token>/`: the frame that plays the recording of this token, which Chromium runs in a process without the
 * vault's port, because its address is of another site than the page's.
 */
export function servePlayers(session: Session, vault: Pick<VaultProcess, 'call'>, players: Players): void {
  session.protocol.handle('player', async (request) => {
    try {
      const { host, pathname } = new URL(request.url);
      const id = players.itemOf(host);
      if (pathname === '/media') return await streamMedia(vault, id, request);
      if (pathname === '/poster') {
        const { mime, bytes } = await vault.call('media.read', { type: 'thumb', id });
        return new Response(new Uint8Array(bytes), { headers: { ...plain, 'content-type': mime } });
      }
      const found = Object.hasOwn(own, pathname) ? own[pathname] : undefined;
      if (found === undefined) return new Response(null, { status: 404 });
      return new Response(new Uint8Array(await readFile(join(rendererFolder, 'player', found.file))), {
        headers: {
          ...plain,
          'content-type': found.type,
          'content-security-policy': documentPolicy,
          'referrer-policy': 'no-referrer',
        },
      });
    } catch (error) {
      return new Response(null, { status: 404, headers: { 'x-holdfast-code': reportError(error).code } });
    }
  });
}
