import type { TableDeclaration } from './declaration';
import {
  asItIs,
  asItWas,
  backedUp,
  inRecords,
  later,
  neverMerges,
  onArrival,
  projectionOf,
  withItem,
} from './usual';

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
    what: projectionOf('record_versions'),
    travels: onArrival,
    merges: neverMerges,
    erased: withItem,
    exported: asItIs,
    backedUp,
  },
];
