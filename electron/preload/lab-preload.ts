import { ipcRenderer } from 'electron';

// The lab's page gets one port to the vault and nothing else: no method, no event, no name of anything.
ipcRenderer.on('holdfast-lab-port', (event) => {
  const send = (): void => {
    window.postMessage('holdfast-lab-port', location.origin, event.ports);
  };
  if (document.readyState === 'complete') send();
  else window.addEventListener('load', send, { once: true });
});
