import { app } from 'electron';
import { isPlayerOpening } from './player-guard';

/** No page of the app may navigate, or let a frame navigate that it has not just opened for a recording, open a window, attach a webview or hand a link to the system. */
export function setUpNavigationGuard(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isPlayerOpening(event)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
