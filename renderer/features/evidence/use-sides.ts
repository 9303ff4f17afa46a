import { useRef, useState } from 'react';
import { firstView, stepFrom } from './use-view';
import type { View } from './use-view';

/** Of two exhibits beside each other; one alone is the first. */
export type Side = 'first' | 'second';

/** How each side is looked at, and which of them the keys mean. Nothing of it changes an exhibit. */
export interface Sides {
  readonly views: Readonly<Record<Side, View>>;
  readonly change: (side: Side, what: Partial<View>) => void;
  readonly turnTo: (side: Side, page: number) => void;
  readonly revealed: Readonly<Record<Side, boolean>>;
  readonly reveal: (side: Side, revealed: boolean) => void;
  /** The side that was used last. */
  readonly active: () => Side;
  readonly use: (side: Side) => void;
  /** The size a side is shown at, told by the side itself. */
  readonly tellScale: (side: Side, scale: number) => void;
  readonly zoom: (direction: 1 | -1) => void;
  /** Another exhibit stands on the second side, or none does any more. */
  readonly begin: () => void;
  readonly end: () => void;
}

/** `together`: what is done to one side is done to the other too, but for its page. */
export function useSides(together: boolean): Sides {
  const [views, setViews] = useState<Readonly<Record<Side, View>>>({ first: firstView, second: firstView });
  const [revealed, setRevealed] = useState<Readonly<Record<Side, boolean>>>({ first: false, second: false });
  const active = useRef<Side>('first');
  const scales = useRef<Record<Side, number>>({ first: 1, second: 1 });

  function change(side: Side, what: Partial<View>): void {
    const { page: _page, ...shared } = what;
    setViews((before) => {
      const next = { ...before, [side]: { ...before[side], ...what } };
      const far = side === 'first' ? 'second' : 'first';
      return together ? { ...next, [far]: { ...before[far], ...shared } } : next;
    });
  }
  const reveal = (side: Side, now: boolean): void => {
    setRevealed((before) => ({ ...before, [side]: now }));
  };

  return {
    views,
    change,
    turnTo: (side, page) => {
      setViews((before) => ({ ...before, [side]: { ...before[side], page } }));
    },
    revealed,
    reveal,
    active: () => active.current,
    use: (side) => {
      active.current = side;
    },
    tellScale: (side, scale) => {
      scales.current[side] = scale;
    },
    zoom: (direction) => {
      change(active.current, { fit: stepFrom(scales.current[active.current], direction) });
    },
    begin: () => {
      setViews((before) => ({ ...before, second: firstView }));
      reveal('second', false);
    },
    end: () => {
      active.current = 'first';
      reveal('second', false);
    },
  };
}
