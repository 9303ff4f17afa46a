import type { MessageRow } from '../../../shared/models/message';
import { mostRowsAtATime } from '../kit/limits';
import type { ReaderOutput } from '../kit/reader';

/** Characters given on at a time: rows are few when they are long. */
const mostCharacters = 1024 * 1024;

/** Gives rows on some hundreds at a time, and counts what was given. */
export function createRowBatch(out: Pick<ReaderOutput, 'rows'>): {
  /** Wait for it only when it gives something to wait for. */
  readonly add: (row: MessageRow) => Promise<void> | null;
  readonly flush: () => Promise<void>;
  readonly count: () => number;
} {
  let rows: MessageRow[] = [];
  let characters = 0;
  let count = 0;

  async function flush(): Promise<void> {
    if (rows.length === 0) return;
    const given = rows;
    rows = [];
    characters = 0;
    await out.rows(given);
  }
  return {
    add: (row) => {
      rows.push(row);
      count += 1;
      characters += row.body.length + (row.raw?.length ?? 0);
      return rows.length >= mostRowsAtATime || characters >= mostCharacters ? flush() : null;
    },
    flush,
    count: () => count,
  };
}
