import { linkRoles, recordedWhens, threatKinds, willingness } from '../../models/chronology';
import type { EntryLink } from '../../models/chronology';
import type { RegisterKind } from '../../models/register';

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
