import { kindOf } from '../../../shared/records/all';
import type { VaultContext } from '../../vault/api';
import type { NameOf } from '../../../shared/records/words/lines';

const unknown = 'no longer here';

/** What exhibits and records are called now, by their ids. */
export function namesIn({ db, records }: Pick<VaultContext, 'db' | 'records'>): NameOf {
  const exhibit = db.prepare('SELECT exhibit_ref FROM evidence WHERE id = ?').pluck();
  const record = db.prepare('SELECT 1 FROM records WHERE id = ?').pluck();
  return (id) => {
    const ref: unknown = exhibit.get(id);
    if (typeof ref === 'string') return ref;
    if (record.get(id) === undefined) return unknown;
    const { shown } = records.standing(id);
    const kind = shown === null ? undefined : kindOf(shown.kind);
    return shown?.body != null && kind?.isBody(shown.body) === true ? kind.title(shown.body) : unknown;
  };
}
