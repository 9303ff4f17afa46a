import type { ErrorCode } from '../../../../shared/errors';
import type { MessageRow } from '../../../../shared/models/message';
import type { VaultContext } from '../../context';

/** Whoever keeps the rows of exports (messages, calls). */
export interface RowKeeper {
  /** What a person has answered about this item, for its reader; null when nothing. */
  options(context: VaultContext, itemId: string): unknown;
  /** Rows in the order of the file; `from` 0 begins anew, over what an interrupted reading left. */
  add(context: VaultContext, itemId: string, from: number, rows: readonly MessageRow[]): void;
  /** Called in the transaction that ends the reading, with the reader's notes, or with why it failed. */
  finish(context: VaultContext, itemId: string, notes: unknown, failure: ErrorCode | null): void;
}

/** No reader here gives rows. */
export const rowKeeper: RowKeeper = {
  options: () => null,
  add: () => undefined,
  finish: () => undefined,
};
