import type { Draft } from '../../../shared/models/vault';
import type { Route } from '../../app/navigation';

/** The screen with the form of a draft open on it. A draft that belongs to nothing leads to the caseload. */
export function routeOf({ form, subject, caseId }: Pick<Draft, 'form' | 'subject' | 'caseId'>): Route {
  if (caseId === null) return { name: 'caseload' };
  switch (form) {
    case 'entry':
      return subject === null
        ? { name: 'chronology', caseId, draftFrom: [] }
        : { name: 'chronology', caseId, entryId: subject };
    case 'case':
      return { name: 'case', caseId, form: 'edit' };
    case 'redaction':
      return subject === null ? { name: 'evidence', caseId } : { name: 'redact', caseId, itemId: subject };
    case 'exhibit-title':
    case 'exhibit-date':
      return subject === null
        ? { name: 'evidence', caseId }
        : {
            name: 'evidence-item',
            caseId,
            itemId: subject,
            form: form === 'exhibit-title' ? 'title' : 'date',
          };
  }
}
