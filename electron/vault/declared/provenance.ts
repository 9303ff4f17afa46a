import type { TableDeclaration } from './declaration';
import { asItIs, backedUp, neverMerges, onArrival, projectionOf, withItem } from './usual';

/** Through whose hands an exhibit went. */
export const provenanceTables: readonly TableDeclaration[] = [
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
