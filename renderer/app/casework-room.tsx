import type { ComponentType } from 'react';
import { ContactsScreen } from '../features/contacts/contacts-screen';
import { DutiesScreen } from '../features/duties/duties-screen';
import { LettersScreen } from '../features/letters/letters-screen';
import { PeopleScreen } from '../features/people/people-screen';
import { ProtectionScreen } from '../features/protection/protection-screen';
import { ResponseScreen } from '../features/response/response-screen';
import { RiskScreen } from '../features/risk/risk-screen';
import type { CaseworkRoom as Room } from '../kit/navigation';

interface Props {
  readonly caseId: string;
  /** The record that is open, by its id, or `new-` and the kind of a new one. */
  readonly record: string | null;
  /** Entries that a new one begins with. */
  readonly entryIds?: readonly string[];
}

const rooms: Readonly<Record<Room, ComponentType<Props>>> = {
  people: PeopleScreen,
  contacts: ContactsScreen,
  duties: DutiesScreen,
  risk: RiskScreen,
  protection: ProtectionScreen,
  response: ResponseScreen,
  letters: LettersScreen,
};

/** A room of the casework in a case. */
export function CaseworkRoom({
  name,
  caseId,
  record = null,
  ...rest
}: Partial<Props> & Pick<Props, 'caseId'> & { readonly name: Room }) {
  const Screen = rooms[name];
  return <Screen caseId={caseId} record={record} {...rest} />;
}
