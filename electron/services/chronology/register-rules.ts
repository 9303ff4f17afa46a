import { HoldfastError } from '../../../shared/errors';
import { registerKind } from '../../../shared/records/register';
import type { RecordRules } from '../records/rules';
import { touchEntries } from './revision';

/** Entries are found by the names of people, places and orders. */
export const registerRules: RecordRules = {
  kind: registerKind.kind,
  area: 'chronology',
  // Only what no live entry is linked to, as in the register of the chronology: else `in-use`.
  without: ({ db }, id) => {
    const linked = db.prepare('SELECT 1 FROM entry_register WHERE register_id = ? LIMIT 1').pluck().get(id);
    if (linked !== undefined) throw new HoldfastError('in-use');
  },
  after: touchEntries,
};
