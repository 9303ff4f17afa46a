import type { PersonDetails } from '../../../models/register';
import type { CaseDetails } from '../../../records/case-details';

/**
 * What an application form asks first of both sides: names, dates of birth, addresses, what one is to the other (form FL401, sections 1,
 * 2 and 4, on applications under Family Law Act 1996 part 4; a police application for an SPO names the same people). Not confirmed against
 * the forms of today; an address may stand in a form C8 of its own instead.
 */
export const courtPaperNeeds = [
  'client-name',
  'client-birth',
  'client-address',
  'other-name',
  'other-birth',
  'other-address',
  'relationship',
  'jurisdiction',
] as const;
export type CourtPaperNeed = (typeof courtPaperNeeds)[number];

/** A person of the register. */
export interface NamedPerson {
  readonly name: string;
  readonly relation: string;
  readonly person?: PersonDetails | undefined;
}

type Client = Pick<CaseDetails, 'clientName' | 'dateOfBirth' | 'address' | 'relationship' | 'jurisdiction'>;

/** What of this is not recorded, in this order. */
export function missingForCourt(
  details: Client | null,
  people: readonly NamedPerson[],
): readonly CourtPaperNeed[] {
  const of = (role: string): readonly NamedPerson[] => people.filter(({ person }) => person?.role === role);
  const [clients, others] = [of('client'), of('perpetrator')];
  const hasText = (text: string | undefined): boolean => (text ?? '').trim() !== '';
  const hasBirth = (all: readonly NamedPerson[]): boolean =>
    all.length > 0 && all.every(({ person }) => (person?.dateOfBirth ?? null) !== null);
  const hasAddress = (all: readonly NamedPerson[]): boolean =>
    all.length > 0 && all.every(({ person }) => (person?.addresses ?? []).length > 0);
  const isThere: Readonly<Record<CourtPaperNeed, boolean>> = {
    'client-name': hasText(details?.clientName) || clients.length > 0,
    'client-birth': (details?.dateOfBirth ?? null) !== null || hasBirth(clients),
    'client-address': hasText(details?.address) || hasAddress(clients),
    'other-name': others.length > 0,
    'other-birth': hasBirth(others),
    'other-address': hasAddress(others),
    relationship: hasText(details?.relationship) || others.some(({ relation }) => hasText(relation)),
    jurisdiction: (details?.jurisdiction ?? null) !== null,
  };
  return courtPaperNeeds.filter((need) => !isThere[need]);
}
