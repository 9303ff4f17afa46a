import { pageTurnSchema } from '../../../shared/models/page-turn';
import type { VaultContext } from '../../vault/api';
import * as z from 'zod';
import { parseJson } from '../../vault/rows/rows';

const turnsSchema = z.array(pageTurnSchema);

/**
 * By how many tenths of a degree, clockwise, a picture (or a page of it) is straightened in what is shown of it now, and not only in what a
 * person wants to be shown: all that is drawn of it is drawn so.
 */
export function straightenedOf({ db }: Pick<VaultContext, 'db'>, itemId: string, page = 1): number {
  const madeOf: unknown = db.prepare('SELECT made_of FROM shown_files WHERE item_id = ?').pluck().get(itemId);
  // A version of its password, a stroke, and its turns where there are any.
  const turned = typeof madeOf === 'string' ? madeOf.slice(madeOf.indexOf('/') + 1) : '';
  if (turned === '') return 0;
  return parseJson(turnsSchema, turned).find((each) => each.page === page)?.straightened ?? 0;
}
