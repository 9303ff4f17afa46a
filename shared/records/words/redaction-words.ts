import type { RedactionReason } from '../../models/redaction';

/** Why a place was covered, in words. */
export const reasonWords: Readonly<Record<RedactionReason, string>> = {
  'client-address': 'client’s address',
  workplace: 'workplace',
  school: 'school',
  'new-number': 'new number',
  vehicle: 'vehicle',
  'third-party': 'somebody else',
  child: 'child',
  'other-client': 'another client',
  medical: 'medical',
  'legal-advice': 'legal advice',
  other: 'other',
};
