import { filterProblem } from '../../../shared/domain/filter-problem';
import { everyElement } from '../../../shared/domain/law/law-of';
import { HoldfastError } from '../../../shared/errors';
import type { EntryFilter } from '../../../shared/models/entry-filter';
import type { VaultContext } from '../../vault/api';

/**
 * Whether a filter asks for something that cannot be looked for here. It then selects nothing, and so does its complement:
 * whoever makes a view for somebody else must never give away more than they asked for because a part was not understood.
 */
export function isUnread({ db }: Pick<VaultContext, 'db'>, caseId: string, filter: EntryFilter): boolean {
  if (filterProblem(filter) !== null) return true;
  if (filter.element !== null && !everyElement.some(({ id }) => id === filter.element)) return true;
  if (filter.registerId === null) return false;
  return (
    db
      .prepare('SELECT 1 FROM register WHERE id = ? AND case_id = ? AND removed = 0')
      .get(filter.registerId, caseId) === undefined
  );
}

/** Throws `filter-unread`. */
export function requireRead(context: Pick<VaultContext, 'db'>, caseId: string, filter: EntryFilter): void {
  if (isUnread(context, caseId, filter)) throw new HoldfastError('filter-unread');
}
