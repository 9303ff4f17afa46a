import { useEffect, useState } from 'react';

/** What had the focus before the first of the dialogs that are open, or follow each other, was opened. */
let opener: HTMLElement | null = null;

function openerNow(): HTMLElement | null {
  const active = document.activeElement;
  const isOutside =
    active instanceof HTMLElement && active !== document.body && active.closest('[role="dialog"]') === null;
  if (isOutside) opener = active;
  return opener;
}

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * Gives the focus back to what opened a dialog, also where one dialog follows another: the second opens while the first has
 * not given it back yet, and would leave it nowhere. Whoever has gone on to another place by then stays there. It stands inside
 * what is drawn only while the dialog is open.
 */
export function ReturnFocus(): null {
  const [from] = useState(openerNow);
  useEffect(
    () => () => {
      // The library gives it back in a frame of its own first.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.querySelector('[role="dialog"]') !== null) return;
          if (isNowhere() && from?.isConnected === true) from.focus();
          opener = null;
        }),
      );
    },
    [from],
  );
  return null;
}
