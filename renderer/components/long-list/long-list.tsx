import { Check } from 'lucide-react';
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { chunkRows, chunksInSight, heightsOf } from './chunks';
import type { Pages } from './pages';
import { extend, nothingPicked, pickAll, toggle } from './picked';
import type { Picked } from './picked';
import './long-list.css';

/** Milliseconds in which the rows around one that was gone to are drawn. */
const settles = 1500;

/** What a list draws of a row. */
export interface DrawnRow {
  /** Of the whole row, beside its state. */
  readonly className: string;
  /** Above the line, across the whole width. */
  readonly above: ReactNode;
  readonly line: ReactNode;
}

/**
 * The rows of a filter, of which only those in sight are in the page: a list of a million costs what a list of a hundred
 * does. The list itself has the focus and names the row that is meant, so that rows may come and go under it.
 */
export function LongList<T>({
  label,
  pages,
  base,
  count,
  most,
  rowGuess,
  draw,
  picked,
  onPicked,
  active,
  onActive,
  onOpen,
  goTo,
}: {
  readonly label: string;
  readonly pages: Pages<T>;
  /** First row of this part, and how many there are in it. */
  readonly base: number;
  readonly count: number;
  /** Rows that can be selected at once. */
  readonly most: number;
  /** Pixels of a row that was never drawn. */
  readonly rowGuess: number;
  readonly draw: (row: T, index: number, before: T | null) => DrawnRow;
  readonly picked: Picked;
  readonly onPicked: (picked: Picked) => void;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onOpen: (index: number) => void;
  /** A row to show, from outside; each new object goes there once. */
  readonly goTo: { readonly index: number } | null;
}) {
  const prefix = useId();
  const idOf = (index: number): string => `${prefix}${index}`;
  const scroller = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<ReadonlyMap<number, number>>(new Map());
  const [view, setView] = useState({ top: 0, height: 600 });
  const heights = useMemo(() => heightsOf(count, measured, rowGuess), [count, measured, rowGuess]);
  const { first, last } = chunksInSight(heights, count, view.top, view.height);
  const pending = useRef<{ readonly index: number; readonly until: number } | null>(null);

  useEffect(() => {
    pages.want(base + Math.max(0, first * chunkRows - 1), base + Math.min(count, (last + 1) * chunkRows) - 1);
  });

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setView({ top: element.scrollTop, height: element.clientHeight });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  // What is drawn is measured, so that the rest of the list stands where it will be.
  const measure = useCallback((chunk: number, height: number) => {
    setMeasured((before) => (before.get(chunk) === height ? before : new Map([...before, [chunk, height]])));
  }, []);

  function show(index: number): void {
    if (index < base || index >= base + count) return;
    pending.current = { index, until: performance.now() + settles };
    reach(index);
  }

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

  // Rows above it that come in late push it down again: it is held in sight until they are there.
  const latestReach = useRef(reach);
  latestReach.current = reach;
  useLayoutEffect(() => {
    const wanted = pending.current;
    if (wanted === null) return;
    if (performance.now() > wanted.until) pending.current = null;
    else latestReach.current(wanted.index);
  });
  const letGo = (): void => {
    pending.current = null;
  };
  const latestShow = useRef(show);
  latestShow.current = show;
  useEffect(() => {
    if (goTo !== null) latestShow.current(goTo.index);
  }, [goTo]);

  function move(to: number, isRange: boolean): void {
    const next = Math.min(Math.max(to, base), base + count - 1);
    onActive(next);
    if (isRange) onPicked(extend({ ...picked, anchor: picked.anchor ?? active }, next, most));
    show(next);
  }

  function press(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      j: 1,
      k: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -count,
      End: count,
    };
    const step = steps[event.key];
    const isControl = event.ctrlKey || event.metaKey;
    if (isControl && event.key.toLowerCase() === 'a') onPicked(pickAll(pages.total ?? 0, most));
    else if (isControl || event.altKey) return;
    else if (step !== undefined) move(active + step, event.shiftKey);
    else if (event.key === ' ') onPicked(toggle(picked, active));
    else if (event.key === 'Enter') onOpen(active);
    else if (event.key === 'Escape' && picked.places.size > 0) onPicked(nothingPicked);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function click(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[role="option"]');
    if (row === null) return;
    const index = Number(row.dataset['index']);
    onActive(index);
    if (event.shiftKey) onPicked(extend(picked, index, most));
    else if (target.closest('.tick-place') !== null || event.ctrlKey || event.metaKey)
      onPicked(toggle(picked, index));
    else onOpen(index);
  }

  const chunks = [];
  for (let chunk = first; chunk <= last; chunk += 1) chunks.push(chunk);
  return (
    <div
      className="long-list"
      ref={scroller}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      aria-activedescendant={pages.rowAt(active) === null ? undefined : idOf(active)}
      tabIndex={0}
      onKeyDown={press}
      onClick={click}
      onWheel={letGo}
      onPointerDown={letGo}
      onScroll={(event) => {
        const { scrollTop, clientHeight } = event.currentTarget;
        setView({ top: scrollTop, height: clientHeight });
      }}
    >
      <div role="presentation" style={{ height: heights.offsetOf(first) }} />
      {chunks.map((chunk) => (
        <Chunk
          key={chunk}
          chunk={chunk}
          from={base + chunk * chunkRows}
          to={base + Math.min(count, (chunk + 1) * chunkRows)}
          height={heights.offsetOf(chunk + 1) - heights.offsetOf(chunk)}
          total={pages.total ?? 0}
          rowAt={pages.rowAt}
          idOf={idOf}
          draw={draw}
          picked={picked}
          active={active}
          onMeasure={measure}
        />
      ))}
      <div role="presentation" style={{ height: Math.max(0, heights.total - heights.offsetOf(last + 1)) }} />
    </div>
  );
}

function Chunk<T>({
  chunk,
  from,
  to,
  height,
  total,
  rowAt,
  idOf,
  draw,
  picked,
  active,
  onMeasure,
}: {
  readonly chunk: number;
  readonly from: number;
  readonly to: number;
  readonly height: number;
  readonly total: number;
  readonly rowAt: (index: number) => T | null;
  readonly idOf: (index: number) => string;
  readonly draw: (row: T, index: number, before: T | null) => DrawnRow;
  readonly picked: Picked;
  readonly active: number;
  readonly onMeasure: (chunk: number, height: number) => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  const isThere = rowAt(from) !== null;
  useEffect(() => {
    const drawn = element.current;
    if (drawn === null || !isThere) return;
    const observer = new ResizeObserver(() => {
      onMeasure(chunk, drawn.offsetHeight);
    });
    observer.observe(drawn);
    return () => {
      observer.disconnect();
    };
  }, [chunk, isThere, onMeasure]);
  if (!isThere) return <div role="presentation" className="chunk waiting" style={{ height }} />;
  const rows = [];
  for (let index = from; index < to; index += 1) {
    const row = rowAt(index);
    if (row === null) continue;
    const { className, above, line } = draw(row, index, index === 0 ? null : rowAt(index - 1));
    const isPicked = picked.places.has(index);
    rows.push(
      <div
        key={index}
        id={idOf(index)}
        data-index={index}
        data-loaded
        role="option"
        aria-selected={isPicked}
        aria-posinset={index + 1}
        aria-setsize={total}
        className={`long-row ${className}${isPicked ? ' picked' : ''}${index === active ? ' active' : ''}`}
      >
        {above}
        <div className="line">
          <span className="tick-place" aria-hidden>
            <span className="tick">{isPicked ? <Check strokeWidth={3} /> : null}</span>
          </span>
          {line}
        </div>
      </div>,
    );
  }
  return (
    <div role="presentation" className="chunk" ref={element}>
      {rows}
    </div>
  );
}
