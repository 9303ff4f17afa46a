import { officeNameKey } from '../../../shared/domain/office-card/office-name';
import { partnerOfficeKind } from '../../../shared/records/partner-office';
import type { Projection } from '../../vault/records/heads';

/** `partner_offices`: the address book. Its unique keys see that what is sealed and verified can stand for one office only. */
export const partnerOfficeProjection: Projection = {
  kind: partnerOfficeKind.kind,
  write: (db, { id, shown, removed }) => {
    db.prepare('DELETE FROM partner_offices WHERE id = ?').run(id);
    if (removed) return;
    const { compared, ...card } = partnerOfficeKind.body.parse(shown.body);
    const { office, author, hlc } = shown;
    db.prepare(
      `INSERT INTO partner_offices (id, name, name_key, recipient, signing_key, signature, made, standing, added_at,
         added_by, compared_at, compared_by, office, author, hlc)
       VALUES (@id, @name, @nameKey, @recipient, @signingKey, @signature, @made, @standing, @addedAt, @addedBy,
         @comparedAt, @comparedBy, @office, @author, @hlc)`,
    ).run({
      ...{ ...card, id, office, author, hlc },
      nameKey: officeNameKey(card.name),
      comparedAt: compared?.at ?? null,
      comparedBy: compared?.by ?? null,
    });
  },
};
