import { ipcRenderer } from 'electron';
import { plainForHash } from '../../shared/domain/copied';

/**
 * What somebody copies or cuts on the page goes to main, which takes it off the clipboard again (main/copies.ts); the page
 * need not know. It goes as plain text: a clipboard that tells of colours and fonts tells more than was asked for.
 */
export function handOverCopies(): void {
  document.addEventListener('copy', copy, { capture: true });
  document.addEventListener('cut', copy, { capture: true });
  if (process.platform !== 'linux') return;
  // There, what is selected stands on a clipboard of its own at once.
  for (const event of ['pointerup', 'keyup']) {
    document.addEventListener(event, () => void tellSelected(), { capture: true, passive: true });
  }
}

function copy(event: ClipboardEvent): void {
  const text = selectedText();
  // Nothing is selected, or it is a passphrase: Chromium then copies nothing either.
  if (text === '') return;
  event.preventDefault();
  event.stopPropagation();
  // As a key would take it out, so that it can be undone; where nothing may be changed, nothing is.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing that came later can be undone by a key
  if (event.type === 'cut') document.execCommand('delete');
  void ipcRenderer.invoke('holdfast:clipboard.copy', { text });
}

let lastTold = '';

async function tellSelected(): Promise<void> {
  const text = plainForHash(selectedText());
  if (text === '' || text === lastTold) return;
  lastTold = text;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  await ipcRenderer.invoke('holdfast:clipboard.selected', { sha256 });
}

/** What is selected in the field that has the focus, or else on the page. */
function selectedText(): string {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    const { selectionStart: start, selectionEnd: end } = field;
    if (start !== null && end !== null && end > start) {
      return field.type === 'password' ? '' : field.value.slice(start, end);
    }
  }
  return getSelection()?.toString() ?? '';
}
