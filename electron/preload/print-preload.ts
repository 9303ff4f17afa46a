import { ipcRenderer } from 'electron';

// The page that is printed gets its document from the vault process itself; main never sees it. The page's own rules let
// no script run, so that this one, in a world of its own, is all there is.
ipcRenderer.on('holdfast-sheet', (event) => {
  const [port] = event.ports;
  if (port === undefined) return;
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === 'ping') port.postMessage('pong');
    else if (typeof data === 'object' && data !== null && 'html' in data && typeof data.html === 'string') {
      void show(data.html).then(() => {
        port.postMessage('shown');
      });
    }
  };
  port.start();
});

/** A letter is looked for in one font after the other: so often at the most. */
const mostRounds = 12;

/** That the fonts of other scripts are named; one that is not there leaves the document as it is. */
function loaded(link: HTMLLinkElement): Promise<void> {
  if (link.sheet !== null) return Promise.resolve();
  return new Promise((resolve) => {
    link.onload = link.onerror = () => {
      resolve();
    };
  });
}

/** Puts a whole document in place of this one and waits for its fonts. */
async function show(html: string): Promise<void> {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.documentElement.replaceWith(document.adoptNode(parsed.documentElement));
  await Promise.all([...document.querySelectorAll('link')].map(loaded));
  // Reading a size lays the page out, which is what asks for the fonts it uses; with those it is laid out anew, and may ask for more.
  for (let round = 0; round < mostRounds; round += 1)
    if (document.body.offsetHeight >= 0) await document.fonts.ready;
}
