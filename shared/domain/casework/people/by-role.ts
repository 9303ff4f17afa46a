import { personRoles } from '../../../models/register';
import type { PersonDetails } from '../../../models/register';

export type PersonRole = (typeof personRoles)[number];

export interface OfRole<T> {
  /** Null: nobody has said. */
  readonly role: PersonRole | null;
  readonly people: readonly T[];
}

/** People of a case by their part in it, in the order in which a case is read; parts that nobody has are left out. */
export function byRole<T extends { readonly person?: Pick<PersonDetails, 'role'> | undefined }>(
  people: readonly T[],
): readonly OfRole<T>[] {
  return [...personRoles, null]
    .map((role) => ({ role, people: people.filter(({ person }) => (person?.role ?? null) === role) }))
    .filter((each) => each.people.length > 0);
}
