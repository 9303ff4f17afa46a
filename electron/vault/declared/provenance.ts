import type { TableDeclaration } from './declaration';
import { asItIs, asItWas, backedUp, inRecords, later, withItem } from './usual';

/** When an exhibit was made, and through whose hands it went. */
export const provenanceTables: readonly TableDeclaration[] = [
  {
    table: 'date_choices',
    what: asItWas,
    travels: inRecords('dateChoices'),
    merges: later('versions'),
    erased: withItem,
    exported: asItIs,
    backedUp,
  },
  {
    table: 'continuity',
    what: asItWas,
    travels: inRecords('continuity'),
    merges: later('union'),
    erased: withItem,
    exported: asItIs,
    backedUp,
    triggers: { continuity_no_update: { refuses: 'update' } },
  },
];
