import * as z from 'zod';
import { officeNameKey } from '../../../shared/domain/office-card/office-name';
import { HoldfastError } from '../../../shared/errors';
import { officeStandings } from '../../../shared/models/office';
import type { OfficeCard, OfficeStanding, PartnerOffice } from '../../../shared/models/office';
import { partnerOfficeKind } from '../../../shared/records/partner-office';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { cardWords } from './card';

const row = z.object({
  id: z.string(),
  name: z.string(),
  name_key: z.string(),
  recipient: z.string(),
  signing_key: z.string(),
  made: z.string(),
  standing: z.enum(officeStandings),
  added_at: z.string(),
  added_by: z.string(),
  compared_at: z.string().nullable(),
  compared_by: z.string().nullable(),
});

/** An office as the address book has it. */
export interface OfficeRow {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly recipient: string;
  readonly signingKey: string;
  readonly made: string;
  readonly standing: OfficeStanding;
  readonly addedAt: string;
  readonly addedBy: string;
  readonly compared: { readonly at: string; readonly by: string } | null;
}

type Db = Pick<VaultContext, 'db'>;

/** All offices, by name; of one name the one in use first. */
export function readOffices({ db }: Db): readonly OfficeRow[] {
  return allRows(
    db,
    row,
    `SELECT * FROM partner_offices
     ORDER BY name_key, CASE standing WHEN 'compared' THEN 0 WHEN 'new' THEN 1 ELSE 2 END, added_at, id`,
  ).map((found) => ({
    id: found.id,
    name: found.name,
    nameKey: found.name_key,
    recipient: found.recipient,
    signingKey: found.signing_key,
    made: found.made,
    standing: found.standing,
    addedAt: found.added_at,
    addedBy: found.added_by,
    compared:
      found.compared_at === null || found.compared_by === null
        ? null
        : { at: found.compared_at, by: found.compared_by },
  }));
}

/**
 * The compared office that a card stands against: one of the same name with other keys, or one with the same keys under
 * another name. For a card with one key of a known office and one of its own see `refuseMixed`.
 */
export function rivalOf(
  offices: readonly OfficeRow[],
  card: Pick<OfficeRow, 'name' | 'recipient' | 'signingKey'>,
): { readonly office: OfficeRow; readonly because: 'other-keys' | 'other-name' } | null {
  const key = officeNameKey(card.name);
  const compared = offices.filter(({ standing }) => standing === 'compared');
  const sameKeys = compared.find((each) => hasKeysOf(each, card));
  if (sameKeys !== undefined) {
    return sameKeys.name === card.name ? null : { office: sameKeys, because: 'other-name' };
  }
  const sameName = compared.find(({ nameKey }) => nameKey === key);
  return sameName === undefined ? null : { office: sameName, because: 'other-keys' };
}

type Keys = Pick<OfficeRow, 'recipient' | 'signingKey'>;
export const hasKeysOf = (a: Keys, b: Keys): boolean =>
  a.recipient === b.recipient && a.signingKey === b.signingKey;
/** One key is theirs and the other is not. */
export const mixesKeys = (a: Keys, b: Keys): boolean =>
  (a.recipient === b.recipient) !== (a.signingKey === b.signingKey);

/**
 * An office may change one of its keys. One of another name that has a key of a compared office beside one of its own has no
 * honest reason to: what is sealed for it could be opened by the one and was verified as the other. Throws `card-mixed`.
 */
export function refuseMixed(
  offices: readonly OfficeRow[],
  card: Pick<OfficeRow, 'name' | 'recipient' | 'signingKey'>,
): void {
  const key = officeNameKey(card.name);
  if (
    offices.some((known) => known.standing === 'compared' && known.nameKey !== key && mixesKeys(known, card))
  )
    throw new HoldfastError('card-mixed');
}

export function asPartner(offices: readonly OfficeRow[], office: OfficeRow): PartnerOffice {
  const rival = office.standing === 'new' ? rivalOf(offices, office) : null;
  return {
    id: office.id,
    name: office.name,
    words: cardWords(office),
    recipient: office.recipient,
    made: office.made,
    standing: office.standing,
    addedAt: office.addedAt,
    addedBy: office.addedBy,
    compared: office.compared,
    takesPlaceOf:
      rival === null ? null : { id: rival.office.id, name: rival.office.name, because: rival.because },
  };
}

/** Puts a card into the address book. Must run inside an act. */
export function insertOffice({ records, now, stamp }: VaultContext, id: string, card: OfficeCard): void {
  const added = { addedAt: now().toISOString(), addedBy: stamp().author };
  const body = { ...card, ...added, standing: 'new', compared: null };
  records.create(partnerOfficeKind.kind, { id, caseId: null, body });
}

/** Must run inside an act. `isCompared`: a person has looked at the words just now. */
export function setStanding(
  { records, now, stamp }: VaultContext,
  id: string,
  standing: OfficeStanding,
  isCompared: boolean,
): void {
  const { shown } = records.standing(id);
  const compared = isCompared ? { compared: { at: now().toISOString(), by: stamp().author } } : {};
  records.change(id, { ...shown?.body, standing, ...compared });
}
