import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import type { VaultContext } from '../../vault/api';
import type { Manifest } from './manifest';
import { wasTakenIn } from './transfer-rows';

/**
 * The exhibits of the case that are here, or were left out or erased here, which a package of changes may name without bringing them;
 * none for a package that is whole. Throws `package-before-missing` where the package that the changes are counted from was not taken in here.
 */
export function countedFrom(
  context: Pick<VaultContext, 'db'>,
  { purpose, since, caseId }: Pick<Manifest, 'purpose' | 'since' | 'caseId'>,
): ReadonlySet<string> {
  if (purpose !== 'changes') return new Set();
  if (since === null || !wasTakenIn(context, since)) throw new HoldfastError('package-before-missing');
  const ids = context.db
    .prepare(
      `SELECT id FROM evidence WHERE case_id = @caseId UNION SELECT item_id FROM item_declined WHERE case_id = @caseId
       UNION SELECT id FROM item_tombstones`,
    )
    .pluck()
    .all({ caseId });
  return new Set(z.array(z.string()).parse(ids));
}
