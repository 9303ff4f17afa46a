import type { Duty } from '../../shared/models/duty';
import type { Route } from './navigation';

/** The screen on which something of a case is answered, with the record open in it, or the form of a new one (`new-` and its kind). */
export function routeToRoom({ caseId, room, record }: Pick<Duty, 'caseId' | 'room' | 'record'>): Route {
  switch (room) {
    case 'case':
      return { name: 'case', caseId, form: 'edit' };
    case 'chronology':
      if (record === null) return { name: 'chronology', caseId };
      return record.startsWith('new-')
        ? { name: 'chronology', caseId, draftFrom: [] }
        : { name: 'chronology', caseId, entryId: record };
    case 'proceedings':
      if (record === null) return { name: 'proceedings', caseId };
      return { name: 'proceedings', caseId, form: record.startsWith('new-') ? 'new' : record };
    case 'people':
    case 'contacts':
    case 'risk':
    case 'protection':
    case 'response':
    case 'letters':
      return record === null ? { name: room, caseId } : { name: room, caseId, record };
  }
}
