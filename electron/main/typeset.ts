import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, session } from 'electron';
import type { CustomScheme, Session } from 'electron';
import { printFolder } from './paths';
import { lockDownSession } from './session-lockdown';

export const printScheme: CustomScheme = { scheme: 'print', privileges: { standard: true, secure: true } };

const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'";

export interface Typesetter {
  /** Prints one HTML document to PDF with the page sizes its own styles give. Calls wait for each other. */
  print(html: string): Promise<Uint8Array>;
  dispose(): void;
}

/** The document being printed lives in memory and is served from there: it never touches the disk. */
let served = '';
let sessionReady: Promise<Session> | null = null;

function printSession(): Promise<Session> {
  sessionReady ??= (async () => {
    const made = session.fromPartition('holdfast-print', { cache: false });
    lockDownSession(made, ['print']);
    const fonts = new Set((await readdir(printFolder)).filter((name) => name.endsWith('.woff2')));
    made.protocol.handle('print', async (request) => {
      const name = new URL(request.url).pathname.slice(1);
      if (name === 'page.html') {
        return new Response(served, {
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': contentSecurityPolicy,
          },
        });
      }
      if (!fonts.has(name)) return new Response(null, { status: 404 });
      return new Response(new Uint8Array(await readFile(join(printFolder, name))), {
        headers: { 'content-type': 'font/woff2' },
      });
    });
    return made;
  })();
  return sessionReady;
}

let queue: Promise<unknown> = Promise.resolve();

/** A hidden window without scripts that turns text pages into PDF. */
export function createTypesetter(): Typesetter {
  let window: BrowserWindow | null = null;

  async function printNow(html: string): Promise<Uint8Array> {
    const own = await printSession();
    window ??= new BrowserWindow({
      show: false,
      webPreferences: {
        session: own,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        images: false,
        webviewTag: false,
        spellcheck: false,
        plugins: false,
        devTools: false,
      },
    });
    served = html;
    try {
      await window.loadURL('print://document/page.html');
      return await window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: false,
        generateDocumentOutline: false,
      });
    } finally {
      served = '';
    }
  }

  return {
    print: (html) => {
      const done = queue.then(() => printNow(html));
      queue = done.catch(() => undefined);
      return done;
    },
    dispose: () => {
      if (window !== null && !window.isDestroyed()) window.destroy();
      window = null;
    },
  };
}
