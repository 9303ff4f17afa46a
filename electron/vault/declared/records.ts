import type { TableDeclaration } from './declaration';
import {
  asItIs,
  backedUp,
  inRecords,
  neverMerges,
  notExported,
  onArrival,
  projectionOf,
  staysHere,
} from './usual';

/** What people write, of every kind: one file a kind lies in shared/records. */
export const recordTables: readonly TableDeclaration[] = [
  {
    table: 'record_versions',
    what: { sort: 'kind', kind: 'every' },
    travels: inRecords('versions'),
    merges: 'versions',
    erased: {
      withCase: 'deleted',
      withItem: {
        kept: 'records about it go; that a version of another names it stays in the history, as an id without a name',
      },
    },
    exported: {
      ...asItIs,
      withoutSecrets: 'the password of a PDF opens what is unpacked beside it, locked as it came',
    },
    backedUp,
    triggers: { record_versions_no_update: { refuses: 'update' } },
  },
  {
    table: 'records',
    what: projectionOf('record_versions'),
    travels: onArrival,
    merges: neverMerges,
    erased: { withCase: 'deleted', withItem: 'deleted' },
    exported: asItIs,
    backedUp,
    triggers: { records_removed: { writes: ['record_index'] } },
  },
  {
    table: 'record_index',
    what: projectionOf('record_versions'),
    travels: onArrival,
    merges: neverMerges,
    erased: { withCase: 'by-trigger', withItem: 'by-trigger' },
    exported: notExported,
    backedUp,
    fts5: { content: 'own' },
  },
  {
    table: 'record_tombstones',
    what: { sort: 'ground' },
    travels: staysHere('what was erased here was erased here; each office decides for itself'),
    merges: neverMerges,
    erased: {
      withCase: { kept: 'ids of its records, so that no package brings them back by itself' },
      withItem: { kept: 'ids of the records about it, so that no package brings them back by itself' },
    },
    exported: asItIs,
    backedUp,
  },
  {
    table: 'record_declined',
    what: { sort: 'ground' },
    travels: staysHere('what somebody here did not want says nothing elsewhere'),
    merges: neverMerges,
    erased: { withCase: 'deleted', withItem: 'untouched' },
    exported: asItIs,
    backedUp,
  },
  {
    table: 'item_tombstones',
    what: { sort: 'ground' },
    travels: staysHere('what was erased here was erased here; each office decides for itself'),
    merges: neverMerges,
    erased: {
      withCase: 'untouched',
      withItem: { kept: 'its id, so that no package brings it back by itself' },
    },
    exported: asItIs,
    backedUp,
  },
  {
    table: 'item_declined',
    what: { sort: 'ground' },
    travels: staysHere('what somebody here did not want says nothing elsewhere'),
    merges: neverMerges,
    erased: { withCase: 'deleted', withItem: 'untouched' },
    exported: asItIs,
    backedUp,
  },
];
