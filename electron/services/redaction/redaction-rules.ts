import { HoldfastError } from '../../../shared/errors';
import { redactionKind } from '../../../shared/records/redaction';
import type { RecordRules } from '../records/rules';

function never(): never {
  throw new HoldfastError('invalid-input');
}

/** What was covered in a copy is as it was when the copy was made: other boxes are another copy, which `redaction.make` makes. */
export const redactionRules: RecordRules = {
  kind: redactionKind.kind,
  area: 'redactions',
  admit: never,
  without: never,
};
