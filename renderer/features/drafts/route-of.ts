import { isRecordForm } from '../../../shared/models/record-form';
import type { RecordForm } from '../../../shared/models/record-form';
import type { Draft } from '../../../shared/models/vault';
import type { CaseworkRoom, Route } from '../../kit/navigation';

/** What the forms of an exhibit are called on its screen. */
const forms = {
  'exhibit-title': 'title',
  'exhibit-date': 'date',
  'exhibit-shown': 'shown',
  provenance: 'provenance',
} as const;

/** The room of a case in which each kind of the casework is written. */
const recordRooms: Readonly<Partial<Record<RecordForm, CaseworkRoom>>> = {
  'record-register': 'people',
  'record-case-details': 'people',
  'record-conflict-check': 'people',
  'record-contact': 'contacts',
  'record-support-note': 'contacts',
  'record-consent': 'contacts',
  'record-task': 'contacts',
  'record-assessment': 'risk',
  'record-plan-action': 'risk',
  'record-safety-plan': 'risk',
  'record-order': 'protection',
  'record-order-breach': 'protection',
  'record-police-report': 'response',
  'record-police-request': 'response',
  'record-case-event': 'response',
  'record-victim-statement': 'response',
  'record-information-request': 'response',
  'record-letter': 'letters',
  'record-put-off': 'duties',
};

/** Kinds of the office that are written on its own screen. Templates of letters are found from a case, so from the caseload. */
const ofRetention: ReadonlySet<RecordForm> = new Set([
  'record-retention-rule',
  'record-subject-access',
  'record-data-complaint',
  'record-legal-hold',
]);

function routeOfRecord(form: RecordForm, subject: string | null, caseId: string | null): Route {
  const record = subject ?? `new-${form.slice('record-'.length)}`;
  if (ofRetention.has(form))
    return { name: 'retention', record, ...(caseId === null ? {} : { holdOn: caseId }) };
  const name = recordRooms[form];
  return name === undefined || caseId === null ? { name: 'caseload' } : { name, caseId, record };
}

/** The screen with the form of a draft open on it. A draft that belongs neither to a case nor to a room of the office leads to the caseload. */
export function routeOf({ form, subject, caseId }: Pick<Draft, 'form' | 'subject' | 'caseId'>): Route {
  if (isRecordForm(form)) return routeOfRecord(form, subject, caseId);
  if (caseId === null) return { name: 'caseload' };
  switch (form) {
    case 'entry':
      return subject === null
        ? { name: 'chronology', caseId, draftFrom: [] }
        : { name: 'chronology', caseId, entryId: subject };
    case 'quick-add':
      return { name: 'chronology', caseId };
    case 'case':
      return { name: 'case', caseId, form: 'edit' };
    case 'handover':
      return subject === null
        ? { name: 'evidence', caseId, form: 'handover' }
        : { name: 'evidence-item', caseId, itemId: subject, form: 'handover' };
    case 'redaction':
      return subject === null ? { name: 'evidence', caseId } : { name: 'redact', caseId, itemId: subject };
    case 'proceedings':
      return { name: 'proceedings', caseId, form: subject ?? 'new' };
    case 'exhibit-title':
    case 'exhibit-date':
    case 'exhibit-shown':
    case 'provenance':
    case 'exhibit-text':
      return subject === null
        ? { name: 'evidence', caseId }
        : {
            name: 'evidence-item',
            caseId,
            itemId: subject,
            ...(form === 'exhibit-text' ? {} : { form: forms[form] }),
          };
  }
}
