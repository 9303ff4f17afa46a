import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, MessageChannelMain, app, session } from 'electron';
import type { CustomScheme, MessagePortMain, Session } from 'electron';
import { printFolder, printPreloadPath } from './paths';
import { lockDownSession } from '../session-lockdown';

/** Names the fonts of the scripts that Arimo has not; a document that needs them links to it. */
const otherFonts = 'fonts.css';

export const printScheme: CustomScheme = { scheme: 'print', privileges: { standard: true, secure: true } };

/** No script runs in what is printed: `default-src` is none. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'";

const emptyPage = '<!doctype html><html lang="en-GB"><head><title>Page</title></head><body></body></html>';

export interface Typesetter {
  /**
   * Prints one HTML document to PDF with the page sizes its own styles give. The document goes from the vault process to
   * the page over the port given to `give`; `ready` resolves when it stands there. Calls wait for each other.
   */
  print(give: (port: MessagePortMain) => void, ready: Promise<void>): Promise<Uint8Array>;
  dispose(): void;
}

let sessionReady: Promise<Session> | null = null;

function printSession(): Promise<Session> {
  sessionReady ??= (async () => {
    const made = session.fromPartition('holdfast-print', { cache: false });
    lockDownSession(made, ['print']);
    const files = new Set(
      (await readdir(printFolder)).filter((name) => name.endsWith('.woff2') || name === otherFonts),
    );
    made.protocol.handle('print', async (request) => {
      const name = new URL(request.url).pathname.slice(1);
      if (name === 'page.html') {
        return new Response(emptyPage, {
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': contentSecurityPolicy,
          },
        });
      }
      if (!files.has(name)) return new Response(null, { status: 404 });
      return new Response(new Uint8Array(await readFile(join(printFolder, name))), {
        headers: { 'content-type': name === otherFonts ? 'text/css' : 'font/woff2' },
      });
    });
    return made;
  })();
  return sessionReady;
}

let queue: Promise<unknown> = Promise.resolve();

/** A window keeps much of what it has printed: one that holds more than this is ended, and the next printing has a fresh one. */
const mostKilobytes = 200 * 1024;

/** A hidden window that turns text pages into PDF. */
export function createTypesetter(): Typesetter {
  let window: BrowserWindow | null = null;

  async function printNow(give: (port: MessagePortMain) => void, ready: Promise<void>): Promise<Uint8Array> {
    const own = await printSession();
    window ??= new BrowserWindow({
      show: false,
      webPreferences: {
        session: own,
        preload: printPreloadPath,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        images: false,
        webviewTag: false,
        spellcheck: false,
        plugins: false,
        devTools: false,
      },
    });
    await window.loadURL('print://document/page.html');
    const { port1, port2 } = new MessageChannelMain();
    window.webContents.postMessage('holdfast-sheet', null, [port2]);
    give(port1);
    await ready;
    const printed = await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: false,
    });
    const pid = window.webContents.getOSProcessId();
    const held = app.getAppMetrics().find((each) => each.pid === pid)?.memory.workingSetSize ?? 0;
    if (held > mostKilobytes) dispose();
    return printed;
  }

  function dispose(): void {
    if (window !== null && !window.isDestroyed()) window.destroy();
    window = null;
  }

  return {
    print: (give, ready) => {
      const done = queue.then(() => printNow(give, ready));
      queue = done.catch(() => undefined);
      return done;
    },
    dispose,
  };
}
