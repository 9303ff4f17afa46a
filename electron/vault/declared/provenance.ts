import type { TableDeclaration } from './declaration';
import { asItIs, asItWas, backedUp, inRecords, later, withItem } from './usual';

/** Where an exhibit came from, when, and through whose hands it went. */
export const provenanceTables: readonly TableDeclaration[] = [
  {
    table: 'provenance',
    what: asItWas,
    travels: inRecords('provenance'),
    merges: later('versions'),
    erased: withItem,
    exported: asItIs,
    backedUp,
  },
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
