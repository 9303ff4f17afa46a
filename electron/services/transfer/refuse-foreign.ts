import { HoldfastError } from '../../../shared/errors';
import type { VaultContext } from '../../vault/api';
import type { Records } from './records';

/**
 * What a version names may have been erased where it comes from; but nothing in a package has an id of another case of this vault:
 * that would tie one client's material to another's. And an exhibit or a redacted copy that is here is the same file there. Throws
 * `package-damaged` for the one, `exhibit-altered` for the other.
 */
export function refuseForeign(context: Pick<VaultContext, 'db'>, records: Records): void {
  refuseOthers(context, records);
  refuseAltered(context, records);
}

function refuseOthers({ db }: Pick<VaultContext, 'db'>, records: Records): void {
  const { caseId, versions, items, redactions, series } = records;
  const owner = db
    .prepare(
      `SELECT case_id FROM evidence WHERE id = @id UNION ALL SELECT case_id FROM records WHERE id = @id
       UNION ALL SELECT case_id FROM exhibit_series WHERE id = @id
       UNION ALL SELECT e.case_id FROM redactions r JOIN evidence e ON e.id = r.item_id WHERE r.id = @id
       UNION ALL SELECT id FROM cases WHERE id = @id`,
    )
    .pluck();
  const ids = [
    ...versions.flatMap(({ refs, recordId }) => [...refs, recordId]),
    ...[items, redactions, series].flatMap((rows) => rows.map(({ id }) => id)),
  ];
  for (const id of new Set(ids))
    if (owner.all({ id }).some((of) => of !== caseId)) throw new HoldfastError('package-damaged');
}

function refuseAltered({ db }: Pick<VaultContext, 'db'>, { items, redactions, series }: Records): void {
  const original = db
    .prepare('SELECT f.sha256 FROM evidence e JOIN files f ON f.id = e.file_id WHERE e.id = ?')
    .pluck();
  for (const { id, sha256 } of items) refuseOther(original.get(id), sha256);
  const copy = db
    .prepare(
      "SELECT r.item_id || ' ' || f.sha256 FROM redactions r JOIN files f ON f.id = r.file_id WHERE r.id = ?",
    )
    .pluck();
  for (const { id, itemId, sha256 } of redactions) refuseOther(copy.get(id), `${itemId} ${sha256}`);
  const producer = db.prepare('SELECT producer_id FROM exhibit_series WHERE id = ?').pluck();
  for (const { id, producerId } of series) refuseOther(producer.get(id), producerId);
}

function refuseOther(here: unknown, there: string): void {
  if (here !== undefined && here !== there) throw new HoldfastError('exhibit-altered');
}
