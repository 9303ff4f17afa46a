import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode, RefObject } from 'react';

const ArrivalContext = createContext<Element | null>(null);

/** Remembers where the focus was when a screen was opened. */
export function Arrival({ children }: { readonly children: ReactNode }) {
  const [from] = useState(() => document.activeElement);
  return <ArrivalContext value={from}>{children}</ArrivalContext>;
}

/**
 * Gives the focus to a heading that has just appeared, so that a screen reader starts there. What a screen shows may
 * come a moment after the screen itself: whoever has gone on to another place by then stays there, or a key meant
 * for that place would be lost.
 */
export function useFocusOnArrival(heading: RefObject<HTMLElement | null>): void {
  const from = useContext(ArrivalContext);
  useEffect(() => {
    const now = document.activeElement;
    if (now === null || now === document.body || now === from) heading.current?.focus();
    // Neither ever changes: this runs once, when the heading appears. Later the focus belongs to the person.
  }, [from, heading]);
}
