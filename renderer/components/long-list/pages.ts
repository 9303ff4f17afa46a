import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import { codeOf } from '../../kit/bridge';
import { chunkRows } from './chunks';

/** Pages kept in memory around where somebody reads. */
const mostKept = 60;

export interface Pages<T> {
  /** Null until the first page is there. */
  readonly total: number | null;
  readonly error: ErrorCode | null;
  readonly rowAt: (index: number) => T | null;
  /** Fetches what is not there yet. */
  readonly want: (firstRow: number, lastRow: number) => void;
}

/** Rows from a place on, and how many there are in all. */
export type LoadPage<T> = (
  offset: number,
  limit: number,
) => Promise<{ readonly rows: readonly T[]; readonly total: number }>;

/**
 * Rows fetched page by page as they come into sight. Begun anew when `key` changes, with an empty list; when only `version`
 * does, the rows are read again while the old ones stay in sight.
 */
export function usePages<T>(key: string, version: string, load: LoadPage<T>): Pages<T> {
  const [state, setState] = useState<{ readonly total: number | null; readonly error: ErrorCode | null }>({
    total: null,
    error: null,
  });
  const pages = useRef(new Map<number, readonly T[]>());
  const asked = useRef(new Set<number>());
  const [, redraw] = useState(0);
  const turn = useRef(0);
  const latest = useRef(load);
  latest.current = load;

  const fetch = useCallback((page: number) => {
    if (asked.current.has(page)) return;
    asked.current.add(page);
    const mine = turn.current;
    latest.current(page * chunkRows, chunkRows).then(
      ({ rows, total }) => {
        if (mine !== turn.current) return;
        // Last in the map is the latest that was read.
        pages.current.delete(page);
        pages.current.set(page, rows);
        for (const oldest of pages.current.keys()) {
          if (pages.current.size <= mostKept) break;
          pages.current.delete(oldest);
          asked.current.delete(oldest);
        }
        setState({ total, error: null });
        redraw((before) => before + 1);
      },
      (problem: unknown) => {
        if (mine === turn.current) setState((before) => ({ ...before, error: codeOf(problem) }));
      },
    );
  }, []);

  const drawn = useRef<string | null>(null);
  useEffect(() => {
    turn.current += 1;
    if (drawn.current !== key) pages.current = new Map();
    drawn.current = key;
    asked.current = new Set();
    fetch(0);
  }, [fetch, key, version]);

  return {
    ...state,
    rowAt: (index) => pages.current.get(Math.floor(index / chunkRows))?.[index % chunkRows] ?? null,
    want: (firstRow, lastRow) => {
      for (let page = Math.floor(firstRow / chunkRows); page * chunkRows <= lastRow; page += 1) fetch(page);
    },
  };
}
