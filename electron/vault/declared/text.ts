import type { TableDeclaration } from './declaration';
import {
  asItIs,
  backedUp,
  fileSet,
  neverMerges,
  notExported,
  onArrival,
  projectionOf,
  whenWanted,
  withItem,
} from './usual';

/** Texts of pages, page by page, and the index of their words. */
export const textTables: readonly TableDeclaration[] = [
  {
    table: 'text_pages',
    what: fileSet('a page, read by a machine'),
    travels: whenWanted,
    merges: neverMerges,
    erased: withItem,
    exported: asItIs,
    backedUp,
    triggers: {
      text_pages_added: { writes: ['text_index'] },
      text_pages_changed: { writes: ['text_index'] },
      text_pages_removed: { writes: ['text_index'] },
    },
  },
  {
    table: 'text_corrections',
    what: projectionOf('record_versions'),
    travels: onArrival,
    merges: neverMerges,
    erased: withItem,
    exported: asItIs,
    backedUp,
    triggers: {
      text_corrected: { writes: ['text_index'] },
      text_uncorrected: { writes: ['text_index'] },
    },
  },
  {
    table: 'text_queue',
    what: projectionOf('evidence', 'text_pages'),
    travels: onArrival,
    merges: neverMerges,
    erased: withItem,
    exported: asItIs,
    backedUp,
  },
  {
    table: 'text_index',
    what: projectionOf('text_pages', 'text_corrections'),
    travels: whenWanted,
    merges: neverMerges,
    erased: { withCase: 'by-trigger', withItem: 'by-trigger' },
    exported: notExported,
    backedUp,
    fts5: { content: 'own' },
  },
];
