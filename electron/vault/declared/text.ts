import type { TableDeclaration } from './declaration';
import {
  asItIs,
  backedUp,
  fileSet,
  inLines,
  later,
  neverMerges,
  notExported,
  onArrival,
  projectionOf,
  withItem,
} from './usual';

/** Texts of pages, page by page, and the index of their words. */
export const textTables: readonly TableDeclaration[] = [
  {
    table: 'text_pages',
    what: fileSet('a page, read by a machine'),
    travels: inLines('text.jsonl', { id: 'a number of this database, which its index of words goes by' }),
    merges: later('union'),
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
    // Sent all the same: which pages could not be read, and why, is not worked out again by the receiver.
    travels: inLines('text.jsonl'),
    merges: neverMerges,
    erased: withItem,
    exported: asItIs,
    backedUp,
  },
  {
    table: 'text_index',
    what: projectionOf('text_pages', 'text_corrections'),
    travels: onArrival,
    merges: neverMerges,
    erased: { withCase: 'by-trigger', withItem: 'by-trigger' },
    exported: notExported,
    backedUp,
    fts5: { content: 'own' },
  },
];
