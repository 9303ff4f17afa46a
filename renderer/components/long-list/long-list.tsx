import { useEffect, useId, useRef } from 'react';
import { Chunk } from './chunk';
import type { DrawnRow } from './chunk';
import { chunkRows } from './chunks';
import type { Pages } from './pages';
import { useListInput } from './use-list-input';
import type { ListState } from './use-list-input';
import { useRowsInSight } from './use-rows-in-sight';
import './long-list.css';

interface LongListProps<T> extends ListState {
  readonly label: string;
  readonly pages: Pages<T>;
  /** Pixels of a row that was never drawn. */
  readonly rowGuess: number;
  readonly draw: (row: T, index: number, before: T | null) => DrawnRow;
}

/**
 * The rows of a filter, of which only those in sight are in the page: a list of a million costs what a list of a hundred
 * does. The list itself has the focus and names the row that is meant, so that rows may come and go under it.
 */
export function LongList<T>({ label, pages, rowGuess, draw, ...state }: LongListProps<T>) {
  const { picked } = state;
  const { base, count, active, goTo } = state.place;
  const total = pages.total ?? 0;
  const prefix = useId();
  const idOf = (index: number): string => `${prefix}${index}`;
  const sight = useRowsInSight({ base, count, rowGuess, idOf });
  const { heights, first, last, show, letGo } = sight;
  const { press, click } = useListInput(state, total, show);

  useEffect(() => {
    pages.want(base + Math.max(0, first * chunkRows - 1), base + Math.min(count, (last + 1) * chunkRows) - 1);
  });
  const latestShow = useRef(show);
  latestShow.current = show;
  useEffect(() => {
    if (goTo !== null) latestShow.current(goTo.index);
  }, [goTo]);

  const chunks = [];
  for (let chunk = first; chunk <= last; chunk += 1) chunks.push(chunk);
  return (
    <div
      className="long-list"
      ref={sight.scroller}
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
        sight.look(event.currentTarget);
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
          total={total}
          rowAt={pages.rowAt}
          idOf={idOf}
          draw={draw}
          picked={picked}
          active={active}
          onMeasure={sight.measure}
        />
      ))}
      <div role="presentation" style={{ height: Math.max(0, heights.total - heights.offsetOf(last + 1)) }} />
    </div>
  );
}
