import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { chunkRows, chunksInSight, heightsOf } from './chunks';
import type { Heights } from './chunks';

/** Milliseconds in which the rows around one that was gone to are drawn. */
const settles = 1500;

export interface RowsInSight {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly heights: Heights;
  /** The first and the last chunk that are drawn. */
  readonly first: number;
  readonly last: number;
  readonly measure: (chunk: number, height: number) => void;
  /** Sees what of the list is in sight now. */
  readonly look: (element: HTMLElement) => void;
  /** Brings a row into sight, and holds it there while the rows around it are drawn. */
  readonly show: (index: number) => void;
  readonly letGo: () => void;
}

/** Where every row stands, from what was drawn and measured. */
function useHeights(count: number, rowGuess: number): Pick<RowsInSight, 'heights' | 'measure'> {
  const [measured, setMeasured] = useState<ReadonlyMap<number, number>>(new Map());
  const heights = useMemo(() => heightsOf(count, measured, rowGuess), [count, measured, rowGuess]);
  // What is drawn is measured, so that the rest of the list stands where it will be.
  const measure = useCallback((chunk: number, height: number) => {
    setMeasured((before) => (before.get(chunk) === height ? before : new Map([...before, [chunk, height]])));
  }, []);
  return { heights, measure };
}

/** What of an element is in sight, as it is scrolled and resized. */
function useView(scroller: RefObject<HTMLElement | null>) {
  const [view, setView] = useState({ top: 0, height: 600 });
  const look = useCallback((element: HTMLElement): void => {
    setView({ top: element.scrollTop, height: element.clientHeight });
  }, []);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      look(element);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [scroller, look]);
  return { view, look };
}

/** Goes to a row and stays with it: rows above it that come in late would push it down again. */
function useHeld(reach: (index: number) => void) {
  const pending = useRef<{ readonly index: number; readonly until: number } | null>(null);
  const latestReach = useRef(reach);
  latestReach.current = reach;
  useLayoutEffect(() => {
    const wanted = pending.current;
    if (wanted === null) return;
    if (performance.now() > wanted.until) pending.current = null;
    else latestReach.current(wanted.index);
  });
  return {
    hold: (index: number): void => {
      pending.current = { index, until: performance.now() + settles };
      reach(index);
    },
    letGo: (): void => {
      pending.current = null;
    },
  };
}

/** Which part of a long list is in sight, and how a row that is not gets there. */
export function useRowsInSight({
  base,
  count,
  rowGuess,
  idOf,
}: {
  readonly base: number;
  readonly count: number;
  readonly rowGuess: number;
  readonly idOf: (index: number) => string;
}): RowsInSight {
  const scroller = useRef<HTMLDivElement>(null);
  const { heights, measure } = useHeights(count, rowGuess);
  const { view, look } = useView(scroller);

  /** Scrolls to a row, or, while it is not drawn, to where it will be. */
  function reach(index: number): void {
    const row = document.getElementById(idOf(index));
    if (row !== null) {
      row.scrollIntoView({ block: 'nearest' });
      return;
    }
    const element = scroller.current;
    if (element === null) return;
    const place = index - base;
    // The list hears of it as of any scrolling, and draws what is there.
    element.scrollTop = heights.offsetOf(Math.floor(place / chunkRows)) + (place % chunkRows) * rowGuess;
  }

  const { hold, letGo } = useHeld(reach);
  return {
    scroller,
    heights,
    ...chunksInSight(heights, count, view.top, view.height),
    measure,
    look,
    show: (index) => {
      if (index >= base && index < base + count) hold(index);
    },
    letGo,
  };
}
