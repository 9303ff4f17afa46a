import { HoldfastError } from '../../../shared/errors';
import { contactKind } from '../../../shared/records/contact';
import { supportNoteKind } from '../../../shared/records/support-note';
import type { RecordRules } from '../records/rules';

/** What was written stands: a correction is a record of its own that names it. Throws `record-locked`. */
function lockedRules(kind: string): RecordRules {
  return {
    kind,
    area: 'records',
    within: (_context, _id, before) => {
      if (before !== null) throw new HoldfastError('record-locked');
    },
    without: () => {
      throw new HoldfastError('record-locked');
    },
  };
}

/** Contacts and support notes are locked once they are saved. */
export const lockedRecordRules: readonly RecordRules[] = [
  lockedRules(contactKind.kind),
  lockedRules(supportNoteKind.kind),
];
