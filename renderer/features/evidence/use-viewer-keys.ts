import { useEffect, useRef } from 'react';

/** Fields take their own keys; so do lists and dialogs, but for the one that shows an exhibit over the whole window. */
const taken = 'input, textarea, select, [contenteditable], [role="listbox"], [role="radiogroup"]';

/** Single keys of the viewer, from anywhere on its screen. Keys with Ctrl or Alt stay the window's. */
export function useViewerKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target as HTMLElement | null;
      if (target?.closest(taken) != null) return;
      if (target?.closest('[role="dialog"]:not(.full-dialog), [role="alertdialog"]') != null) return;
      const run = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
