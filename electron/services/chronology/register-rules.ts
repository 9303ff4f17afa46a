import { registerKind } from '../../../shared/records/register';
import type { RecordRules } from '../records/rules';
import { touchEntries } from './revision';

/** Entries are found by the names of people, places and orders. */
export const registerRules: RecordRules = {
  kind: registerKind.kind,
  area: 'chronology',
  after: touchEntries,
};
