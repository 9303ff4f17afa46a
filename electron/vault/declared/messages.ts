import type { TableDeclaration, ViewDeclaration } from './declaration';
import {
  asItIs,
  backedUp,
  fileSet,
  inLines,
  inRecords,
  neverMerges,
  notExported,
  onArrival,
  projectionOf,
  withItem,
} from './usual';

/** Exports of messages and calls, their rows, and the index of their words. */
export const messageTables: readonly TableDeclaration[] = [
  {
    table: 'message_sources',
    // `body` holds what the reader found and, beside it, what a person answered.
    what: fileSet('an export of messages or calls', ['body']),
    travels: inRecords('messageSources'),
    merges: 'union',
    erased: withItem,
    exported: asItIs,
    backedUp,
  },
  {
    table: 'messages',
    what: fileSet('an export of messages or calls'),
    travels: inLines('messages/SHA256.jsonl'),
    merges: 'union',
    erased: withItem,
    exported: asItIs,
    backedUp,
    triggers: {
      messages_added: { writes: ['message_numbers', 'message_index'] },
      messages_changed: { writes: ['message_index'] },
      messages_removed: { writes: ['message_index'] },
    },
  },
  {
    table: 'message_numbers',
    what: projectionOf('messages'),
    travels: onArrival,
    merges: neverMerges,
    erased: { withCase: 'by-trigger', withItem: 'by-trigger' },
    exported: asItIs,
    backedUp,
  },
  {
    table: 'message_index',
    what: projectionOf('messages', 'message_numbers'),
    travels: onArrival,
    merges: neverMerges,
    erased: { withCase: 'by-trigger', withItem: 'by-trigger' },
    exported: notExported,
    backedUp,
    fts5: { content: { view: 'message_texts' } },
  },
];

export const messageViews: readonly ViewDeclaration[] = [
  { view: 'message_texts', of: ['messages', 'message_numbers'] },
];
