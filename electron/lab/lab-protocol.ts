import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { CustomScheme, Session } from 'electron';

export const labScheme: CustomScheme = {
  scheme: 'lab',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};
export const labPage = 'lab://app/index.html';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** The lab runs decoders compiled to WebAssembly; beyond its own files it can reach nothing. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "font-src 'self' data: blob:",
  'img-src blob:',
  'media-src blob:',
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Serves the lab's own files, and only files that were in its folder when the app started. */
export async function serveLab(session: Session, folder: string): Promise<void> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, path);
  }
  session.protocol.handle('lab', async (request) => {
    const { host, pathname } = new URL(request.url);
    const path = host === 'app' ? files.get(decodeURIComponent(pathname)) : undefined;
    if (path === undefined) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(await readFile(path)), {
      headers: {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
      },
    });
  });
}
