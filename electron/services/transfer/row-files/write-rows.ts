import { HoldfastError } from '../../../../shared/errors';
import type { VaultContext } from '../../../vault/api';
import { rowHash } from '../../messages/row-hash';
import type { RecordSource } from '../records/sources';
import type { KeptRows } from './keep-rows';
import type { EarlierTextLine, MessageLine, DescriptorLine } from './lines';

/** What came in row files. */
export interface RowFiles {
  readonly text: KeptRows<EarlierTextLine> | null;
  readonly descriptors: KeptRows<DescriptorLine> | null;
  /** By the SHA-256 of the file. */
  readonly messages: ReadonlyMap<string, KeptRows<MessageLine>>;
}

/**
 * Writes the rows of a case that came from another office; their items are there already. Must run inside an act. Triggers
 * put the pages into the index of words.
 */
export function writeRows(
  context: Pick<VaultContext, 'db'>,
  sources: readonly RecordSource[],
  rows: RowFiles,
): void {
  if (rows.text !== null) writeText(context, rows.text);
  if (rows.descriptors !== null) writeDescriptors(context, rows.descriptors);
  writeMessages(context, sources, rows.messages);
}

/** Lines with what was corrected are among the versions by now. */
function writeText({ db }: Pick<VaultContext, 'db'>, text: KeptRows<EarlierTextLine>): void {
  const page = db.prepare(
    `INSERT INTO text_pages (item_id, page, source, text, words, width, height, engine, languages, confidence, at)
     VALUES (@itemId, @page, @source, @text, @words, @width, @height, @engine, @languages, @confidence, @at)`,
  );
  const waiting = db.prepare(
    `INSERT INTO text_queue (item_id, page, priority, state, tries, reason)
     VALUES (@itemId, @page, @priority, @state, @tries, @reason)`,
  );
  for (const line of text.rows()) {
    if (line.type === 'page')
      page.run({ ...line, words: line.words === null ? null : JSON.stringify(line.words) });
    else if (line.type === 'waiting') waiting.run(line);
  }
}

function writeDescriptors({ db }: Pick<VaultContext, 'db'>, descriptors: KeptRows<DescriptorLine>): void {
  const insert = db.prepare(
    'INSERT INTO picture_prints (item_id, phash, width, height, rows) VALUES (@itemId, @phash, @width, @height, @rows)',
  );
  for (const line of descriptors.rows()) insert.run({ ...line, rows: Buffer.from(line.rows, 'base64') });
}

function writeMessages(
  { db }: Pick<VaultContext, 'db'>,
  sources: readonly RecordSource[],
  messages: RowFiles['messages'],
): void {
  const insert = db.prepare(
    `INSERT INTO messages (item_id, position, kind, local, zone, utc, direction, sender, number, body, media_name,
       media_item_id, duration_s, status, first_line, last_line, raw, print, repeat_of)
     VALUES (@itemId, @position, @kind, @local, @zone, @utc, @direction, @sender, @number, @body, @mediaName, @mediaItemId,
       @durationS, @status, @firstLine, @lastLine, @raw, @print, @repeatOf)`,
  );
  for (const { itemId, rows, file } of sources) {
    if (file === null) continue;
    const kept = messages.get(file);
    if (kept?.count !== rows) throw new HoldfastError('package-damaged');
    for (const line of kept.rows()) insert.run({ ...line, itemId, print: rowHash(line) });
  }
}
