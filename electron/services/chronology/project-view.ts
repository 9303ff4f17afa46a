import { viewKind } from '../../../shared/records/view';
import type { Projection } from '../../vault/records/heads';
import { forgetExportChoice } from '../leaving/export-choices';

/** `chronology_views`: views that can be chosen. One that was removed is in its history alone. */
export const viewProjection: Projection = {
  kind: viewKind.kind,
  write: (db, { id, caseId, shown, removed, updatedAt }) => {
    if (removed) {
      db.prepare('DELETE FROM chronology_views WHERE id = ?').run(id);
      forgetExportChoice({ db }, id);
      return;
    }
    const { name, ...body } = viewKind.body.parse(shown.body);
    const { office, author, hlc } = shown;
    db.prepare(
      `INSERT INTO chronology_views (id, case_id, name, body, updated_at, office, author, hlc)
       VALUES (@id, @caseId, @name, @body, @updatedAt, @office, @author, @hlc)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, body = excluded.body, updated_at = excluded.updated_at,
         office = excluded.office, author = excluded.author, hlc = excluded.hlc`,
    ).run({ id, caseId, name, body: JSON.stringify(body), updatedAt, office, author, hlc });
  },
};
