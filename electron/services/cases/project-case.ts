import type { Projection } from '../../vault/records/heads';
import { caseKind } from '../../../shared/records/case';

/** `cases`: what the caseload and every look-up of a case read. When it was last worked on moves with all of its records. */
export const caseProjection: Projection = {
  kind: caseKind.kind,
  write: (db, { id, shown, createdAt, updatedAt }) => {
    const { safeContact, ...body } = caseKind.body.parse(shown.body);
    const { office, author, hlc } = shown;
    db.prepare(
      `INSERT INTO cases (id, reference, alias, exhibit_initials, status, safe_contact, body, created_at, updated_at, office, author, hlc)
       VALUES (@id, @reference, @alias, @exhibitInitials, @status, @safeContact, @body, @createdAt, @updatedAt, @office, @author, @hlc)
       ON CONFLICT (id) DO UPDATE SET reference = excluded.reference, alias = excluded.alias,
         exhibit_initials = excluded.exhibit_initials, status = excluded.status, safe_contact = excluded.safe_contact, body = excluded.body,  updated_at = max(updated_at, excluded.updated_at), office = excluded.office,
         author = excluded.author, hlc = excluded.hlc`,
    ).run({
      ...{ id, createdAt, updatedAt, office, author, hlc },
      ...{
        reference: body.reference,
        alias: body.alias,
        exhibitInitials: body.exhibitInitials,
        status: body.status,
      },
      safeContact: JSON.stringify(safeContact),
      body: JSON.stringify(shown.body),
    });
  },
};
