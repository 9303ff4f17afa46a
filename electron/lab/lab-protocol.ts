import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { CustomScheme, Session } from 'electron';

export const labScheme: CustomScheme = {
  scheme: 'lab',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** The windows' pages: decoders of pictures, PDFs and text, and the readers of everything else. */
export type LabHost = 'app' | 'readers';
export const labPage = (host: LabHost): string => `lab://${host}/index.html`;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

const nowhere = [
  "default-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
];

/**
 * The decoders are compiled to WebAssembly and fetch themselves; beyond their own files they can reach nothing. Readers are plain
 * JavaScript and fetch nothing at all.
 */
const contentSecurityPolicies: Readonly<Record<LabHost, string>> = {
  app: [
    ...nowhere,
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "connect-src 'self'",
    "font-src 'self' data: blob:",
    'img-src blob:',
    'media-src blob:',
  ].join('; '),
  readers: [...nowhere, "script-src 'self'", "worker-src 'self'", "connect-src 'none'"].join('; '),
};

/** Serves a window's own files, and only files that were in its folder when the app started. */
export async function serveLab(session: Session, own: LabHost, folder: string): Promise<void> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, path);
  }
  session.protocol.handle('lab', async (request) => {
    const { host, pathname } = new URL(request.url);
    const path = host === own ? files.get(decodeURIComponent(pathname)) : undefined;
    if (path === undefined) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(await readFile(path)), {
      headers: {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicies[own],
        'x-content-type-options': 'nosniff',
      },
    });
  });
}
