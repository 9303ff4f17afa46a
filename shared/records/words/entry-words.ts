import { behaviourInfo } from '../../domain/behaviours';
import { behaviours, linkRoles, recordedWhens, threatKinds, willingness } from '../../models/chronology';
import type { EntryLink } from '../../models/chronology';
import type { RegisterKind } from '../../models/register';
import { orderTypes } from '../../models/register';

/** The acts of s.2A(3) in a word or two each. */
export const actOptions = behaviours.map((id) => {
  const { code, short } = behaviourInfo(id);
  return { id, label: id === 'other' ? short : `${code} ${short}` };
});

const roles: Readonly<Record<EntryLink['role'], string>> = {
  actor: 'did it',
  proxy: 'acted for somebody',
  witness: 'witness',
  present: 'was there',
  place: 'where it was',
  breach: 'possible breach',
  other: 'other',
};
export function roleText(role: EntryLink['role']): string {
  return roles[role];
}
export const roleOptions = linkRoles.map((id) => ({ id, label: roles[id] }));

const kinds: Readonly<Record<RegisterKind, { readonly one: string; readonly many: string }>> = {
  person: { one: 'person', many: 'People' },
  place: { one: 'place', many: 'Places' },
  order: { one: 'order', many: 'Orders and conditions' },
};
export const registerKindText = (kind: RegisterKind) => kinds[kind];

const orders: Readonly<Record<(typeof orderTypes)[number], string>> = {
  bail: 'Police bail conditions',
  court_bail: 'Court bail conditions',
  non_molestation: 'Non-molestation order',
  occupation: 'Occupation order',
  injunction: 'Injunction under the 1997 Act',
  restraining: 'Restraining order',
  spo: 'Stalking protection order',
  interim_spo: 'Interim stalking protection order',
  dvpo: 'Domestic violence protection order',
  dapo: 'Domestic abuse protection order',
  warning: 'Police warning',
  other: 'Other',
};
export const orderOptions = orderTypes.map((id) => ({ id, label: orders[id] }));
export const orderText = (type: (typeof orderTypes)[number]): string => orders[type];

const recorded: Readonly<Record<(typeof recordedWhens)[number], string>> = {
  at_once: 'At once',
  same_day: 'The same day',
  later: 'Later',
};
export const recordedOptions = recordedWhens.map((id) => ({ id, label: recorded[id] }));

const threats: Readonly<Record<(typeof threatKinds)[number], string>> = {
  harm: 'To hurt the client',
  kill: 'To kill the client',
  others: 'To hurt somebody else',
  self: 'To hurt himself or herself',
  property: 'To damage something',
  publish: 'To publish something',
  other: 'Another threat',
};
export const threatOptions = threatKinds.map((id) => ({ id, label: threats[id] }));

const statements: Readonly<Record<(typeof willingness)[number], string>> = {
  yes: 'would make a statement',
  no: 'would not make a statement',
  not_asked: 'no word yet on a statement',
};
export const statementOptions = willingness.map((id) => ({ id, label: statements[id] }));
export const statementText = (answer: (typeof willingness)[number]): string => statements[answer];
