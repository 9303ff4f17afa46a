import { producerKind } from '../../../shared/records/producer';
import type { Projection } from '../../vault/records/heads';

/**
 * `producers`: who produces exhibits of a case. One that was removed in one office and used in another stays: its exhibits and
 * their references name it.
 */
export const producerProjection: Projection = {
  kind: producerKind.kind,
  write: (db, { caseId, shown, removed, createdAt }) => {
    const { producerId: id, name } = producerKind.body.parse(shown.body);
    if (removed) {
      db.prepare(
        `DELETE FROM producers WHERE id = @id
           AND NOT EXISTS (SELECT 1 FROM evidence WHERE producer_id = @id)
           AND NOT EXISTS (SELECT 1 FROM exhibit_series WHERE producer_id = @id AND next > first)`,
      ).run({ id });
      return;
    }
    const { office, author, hlc } = shown;
    db.prepare(
      `INSERT INTO producers (id, case_id, name, created_at, office, author, hlc)
       VALUES (@id, @caseId, @name, @createdAt, @office, @author, @hlc)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, created_at = excluded.created_at, office = excluded.office,
         author = excluded.author, hlc = excluded.hlc`,
    ).run({ id, caseId, name, createdAt, office, author, hlc });
  },
};
