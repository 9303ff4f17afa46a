import { isRecordForm } from '../../shared/models/record-form';
import type { SearchHit } from '../../shared/models/search';
import { routeOf } from '../features/drafts/route-of';
import type { Route } from '../kit/navigation';

type Hit = Pick<SearchHit, 'kind' | 'id' | 'record' | 'itemId'>;

/** Where something that was found is read; `text` is what was looked for. */
export function routeToHit(hit: Hit, caseId: string, text: string): Route {
  switch (hit.kind) {
    case 'entry':
      return { name: 'chronology', caseId, entryId: hit.id };
    case 'exhibit':
      return { name: 'evidence-item', caseId, itemId: hit.id };
    case 'record':
      return routeToRecord(hit, caseId);
    case 'message':
      return { name: 'messages', caseId, itemId: hit.id, text };
  }
}

/** Where a record is read: beside the exhibit that it is about, or on the screen of its kind. */
function routeToRecord({ id, record, itemId }: Hit, caseId: string): Route {
  if (itemId !== null) return { name: 'evidence-item', caseId, itemId };
  switch (record ?? '') {
    case 'register':
      return { name: 'chronology', caseId, filter: { registerId: id } };
    case 'view':
      return { name: 'chronology', caseId };
    case 'run':
      return { name: 'likeness', caseId, part: 'conversations', runId: id };
    case 'producer':
      return { name: 'evidence', caseId };
    case 'proceedings':
      return { name: 'proceedings', caseId, form: id };
    default: {
      const form = `record-${record ?? ''}`;
      return isRecordForm(form) ? routeOf({ form, subject: id, caseId }) : { name: 'case', caseId };
    }
  }
}

/** Moves the focus to the next thing found, or the one before; from the first back to the words. */
export function stepThrough(
  event: Pick<KeyboardEvent, 'key' | 'preventDefault'> & { readonly currentTarget: HTMLElement },
): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('input, .hit')];
  const at = all.findIndex((each) => each === document.activeElement);
  const next = all[at + by];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
