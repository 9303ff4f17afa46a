import { officeNameKey } from '../../../shared/domain/office-card/office-name';
import { HoldfastError } from '../../../shared/errors';
import type { VaultContext } from '../../vault/api';
import { hasKeysOf, readOffices, refuseMixed, setStanding } from './office-rows';
import type { OfficeRow } from './office-rows';

function find(offices: readonly OfficeRow[], id: string): OfficeRow {
  const office = offices.find((each) => each.id === id);
  if (office === undefined) throw new HoldfastError('not-found');
  return office;
}

/**
 * Keeps what a person found when the words were read out. Where they are the same, the office is pinned, and those of the
 * same name or the same keys make room for it; where they differ, nothing of it counts, and what was known before stays.
 */
export function compareOffice(context: VaultContext, id: string, same: boolean): void {
  const offices = readOffices(context);
  const office = find(offices, id);
  if (same) refuseMixed(offices, office);
  const nameKey = officeNameKey(office.name);
  const before = offices.filter(
    (each) =>
      same &&
      each.id !== id &&
      each.standing === 'compared' &&
      (each.nameKey === nameKey || hasKeysOf(each, office)),
  );
  const detail = { same, instead: before.length };
  context.act({ action: 'partner.compare', subject: id, detail }, () => {
    for (const { id: other } of before) setStanding(context, other, 'retired', false);
    setStanding(context, id, same ? 'compared' : 'refused', true);
  });
}

/** Not used any more. Its name and keys stay known, so that nobody can take its place unseen. */
export function retireOffice(context: VaultContext, id: string): void {
  find(readOffices(context), id);
  context.act({ action: 'partner.retire', subject: id }, () => {
    setStanding(context, id, 'retired', false);
  });
}
