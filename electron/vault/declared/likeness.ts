import type { TableDeclaration } from './declaration';
import {
  asItIs,
  backedUp,
  fileSet,
  neverMerges,
  onArrival,
  projectionOf,
  whenWanted,
  withItem,
} from './usual';

/** Pictures that look alike, and screenshots joined into one conversation. */
export const likenessTables: readonly TableDeclaration[] = [
  {
    table: 'picture_prints',
    what: fileSet('a picture, drawn in the lab'),
    travels: whenWanted,
    merges: neverMerges,
    erased: withItem,
    exported: asItIs,
    backedUp,
  },
  {
    table: 'likeness_decisions',
    what: projectionOf('record_versions'),
    travels: onArrival,
    merges: neverMerges,
    erased: withItem,
    exported: asItIs,
    backedUp,
  },
  {
    table: 'runs',
    what: projectionOf('record_versions'),
    travels: onArrival,
    merges: neverMerges,
    // With an exhibit only where it was the last piece of the run.
    erased: { withCase: 'cascades', withItem: 'deleted' },
    exported: asItIs,
    backedUp,
  },
  {
    table: 'run_pieces',
    what: projectionOf('record_versions'),
    travels: onArrival,
    merges: neverMerges,
    erased: withItem,
    exported: asItIs,
    backedUp,
  },
];
