import type { Database } from 'better-sqlite3';
import type { Version } from '../../../shared/domain/records/version';
import { handoverBodySchema } from '../../../shared/models/continuity';
import { handoverKind } from '../../../shared/records/handover';
import type { Projection } from '../../vault/records/heads';
import { versionsOf } from '../../vault/records/version-rows';

/** `continuity`: the handovers of an exhibit. One that was removed, or that cannot be read here, is in its history alone. */
export const handoverProjection: Projection = {
  kind: handoverKind.kind,
  write: (db, { id, shown, removed }) => {
    const read = handoverKind.body.safeParse(shown.body);
    if (removed || !read.success) {
      db.prepare('DELETE FROM continuity WHERE id = ?').run(id);
      return;
    }
    const { itemId, handoverId, corrects } = read.data;
    // One that was brought back was still written down when and by whom it was first.
    const { at, office, author, hlc } = firstOf(db, shown);
    db.prepare(
      `INSERT INTO continuity (id, item_id, handover_id, corrects, body, recorded_at, office, author, hlc)
       VALUES (@id, @itemId, @handoverId, @corrects, @body, @at, @office, @author, @hlc)
       ON CONFLICT (id) DO UPDATE SET item_id = excluded.item_id, handover_id = excluded.handover_id,
         corrects = excluded.corrects, body = excluded.body, recorded_at = excluded.recorded_at, office = excluded.office,
         author = excluded.author, hlc = excluded.hlc`,
    ).run({
      ...{ id, itemId, handoverId, corrects, at, office, author, hlc },
      body: JSON.stringify(handoverBodySchema.parse(read.data)),
    });
  },
  gone: (db, { recordId }) => {
    db.prepare('DELETE FROM continuity WHERE id = ?').run(recordId);
  },
};

function firstOf(db: Database, shown: Version): Version {
  if (shown.parents.length === 0) return shown;
  const isFirst = ({ parents, body }: Version): boolean => parents.length === 0 && body !== null;
  return versionsOf(db, shown.recordId).find(isFirst) ?? shown;
}
