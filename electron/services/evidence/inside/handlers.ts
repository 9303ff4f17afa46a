import * as z from 'zod';
import { filesAtATime, textAtATime } from '../../../../shared/contract/inside-methods';
import type { VaultHandlers } from '../../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../../shared/errors';
import { evidenceKindSchema } from '../../../../shared/models/evidence';
import type { VaultContext } from '../../../vault/api';
import { allRows, changeOne, oneRow } from '../../../vault/rows/rows';
import { readItem } from '../../items/item-rows';
import { readableKinds } from './kinds';
import { startReading } from './read-jobs';

type InsideMethods = 'inside.get' | 'inside.text' | 'inside.files' | 'inside.readAgain';

const parentRow = z.object({
  id: z.string(),
  exhibit_ref: z.string(),
  title: z.string(),
  place: z.string(),
});
const pageRow = z.object({ page: z.int(), characters: z.int() });
const countRow = z.object({ all: z.int(), left: z.int() });
const fileRow = z.object({
  place: z.string(),
  copy: z.int(),
  reason: z.string().nullable(),
  id: z.string().nullable(),
  exhibit_ref: z.string().nullable(),
  title: z.string().nullable(),
  kind: evidenceKindSchema.nullable(),
});

/** What is inside an item, for the screens. */
export function insideHandlers(context: VaultContext): Pick<VaultHandlers, InsideMethods> {
  const { db } = context;
  return {
    'inside.get': ({ id }) => ({
      parents: allRows(
        db,
        parentRow,
        `SELECT p.id, p.exhibit_ref, p.title, e.parent_place AS place FROM evidence e JOIN evidence p ON p.id = e.parent_id
           WHERE e.id = @id AND e.parent_place IS NOT NULL
         UNION SELECT p.id, p.exhibit_ref, p.title, i.place FROM inside i JOIN evidence p ON p.id = i.parent_id
           WHERE i.item_id = @id
         ORDER BY 2, 4 LIMIT 50`,
        { id },
      ).map(({ exhibit_ref, ...rest }) => ({ ...rest, exhibitRef: exhibit_ref })),
      pages: allRows(
        db,
        pageRow,
        "SELECT page, length(text) AS characters FROM text_pages WHERE item_id = ? AND source = 'file' ORDER BY page",
        id,
      ),
      files: oneRow(
        db,
        countRow,
        'SELECT count(*) AS "all", count(*) - count(item_id) AS left FROM inside WHERE parent_id = ?',
        id,
      ),
    }),
    'inside.text': ({ id, page, from }) =>
      oneRow(
        db,
        z.object({ text: z.string() }),
        "SELECT substr(text, ?, ?) AS text FROM text_pages WHERE item_id = ? AND page = ? AND source = 'file'",
        from + 1,
        textAtATime,
        id,
        page,
      ),
    'inside.files': ({ id, from }) =>
      allRows(
        db,
        fileRow,
        `SELECT i.place, i.copy, i.reason, e.id, e.exhibit_ref, e.title, e.kind
         FROM inside i LEFT JOIN evidence e ON e.id = i.item_id WHERE i.parent_id = ?
         ORDER BY i.item_id IS NOT NULL, i.position LIMIT ? OFFSET ?`,
        id,
        filesAtATime,
        from,
      ).map(({ place, copy, reason, id: itemId, exhibit_ref, title, kind }) => ({
        place,
        isCopy: copy === 1,
        reason,
        item:
          itemId === null || exhibit_ref === null || title === null || kind === null
            ? null
            : { id: itemId, exhibitRef: exhibit_ref, title, kind },
      })),
    'inside.readAgain': ({ id }) => {
      const { caseId, kind, exhibitRef } = readItem(context, id);
      if (!readableKinds.has(kind)) throw new HoldfastError('unsupported-preview');
      context.act({ action: 'evidence.read-again', subject: id, detail: { exhibit: exhibitRef } }, () => {
        changeOne(db, "UPDATE evidence SET reading = 'waiting', reading_reason = NULL WHERE id = ?", id);
        db.prepare('UPDATE readings SET tries = 0 WHERE item_id = ?').run(id);
      });
      context.changed('evidence', caseId);
      return startReading(context, caseId, [id]);
    },
  };
}
