import { registerBodySchema } from '../../../shared/models/register';
import { registerKind } from '../../../shared/records/register';
import type { Projection } from '../../vault/records/heads';
import { reindexNaming } from './reindex';

/** `register`: people, places and orders as they are shown. A removed one stays, for the entries' versions that name it. */
export const registerProjection: Projection = {
  kind: registerKind.kind,
  write: (db, { id, caseId, shown, removed, createdAt, updatedAt }) => {
    const { kind, ...body } = registerKind.body.parse(shown.body);
    const before: unknown = db
      .prepare("SELECT json_extract(body, '$.name') FROM register WHERE id = ?")
      .pluck()
      .get(id);
    db.prepare(
      `INSERT INTO register (id, case_id, kind, body, removed, created_at, updated_at, office, author, hlc)
       VALUES (@id, @caseId, @kind, @body, @removed, @createdAt, @updatedAt, @office, @author, @hlc)
       ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, body = excluded.body, removed = excluded.removed,  updated_at = excluded.updated_at, office = excluded.office,
         author = excluded.author, hlc = excluded.hlc`,
    ).run({
      ...{
        id,
        caseId,
        kind,
        createdAt,
        updatedAt,
        office: shown.office,
        author: shown.author,
        hlc: shown.hlc,
      },
      body: JSON.stringify(registerBodySchema.parse(body)),
      removed: removed ? 1 : 0,
    });
    if (before !== undefined && before !== body.name) reindexNaming(db, id);
  },
};
