import { readPlain } from './documents/plain';
import { readTable } from './messages/csv';
import { readMessages } from './messages/messages';
import type { Readers } from './read-with';

/** What comes most often, and what a person waits for: words, and rows of messages. Apart from the rest, so that it loads soon. */
export const wordReaders = {
  text: readPlain,
  messages: readMessages,
  table: readTable,
} satisfies Readers;
