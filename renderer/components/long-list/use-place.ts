import { useState } from 'react';
import { useKey } from '../../kit/hooks';
import { partRows } from './chunks';

/** Where somebody is in a list, which is shown part by part when it is very long. */
export interface Place {
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly part: number;
  /** First row of the part, and how many there are in it. */
  readonly base: number;
  readonly count: number;
  /** A row to show; each new object goes there once. */
  readonly goTo: { readonly index: number } | null;
  readonly show: (index: number) => void;
  /** Back to the beginning, where the rows are others. */
  readonly reset: () => void;
}

/** The keys j and k go through the list from anywhere on the screen. */
export function usePlace(total: number): Place {
  const [active, setActive] = useState(0);
  const [part, setPart] = useState(0);
  const [goTo, setGoTo] = useState<Place['goTo']>(null);
  const show = (index: number): void => {
    setPart(Math.floor(index / partRows));
    setActive(index);
    setGoTo({ index });
  };
  useKey('j', () => {
    if (total > 0) show(Math.min(total - 1, active + 1));
  });
  useKey('k', () => {
    if (total > 0) show(Math.max(0, active - 1));
  });
  const base = part * partRows;
  return {
    active,
    setActive,
    part,
    base,
    count: Math.min(partRows, total - base),
    goTo,
    show,
    reset: () => {
      setActive(0);
      setPart(0);
    },
  };
}
