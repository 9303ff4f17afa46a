import type { MessageFilter } from '../../../shared/models/message';
import type { VaultContext } from '../../vault/api';
import { rowsRevision } from './revision';
import { searchedItems } from './searched-items';
import type { Searched } from './searched-items';

type Db = Pick<VaultContext, 'db'>;

/** Filters whose results are kept: going back to one costs nothing. */
const kept = 4;

/** Keeps what was worked out for the last few filters, until rows, exports or owners of phones change. */
export function keepLast<T>(): (
  context: Db,
  caseId: string,
  filter: MessageFilter,
  work: (items: readonly Searched[]) => T,
) => T {
  const caches = new WeakMap<object, Map<string, T>>();
  return (context, caseId, filter, work) => {
    const items = searchedItems(context, caseId, filter);
    // What entries stand on changes without the rows, and is few.
    if (filter.entryId !== null) return work(items);
    const cache = caches.get(context.db) ?? new Map<string, T>();
    caches.set(context.db, cache);
    const key = JSON.stringify([rowsRevision(context), items, filter]);
    const known = cache.has(key);
    const result = known ? (cache.get(key) as T) : work(items);
    cache.delete(key);
    cache.set(key, result);
    for (const oldest of cache.keys()) {
      if (cache.size <= kept) break;
      cache.delete(oldest);
    }
    return result;
  };
}
