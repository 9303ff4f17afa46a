import { BrowserWindow, app, session } from 'electron';
import type { Session } from 'electron';
import { appOrigin } from './app-origin';
import { preloadPath } from './paths';

/** The page's session: in memory only, so that nothing it shows is ever written by Chromium. */
export function createUiSession(): Session {
  return session.fromPartition('holdfast-ui', { cache: false });
}

/** The one window. It shows the app's own page and can be led nowhere else. */
export function createMainWindow(uiSession: Session): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 640,
    minHeight: 400,
    show: false,
    title: 'Holdfast',
    backgroundColor: '#f7f6f3',
    autoHideMenuBar: true,
    webPreferences: {
      session: uiSession,
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      plugins: false,
      webgl: false,
      enableWebSQL: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged && process.env.HOLDFAST_DEVTOOLS === '1',
    },
  });
  // Until the vault is open and says otherwise: what is typed to open it is nobody else's business either.
  window.setContentProtection(true);
  window.on('page-title-updated', (event) => {
    // The title never says whose file is open.
    event.preventDefault();
  });
  const show = (): void => {
    if (!window.isVisible()) window.show();
  };
  window.once('ready-to-show', show);
  // On some screens a hidden window is never painted, so the event above never comes and nobody would see the app.
  window.webContents.once('did-finish-load', show);
  return window;
}

export const startPage = `${appOrigin}/index.html`;
/** Of another kind than the app's own pages, so that Chromium shows it from another process. */
export const blankPage = 'about:blank';
