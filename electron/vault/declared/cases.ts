import type { TableDeclaration } from './declaration';
import {
  asItIs,
  backedUp,
  inRecords,
  neverMerges,
  onArrival,
  projectionOf,
  staysHere,
  withCase,
} from './usual';

export const caseTables: readonly TableDeclaration[] = [
  {
    table: 'cases',
    what: projectionOf('record_versions'),
    travels: onArrival,
    merges: neverMerges,
    erased: { withCase: 'deleted', withItem: 'untouched' },
    exported: asItIs,
    backedUp,
  },
  {
    table: 'producers',
    what: projectionOf('record_versions'),
    travels: onArrival,
    merges: neverMerges,
    erased: withCase,
    exported: asItIs,
    backedUp,
  },
  {
    table: 'exhibit_series',
    what: { sort: 'series' },
    travels: inRecords('series'),
    merges: 'union',
    erased: withCase,
    exported: asItIs,
    backedUp,
  },
  {
    table: 'drafts',
    what: { sort: 'drafts' },
    travels: staysHere('nobody has saved it, and only who typed it sees it'),
    merges: neverMerges,
    erased: {
      withCase: 'deleted',
      withItem: { kept: 'what was being typed of an entry may cite it; what was typed of the exhibit goes' },
    },
    exported: { as: 'nothing', why: 'nobody has saved it, and only who typed it sees it' },
    backedUp,
  },
];
