import type { TableDeclaration } from './declaration';
import { asItIs, asItWas, backedUp, fileSet, inLines, inRecords, later, withItem } from './usual';

/** Pictures that look alike, and screenshots joined into one conversation. */
export const likenessTables: readonly TableDeclaration[] = [
  {
    table: 'picture_prints',
    what: fileSet('a picture, drawn in the lab'),
    travels: inLines('prints.jsonl'),
    merges: later('union'),
    erased: withItem,
    exported: asItIs,
    backedUp,
  },
  {
    table: 'likeness_decisions',
    what: asItWas,
    travels: inRecords('decisions'),
    merges: later('versions'),
    erased: withItem,
    exported: asItIs,
    backedUp,
  },
  {
    table: 'runs',
    what: asItWas,
    travels: inRecords('runs'),
    merges: later('versions'),
    // With an exhibit only where it was the last piece of the run.
    erased: { withCase: 'cascades', withItem: 'deleted' },
    exported: asItIs,
    backedUp,
  },
  {
    table: 'run_pieces',
    what: asItWas,
    travels: inRecords('runs'),
    merges: later('versions'),
    erased: withItem,
    exported: asItIs,
    backedUp,
  },
];
