import { HoldfastError } from '../../../../shared/errors';
import type { VaultContext } from '../../../vault/api';
import { rowHash } from '../../messages/row-hash';
import type { RecordSource } from '../records/sources';
import type { KeptRows } from './keep-rows';
import type { EarlierTextLine, MessageLine } from './lines';

/** What came in row files. */
export interface RowFiles {
  /** Until format 4, with what people corrected. */
  readonly text: KeptRows<EarlierTextLine> | null;
  /** By the SHA-256 of the file. */
  readonly messages: ReadonlyMap<string, KeptRows<MessageLine>>;
}

/**
 * Writes the messages of exports that came from another office; their exhibits are there already. Must run inside an act. Pages of
 * text and what pictures look like, which packages until format 5 brought, are worked out anew here.
 */
export function writeMessages(
  { db }: Pick<VaultContext, 'db'>,
  sources: readonly RecordSource[],
  messages: RowFiles['messages'],
): void {
  const insert = db.prepare(
    `INSERT INTO messages (item_id, position, kind, local, zone, utc, direction, sender, number, body, media_name,
       media_item_id, duration_s, status, first_line, last_line, raw, print, repeat_of)
     VALUES (@itemId, @position, @kind, @local, @zone, @utc, @direction, @sender, @number, @body, @mediaName,
       (SELECT id FROM evidence WHERE id = @mediaItemId), @durationS, @status, @firstLine, @lastLine, @raw, @print,
       (SELECT id FROM evidence WHERE id = @repeatOf))`,
  );
  for (const source of sources)
    for (const line of linesOf(source, messages))
      insert.run({ ...line, itemId: source.itemId, print: rowHash(line) });
}

/** Ties messages that are here already to exhibits that came in only now. Must run inside an act. */
export function tieMessages(
  { db }: Pick<VaultContext, 'db'>,
  sources: readonly RecordSource[],
  messages: RowFiles['messages'],
  newItems: ReadonlySet<string>,
): void {
  if (newItems.size === 0) return;
  const media = db.prepare(
    'UPDATE messages SET media_item_id = ? WHERE item_id = ? AND position = ? AND print = ? AND media_item_id IS NULL',
  );
  const repeat = db.prepare(
    'UPDATE messages SET repeat_of = ? WHERE item_id = ? AND position = ? AND print = ? AND repeat_of IS NULL',
  );
  for (const source of sources)
    for (const line of linesOf(source, messages)) {
      const at = [source.itemId, line.position, rowHash(line)] as const;
      if (newItems.has(line.mediaItemId ?? '')) media.run(line.mediaItemId, ...at);
      if (newItems.has(line.repeatOf ?? '')) repeat.run(line.repeatOf, ...at);
    }
}

/** The rows of an export. Throws `package-damaged` where there are others than it says. */
function* linesOf({ rows, file }: RecordSource, messages: RowFiles['messages']): Generator<MessageLine> {
  if (file === null) return;
  const kept = messages.get(file);
  if (kept?.count !== rows) throw new HoldfastError('package-damaged');
  yield* kept.rows();
}
