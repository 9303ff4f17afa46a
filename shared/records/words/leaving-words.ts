import { audienceText } from '../../domain/export/audiences';
import type { ItemClass } from '../../models/item-class';
import type { PermissionKind, ProtectedBody, Recipient } from '../../models/leaving-gate';

export function recipientText(recipient: Recipient): string {
  return recipient === 'office' ? 'Another office' : audienceText(recipient);
}

export const itemClassText: Readonly<Record<ItemClass, string>> = {
  own: 'The client’s own',
  police: 'Disclosed by the police',
  marac: 'A MARAC paper',
  'confidential-address': 'Shows a confidential address (C8)',
  medical: 'Medical or counselling',
  'family-court': 'A family-court paper',
  privileged: 'Privileged: a lawyer’s advice',
  other: 'Something else',
};

export const permissionText: Readonly<Record<PermissionKind, string>> = {
  'court-permission': 'The court’s permission',
  'court-direction': 'The court’s direction',
  'marac-consent': 'The conference’s consent',
  'client-consent': 'The client’s consent',
  'police-agreement': 'The police’s agreement',
  'privilege-waived': 'The client gave up the privilege',
  'sender-agreement': 'Agreement of whoever it came from',
  'exhibited-to-statement': 'It is exhibited to a statement',
};

export const protectedWhatText: Readonly<Record<ProtectedBody['what'], string>> = {
  address: 'An address',
  number: 'A number',
  name: 'A name',
  words: 'Other words',
};
