import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorCode } from '../../../shared/errors';
import type { MessageFilter, MessageView } from '../../../shared/models/message';
import { call, codeOf, holdfast } from '../../app/bridge';
import { chunkRows } from './chunks';

/** Pages kept in memory around where somebody reads. */
const mostKept = 60;

export interface Pages {
  /** Null until the first page is there. */
  readonly total: number | null;
  readonly error: ErrorCode | null;
  readonly rowAt: (index: number) => MessageView | null;
  /** Fetches what is not there yet. */
  readonly want: (firstRow: number, lastRow: number) => void;
}

/** The rows of a filter, fetched page by page as they come into sight; anew when `version` changes. */
export function usePages(caseId: string, filter: MessageFilter, version: string): Pages {
  const [state, setState] = useState<{ readonly total: number | null; readonly error: ErrorCode | null }>({
    total: null,
    error: null,
  });
  const pages = useRef(new Map<number, readonly MessageView[]>());
  const asked = useRef(new Set<number>());
  const [, redraw] = useState(0);
  const key = JSON.stringify(filter);
  const turn = useRef(0);

  const fetch = useCallback(
    (page: number) => {
      if (asked.current.has(page)) return;
      asked.current.add(page);
      const mine = turn.current;
      const parsed = JSON.parse(key) as MessageFilter;
      call(
        holdfast.messages.list({ caseId, filter: parsed, offset: page * chunkRows, limit: chunkRows }),
      ).then(
        ({ rows, total }) => {
          if (mine !== turn.current) return;
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
    },
    [caseId, key],
  );

  useEffect(() => {
    turn.current += 1;
    pages.current = new Map();
    asked.current = new Set();
    fetch(0);
  }, [fetch, version]);

  return {
    ...state,
    rowAt: (index) => pages.current.get(Math.floor(index / chunkRows))?.[index % chunkRows] ?? null,
    want: (firstRow, lastRow) => {
      for (let page = Math.floor(firstRow / chunkRows); page * chunkRows <= lastRow; page += 1) fetch(page);
    },
  };
}
