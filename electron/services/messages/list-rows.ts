import * as z from 'zod';
import { messageRowSchema } from '../../../shared/models/message';
import type { MessageFilter, MessageView } from '../../../shared/models/message';
import type { VaultContext } from '../../vault/api';
import { allRows, oneRow } from '../../vault/rows/rows';
import { createMediaFinder } from './media';
import { directionSql, selectRows } from './selection';
import { parseBody } from './source-rows';

type Db = Pick<VaultContext, 'db'>;

const viewRow = z.object({
  ...messageRowSchema.shape,
  position: z.int(),
  mediaItemId: z.string().nullable(),
  repeats: z.string().nullable(),
  citedBy: z.int(),
});
type ViewRow = z.infer<typeof viewRow>;

/** One page of the rows of a filter. */
export function listRows(
  context: Db,
  input: {
    readonly caseId: string;
    readonly filter: MessageFilter;
    readonly offset: number;
    readonly limit: number;
  },
): { readonly rows: MessageView[]; readonly total: number } {
  const selection = selectRows(context, input.caseId, input.filter);
  const keys = [];
  for (let at = input.offset; at < Math.min(selection.length, input.offset + input.limit); at += 1)
    keys.push(selection.at(at));
  const views = new Map<string, MessageView>();
  for (const itemId of new Set(keys.map((key) => key.itemId))) {
    const positions = keys.filter((key) => key.itemId === itemId).map(({ position }) => position);
    for (const view of readViews(context, itemId, positions)) views.set(`${itemId} ${view.position}`, view);
  }
  const rows = keys.flatMap(({ itemId, position }) => views.get(`${itemId} ${position}`) ?? []);
  return { rows, total: selection.length };
}

/** Rows of one export by their places, in no order. Places where there is no row are left out. */
export function readViews(context: Db, itemId: string, positions: readonly number[]): readonly MessageView[] {
  const { db } = context;
  const source = oneRow(
    db,
    z.object({ exhibit_ref: z.string(), body: z.string().nullable() }),
    'SELECT e.exhibit_ref, s.body FROM evidence e LEFT JOIN message_sources s ON s.item_id = e.id WHERE e.id = ?',
    itemId,
  );
  const { owner, notes } = parseBody(source.body);
  const rows = allRows(
    db,
    viewRow,
    `SELECT m.position, m.kind, m.local, m.zone, m.utc, ${directionSql} AS direction, m.sender, m.number, m.body,
       m.media_name AS mediaName, m.media_item_id AS mediaItemId, m.duration_s AS durationS, m.status,
       m.first_line AS firstLine, m.last_line AS lastLine, m.raw,
       (SELECT exhibit_ref FROM evidence WHERE id = m.repeat_of) AS repeats,
       (SELECT count(*) FROM entry_messages l JOIN entries n ON n.id = l.entry_id
         WHERE l.item_id = m.item_id AND l.position = m.position AND n.removed = 0) AS citedBy
     FROM messages m WHERE m.item_id = @itemId AND m.position IN (SELECT value FROM json_each(@positions))`,
    { itemId, owner, positions: JSON.stringify(positions) },
  );
  const mediaOf = createMediaReader(context, itemId);
  return rows.map(({ mediaItemId, ...row }) => ({
    ...row,
    itemId,
    format: notes?.format ?? null,
    exhibitRef: source.exhibit_ref,
    media: mediaOf({ mediaItemId, ...row }),
  }));
}

const mediaRow = z.object({
  itemId: z.string(),
  exhibitRef: z.string(),
  title: z.string(),
  hasPreview: z.int(),
});
const mediaSql =
  "SELECT id AS itemId, exhibit_ref AS exhibitRef, title, preview = 'ready' AS hasPreview FROM evidence";

/** What came with a row: all parts of a picture message, or the file that a chat names, also one that came in later. */
function createMediaReader(context: Db, itemId: string) {
  const { db } = context;
  let find: ReturnType<typeof createMediaFinder> | null = null;
  const shown = (rows: readonly z.infer<typeof mediaRow>[]): MessageView['media'] =>
    rows.map((row) => ({ ...row, hasPreview: row.hasPreview === 1 }));
  return ({ mediaName, mediaItemId }: Pick<ViewRow, 'mediaName' | 'mediaItemId'>): MessageView['media'] => {
    if (mediaName === null) return [];
    const id = mediaItemId ?? (find ??= createMediaFinder(context, itemId))(mediaName);
    if (id === null) return [];
    const folder = /^\d+\//u.exec(mediaName)?.[0];
    const parts =
      folder === undefined
        ? []
        : allRows(
            db,
            mediaRow,
            `${mediaSql} WHERE parent_id = ? AND parent_place >= ? AND parent_place < ? ORDER BY parent_place LIMIT 20`,
            itemId,
            folder,
            // The character behind the slash.
            `${folder.slice(0, -1)}0`,
          );
    return shown(parts.length > 0 ? parts : allRows(db, mediaRow, `${mediaSql} WHERE id = ?`, id));
  };
}
