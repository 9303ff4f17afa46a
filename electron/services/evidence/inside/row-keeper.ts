import type { ErrorCode } from '../../../../shared/errors';
import type { MessageRow } from '../../../../shared/models/message';
import type { VaultContext } from '../../../vault/api';
import { checkMessages, finishMessages, saveMessageRows } from '../../messages/save-rows';
import { readBody } from '../../messages/source-rows';

/** Whoever keeps the rows of exports (messages, calls). */
export interface RowKeeper {
  /** What a person has answered about this item, for its reader; null when nothing. */
  options(context: VaultContext, itemId: string): unknown;
  /** Rows in the order of the file; `from` 0 begins anew, over what an interrupted reading left. */
  add(context: VaultContext, itemId: string, from: number, rows: readonly MessageRow[]): void;
  /** Called when the reader is done: throws `unreadable-file` when rows are missing that its notes speak of. */
  check(context: VaultContext, itemId: string, notes: unknown): void;
  /** Called in the transaction that ends the reading, with the reader's notes, or with why it failed. */
  finish(context: VaultContext, itemId: string, notes: unknown, failure: ErrorCode | null): void;
}

export const rowKeeper: RowKeeper = {
  options: (context, itemId) => readBody(context, itemId).answers,
  add: saveMessageRows,
  check: checkMessages,
  finish: finishMessages,
};
